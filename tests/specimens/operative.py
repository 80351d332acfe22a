"""Documents of operative paragraphs made by hand, with spans that hold: for the tests of themes and of health."""

from dataclasses import replace

from laid_out import make_document

from stocktake.documents.model import Document, Paragraph


def operative(
    *words: str,
    preamble: tuple[str, ...] = (),
    title: str = "Lanterns of Examplia",
    adopted: str | None = "2044-12-15",
    symbol: str | None = "A/RES/99/1",
) -> Document:
    """A text of these paragraphs, numbered; ``(a) ...`` is an item of the paragraph before it."""
    made = make_document(
        [*preamble, *(each.partition(") ")[2] if each.startswith("(") else each for each in words)]
    )
    paragraphs = list(made.paragraphs[: len(preamble)])
    number = 0
    for each, paragraph in zip(words, made.paragraphs[len(preamble) :], strict=True):
        item = each.startswith("(")
        number += not item
        place = f"{number}{each.partition(' ')[0]}" if item else str(number)
        paragraphs.append(_placed(paragraph, place, item=item))
    data = replace(made.data, title=title, adopted=adopted, symbol=symbol, language="en", status="adopted")
    return replace(made, data=data, paragraphs=tuple(paragraphs))


def _placed(paragraph: Paragraph, place: str, *, item: bool) -> Paragraph:
    verb = "" if item else paragraph.verb
    return replace(paragraph, id=place, number=place, kind="item" if item else "operative", verb=verb)
