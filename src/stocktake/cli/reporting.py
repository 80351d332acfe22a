"""The command that writes the report: report.

Knows which formats there are, and that a report stands on a review, which is written with it.
"""

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stocktake.cli.options import AsOfOption, WorkspaceOption
from stocktake.cli.output import say
from stocktake.errors import RequestError

if TYPE_CHECKING:
    from collections.abc import Callable

    from stocktake.publish.report.model import Report
    from stocktake.publish.report.sections.matter import Edit
    from stocktake.review import Review
    from stocktake.review.changes import Change
    from stocktake.review.keeping import Keeper
    from stocktake.workspace import Workspace


class LengthChoice(StrEnum):
    """How long the report is to be."""

    BRIEF = "brief"
    REPORT = "report"
    FULL = "full"


def report(
    to: Annotated[Path, typer.Option("--to", metavar="FILE.docx|.pdf|.html|.md", help="The file to write.")],
    length: Annotated[
        LengthChoice, typer.Option("--length", help="One page; the report; the report with its annex.")
    ] = LengthChoice.REPORT,
    as_of: AsOfOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Write the report on what the texts in force ask.

    The review it stands on is written too, and what changed since the last one is said.

    Example: stocktake report --to report.docx --length brief
    """
    from stocktake.atomic import write_whole
    from stocktake.cli.dates import date_of
    from stocktake.cli.reviewing import review_on
    from stocktake.cli.texts import open_workspace
    from stocktake.publish.report.build import build_report
    from stocktake.workspace.written import state_of

    write = _writer(to)
    opened = open_workspace(workspace)
    day = date_of(as_of, opened.holdings)
    state = state_of(opened, day)
    made = review_on(opened, day).review
    written = build_report(made, length.value, _edits(made, opened.parts))
    write_whole(to, write(written, opened.parts))
    for change in _renewed(opened, made, state):
        say(f"since the last review, {change.about}: {change.words}")
    say(f"written: {to} ({_words(written)})")


def _writer(to: Path) -> "Callable[[Report, Keeper], bytes]":
    """What writes a file of this name.

    Raises:
        RequestError: Its suffix is none of those known.
        MissingPartError: It takes an optional part that is not installed.
    """
    from stocktake.publish.report.writers import WRITERS, require_parts

    found = WRITERS.get(to.suffix.lower())
    if found is None:
        raise RequestError(
            expected="a file whose name ends in one of the formats of a report",
            came=f"{to.name!r} does not",
            advice="Name it FILE.docx, FILE.pdf, FILE.html or FILE.md.",
        )
    require_parts(to.suffix.lower())
    return found


def _renewed(opened: "Workspace", made: "Review", state: str) -> "tuple[Change, ...]":
    """What changed since the last review; its outputs are written anew where they are not of this state.

    The report is there by now: where the workspace cannot be written to, that is said and nothing more.
    """
    from stocktake.cli.reviewing import write_review
    from stocktake.workspace.written import Written, keep_written, still_written

    if still_written(opened, state) is not None:
        return ()
    try:
        output = write_review(opened, made)
    except OSError as error:
        say(f"the review beside it cannot be written: {error.filename} ({error.strerror})")
        return ()
    keep_written(opened, made.as_of, state, Written.of(output.paths))
    return output.changes


def _edits(made: "Review", keep: "Keeper") -> "list[Edit]":
    """The technical updates that the texts in force need before the next one is negotiated."""
    from stocktake.documents.draft import ProposedChange, propose_changes
    from stocktake.publish.report.sections.matter import Edit
    from stocktake.review.keeping import identity

    held = [each.document for each in made.texts if each.used]
    made_from = ("next draft", [identity(each) for each in held], made.as_of)
    return [
        Edit(each.key, change)
        for each in made.texts
        if each.key in made.duties.in_force
        for change in keep(
            tuple[ProposedChange, ...],
            (identity(each.document), made_from),
            partial(propose_changes, each.document, held=held, as_of=made.as_of),
        )
    ]


def _words(written: "Report") -> str:
    from stocktake.publish.report.model import LIMIT

    words = written.words()
    if written.length == "brief":
        return f"{words:,} words, one page"
    over = "; that is over the limit" if words > LIMIT else ""
    return f"{words:,} words of at most {LIMIT:,}, tables and notes not counted{over}"
