"""Commands on what texts ask: commitments, calendar and health."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stocktake.cli.dates import date_of
from stocktake.cli.options import AsOfOption, JsonOption, TextArgument, WorkspaceOption
from stocktake.cli.output import put, put_json, put_page, say
from stocktake.cli.texts import find_document

if TYPE_CHECKING:
    from stocktake.documents.model import Document
    from stocktake.review.asked import Asked


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
    strength: Annotated[StrengthChoice | None, typer.Option("--strength", help="Only what is asked so.")] = None,
    theme: Annotated[
        str | None, typer.Option("--theme", metavar="CODE", help='Only this theme: C2, "SDG 9", "GDC 1".')
    ] = None,
    due_by: Annotated[
        datetime | None,
        typer.Option("--due-by", formats=["%Y-%m-%d"], metavar="DATE", help="Only what is due by this day."),
    ] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """List who is asked to do what, through whom and by when.

    Example: stocktake commitments 80/118 --addressee ITU
    """
    from stocktake.review.asked import Wanted, list_asked, narrow

    form = _one_form({Form.JSON: as_json, Form.CSV: as_csv, Form.ICS: as_ics, Form.HTML: as_html}, xlsx)
    document = find_document(text, workspace)
    day = date_of(as_of)
    wanted = Wanted(
        addressee, naming, strength.value if strength else None, theme, due_by.date() if due_by else None
    )
    asked = narrow(list_asked(document, day), wanted)
    if xlsx is not None:
        _write_xlsx(asked, xlsx)
    else:
        _PRINT[form](document, asked, day)


def _one_form(asked: dict[Form, bool], file: Path | None) -> Form | None:
    forms = [form for form, wanted in asked.items() if wanted]
    if len(forms) + (file is not None) > 1:
        message = f"choose one of {', '.join(asked)}, --xlsx FILE"
        raise typer.BadParameter(message)
    return forms[0] if forms else None


def _put_json(document: "Document", asked: "Sequence[Asked]", _day: date) -> None:
    from stocktake.publish.commitments_json import commitments_to_json

    put_json(commitments_to_json(document.data.symbol, asked))


def _put_csv(_document: "Document", asked: "Sequence[Asked]", _day: date) -> None:
    from stocktake.publish.commitments_csv import commitments_csv

    put(commitments_csv(asked))


def _put_html(document: "Document", asked: "Sequence[Asked]", day: date) -> None:
    from stocktake.publish.commitments_html import render_commitments_html

    put(render_commitments_html(document, asked, day))


def _put_page(document: "Document", asked: "Sequence[Asked]", day: date) -> None:
    from stocktake.publish.commitments_terminal import render_commitments

    put_page(render_commitments(document.data.symbol or document.source.name, asked, day))


def _put_ics(document: "Document", asked: "Sequence[Asked]", day: date) -> None:
    raise NotImplementedError


_PRINT: dict[Form | None, "Callable[[Document, Sequence[Asked], date], None]"] = {
    Form.JSON: _put_json,
    Form.CSV: _put_csv,
    Form.ICS: _put_ics,
    Form.HTML: _put_html,
    None: _put_page,
}


def _write_xlsx(asked: "Sequence[Asked]", file: Path) -> None:
    from stocktake.publish.commitments_xlsx import commitments_xlsx
    from stocktake.workspace.atomic import write_whole

    write_whole(file, commitments_xlsx(asked))
    say(f"written: {file}")
