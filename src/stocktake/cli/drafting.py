"""Commands that write Word files: draft, and what ``compare --docx`` does.

Knows which date a draft bears where none is given, and that a file is written whole or not at all.
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stocktake.cli.options import AsOfOption, TextArgument, WorkspaceOption
from stocktake.cli.output import progress, put, say
from stocktake.cli.texts import find_document, open_workspace
from stocktake.errors import RequestError

if TYPE_CHECKING:
    from stocktake.documents.compare import Comparison
    from stocktake.documents.draft import ProposedChange
    from stocktake.documents.model import Document
    from stocktake.workspace import Workspace

_HERE = Path()


def draft(
    text: TextArgument,
    to: Annotated[Path, typer.Option("--to", metavar="FILE.docx", help="The Word file to write.")],
    as_of: AsOfOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Write the next draft: technical updates as tracked changes.

    Each change has a comment. In a workspace with statistics, figures of which a newer value is held are updated too.

    Example: stocktake draft 80/118 --to next.docx
    """
    from stocktake.documents.draft import propose_changes
    from stocktake.documents.formats.redline_docx import draft_to_docx

    base = find_document(text, workspace)
    here = _workspace_here(workspace)
    held = _held(here) if here else ()
    day = _day(as_of.date() if as_of else None, base)
    newer = _newer_figures(base, here, day) if here else ()
    changes = propose_changes(base, held=held, as_of=day, candidates=newer)
    _write(to, draft_to_docx(base, changes, dated=day), Path(text))
    put("".join(_line(change) for change in changes))
    bracketed = sum(change.bracketed for change in changes)
    say(f"written: {to} ({len(changes)} changes, {bracketed} of them in brackets for the drafter)")


def write_redline(old: "Document", new: "Document", comparison: "Comparison", path: Path) -> None:
    """Write ``new`` against ``old``, as they were compared, to ``path`` as a Word file with tracked changes.

    The changes bear the date of adoption of the new text, or none: nothing here reads the clock.
    """
    from stocktake.documents.formats.redline_docx import comparison_to_docx

    dated = date.fromisoformat(new.data.adopted) if new.data.adopted else None
    _write(path, comparison_to_docx(old, new, comparison, dated=dated))
    say(f"written: {path}")


def _write(path: Path, data: bytes, source: Path | None = None) -> None:
    from stocktake.atomic import write_whole

    if path.suffix.lower() != ".docx":
        raise RequestError(
            expected="the name of a Word file",
            came=f"{path.name!r} does not end in .docx",
            advice="Name it FILE.docx.",
        )
    if source is not None and source.is_file() and path.is_file() and path.samefile(source):
        raise RequestError(
            expected="a new file",
            came="this is the text that the draft is made from",
            where=str(path),
            advice="Give the draft another name.",
        )
    write_whole(path, data)


def _workspace_here(workspace: Path | None) -> "Workspace | None":
    """The workspace named, or the current folder where it is one."""
    from stocktake.workspace.settings import FILE

    return open_workspace(workspace) if workspace or (_HERE / FILE).is_file() else None


def _held(workspace: "Workspace") -> "tuple[Document, ...]":
    with progress("Reading") as show:
        return workspace.contents(show).documents


def _newer_figures(base: "Document", workspace: "Workspace", day: date) -> "tuple[ProposedChange, ...]":
    """What the statistics of the workspace offer for the figures of the text; nothing where none are held."""
    if not workspace.statistics.holdings:
        return ()
    from stocktake.review.figures.candidates import newer_figures
    from stocktake.workspace.reviewing import numbers_held

    with progress("Reading statistics") as show:
        numbers, damages = numbers_held(workspace.statistics, day, show)
        for each in damages:
            say(f"not used: {each.name}: {each.what}")
        return newer_figures(base, numbers, day) if numbers else ()


def _day(as_of: date | None, base: "Document") -> date:
    """The date of the draft: as given; else today, or the day of the base's adoption if that is still to come.

    Raises:
        RequestError: The base was adopted after the date given.
    """
    adopted = date.fromisoformat(base.data.adopted) if base.data.adopted else date.min
    if as_of is None:
        day = max(date.today(), adopted)  # noqa: DTZ011 - the person's own day, where the person is
        say(f"no --as-of given, so this date is taken: {day.isoformat()}")
        return day
    if as_of < adopted:
        raise RequestError(
            expected=f"a date from {adopted.isoformat()} on, when the text was adopted",
            came=f"--as-of is {as_of.isoformat()}",
            advice="Give a later date.",
        )
    return as_of


def _line(change: "ProposedChange") -> str:
    new = f"“{change.new}”" if change.new else "nothing"
    return f"{change.place}: “{change.old}” → {new}\n    {change.comment}\n"
