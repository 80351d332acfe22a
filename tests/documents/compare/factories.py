"""Invented documents for the tests of the comparison: the Assembly of Examplia and its plain subjects."""

from collections.abc import Sequence
from dataclasses import replace

from stocktake.documents.model import (
    Coverage,
    Document,
    HeadingData,
    Note,
    NoteMark,
    Paragraph,
    Provenance,
)
from stocktake.values.span import Span

SUBJECTS = (
    "harbour lanterns along the northern quays and the keepers who trim them every evening",
    "village libraries with reading rooms open to shepherds during the long winter months",
    "bicycle workshops in mountain towns that lend tools to apprentices without charge",
    "orchard pollination surveys conducted by schoolchildren beside the river terraces",
    "public fountains whose copper pipes were replaced after the great frost of Examplia",
    "ferry timetables printed in large type for travellers arriving from distant islands",
    "glass recycling depots near market squares and the carts that serve them at dawn",
    "community orchestras rehearsing in disused granaries with borrowed instruments",
    "weather kites flown above lighthouse cliffs to measure sudden gusts before storms",
    "bread ovens shared among neighbours under rules agreed at an annual assembly",
    "footpath signs carved from driftwood by retired carpenters of the coastal guild",
    "mushroom inspectors who advise foragers on poisonous varieties each damp autumn",
    "telegraph museums preserving signalling equipment donated by railway families",
    "snow clearance brigades formed by volunteers wearing orange scarves and felt boots",
)
VERBS = ("Requests", "Invites", "Encourages", "Welcomes", "Notes", "Recognizes", "Stresses")


def paragraph(
    words: str, *, place: str = "1", kind: str = "operative", verb: str | None = None, marks: Sequence[str] = ()
) -> Paragraph:
    """A paragraph with these words; the verb is the first word unless given."""
    return Paragraph(
        id=place,
        kind=kind,  # type: ignore[arg-type]
        number=None if kind == "preambular" else place,
        verb=words.split(" ", 1)[0] if verb is None else verb,
        text=words,
        marks=tuple(NoteMark(mark, len(words)) for mark in marks),
        spans=(),
    )


def document(
    operative: Sequence[str | Paragraph],
    preamble: Sequence[str | Paragraph] = (),
    *,
    notes: dict[str, str] | None = None,
    symbol: str | None = "X/RES/1/1",
) -> Document:
    """A document of these paragraphs, numbered as the UN numbers them; ready-made paragraphs keep their ids."""
    paragraphs, source = _written(
        [
            *(_placed(each, f"P{place}", "preambular") for place, each in enumerate(preamble, 1)),
            *(_placed(each, str(place), "operative") for place, each in enumerate(operative, 1)),
        ]
    )
    return Document(
        data=HeadingData(symbol=symbol),
        source=Provenance("specimen.txt", "text", "0" * 64),
        paragraphs=tuple(paragraphs),
        notes=tuple(
            Note(mark, text, tuple(each.id for each in paragraphs if mark in each.notes), ())
            for mark, text in (notes or {}).items()
        ),
        headings=(),
        annexes=(),
        votes=None,
        coverage=Coverage(0, 0, 0, 0, 0),
        findings=(),
        source_text=source,
    )


def _written(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], str]:
    """The paragraphs with their places in a source text, and that text: one line for each."""
    lines, at = [], 0
    for each in paragraphs:
        lines.append(replace(each, spans=(Span(at, at + len(each.text)),)))
        at += len(each.text) + 1
    return lines, "".join(f"{each.text}\n" for each in paragraphs)


def _placed(each: str | Paragraph, place: str, kind: str) -> Paragraph:
    return each if isinstance(each, Paragraph) else paragraph(each, place=place, kind=kind)


def provision(number: int) -> str:
    """One provision on one subject, unlike every other."""
    return f"{VERBS[number % len(VERBS)]} all municipalities to consider {SUBJECTS[number]};"


def provisions(count: int = 8) -> list[str]:
    """So many provisions, each on its own subject."""
    return [provision(number) for number in range(count)]
