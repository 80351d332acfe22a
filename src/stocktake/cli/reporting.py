"""The command that writes the report: report.

Knows which formats there are, and that a report stands on a review, which is written with it.
"""

from enum import StrEnum
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
    from stocktake.review.keeping import Keeper


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
    """Write the action-oriented report on what the texts in force ask.

    The review it stands on is written too, and what changed since the last one is said.

    Example: stocktake report --to report.docx --length brief
    """
    from stocktake.atomic import write_whole
    from stocktake.cli.reviewing import make_review, write_review
    from stocktake.cli.texts import open_workspace
    from stocktake.publish.report.build import build_report

    write = _writer(to)
    opened = open_workspace(workspace)
    made = make_review(opened, as_of)
    written = build_report(made, length.value, _edits(made))
    write_whole(to, write(written, opened.parts))
    for change in write_review(opened, made).changes:
        say(f"since the last review, {change.about}: {change.words}")
    say(f"written: {to} ({_words(written)})")


def _writer(to: Path) -> "Callable[[Report, Keeper], bytes]":
    """What writes a file of this name.

    Raises:
        RequestError: Its suffix is none of those known.
    """
    from stocktake.publish.report.writers import WRITERS

    found = WRITERS.get(to.suffix.lower())
    if found is None:
        raise RequestError(
            expected="a file whose name ends in one of the formats of a report",
            came=f"{to.name!r} does not",
            choices=tuple(WRITERS),
            advice="Name it FILE.docx, FILE.pdf, FILE.html or FILE.md.",
        )
    return found


def _edits(made: "Review") -> "list[Edit]":
    """The technical updates that the texts in force need before the next one is negotiated."""
    from stocktake.documents.draft import propose_changes
    from stocktake.publish.report.sections.matter import Edit

    held = [each.document for each in made.texts if each.used]
    force = [each for each in made.texts if each.key in made.duties.in_force]
    return [
        Edit(each.key, change)
        for each in force
        for change in propose_changes(each.document, held=held, as_of=made.as_of)
    ]


def _words(written: "Report") -> str:
    from stocktake.publish.report.model import LIMIT

    words = written.words()
    over = "; that is over the limit" if words > LIMIT else ""
    return f"{words:,} words of at most {LIMIT:,}, tables and notes not counted{over}"
