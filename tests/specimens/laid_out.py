"""Documents made by hand for the tests of the finders: a source text is laid out, and the spans are right by it."""

from collections.abc import Mapping, Sequence

from stocktake.documents.model import Coverage, Document, HeadingData, Note, Paragraph, Provenance
from stocktake.values.span import Span, squeeze

BREAK = "|"


def make_document(
    paragraphs: Sequence[str] = (),
    notes: Mapping[str, str] | None = None,
    *,
    symbol: str | None = "X/RES/9/1",
    organ: str | None = "General Assembly",
) -> Document:
    """A document with these paragraphs, ``P1``, ``P2``, and notes by their marks.

    A ``|`` in the words is where a page break interrupts them: the source text has a line of furniture there, and the
    passage has two spans. Line breaks in the words stay in the source text.
    """
    source = ""
    made: list[Paragraph] = []
    for number, words in enumerate(paragraphs, 1):
        source, spans = _lay_out(source, words)
        text = squeeze(words.replace(BREAK, ""))
        verb = text.split(" ")[0]
        made.append(Paragraph(f"P{number}", "preambular", None, verb, text, (), spans))
    noted: list[Note] = []
    for mark, words in (notes or {}).items():
        source, spans = _lay_out(f"{source}{mark} ", words)
        noted.append(Note(mark, squeeze(words.replace(BREAK, "")), (), spans))
    return Document(
        data=HeadingData(symbol=symbol, organ=organ),
        source=Provenance("made.txt", "text", "0" * 64),
        paragraphs=tuple(made),
        notes=tuple(noted),
        headings=(),
        annexes=(),
        votes=None,
        coverage=Coverage(len(source), len(source), 0, 0, 0),
        findings=(),
        source_text=source,
    )


def _lay_out(source: str, words: str) -> tuple[str, tuple[Span, ...]]:
    spans: list[Span] = []
    for piece in words.split(BREAK):
        if spans:
            source += "\n2/9 The Assembly of Examplia\n"
        spans.append(Span(len(source), len(source) + len(piece)))
        source += piece
    return f"{source}\n\n", tuple(spans)
