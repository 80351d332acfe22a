"""Documents to write and read back: one that is plain and fictitious, and as many random ones as a test wants."""

from datetime import date

import pytest
from hypothesis import strategies as st

from stocktake.documents.model import (
    Annex,
    Coverage,
    Document,
    Heading,
    HeadingData,
    Note,
    NoteMark,
    Paragraph,
    Provenance,
    Votes,
)
from stocktake.findings import Code, Finding
from stocktake.values.span import Span

SOURCE = (
    "X/RES/7/12 Lamps\f\n"
    "The Assembly of Examplia, Recalling its lamps,1 1. Requests the Keeper: (a) To light them;1 "
    "(b) To count them,* namely: (i) The green;\n"
    "II Of oil 1. Decides to buy oil. 3rd plenary meeting\n"
    "1 See X/RES/6/1. * Twice a day. 2 After the close.\n"
)


def span(words: str) -> tuple[Span, ...]:
    start = SOURCE.index(words)
    return (Span(start, start + len(words)),)


SPECIMEN = Document(
    data=HeadingData(
        symbol="X/RES/7/12",
        title="Lamps & oil",
        organ="Assembly of Examplia",
        session=7,
        agenda_item="3 (b)",
        status="adopted",
        adopted="2031-02-04",
        distributed="2031-02-09",
        committee_report="X/7/55",
        plenary="3rd",
        language="en",
        committee="Lamp Committee",
    ),
    source=Provenance("lamps.txt", "text", "ab" * 32),
    paragraphs=(
        Paragraph(
            "P1",
            "preambular",
            None,
            "Recalling",
            "Recalling its lamps,",
            (NoteMark("1", 20),),
            span("Recalling its lamps,"),
        ),
        Paragraph("1", "operative", "1", "Requests", "Requests the Keeper:", (), span("Requests the Keeper:")),
        Paragraph("1(a)", "item", "1(a)", "", "To light them;", (NoteMark("1", 14),), span("To light them;")),
        Paragraph(
            "1(b)",
            "item",
            "1(b)",
            "",
            "To count them, namely:",
            (NoteMark("*", 14),),
            (*span("To count them,"), *span(" namely:")),
        ),
        Paragraph("1(b)(i)", "item", "1(b)(i)", "", "The green;", (), span("The green;")),
        Paragraph("II.1", "operative", "1", "Decides", "Decides to buy oil.", (), span("Decides to buy oil.")),
    ),
    notes=(
        Note("1", "See X/RES/6/1.", ("P1", "1(a)"), span("See X/RES/6/1.")),
        Note("*", "Twice a day.", ("1(b)",), span("Twice a day.")),
        Note("2", "After the close.", (), span("After the close.")),
    ),
    headings=(Heading("II", "II.1"), Heading("Of oil", "II.1")),
    annexes=(Annex("Annex", "Kinds of lamp", ()),),
    votes=Votes(9, 1, 2),
    coverage=Coverage(len(SOURCE), 100, 50, 20, 0, (Span(16, 17),)),
    findings=(Finding(Code.UNEXPLAINED_TEXT, "document", "One character was not explained."),),
    source_text=SOURCE,
)

# Words, what XML minds, what XML cannot hold, our own escape, and what white space can be.
words = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab (.)<>&\"'\t\n\r\x00\x0c\x1f\x85\u241b0C\ufffe\ud800\u2028é漢𝔘"), st.characters()
    ),
    max_size=12,
)
names = st.one_of(st.none(), words)
days = st.one_of(st.none(), st.dates(min_value=date(1946, 1, 1)).map(date.isoformat))
marks = st.sampled_from(["1", "2", "*", "a<"])
counts = st.integers(min_value=0, max_value=9999)
ids = st.one_of(
    st.sampled_from(
        ["P1", "P2", "P2(a)", "1", "1(a)", "1(a)(i)", "1(b)", "2", "II.1", "II.1(a)", "II.2", "III.1"]
    ),
    words,
)


@st.composite
def spans_of(draw: st.DrawFn, source: str) -> tuple[Span, ...]:
    ends = sorted(draw(st.lists(st.integers(0, len(source)), max_size=4)))
    return tuple(Span(start, end) for start, end in zip(ends[::2], ends[1::2], strict=False))


@st.composite
def paragraphs_of(draw: st.DrawFn, source: str) -> Paragraph:
    text = draw(words)
    verb = draw(st.one_of(st.just(""), st.integers(0, len(text)).map(lambda end: text[:end]), words))
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=3)))
    return Paragraph(
        id=draw(ids),
        kind=draw(st.sampled_from(["preambular", "operative", "item"])),
        number=draw(names),
        verb=verb,
        text=text,
        marks=tuple(NoteMark(draw(marks), place) for place in places),
        spans=draw(spans_of(source)),
    )


@st.composite
def any_document(draw: st.DrawFn) -> Document:
    source = draw(words)
    data = st.builds(
        HeadingData,
        symbol=st.one_of(st.sampled_from(["A/RES/7/12", "A/RES/217(III)[A]", "A/C.9/7/L.4"]), names),
        title=names,
        organ=st.one_of(st.just("General Assembly"), names),
        session=st.one_of(st.none(), st.integers()),
        agenda_item=names,
        status=st.sampled_from(["adopted", "draft"]),
        adopted=days,
        distributed=days,
        committee_report=names,
        plenary=names,
        language=st.one_of(st.just("en"), names),
        committee=names,
        based_on=names,
        draft_label=names,
    )
    each_of = st.lists(ids, max_size=3).map(tuple)
    return Document(
        data=draw(data),
        source=draw(st.builds(Provenance, words, st.sampled_from(["text", "pdf", "docx", "html", "akn"]), words)),
        paragraphs=tuple(draw(st.lists(paragraphs_of(source), max_size=6))),
        notes=tuple(draw(st.lists(st.builds(Note, marks, words, each_of, spans_of(source)), max_size=3))),
        headings=tuple(
            draw(
                st.lists(
                    st.builds(Heading, st.one_of(st.just("II"), words), st.one_of(st.none(), ids)), max_size=3
                )
            )
        ),
        annexes=tuple(draw(st.lists(st.builds(Annex, words, words, spans_of(source)), max_size=2))),
        votes=draw(st.one_of(st.none(), st.builds(Votes, counts, counts, counts))),
        coverage=draw(st.builds(Coverage, st.just(len(source)), counts, counts, counts, counts, spans_of(source))),
        findings=tuple(draw(st.lists(st.builds(Finding, st.sampled_from(Code), words, words, words), max_size=2))),
        source_text=source,
    )


@pytest.fixture(scope="session")
def specimen() -> Document:
    """A small resolution of an assembly that does not exist, with something of everything."""
    return SPECIMEN


@pytest.fixture(scope="session")
def documents() -> st.SearchStrategy[Document]:
    """Random documents, far wilder than any real one: any ids, any characters, any order."""
    return any_document()
