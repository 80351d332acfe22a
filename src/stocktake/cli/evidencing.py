"""Commands on evidence: template, add, list, export, merge, withdraw. The clock is read here for what is recorded."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from uuid import UUID, uuid4

import typer

from stocktake.cli.options import JsonOption, WorkspaceOption
from stocktake.cli.output import progress, put, put_json, put_page, say, tell
from stocktake.cli.texts import open_workspace
from stocktake.errors import InputError, UnsupportedError, nearest
from stocktake.values.moment import end_of

if TYPE_CHECKING:
    from stocktake.documents.model import Document
    from stocktake.frameworks.themes import Framework
    from stocktake.register.contribution_checking import Stamp
    from stocktake.register.evidence import Intake

# The clock of another machine may be ahead of ours, never by so much.
_AHEAD = timedelta(days=1)

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


BecauseOption = Annotated[str, typer.Option("--because", metavar="WHY", help="The reason, in a sentence.")]
ByOption = Annotated[str, typer.Option("--by", metavar="NAME", help="Who says so.")]
DayOption = Annotated[
    datetime | None,
    typer.Option(
        "--as-of", formats=["%Y-%m-%d"], metavar="DATE", help="As things stood at the end of that day (UTC)."
    ),
]


@evidence.command()
def template(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE.xlsx|.csv|.json", help="Where to; else CSV to standard output.")
    ] = None,
) -> None:
    """Write the form for contributions, with an example that is never taken in.

    Example: stocktake evidence template contributions.xlsx
    """
    from stocktake.register.contribution_table import template_csv

    if file is None:
        put(template_csv().decode("utf-8-sig"))
        return
    _write(file, {".xlsx": _xlsx_template, ".csv": template_csv, ".json": _json_template})
    say(f"written: {file}")


def _xlsx_template() -> bytes:
    from stocktake.publish.evidence_xlsx import template_xlsx

    return template_xlsx()


def _json_template() -> bytes:
    from stocktake.documents.formats.document_json import dump_json
    from stocktake.publish.evidence_json import template_to_json

    return dump_json(template_to_json()).encode()


def _write(file: Path, forms: dict[str, Callable[[], bytes]]) -> None:
    """Write ``file`` in the form that its suffix says.

    Raises:
        UnsupportedError: There is no form of this suffix.
    """
    from stocktake.atomic import write_whole

    suffix = file.suffix.lower()
    if suffix not in forms:
        raise UnsupportedError(
            expected=f"a file that ends in {', '.join(forms)}",
            came=f"{file.name!r} does not",
            choices=nearest(suffix, list(forms)),
            advice="Name it so that its end says its form.",
        )
    write_whole(file, forms[suffix]())


@evidence.command()
def add(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A workbook (XLSX), CSV or JSON; told by its content.")
    ],
    by: ByOption,
    workspace: WorkspaceOption = None,
) -> None:
    """Take contributions in: all of the file, or nothing. Every problem is listed with its place.

    Example: stocktake evidence add contributions.xlsx --by "A. Person"
    """
    from stocktake.register.checking import LONGEST_NAME
    from stocktake.register.contribution_checking import Stamp
    from stocktake.register.contribution_fields import words
    from stocktake.workspace.register_file import open_workspace_register

    folder = open_workspace(workspace).folder
    now = datetime.now(UTC)
    stamp = Stamp(words(by, "a name", LONGEST_NAME), now, now + _AHEAD)
    taken, passed_over = _take_in(file, stamp, workspace)
    if passed_over:
        say(f"passed over, for they have none of the headings: {', '.join(map(repr, passed_over))}")
    for problem in taken.problems:
        tell(str(problem))
    if taken.problems:
        raise InputError(
            expected="contributions without a fault",
            came=f"{len(taken.problems)} {'problem is' if len(taken.problems) == 1 else 'problems are'} listed above",
            where=str(file),
            advice="Nothing was taken in. Mend the file and take it in again.",
        )
    with open_workspace_register(folder) as register:
        say(f"{taken.added} taken in, {taken.known} already there; kept in {register.name}")
    _offer(folder, set(taken.new))


def _take_in(file: Path, stamp: "Stamp", workspace: Path | None) -> "tuple[Intake, list[str]]":
    from stocktake.register.intake import read_records
    from stocktake.workspace.register_file import open_workspace_register

    with progress(f"reading {file.name}") as show:
        reading = read_records(file.read_bytes(), file.name, stamp, show)
    check = _Texts(workspace).complaint if any(row.contribution.answers for row in reading.rows) else None
    with open_workspace_register(open_workspace(workspace).folder) as register:
        return register.evidence.take_in(reading, stamp, check), reading.passed_over


class _Texts:
    """The texts held, by which it is told whether a paragraph or duty is there."""

    def __init__(self, workspace: Path | None) -> None:
        from stocktake.register.contribution_fields import short_symbol
        from stocktake.values.symbol import Symbol

        documents = open_workspace(workspace).contents().documents
        self._held = {short_symbol(Symbol.parse(each.data.symbol)): each for each in documents if each.data.symbol}
        self._duties: dict[str, list[str]] = {}

    def complaint(self, answer: str) -> str | None:
        """What is wrong with a paragraph or duty; None where it is there, or its text is not held."""
        text, _, place = answer.rpartition(":")
        document = self._held.get(text)
        if document is None:
            return None
        known = self._duties_of(text, document) if "#" in place else [each.id for each in document.paragraphs]
        if place in known:
            return None
        near = [each for each in known if each.partition("#")[0] == place.partition("#")[0]] or nearest(
            place, known
        )
        nearby = f" (nearest: {', '.join(f'{text}:{each}' for each in near[:3])})" if near else ""
        return f"{text} has no {'duty' if '#' in place else 'paragraph'} {place}{nearby}"

    def _duties_of(self, text: str, document: "Document") -> list[str]:
        if text not in self._duties:
            from stocktake.documents.commitments import find_commitments

            self._duties[text] = [each.id.rpartition(":")[2] for each in find_commitments(document)]
        return self._duties[text]


def _offer(folder: Path, new: set[UUID]) -> None:
    """Say which of the new contributions may tell of an action that is there already."""
    from stocktake.register.evidence_list import list_evidence
    from stocktake.workspace.register_file import recorded_evidence

    candidates = list_evidence(*recorded_evidence(folder)).candidates if new else ()
    count = sum(bool(new & {each.first, each.second}) for each in candidates)
    if count:
        pairs = "1 pair" if count == 1 else f"{count} pairs"
        say(f"{pairs} may tell of the same action; nothing was merged. Look: stocktake evidence list")


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
    from stocktake.workspace.register_file import recorded_evidence

    day = as_of.date() if as_of else None
    records, judgements = recorded_evidence(open_workspace(workspace).folder, end_of(day) if day else None)
    listed = list_evidence(records, judgements, Choice(paragraph, who, history), day)
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
    from stocktake.publish.evidence_xlsx import contributions_xlsx
    from stocktake.register.contribution_table import print_contributions
    from stocktake.workspace.register_file import recorded_evidence

    until = end_of(as_of.date()) if as_of else None
    records, judgements = recorded_evidence(open_workspace(workspace).folder, until)
    if to is None:
        put_json(contributions_to_json(records, judgements))
        return
    _write(
        to,
        {
            ".json": lambda: dump_json(contributions_to_json(records, judgements)).encode(),
            ".csv": partial(print_contributions, records),
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
    with open_workspace_register(open_workspace(workspace).folder) as register:
        register.evidence.judge(
            Judgement(
                id=uuid4(),
                first=first,
                second=second,
                verdict="different" if different else "same",
                because=because,
                by=by,
                recorded_at=datetime.now(UTC),
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

    made = Contribution(id=uuid4(), because=because, by=by, recorded_at=datetime.now(UTC), withdraws=named)
    with open_workspace_register(open_workspace(workspace).folder) as register:
        register.evidence.withdraw(made)
    put(f"{named}: withdrawn\n")
