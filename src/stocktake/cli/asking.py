"""Commands on what texts ask: commitments, calendar and health."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stocktake.cli.dates import date_of
from stocktake.cli.options import AsOfOption, JsonOption, TextArgument, WorkspaceOption, parse_day
from stocktake.cli.output import put, put_json, put_page, say
from stocktake.cli.reviewing import make_review
from stocktake.cli.texts import (
    corrections_here,
    find_document,
    holdings_here,
    is_workspace,
    open_workspace,
    say_what_is_not_searched,
    symbol_or_name,
)
from stocktake.errors import NotFoundError, nearest

if TYPE_CHECKING:
    from stocktake.documents.model import Document
    from stocktake.review import Review
    from stocktake.review.asked import Asked
    from stocktake.review.health_model import Health
    from stocktake.review.model import Text


class StrengthChoice(StrEnum):
    """How strongly something can be asked."""

    DECIDES = "decides"
    REQUESTS = "requests"
    URGES = "urges"
    CALLS_UPON = "calls upon"
    INVITES = "invites"
    ENCOURAGES = "encourages"
    STRESSES = "stresses"
    OTHER = "other"


class Form(StrEnum):
    """The forms in which duties go to standard output."""

    JSON = "--json"
    CSV = "--csv"
    ICS = "--ics"
    HTML = "--html"


def commitments(  # noqa: PLR0913, PLR0917 - every option of a command is a parameter of its function
    text: TextArgument,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print a table: Paragraph, Action requested, …")] = False,
    as_ics: Annotated[bool, typer.Option("--ics", help="Print the dated ones for a calendar program.")] = False,
    as_html: Annotated[bool, typer.Option("--html", help="Print a page for the browser.")] = False,
    xlsx: Annotated[Path | None, typer.Option("--xlsx", metavar="FILE", help="Write a workbook.")] = None,
    addressee: Annotated[
        str | None, typer.Option("--addressee", metavar="NAME", help="Only what is asked of this body or class.")
    ] = None,
    naming: Annotated[
        str | None,
        typer.Option("--naming", metavar="NAME", help="Only what names it: asked, going between, or receiving."),
    ] = None,
    strength: Annotated[
        StrengthChoice | None,
        typer.Option("--strength", metavar="WORD", help=f"Only what is asked so: {', '.join(StrengthChoice)}."),
    ] = None,
    theme: Annotated[
        str | None, typer.Option("--theme", metavar="CODE", help='Only this theme: C2, "SDG 9", "GDC 1".')
    ] = None,
    due_by: Annotated[
        datetime | None,
        typer.Option("--due-by", parser=parse_day, metavar="DATE", help="Only what is due by this day."),
    ] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """List who is asked to do what, through whom and by when.

    Example: stocktake commitments 80/118 --addressee ITU
    """
    from stocktake.frameworks.themes import checked_theme
    from stocktake.review.asked import Wanted, list_asked, narrow

    form = _one_form({Form.JSON: as_json, Form.CSV: as_csv, Form.ICS: as_ics, Form.HTML: as_html}, xlsx)
    document = find_document(text, workspace)
    day = date_of(as_of, holdings_here(workspace))
    wanted = Wanted(
        addressee,
        naming,
        strength.value if strength else None,
        checked_theme(theme) if theme else None,
        due_by.date() if due_by else None,
    )
    all_asked = list_asked(document, day, corrections_here(workspace, day))
    asked = narrow(all_asked, wanted)
    _say_what_is_missing(document, all_asked, asked)
    if xlsx is not None:
        _write_xlsx(asked, xlsx)
    else:
        _PRINT[form](document, _Chosen(asked, day, all_asked if wanted != Wanted() else ()))


def _say_what_is_missing(document: "Document", every: "Sequence[Asked]", chosen: "Sequence[Asked]") -> None:
    """Say that nothing was chosen, and what of the text is not searched."""
    if every and not chosen:
        say(
            f"none of the {len(every)} duties is as wanted; --naming NAME also looks at who goes between or receives"
        )
    say_what_is_not_searched(document)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The duties to print, the date of their states, and all of which they were chosen, if they were."""

    asked: "Sequence[Asked]"
    day: date
    among: "Sequence[Asked]"


def _one_form(asked: dict[Form, bool], file: Path | None) -> Form | None:
    forms = [form for form, wanted in asked.items() if wanted]
    if len(forms) + (file is not None) > 1:
        message = f"choose one of {', '.join(asked)}, --xlsx FILE"
        raise typer.BadParameter(message)
    return forms[0] if forms else None


def _put_json(document: "Document", chosen: _Chosen) -> None:
    from stocktake.publish.commitments_json import commitments_to_json

    put_json(commitments_to_json(document.data.symbol, chosen.asked))


def _put_csv(_document: "Document", chosen: _Chosen) -> None:
    from stocktake.publish.commitments_csv import commitments_csv

    put(commitments_csv(chosen.asked))


def _put_html(document: "Document", chosen: _Chosen) -> None:
    from stocktake.publish.commitments_html import render_commitments_html

    put(render_commitments_html(document, chosen.asked, chosen.day))


def _put_page(document: "Document", chosen: _Chosen) -> None:
    from stocktake.publish.commitments_terminal import render_commitments

    put_page(render_commitments(document.name, chosen.asked, chosen.day, chosen.among))


def _put_ics(document: "Document", chosen: _Chosen) -> None:
    from stocktake.publish.calendar_ics import calendar_ics
    from stocktake.review.calendar import TextDates, build_calendar

    dates = TextDates(document.name, [each.commitment for each in chosen.asked])
    put(calendar_ics(build_calendar([dates], chosen.day)).decode("utf-8"))


_PRINT: dict[Form | None, "Callable[[Document, _Chosen], None]"] = {
    Form.JSON: _put_json,
    Form.CSV: _put_csv,
    Form.ICS: _put_ics,
    Form.HTML: _put_html,
    None: _put_page,
}


def calendar(
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print a table for a spreadsheet.")] = False,
    as_ics: Annotated[bool, typer.Option("--ics", help="Print a calendar file (RFC 5545).")] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """List what the texts in force date: duties, events, sessions.

    Example: stocktake calendar --as-of 2026-11-22 --ics > dates.ics
    """
    from stocktake.publish.calendar_csv import calendar_csv
    from stocktake.publish.calendar_ics import calendar_ics
    from stocktake.publish.calendar_json import calendar_to_json
    from stocktake.publish.calendar_terminal import render_calendar

    if as_json + as_csv + as_ics > 1:
        message = "choose one of --json, --csv, --ics"
        raise typer.BadParameter(message)
    dated = make_review(open_workspace(workspace), as_of).calendar
    if as_json:
        put_json(calendar_to_json(dated))
    elif as_csv:
        put(calendar_csv(dated))
    elif as_ics:
        put(calendar_ics(dated).decode("utf-8"))
    else:
        put_page(render_calendar(dated))


def health(
    text: Annotated[
        str | None,
        typer.Argument(metavar="[FILE|SYMBOL]", help="A file, or a text that is held; else all texts in force."),
    ] = None,
    as_of: AsOfOption = None,
    rules: Annotated[
        list[str] | None,
        typer.Option("--rule", metavar="NAME", help="Only this rule, also one that is off; may be repeated."),
    ] = None,
    as_json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Show what a drafter may want to look at in a text or in all.

    Such as no addressee, no deadline, dates that are over, repetition.

    Example: stocktake health 80/118 --rule date-expired
    """
    from rich.console import Group

    from stocktake.frameworks.health import choose_health_rules
    from stocktake.publish.health_json import health_to_json
    from stocktake.publish.health_terminal import render_health

    chosen = frozenset(rules) if rules else None
    choose_health_rules(chosen)
    alone = text if text and (Path(text).exists() or not is_workspace(workspace)) else None
    found = _assess_file(alone, as_of, chosen) if alone else None
    if found is None:
        found = _assess_held(make_review(open_workspace(workspace), as_of), text, chosen)
    if not found:
        say("no text in force is held on this date; add one: stocktake add FILE")
    if as_json:
        put_json([health_to_json(each) for each in found] if text is None else health_to_json(found[0]))
    else:
        put_page(Group(*(render_health(each) for each in found)))


def _assess_file(file: str, as_of: datetime | None, rules: frozenset[str] | None) -> "list[Health]":
    """The health of a text that is looked at alone."""
    from stocktake.documents.commitments import find_commitments
    from stocktake.review.health import assess_health, mandate_facts

    document = find_document(file, None)
    return [assess_health(mandate_facts(document, date_of(as_of), find_commitments(document)), rules)]


def _assess_held(made: "Review", symbol: str | None, rules: frozenset[str] | None) -> "list[Health]":
    """The health of a text that is held, in its chain; of all texts in force where none is named."""
    from stocktake.review.mandates import Setting, health_of

    held = {text.key: text for text in made.texts if text.used}
    keys = [_held_key(symbol, held)] if symbol else [key for key in held if key in made.duties.in_force]
    return [health_of(held[key], Setting.of(made), rules) for key in keys]


def _held_key(named: str, held: "Mapping[str, Text]") -> str:
    key = symbol_or_name(named)
    if key not in held:
        raise NotFoundError(
            expected="a text that is held",
            came=f"{key} is not",
            choices=nearest(key, list(held)) or list(held)[:3],
            advice="Name one of these, or add the text: stocktake add FILE",
        )
    return key


def _write_xlsx(asked: "Sequence[Asked]", file: Path) -> None:
    from stocktake.atomic import write_whole
    from stocktake.publish.commitments_xlsx import commitments_xlsx

    write_whole(file, commitments_xlsx(asked))
    say(f"written: {file}")
