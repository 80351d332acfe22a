"""Where a text takes up what was handed in: the clause, who made it, its symbol.

Knows receiving verbs and nouns of deliverables (``frameworks/cycle_words.py``), and that a note mark in the clause
brings the symbol. Does not know which request it answers.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from stocktake.documents.find.citations import Citation, find_citations
from stocktake.documents.find.locate import Passage
from stocktake.documents.model import Document, Paragraph
from stocktake.frameworks.actors import find_names
from stocktake.frameworks.cycle_words import delivered_kinds, words_of
from stocktake.values.span import Span


@dataclass(frozen=True, slots=True)
class Receipt:
    """One clause that takes up something handed in.

    Attributes:
        paragraph: The paragraph's id.
        kind: What it is, by the kinds of deliverables.
        authors: Canonical names of the actors that made it; empty where the frameworks know none.
        matter: What it is on: the words before the noun and after the author; few or none in "the report of ...".
        quote: The clause, verbatim.
        spans: Where it stands in the source text.
        symbols: The symbols cited for it, canonical.
    """

    paragraph: str
    kind: str
    authors: frozenset[str]
    matter: str
    quote: str
    spans: tuple[Span, ...]
    symbols: tuple[str, ...]


# "the report of the Secretary-General", "a report prepared by", "the modalities resolution for".
_BY = r"(?:\s(?:prepared|submitted|issued|made|compiled|drawn up))?\s(?:of|by|from)\s(?:the\s)?"
# So far the name of an author goes, in characters.
_LONGEST_NAME = 160


def find_receipts(document: Document, cited: Mapping[str, Sequence[Citation]]) -> tuple[Receipt, ...]:
    """Every clause of the text that takes up something handed in, in order of place.

    Args:
        document: The text.
        cited: What it cites; see ``cited_by_place``.
    """
    return tuple(receipt for each in document.paragraphs for receipt in _receipts(document, each, cited))


def cited_by_place(document: Document) -> dict[str, list[Citation]]:
    """The citations of a text by the place they stand in: a paragraph's id, ``note 3``."""
    places: dict[str, list[Citation]] = {}
    for citation in find_citations(document):
        places.setdefault(citation.place, []).append(citation)
    return places


def symbols_in(
    paragraph: Paragraph, start: int, end: int, spans: Sequence[Span], cited: Mapping[str, Sequence[Citation]]
) -> tuple[str, ...]:
    """The symbols cited by the words ``paragraph.text[start:end]``: in them, or in a note whose mark they carry."""
    marks = [mark.mark for mark in paragraph.marks if start < mark.at <= end + 1]
    by_note = [each for mark in marks for each in cited.get(f"note {mark}", ())]
    inline = [each for each in cited.get(paragraph.id, ()) if _within(each.spans, spans)]
    return tuple(dict.fromkeys(str(each.symbol) for each in (*inline, *by_note)))


def _within(inner: Sequence[Span], outer: Sequence[Span]) -> bool:
    return any(each.start >= span.start and each.end <= span.end for each in inner for span in outer)


def _receipts(
    document: Document, paragraph: Paragraph, cited: Mapping[str, Sequence[Citation]]
) -> Iterator[Receipt]:
    text = paragraph.text
    verbs = [found.span("verb") for found in _receiving().finditer(text)]
    passage: Passage | None = None
    for (start, verb_end), (end, _) in pairwise([*verbs, (len(text), 0)]):
        found = _delivered().match(text, verb_end, end)
        if found is None:
            continue
        passage = passage or Passage.of(document.source_text, paragraph.spans)
        stop = _clause_end(text, found.end(), end)
        spans = passage.locate(start, stop)
        authors, named = _authors(text, found.end("noun"), stop)
        yield Receipt(
            paragraph.id,
            delivered_kinds()[found["noun"].casefold()],
            authors,
            f"{found['modifiers']} {text[named:stop]}",
            text[start:stop],
            spans,
            symbols_in(paragraph, start, stop, spans, cited),
        )


def _clause_end(text: str, after: int, end: int) -> int:
    """Where the clause ends: at a semicolon, or with what stands before the next clause."""
    semicolon = text.find(";", after, end)
    stop = semicolon if semicolon >= 0 else end
    return after + len(_TRAILING.sub("", text[after:stop]))


_TRAILING = re.compile(r"[\s,;.]*(?:\b(?:and|also|further)\b[\s,]*)*$")


def _authors(text: str, start: int, end: int) -> tuple[frozenset[str], int]:
    """Who made it, and where the words that name them end; ``start`` where nobody is named."""
    by = re.compile(_BY).match(text, start)
    if by is None:
        return frozenset(), start
    names = find_names(text[by.end() : min(end, by.end() + _LONGEST_NAME)])
    first = [each for each in names[:1] if each.start == 0]
    return frozenset(each.actor.name for each in first), by.end() + max((each.end for each in first), default=0)


@cache
def _receiving() -> re.Pattern[str]:
    verbs = "|".join(map(re.escape, words_of("receives")))
    links = r"(?:also\s|further\s|and\s|in\sthis\sregard\s)*"
    return re.compile(rf"(?:^|[,;]\s|\band\s){links}(?P<verb>(?:{verbs}))\b", re.IGNORECASE)


@cache
def _delivered() -> re.Pattern[str]:
    """What a receiving verb takes up, as its object: "the first report", not "the call for a report"."""
    nouns = "|".join(map(re.escape, sorted(delivered_kinds(), key=len, reverse=True)))
    lead = r"(?:\s(?:also|further|again|with\s(?:\w+\s)?\w+))*,?(?:\sof)?"
    modifier = r"(?!(?:of|for|on|by|to|in|that|which|with)\b)[\w’'“-]+,?\s"
    outcome = rf"(?P<modifiers>\s(?:{modifier}){{0,6}}?(?:of\sthe\s(?:{modifier}){{0,2}}?)?)"
    return re.compile(rf"{lead}{outcome}(?P<noun>{nouns})(?![\w-])", re.IGNORECASE)
