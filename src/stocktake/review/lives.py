"""The threads of a chain of the workspace: which documents are followed, and which stand in for what is not held.

Knows that an adopted text is followed where it is held, else the draft of its session; and that of several drafts
the one distributed last stands in. Computes no thread itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from stocktake.documents.commitments.model import Commitment
from stocktake.documents.model import Document
from stocktake.documents.threads.model import ChainText, Thread, Threads
from stocktake.errors import NotFoundError, nearest
from stocktake.frameworks.lineages import Lineage
from stocktake.review.chains import build_chains
from stocktake.review.example import is_example_lineage
from stocktake.review.model import Chain, Member, Text
from stocktake.review.texts import list_texts

if TYPE_CHECKING:
    from stocktake.documents.threads.build import Comparisons


class Followed(NamedTuple):
    """A chain to follow.

    Attributes:
        name: Its subject.
        documents: By the symbol of the adopted text: that text, or the draft that stands in for it.
        texts: All texts of the chain, held or not, oldest first.
    """

    name: str
    documents: Mapping[str, Document]
    texts: tuple[ChainText, ...]

    def threads(
        self,
        without: str | None = None,
        comparisons: "Comparisons | None" = None,
        duties: Mapping[str, Sequence[Commitment]] | None = None,
    ) -> Threads:
        """The threads of the chain; as if the text of this symbol were not held, where one is named.

        Args:
            without: The symbol of a text to leave out.
            comparisons: Those that were made already, by the symbols of the older and the newer text.
            duties: Those that were found already, by the symbols of the texts.

        Raises:
            NotFoundError: That text is not held.
        """
        from stocktake.documents.threads.build import build_threads

        if without is not None and without not in self.documents:
            raise _not_held(without, list(self.documents))
        kept = [document for symbol, document in self.documents.items() if symbol != without]
        return build_threads(kept, comparisons, self.texts, duties)


def followed_chain(
    documents: Sequence[Document], lineages: Iterable[Lineage], symbol: str | None = None
) -> Followed:
    """The chain of the text with this symbol; without a symbol, the one of which most texts are held.

    Raises:
        NotFoundError: No chain holds that text, or no text held belongs to a chain.
        RequestError: Example and real texts are mixed.
    """
    known = tuple(lineages)
    examples = frozenset(each for lineage in known if is_example_lineage(lineage) for each in lineage.symbols)
    listed = list_texts(documents, date.max, examples)
    return _chosen([follow(chain, listed) for chain in build_chains(listed, known, date.max)], symbol)


def follow(chain: Chain, texts: Sequence[Text]) -> Followed:
    """What is held of one chain, ready to be followed."""
    standing = {member.symbol: text for member in chain.members if (text := _standing(member, texts))}
    return Followed(
        chain.name,
        {symbol: text.document for symbol, text in standing.items()},
        tuple(ChainText(member.symbol, member.adopted) for member in chain.members),
    )


def _standing(member: Member, texts: Sequence[Text]) -> Text | None:
    """The adopted text; else the draft of it that was distributed last; None where neither is held."""
    keys = [member.text] if member.text else list(member.drafts)
    found = [text for text in texts if text.key in keys]
    return max(found, key=lambda text: (text.document.data.distributed or "", text.key), default=None)


def _chosen(chains: Sequence[Followed], symbol: str | None) -> Followed:
    if not chains:
        raise NotFoundError(
            expected="texts that renew one another",
            came="no text held belongs to a chain",
            advice="Add the texts of the years before: stocktake add FILE...",
        )
    if symbol is None:
        return max(chains, key=lambda chain: len(chain.documents))
    held = [each for chain in chains for each in chain.documents]
    found = next((chain for chain in chains if symbol in chain.documents), None)
    if found is None:
        raise _not_held(symbol, held)
    return found


def _not_held(symbol: str, held: Sequence[str]) -> NotFoundError:
    return NotFoundError(
        expected="a text that is held and belongs to a chain",
        came=f"{symbol} is none",
        choices=nearest(symbol, held) or sorted(held)[:3],
        advice="Name one of these, or add the text: stocktake add FILE",
    )


def threads_at(threads: Threads, symbol: str, paragraph: str) -> tuple[Thread, ...]:
    """The threads that run through a paragraph of a held text.

    Raises:
        NotFoundError: The text has no such paragraph.
    """
    found = threads.through(symbol, paragraph)
    if found:
        return found
    lives = [life for thread in threads.threads if (life := thread.life_in(symbol)) is not None]
    there = list(dict.fromkeys(each for life in lives for each in life.paragraphs))
    raise NotFoundError(
        expected=f"a paragraph of {symbol}",
        came=f"it has none called {paragraph!r}",
        choices=nearest(paragraph, there) or there[:3],
        advice="Operative paragraphs go by their number (13, 70(a)), preambular ones by P and their place (P1).",
    )
