"""The themes of operative paragraphs: action lines, Goals and objectives, with the words that point to them.

Knows which paragraphs have themes (the operative ones and their items, outside clauses of procedure) and where the
words stand. Which words point where is a mapping of our own (``frameworks/theme_words.py``), and every label says so
by its basis: ``named`` where the text names the theme by number, ``words`` where our lexicon does.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from stocktake.documents.find.word_places import WordPlaces
from stocktake.documents.model import Document, Paragraph
from stocktake.frameworks.theme_words import ProceduralClause, procedural_clauses, speaks_of_icts, theme_words_in
from stocktake.frameworks.themes import FRAMEWORKS, Framework, Mention, named_themes, theme_codes
from stocktake.values.span import Span

Basis = Literal["named", "words"]
Clauses = tuple[ProceduralClause, ...]


@dataclass(frozen=True, slots=True)
class ThemeLabel:
    """One theme of one paragraph.

    Attributes:
        paragraph: The paragraph's id.
        framework: ``WSIS``, ``SDG`` or ``GDC``.
        code: ``C2``, ``C7-elearning``; ``9``; ``2``.
        basis: ``named`` where the text names the theme by number; else ``words``, by our own lexicon.
        words: The words that point to it, as printed, in order, each wording once.
        spans: Where all of them stand in the source text.
    """

    paragraph: str
    framework: Framework
    code: str
    basis: Basis
    words: tuple[str, ...]
    spans: tuple[Span, ...]

    @property
    def label(self) -> str:
        """What a person calls it: ``C2``, ``SDG 9``, ``GDC 1``; only the codes of action lines speak for themselves."""
        return self.code if self.framework == "WSIS" else f"{self.framework} {self.code}"


def find_themes(document: Document) -> tuple[ThemeLabel, ...]:
    """The themes of every operative paragraph and item: by place, then framework, then code; none for procedure."""
    icts = speaks_of_icts(document.data.title or "")
    return tuple(
        label
        for paragraph, procedural in _with_a_theme(document.operative)
        for label in _labels(document, paragraph, procedural, icts=icts)
    )


def _with_a_theme(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[Paragraph, Clauses]]:
    """Those of ``paragraphs`` that carry on no clause of procedure, each with its own clauses of procedure."""
    procedural: set[str] = set()
    for each in paragraphs:
        clauses = procedural_clauses(each.text)
        carried_on = each.id.rpartition("(")[0] in procedural and not each.verb
        if carried_on or (clauses and clauses[-1].end == len(each.text)):
            procedural.add(each.id)
        if not carried_on:
            yield each, clauses


def _mentions(text: str, skipped: Clauses, *, icts: bool) -> Iterator[tuple[Basis, Mention]]:
    yield from (("named", each) for each in named_themes(text))
    for each in theme_words_in(text, icts=icts):
        if not any(clause.start <= each.start < clause.end for clause in skipped):
            yield "words", each


def _labels(document: Document, paragraph: Paragraph, skipped: Clauses, *, icts: bool) -> Iterator[ThemeLabel]:
    text = paragraph.text
    places: dict[tuple[Framework, str], list[tuple[int, int]]] = {}
    named: set[tuple[Framework, str]] = set()
    for basis, each in _mentions(text, skipped, icts=icts):
        key = (each.framework, each.code)
        places.setdefault(key, []).append((each.start, each.end))
        if basis == "named":
            named.add(key)
    if not places:
        return
    where = WordPlaces(document.source_text, paragraph.spans)
    for key in sorted(places, key=_rank):
        found = sorted(set(places[key]))
        yield ThemeLabel(
            paragraph.id,
            key[0],
            key[1],
            "named" if key in named else "words",
            tuple(dict.fromkeys(text[start:end] for start, end in found)),
            tuple(span for place in found for span in where.locate(*place)),
        )


def _rank(key: tuple[Framework, str]) -> tuple[int, int]:
    return FRAMEWORKS.index(key[0]), theme_codes(key[0]).index(key[1])
