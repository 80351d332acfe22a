"""Commands that put texts side by side: compare and review."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from stocktake.cli.dates import date_of
from stocktake.cli.options import AsOfOption, JsonOption, WorkspaceOption
from stocktake.cli.output import look_here, page_text, progress, put, put_json, put_page, say
from stocktake.cli.texts import find_document, open_workspace

if TYPE_CHECKING:
    from rich.console import RenderableType

    from stocktake.review import Review
    from stocktake.review.changes import Change
    from stocktake.workspace import Workspace
    from stocktake.workspace.reviewing import Reviewed

PAGE, DATA = "review.html", "review.json"


def compare(  # noqa: PLR0913, PLR0917 - every option of a command is a parameter of its function
    old: Annotated[
        str, typer.Argument(metavar="FROM", help="The earlier text: a file, or a symbol that is held.")
    ],
    new: Annotated[str, typer.Argument(metavar="TO", help="The later text: a file, or a symbol that is held.")],
    as_json: JsonOption = False,
    as_html: Annotated[
        bool, typer.Option("--html", help="Print a page for the browser: side by side and in one column.")
    ] = False,
    docx: Annotated[
        Path | None, typer.Option("--docx", metavar="FILE", help="Write a DOCX file with tracked changes.")
    ] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Show what became of every paragraph between two texts.

    Example: stocktake compare 79/194 80/118
    """
    if as_json + as_html + (docx is not None) > 1:
        message = "choose one of --json, --html, --docx FILE"
        raise typer.BadParameter(message)
    from stocktake.documents.compare import compare_documents
    from stocktake.documents.compare.remarks import comparison_findings

    before, after = find_document(old, workspace), find_document(new, workspace)
    comparison = compare_documents(before, after)
    findings = comparison_findings(comparison, before, after)
    if as_json:
        from stocktake.documents.formats.comparison_json import comparison_to_json

        put_json(comparison_to_json(comparison, findings))
    elif as_html:
        from stocktake.publish.comparison_html import render_comparison_html

        put(render_comparison_html(comparison, before, after, findings))
    elif docx is not None:
        from stocktake.cli.drafting import write_redline

        write_redline(before, after, comparison, docx)
        for each in findings:
            say(f"{each.message} {each.advice}".rstrip())
    else:
        from stocktake.publish.comparison_terminal import render_comparison

        put_page(render_comparison(comparison, before, after, findings))


def review(as_of: AsOfOption = None, as_json: JsonOption = False, workspace: WorkspaceOption = None) -> None:
    """Review the workspace: what was asked, done and is due.

    One page is printed; output/review.html and output/review.json are written.

    Example: stocktake review --as-of 2026-01-15
    """
    from stocktake.workspace.written import Written, keep_written, state_of, still_written

    opened = open_workspace(workspace)
    day = date_of(as_of, opened.holdings)
    paths = [opened.output / name for name in (PAGE, DATA)]
    shown = f"{look_here()} {' '.join(map(str, paths))}"
    state = state_of(opened, day)
    written = still_written(opened, state)
    if written is not None and as_json:
        _put_data(Output((opened.output / DATA).read_text("utf-8"), paths, ()))
    elif written is not None and written.page is not None and written.shown == shown:
        put(written.page)
    else:
        made = review_on(opened, day).review
        output = write_review(opened, made)
        page = None if as_json else page_text(_page(made, output), look_here())
        put(page) if page is not None else _put_data(output)
        keep_written(opened, day, state, Written.of(output.paths, None if output.changes else page, shown))


class Output(NamedTuple):
    """What a review was written as: its JSON, the files, and what changed since the one written before."""

    data: str
    paths: list[Path]
    changes: "tuple[Change, ...]"


def _put_data(output: Output) -> None:
    put(output.data)
    for each in output.changes:
        say(f"since the last review, {each.about}: {each.words}")
    say(f"written: {', '.join(str(path) for path in output.paths)}")


def show_review(made: "Review", output: Output) -> None:
    """Print the one page of a review to standard output."""
    put_page(_page(made, output))


def _page(made: "Review", output: Output) -> "RenderableType":
    from stocktake.publish.review_terminal import render_review

    return render_review(made, [str(path) for path in output.paths], output.changes)


def make_review(workspace: "Workspace", as_of: datetime | None) -> "Review":
    """The review of a workspace; where no date is given today's is filled in, and that is said."""
    return make_review_with_numbers(workspace, as_of).review


def make_review_with_numbers(workspace: "Workspace", as_of: datetime | None) -> "Reviewed":
    """The same, with the statistics that it stands on."""
    return review_on(workspace, date_of(as_of, workspace.holdings))


def review_on(workspace: "Workspace", day: date) -> "Reviewed":
    """The review of a workspace on a day, with the statistics that it stands on."""
    from stocktake.workspace.reviewing import review_with_numbers

    with progress("Reading") as show:
        made = review_with_numbers(workspace, day, show)
    texts = made.review.texts
    if texts and all(each.after_as_of for each in texts):
        say(f"every text held is later than {day.isoformat()} and none is used; say a later day: --as-of DATE")
    return made


def write_review(workspace: "Workspace", made: "Review") -> Output:
    """The outputs of a review as they now stand."""
    from stocktake.documents.formats.document_json import dump_json
    from stocktake.publish.review_html import render_html
    from stocktake.publish.review_json import review_to_json
    from stocktake.review.changes import list_changes

    data = review_to_json(made)
    text = dump_json(data)
    before = workspace.last_review()
    paths = [
        workspace.write_output(PAGE, render_html(made).encode("utf-8")),
        workspace.write_output(DATA, text.encode("utf-8")),
    ]
    return Output(text, paths, list_changes(before, data) if before else ())
