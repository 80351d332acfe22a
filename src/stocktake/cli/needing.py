"""Commands on needs and offers: both views, template, add, list, export, withdraw, mismatch."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from uuid import UUID, uuid4

import typer

from stocktake.cli.dates import date_of, is_example, moment_of
from stocktake.cli.options import (
    AsOfOption,
    BecauseOption,
    ByOption,
    DayOption,
    JsonOption,
    WorkspaceOption,
)
from stocktake.cli.output import put, put_json, put_page, say
from stocktake.cli.taking import take_in, write_as
from stocktake.cli.texts import open_workspace
from stocktake.errors import NotFoundError
from stocktake.values.moment import end_of

if TYPE_CHECKING:
    from stocktake.register.form import Form

needs = typer.Typer(
    name="needs",
    help="Needs and offers: who can help a country, and what nobody offers or nobody asked for.",
    invoke_without_command=True,
    rich_markup_mode=None,
)


class Kind(StrEnum):
    """Of which records a table is."""

    NEEDS = "needs"
    OFFERS = "offers"
    MISMATCHES = "mismatches"


ForOption = Annotated[Kind, typer.Option("--for", help="Of which a CSV file or a workbook is.")]


@needs.callback()
def view(  # noqa: PLR0913, PLR0917 - every option of a command is a parameter of its function
    context: typer.Context,
    area: Annotated[
        str | None,
        typer.Option("--area", metavar="CODE", help="A country or area, a region or a group (ZMB, Zambia, LDC)."),
    ] = None,
    provider: Annotated[
        str, typer.Option("--provider", metavar="NAME", help="Providers with these words in the name.")
    ] = "",
    as_json: JsonOption = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV to standard output.")] = False,
    as_of: AsOfOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Show needs and offers: of a country, who can help and why; by policy area, what is unmet and over-supplied.

    Example: stocktake needs --area ZMB
    """
    if context.invoked_subcommand is not None:
        if area or provider or as_json or as_csv or as_of:
            message = f"write the options of {context.invoked_subcommand!r} after its name"
            raise typer.BadParameter(message)
        context.find_root().obj = workspace
        return
    if as_json and as_csv:
        message = "choose one of --json, --csv"
        raise typer.BadParameter(message)
    from stocktake.review.needs import Chosen, view_needs
    from stocktake.workspace.register_file import all_records

    opened = open_workspace(workspace)
    day = date_of(as_of, opened.holdings)
    chosen = Chosen(_area(area, example=is_example(opened.holdings)) if area else None, provider.strip())
    records = all_records(opened.folder, end_of(day))
    made = view_needs(records.needs, records.offers, day, chosen, records.mismatches)
    if as_json:
        from stocktake.publish.needs_json import needs_to_json

        put_json(needs_to_json(made))
    elif as_csv:
        from stocktake.publish.needs_csv import needs_csv

        put(needs_csv(made))
    else:
        from stocktake.publish.needs_terminal import render_needs

        put_page(render_needs(made))


def _area(text: str, *, example: bool) -> str:
    """The code of the country, area, region or group that ``text`` names; of invented ones only in the example.

    Raises:
        NotFoundError: It names none whose members are known.
    """
    from stocktake.frameworks.areas import area_of, nearest_areas
    from stocktake.register.needs_fields import eligible_choices

    code = area_of(text)
    if code is not None and code in eligible_choices():
        return code
    raise NotFoundError(
        expected="a country or area, a region or a group",
        came=f"{text!r} is none" if code is None else f"the members of {text!r} are not known",
        choices=nearest_areas(text, example=example) if code is None else (),
        advice="List them: stocktake frameworks areas, stocktake frameworks groups",
    )


def _form(kind: Kind) -> "Form":
    from stocktake.register.mismatch import MISMATCHES
    from stocktake.register.need import NEEDS
    from stocktake.register.offer import OFFERS

    return {Kind.NEEDS: NEEDS, Kind.OFFERS: OFFERS, Kind.MISMATCHES: MISMATCHES}[kind]


@needs.command()
def template(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE.xlsx|.csv|.json", help="Where to; else CSV to standard output.")
    ] = None,
    kind: ForOption = Kind.NEEDS,
) -> None:
    """Write the form for needs, for offers or for mismatches, with an example that is never taken in.

    Example: stocktake needs template offers.xlsx --for offers
    """
    from stocktake.documents.formats.document_json import dump_json
    from stocktake.publish.needs_json import template_to_json
    from stocktake.publish.needs_xlsx import needs_form_xlsx
    from stocktake.register.form_table import form_csv

    form = _form(kind)
    if file is None:
        put(form_csv(form).decode("utf-8-sig"))
        return
    forms: dict[str, Callable[[], bytes]] = {
        ".xlsx": partial(needs_form_xlsx, form),
        ".csv": partial(form_csv, form),
        ".json": lambda: dump_json(template_to_json(form)).encode(),
    }
    write_as(file, forms)
    say(f"written: {file}")


@needs.command()
def add(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A workbook (XLSX), CSV or JSON; told by its content.")
    ],
    by: ByOption,
    workspace: WorkspaceOption = None,
) -> None:
    """Take needs and offers in: all of the file, or nothing. Every problem is listed with its place.

    Example: stocktake needs add needs.xlsx --by "A. Person"
    """
    take_in(file, by, workspace)


@needs.command(name="list")
def list_(
    as_json: JsonOption = False,
    as_of: DayOption = None,
    history: Annotated[bool, typer.Option("--history", help="Replaced and withdrawn records too.")] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """List what is recorded, needs, offers and mismatches, with the ids by which a record is replaced or withdrawn.

    Example: stocktake needs list --history
    """
    from stocktake.publish.needs_json import records_to_json
    from stocktake.publish.needs_terminal import render_records
    from stocktake.workspace.register_file import all_records

    day = as_of.date() if as_of else None
    recorded = all_records(open_workspace(workspace).folder, end_of(day) if day else None)
    if as_json:
        put_json(records_to_json(recorded.needs, recorded.offers, recorded.mismatches, day, history=history))
        return
    put_page(render_records(_form(Kind.NEEDS), recorded.needs, history=history))
    put_page(render_records(_form(Kind.OFFERS), recorded.offers, history=history))
    if recorded.mismatches:
        put_page(render_records(_form(Kind.MISMATCHES), recorded.mismatches, history=history))


@needs.command()
def export(
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="FILE", help="FILE.json, .csv or .xlsx; else JSON to standard output."),
    ] = None,
    kind: ForOption = Kind.NEEDS,
    as_of: DayOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Write everything that was taken in, history included; `stocktake needs add` takes it in again.

    Example: stocktake needs export --to needs-and-offers.json
    """
    from stocktake.documents.formats.document_json import dump_json
    from stocktake.publish.form_xlsx import records_xlsx
    from stocktake.publish.needs_json import export_to_json
    from stocktake.register.form_table import print_records
    from stocktake.workspace.register_file import all_records

    recorded = all_records(open_workspace(workspace).folder, end_of(as_of.date()) if as_of else None)
    whole = export_to_json(recorded.needs, recorded.offers, recorded.mismatches)
    if to is None:
        put_json(whole)
        return
    form = _form(kind)
    chosen = {
        Kind.NEEDS: recorded.needs,
        Kind.OFFERS: recorded.offers,
        Kind.MISMATCHES: recorded.mismatches,
    }
    forms: dict[str, Callable[[], bytes]] = {
        ".json": lambda: dump_json(whole).encode(),
        ".csv": partial(print_records, form, chosen[kind]),
        ".xlsx": partial(records_xlsx, form, chosen[kind]),
    }
    write_as(to, forms)
    has_all = to.suffix.lower() == ".json"
    say(f"written: {to} ({sum(map(len, chosen.values())) if has_all else len(chosen[kind])} records)")
    for other, records in chosen.items():
        if records and other is not kind and not has_all:
            say(f"{other.value} are left out ({len(records)}): --for {other.value}; JSON has all")


@needs.command()
def withdraw(
    named: Annotated[UUID, typer.Argument(metavar="UUID", help="The need, the offer or the mismatch.")],
    because: BecauseOption,
    by: ByOption,
    workspace: WorkspaceOption = None,
) -> None:
    """Withdraw a need, an offer or a mismatch; it stays in the history.

    Example: stocktake needs withdraw UUID --because "recorded twice" --by "A. Person"
    """
    from stocktake.register.needs import Withdrawal
    from stocktake.workspace.register_file import open_workspace_register

    opened = open_workspace(workspace)
    made = Withdrawal(uuid4(), named, because, by, moment_of(opened.holdings))
    with open_workspace_register(opened.folder) as register:
        register.needs.withdraw(made)
    put(f"{named}: withdrawn\n")


@needs.command()
def mismatch(
    need: Annotated[UUID, typer.Argument(metavar="NEED", help="The id of the need.")],
    offer: Annotated[UUID, typer.Argument(metavar="OFFER", help="The id of the offer.")],
    because: BecauseOption,
    by: ByOption,
    workspace: WorkspaceOption = None,
) -> None:
    """Say that a need and an offer do not match, whatever the rules say. Take it back: stocktake needs withdraw.

    Example: stocktake needs mismatch NEED OFFER --because "for private firms only" --by "A. Person"
    """
    from stocktake.register import Mismatch
    from stocktake.workspace.register_file import open_workspace_register

    opened = open_workspace(workspace)
    made = Mismatch(
        id=uuid4(), need=need, offer=offer, reason=because, by=by, recorded_at=moment_of(opened.holdings)
    )
    with open_workspace_register(opened.folder) as register:
        register.needs.set_apart(made)
    put(f"{need} and {offer}: no match ({made.id})\n")
