"""Commands on evidence: template, add, list, export, merge, withdraw."""

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from uuid import UUID, uuid4

import typer

from stocktake.cli.dates import moment_of
from stocktake.cli.options import BecauseOption, ByOption, DayOption, JsonOption, WorkspaceOption
from stocktake.cli.output import put, put_json, put_page, say
from stocktake.cli.taking import take_in, write_as
from stocktake.cli.texts import open_workspace
from stocktake.values.moment import end_of

if TYPE_CHECKING:
    from stocktake.frameworks.themes import Framework

evidence = typer.Typer(
    name="evidence",
    help="What was done: take contributions in, list them, hand them on.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


class View(StrEnum):
    """By the themes of which framework contributions are shown."""

    WSIS = "wsis"
    SDG = "sdg"
    GDC = "gdc"


@evidence.command()
def template(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE.xlsx|.csv|.json", help="Where to; else CSV to standard output.")
    ] = None,
) -> None:
    """Write the form for contributions, with an example that is never taken in.

    Example: stocktake evidence template contributions.xlsx
    """
    from stocktake.register.columns import CONTRIBUTIONS
    from stocktake.register.form_table import form_csv

    if file is None:
        put(form_csv(CONTRIBUTIONS).decode("utf-8-sig"))
        return
    write_as(file, {".xlsx": _xlsx_template, ".csv": partial(form_csv, CONTRIBUTIONS), ".json": _json_template})
    say(f"written: {file}")


def _xlsx_template() -> bytes:
    from stocktake.publish.form_xlsx import template_xlsx

    return template_xlsx()


def _json_template() -> bytes:
    from stocktake.documents.formats.document_json import dump_json
    from stocktake.publish.evidence_json import template_to_json

    return dump_json(template_to_json()).encode()


@evidence.command()
def add(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A workbook (XLSX), CSV or JSON; told by its content.")
    ],
    by: ByOption,
    workspace: WorkspaceOption = None,
) -> None:
    """Take contributions in: all of the file, or nothing. Every problem is listed with its place.

    A file of needs and offers is told by its headings and taken in as such.

    Example: stocktake evidence add contributions.xlsx --by "A. Person"
    """
    take_in(file, by, workspace)


@evidence.command(name="list")
def list_(  # noqa: PLR0913, PLR0917 - every option of a command is a parameter of its function
    as_json: JsonOption = False,
    as_of: DayOption = None,
    paragraph: Annotated[
        str,
        typer.Option("--paragraph", metavar="SYMBOL:PARA", help="Only what answers this paragraph or its duties."),
    ] = "",
    who: Annotated[
        str, typer.Option("--who", metavar="NAME", help="Only entities with these words in the name.")
    ] = "",
    view: Annotated[View | None, typer.Option("--view", help="By the themes of one framework.")] = None,
    history: Annotated[bool, typer.Option("--history", help="Replaced and withdrawn records too.")] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """List what was reported, on what it rests, and which may tell of the same action.

    Example: stocktake evidence list --paragraph 80/118:13
    """
    from stocktake.register.evidence_list import Choice, by_theme, list_evidence
    from stocktake.workspace.register_file import all_records

    day = as_of.date() if as_of else None
    records = all_records(open_workspace(workspace).folder, end_of(day) if day else None)
    listed = list_evidence(records.contributions, records.judgements, Choice(paragraph, who, history), day)
    if view is None:
        from stocktake.publish.evidence_json import evidence_to_json
        from stocktake.publish.evidence_terminal import render_evidence

        put_json(evidence_to_json(listed)) if as_json else put_page(render_evidence(listed))
        return
    from stocktake.publish.evidence_json import view_to_json
    from stocktake.publish.evidence_terminal import render_view

    framework = _FRAMEWORKS[view]
    show = (listed, framework, by_theme(listed, framework))
    put_json(view_to_json(*show)) if as_json else put_page(render_view(*show))


_FRAMEWORKS: "dict[View, Framework]" = {View.WSIS: "WSIS", View.SDG: "SDG", View.GDC: "GDC"}


@evidence.command()
def export(
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="FILE", help="FILE.json, .csv or .xlsx; else JSON to standard output."),
    ] = None,
    as_of: DayOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Write everything that was taken in, history included; `stocktake evidence add` takes it in again.

    Example: stocktake evidence export --to contributions.json
    """
    from stocktake.documents.formats.document_json import dump_json
    from stocktake.publish.evidence_json import contributions_to_json
    from stocktake.publish.form_xlsx import contributions_xlsx
    from stocktake.register.columns import CONTRIBUTIONS
    from stocktake.register.form_table import print_records
    from stocktake.workspace.register_file import all_records

    until = end_of(as_of.date()) if as_of else None
    recorded = all_records(open_workspace(workspace).folder, until)
    records, judgements = recorded.contributions, recorded.judgements
    if to is None:
        put_json(contributions_to_json(records, judgements))
        return
    write_as(
        to,
        {
            ".json": lambda: dump_json(contributions_to_json(records, judgements)).encode(),
            ".csv": partial(print_records, CONTRIBUTIONS, records),
            ".xlsx": partial(contributions_xlsx, records),
        },
    )
    say(f"written: {to} ({len(records)} records)")
    if judgements and to.suffix.lower() != ".json":
        say(f"judgements on pairs are left out ({len(judgements)}); JSON has them too")


@evidence.command()
def merge(  # noqa: PLR0913, PLR0917 - every option of a command is a parameter of its function
    first: Annotated[
        UUID, typer.Argument(metavar="UUID", help="The contribution under which the action is listed.")
    ],
    second: Annotated[UUID, typer.Argument(metavar="UUID", help="The other one.")],
    because: BecauseOption,
    by: ByOption,
    different: Annotated[bool, typer.Option("--different", help="They tell of different actions.")] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Say that two contributions tell of the same action, or of different ones. Both stay as they are.

    Example: stocktake evidence merge UUID UUID --because "one programme" --by "A. Person"
    """
    from stocktake.register import Judgement
    from stocktake.workspace.register_file import open_workspace_register

    verdict = "different" if different else "same"
    opened = open_workspace(workspace)
    with open_workspace_register(opened.folder) as register:
        register.evidence.judge(
            Judgement(
                id=uuid4(),
                first=first,
                second=second,
                verdict="different" if different else "same",
                because=because,
                by=by,
                recorded_at=moment_of(opened.holdings),
            )
        )
    put(f"{first} and {second}: {verdict}\n")


@evidence.command()
def withdraw(
    named: Annotated[UUID, typer.Argument(metavar="UUID", help="The contribution.")],
    because: BecauseOption,
    by: ByOption,
    workspace: WorkspaceOption = None,
) -> None:
    """Withdraw a contribution; it stays in the history.

    Example: stocktake evidence withdraw UUID --because "entered by mistake" --by "A. Person"
    """
    from stocktake.register import Contribution
    from stocktake.workspace.register_file import open_workspace_register

    opened = open_workspace(workspace)
    made = Contribution(
        id=uuid4(), because=because, by=by, recorded_at=moment_of(opened.holdings), withdraws=named
    )
    with open_workspace_register(opened.folder) as register:
        register.evidence.withdraw(made)
    put(f"{named}: withdrawn\n")
