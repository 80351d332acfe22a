"""Invented texts with figures, and invented published values, for the tests of the figure audit."""

from datetime import date

from workshop import document

from stocktake.documents.find.figures import Figure, find_figures
from stocktake.documents.model import Document
from stocktake.documents.threads.model import Threads
from stocktake.review.figures.case import AuditText, Case
from stocktake.review.figures.model import Basis, Binding, Value
from stocktake.values.interval import decimals_of, rounded
from stocktake.values.ordinal import ordinal_words

AS_OF = date(2045, 1, 15)


def resolution_of(*paragraphs: str, session: int = 98, note: str = "") -> Document:
    """An invented resolution with a preamble of one paragraph, these operative paragraphs, and a note where marked ¹."""
    day = f"12 December {session + 1945}"
    body = [f"{number}. {each}" for number, each in enumerate(paragraphs, 1)]
    lines = [
        "General Assembly",
        f"Distr.: General\n{day}",
        f"{ordinal_words(session).capitalize()} session",
        "Agenda item 7",
        f"Resolution adopted by the General Assembly on {day}",
        f"{session}/90{session - 90}. Kites for sustainable development",
        "The General Assembly,",
        "Bearing in mind the Kite Charter of Examplia,",
        *body,
        f"5th plenary meeting\n{day}",
        *([f"¹ {note}"] if note else []),
    ]
    return document("\n\n".join(lines) + "\n", f"{session}.txt")


def published(  # noqa: PLR0913 - every part of a value that a test may turn
    value: float,
    year: int,
    day: str | None = None,
    *,
    area: str = "WLD",
    sex: str | None = None,
    basis: Basis = "headline",
    is_sure: bool = True,
) -> Value:
    """A value of Internet use in the Example Facts of some year, or in an example series of that day."""
    out = date.fromisoformat(day) if day else None
    return Value(
        basis=basis,
        indicator="17.8.1",
        area=area,
        sex=sex,
        location=None,
        period=str(year),
        value=value,
        unit="per cent",
        range=rounded(value, decimals_of(f"{value:g}")),
        edition=f"Example Facts {out.year if out else year}" if basis == "headline" else "Example Bureau, use.csv",
        published=out,
        population=None,
        source="use.csv, row 3" if basis == "series" else "invented",
        is_sure=is_sure,
    )


def audit_text(
    text: Document, values: tuple[Value, ...] = (), threads: Threads | None = None, key: str | None = None
) -> AuditText:
    """A text whose figures are bound to the latest value that was out and is of the same area and sex."""
    figures = find_figures(text)
    day = date.fromisoformat(text.data.adopted or "2045-01-15")
    bindings = [_bind(each, values, day) for each in figures]
    return AuditText.of(key or text.name, text, figures, bindings, threads)


def _bind(figure: Figure, values: tuple[Value, ...], day: date) -> Binding:
    same = tuple(each for each in values if (each.area, each.sex) == (figure.area, figure.sex))
    out = [each for each in same if each.published is None or each.published <= day] or list(same)
    if figure.year:
        out = [each for each in out if each.period == str(figure.year)]
    if not out or figure.kind != "level" or figure.indicator is None:
        return Binding(None, "Nothing is published of it.")
    return Binding(max(out, key=lambda each: each.period), "Invented.", same, figure.negated)


def case(words: str, *values: Value, session: int = 98, as_of: date = AS_OF) -> Case:
    """The case of the first figure of a paragraph."""
    text = audit_text(resolution_of(words, session=session), values)
    return Case(text, text.figures[0], text.bindings[0], as_of)
