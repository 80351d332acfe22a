"""Figures printed in the texts in force, held against what is published; what cannot hold; what could replace them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from stocktake.publish.report.model import Block, Cell, Run, TablePart
from stocktake.publish.report.sections.matter import Matter, text_source, value_source
from stocktake.publish.report.wording import (
    MOST_ROWS,
    are,
    cell,
    leading,
    number_words,
    paragraph,
    plain,
    points,
    quoted,
    runs,
    short_place,
    table,
)
from stocktake.review.figures.model import Audited, Contradiction, Expired, Replacement, Value
from stocktake.review.words import capital, place_name

_HOLD = frozenset({"supported", "consistent after rounding"})
_OPEN = frozenset({"not checkable", "not bound"})
"""Of these the table says why."""
_COLUMNS = (("Para.", 1.1), ("Printed", 1.6), ("Of whom", 2), ("Verdict", 2), ("Held against", 3.4))
_MOST_POINTS = 12
_BELOW = "It cannot hold together with other figures of the text, as told below."


def figures(matter: Matter) -> Iterator[Block]:
    """The parts of the section."""
    force = {each.key for each in matter.in_force}
    own = [each for each in matter.review.figures.figures if each.text in force]
    if not own:
        yield paragraph("No figure about the world was found in the texts in force.")
    else:
        yield paragraph(_summary(matter, own))
        yield audit_table(f"Figures printed in {matter.names_in_force()}", matter, own[:MOST_ROWS])
    troubled = [each for each in own if any(one.verdict not in _HOLD | _OPEN for one in each.verdicts)]
    if troubled:
        yield paragraph("The following do not simply hold:")
        yield from points((_point(matter, each) for each in troubled), _MOST_POINTS, "in the table")
    yield from _cannot_hold(matter, [each for each in matter.review.figures.contradictions if each.text in force])
    yield from _expired(matter, [each for each in matter.review.figures.expired if each.text in force])
    yield from _replacements(matter, [each for each in matter.review.figures.replacements if each.text in force])


def _summary(matter: Matter, own: Sequence[Audited]) -> str:
    counts = Counter(verdict.verdict for each in own for verdict in each.verdicts)
    said = ", ".join(f"{name} ({number})" for name, number in counts.most_common())
    words = f"{leading(len(own), 'figure')} about the world {are(len(own))} printed in "
    words += (
        f"{matter.names_in_force()}. Each was held against the statistics held and the figures of publications "
    )
    return f"{words}on record. Several verdicts may hold of one figure: {said}."


def audit_table(title: str, matter: Matter, own: Sequence[Audited]) -> TablePart:
    """Figures with their verdicts and what they are held against."""
    made = table(title, _COLUMNS, [_row(matter, each) for each in own])
    sources = dict.fromkeys(text_source(each.text) for each in own)
    return replace(made, sources=tuple(sources))


def _row(matter: Matter, each: Audited) -> tuple[Cell, ...]:
    figure, bound = each.figure, each.binding.bound
    whom = ", ".join(part for part in (figure.group, figure.sex, figure.location, str(figure.year or "")) if part)
    return (
        cell(capital(short_place(figure.paragraph))),
        cell(quoted(figure.printed, matter.language(each.text))),
        cell(whom),
        cell("; ".join(verdict.verdict for verdict in each.verdicts)),
        cell(value_words(bound)) if bound else cell(matter.said(each.binding.because)),
    )


def value_words(value: Value) -> str:
    """A published value: ``93 per cent (2024), edition, released on …``."""
    source = value_source(value).words
    return f"{value.value:g} {value.unit} ({value.period}), {source}"


def _point(matter: Matter, each: Audited) -> tuple[Run, ...]:
    figure = each.figure
    against = tuple(
        dict.fromkeys(
            value_source(one) for verdict in each.verdicts for one in verdict.against if isinstance(one, Value)
        )
    )
    told = " ".join(
        f"{capital(verdict.verdict)}: {matter.said(_once(matter, verdict.because))}"
        for verdict in each.verdicts
        if verdict.verdict not in _HOLD
    )
    return runs(
        f"{capital(place_name(figure.paragraph))} of {matter.name(each.text)}, ",
        quoted(figure.printed, matter.language(each.text), text_source(each.text, figure.paragraph)),
        plain(f". {told}", *against),
    )


def _once(matter: Matter, because: str) -> str:
    """Why a verdict holds; what is said below of figures that cannot all hold is not said here too."""
    for each in matter.review.figures.contradictions:
        because = because.replace(each.because, _BELOW)
    return because


def _cannot_hold(matter: Matter, found: Sequence[Contradiction]) -> Iterator[Block]:
    if found:
        yield paragraph("The following figures of one text cannot all hold:")
        yield from points(
            (
                runs(
                    f"{capital(matter.name(each.text))}. ",
                    plain(
                        matter.said(each.because),
                        *dict.fromkeys(text_source(one.text, one.paragraph) for one in each.places),
                    ),
                )
                for each in found
            ),
            _MOST_POINTS,
            "in the table",
        )


def _expired(matter: Matter, found: Sequence[Expired]) -> Iterator[Block]:
    if found:
        yield paragraph("The following targets are named although their year has passed:")
        yield from points((_target(matter, each) for each in found), _MOST_POINTS, "in the section on elements")


def _target(matter: Matter, each: Expired) -> tuple[Run, ...]:
    return runs(
        f"{capital(place_name(each.paragraph))} of {matter.name(each.text)}: ",
        quoted(each.quote, matter.language(each.text), text_source(each.text, each.paragraph)),
        f". {matter.said(each.because)}",
    )


def _replacements(matter: Matter, found: Sequence[Replacement]) -> Iterator[Block]:
    if not found:
        yield paragraph(
            "No newer value of the same series and group is held for a figure printed, so that no sentence with "
            "another "
            "number is offered."
        )
        return
    number = len(found)
    yield paragraph(
        f"For {number_words(number)} of them the statistics held have a newer value. The text's own words would "
        "then read as "
        "follows; these are options, not advice:"
    )
    yield from points(
        (replacement_runs(matter, each) for each in found), _MOST_POINTS, "in the section on elements"
    )


def replacement_runs(matter: Matter, each: Replacement) -> tuple[Run, ...]:
    """A sentence's words with the newer number, and what it rests on."""
    language = matter.language(each.text)
    return runs(
        f"{capital(place_name(each.paragraph))} of {matter.name(each.text)}: ",
        quoted(each.old, language, text_source(each.text, each.paragraph)),
        " could read ",
        bold_new(each.new),
        plain(f". {matter.said(each.because)}", value_source(each.source)),
    )


def bold_new(words: str) -> Run:
    """Words that could stand in a text, and stand in none."""
    return Run(words, "bold")
