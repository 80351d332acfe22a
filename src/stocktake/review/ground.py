"""The ground of a review: the texts on the date, their chains, what each holds alone, and the chain that is followed.

Knows nothing of what people recorded, of statistics or of judgements; all that is built on these.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from stocktake.documents.compare import Comparison, compare_documents
from stocktake.documents.model import Document
from stocktake.documents.threads.model import Threads
from stocktake.frameworks.lineages import Lineage
from stocktake.review.chains import build_chains
from stocktake.review.duties import Followed
from stocktake.review.example import is_example_lineage
from stocktake.review.found import Found, find_everything
from stocktake.review.keeping import Keeper, identity
from stocktake.review.lives import follow
from stocktake.review.model import Chain, Step, Text
from stocktake.review.texts import list_texts


@dataclass(frozen=True, slots=True)
class Ground:
    """What a review is built on.

    Attributes:
        texts: Every document, the latest adopted first.
        chains: The chains that they belong to.
        steps: What changed in the latest text of each chain.
        found: What each text that is used holds, by its key.
        followed: The chain with most texts held, followed; None where there is none to follow.
    """

    texts: tuple[Text, ...]
    chains: tuple[Chain, ...]
    steps: tuple[Step, ...]
    found: Mapping[str, Found]
    followed: Followed | None

    @property
    def used(self) -> tuple[Text, ...]:
        """The texts that the review reads."""
        return tuple(text for text in self.texts if text.used)

    @property
    def threads(self) -> Threads | None:
        """The lives of the provisions of the chain that is followed."""
        return self.followed.threads if self.followed else None


def lay_ground(documents: Sequence[Document], as_of: date, lineages: Iterable[Lineage], keep: Keeper) -> Ground:
    """The ground of a review on a date; the same for the same input, whatever its order.

    Raises:
        RequestError: Example and real texts are mixed.
    """
    known = tuple(lineages)
    texts = list_texts(documents, as_of, _examples(known))
    chains = build_chains(texts, known, as_of)
    steps = tuple(step for chain in chains if (step := _step(chain, texts, keep)) is not None)
    found = {text.key: _found(text.document, keep) for text in texts if text.used}
    return Ground(texts, chains, steps, found, _followed(chains, texts, steps, found, keep))


def chains_of(documents: Sequence[Document], lineages: Iterable[Lineage]) -> tuple[Chain, ...]:
    """The chains that ``documents`` belong to, whole: held and not held, whatever the date.

    Raises:
        RequestError: Example and real texts are mixed.
    """
    known = tuple(lineages)
    return build_chains(list_texts(documents, date.max, _examples(known)), known, date.max)


def _examples(lineages: Iterable[Lineage]) -> frozenset[str]:
    return frozenset(symbol for each in lineages if is_example_lineage(each) for symbol in each.symbols)


def _step(chain: Chain, texts: Sequence[Text], keep: Keeper) -> Step | None:
    """The latest adopted text of ``chain`` against the one before it that is held; None where one is lacking."""
    held = [at for at, member in enumerate(chain.members) if member.text]
    if len(held) < len(("old", "new")):
        return None
    before, latest = held[-2:]
    old, new = (_text(texts, chain.members[at].text or "") for at in (before, latest))
    between = tuple(member.symbol for member in chain.members[before + 1 : latest])
    comparison = keep(
        Comparison,
        (identity(old.document), identity(new.document)),
        lambda: compare_documents(old.document, new.document),
    )
    return Step(chain.name, old.key, new.key, between, comparison)


def _text(texts: Sequence[Text], key: str) -> Text:
    return next(text for text in texts if text.key == key)


def _found(document: Document, keep: Keeper) -> Found:
    return keep(Found, identity(document), lambda: find_everything(document))


def _followed(
    chains: Sequence[Chain],
    texts: Sequence[Text],
    steps: Sequence[Step],
    found: Mapping[str, Found],
    keep: Keeper,
) -> Followed | None:
    """The chain with most texts held, followed; None where fewer than two of one language are held."""
    if not chains:
        return None
    standing = follow(chains[0], texts)
    languages = Counter(document.data.language for document in standing.documents.values())
    language = next((language for language, count in languages.most_common(1) if count > 1), None)
    kept = {
        symbol: each
        for symbol, each in standing.documents.items()
        if each.data.language == language and each.paragraphs
    }
    if language is None or len(kept) < len(("old", "new")):
        return None
    made = {(step.old, step.new): step.comparison for step in steps}
    by_document = {id(text.document): text.key for text in texts}
    keys = {symbol: by_document[id(document)] for symbol, document in kept.items()}
    duties = {symbol: found[key].commitments for symbol, key in keys.items()}
    threads = keep(
        Threads,
        ([(symbol, identity(each)) for symbol, each in kept.items()], standing.texts),
        lambda: standing._replace(documents=kept).threads(comparisons=made, duties=duties),
    )
    return Followed(threads, kept, keys)
