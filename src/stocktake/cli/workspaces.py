"""Commands on a workspace: new, add, status, and demo, which does all of it on the bundled example."""

from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stocktake.cli.options import AsOfOption, JsonOption, StatusOption, SymbolOption, WorkspaceOption, parse_day
from stocktake.cli.output import progress, put_json, put_page, say, tell
from stocktake.cli.texts import canonical, open_workspace
from stocktake.errors import MissingPartError, NotFoundError

if TYPE_CHECKING:
    from stocktake.workspace import Workspace
    from stocktake.workspace.adding import Added


def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder; made where it is absent.")],
) -> None:
    """Make an empty workspace.

    Example: stocktake new ict
    """
    from stocktake.workspace import Workspace

    Workspace.create(folder)
    say(f"made the workspace {folder}; add texts to it: stocktake add FILE... --workspace {folder}")


def add(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files, or folders to look through.")],
    symbol: SymbolOption = None,
    status: StatusOption = None,
    vintage: Annotated[
        datetime | None,
        typer.Option(
            "--vintage",
            parser=parse_day,
            metavar="DATE",
            help="The day on which statistics were released, where they do not print it.",
        ),
    ] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Add texts and statistics to the workspace. Each file is copied, read and never altered.

    Example: stocktake add downloads/ --workspace ict
    """
    from stocktake.workspace.adding import Said

    said = Said(
        canonical(symbol) if symbol else None,
        status.value if status else None,
        vintage.date() if vintage else None,
    )
    with progress("Reading") as show:
        results = open_workspace(workspace).add(paths, said, show)
    if not results:
        raise NotFoundError(expected="files to add", came="there are none in what was named")
    _tell(results)
    raise typer.Exit(_code(results))


def status(as_json: JsonOption = False, workspace: WorkspaceOption = None) -> None:
    """Show what is held, what is missing and what is out of date.

    Example: stocktake status --workspace ict
    """
    from stocktake.frameworks.lineages import lineages
    from stocktake.publish.status_terminal import render_status, status_to_json
    from stocktake.review.ground import chains_of

    opened = open_workspace(workspace)
    with progress("Reading") as show:
        state = opened.status(show)
    chains = chains_of(state.contents.documents, lineages())
    if as_json:
        put_json(status_to_json(state, chains))
    else:
        put_page(render_status(state, chains))


def demo(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to make the example.")] = Path(
        "example-workspace"
    ),
    as_of: AsOfOption = None,
) -> None:
    """Make, review and publish the bundled example. All of it is invented, and says so.

    Example: stocktake demo
    """
    from stocktake.cli.publishing import require_publishing, write_site
    from stocktake.cli.reviewing import make_review_with_numbers, show_review, write_review
    from stocktake.workspace import Workspace
    from stocktake.workspace.settings import FILE

    workspace = Workspace.open(folder) if (folder / FILE).exists() else Workspace.create(folder)
    _add_example(workspace)
    made = make_review_with_numbers(workspace, as_of)
    show_review(made.review, write_review(workspace, made.review))
    try:
        require_publishing()
    except MissingPartError as error:
        say(f"the site is left out: {error.message}")
    else:
        write_site(workspace, made, workspace.output / "site")


def _add_example(workspace: "Workspace") -> None:
    from stocktake.workspace.example import add_example

    for left_out in add_example(workspace):
        say(left_out)


def _tell(results: tuple["Added", ...]) -> None:
    """Say of every file what became of it, and sum up."""
    for result in results:
        said = result.error.message.removeprefix(f"{result.name}: ") if result.error else _reading_of(result)
        tell(f"{result.became:14}{result.name}{f': {said}' if said else ''}")
    _tell_findings(results)
    counted = Counter(result.became for result in results)
    say(", ".join(f"{number} {became}" for became, number in sorted(counted.items())))


def _tell_findings(results: tuple["Added", ...]) -> None:
    """Show what there is to look at in the statistics: the first, and how many more."""
    datasets = [result.dataset for result in results if result.dataset is not None]
    if any(dataset.findings for dataset in datasets):
        from stocktake.publish.datasets_terminal import render_findings
        from stocktake.publish.terminal import to_text

        for line in to_text(render_findings(datasets)).splitlines():
            tell(line)


def _reading_of(result: "Added") -> str:
    if result.dataset is not None:
        from stocktake.publish.datasets_terminal import dataset_words

        return dataset_words(result.dataset)
    if result.defines:
        from stocktake.publish.datasets_terminal import listed_shortly

        return f"defines {listed_shortly(result.defines)}"
    document = result.document
    if document is None:
        return ""
    words = (
        f"{document.data.symbol or 'no symbol'} ({document.data.status}), {len(document.paragraphs)} paragraphs"
    )
    findings = len(document.findings)
    return words if not findings else f"{words}, {findings} finding{'s' if findings > 1 else ''}"


def _code(results: tuple["Added", ...]) -> int:
    """The exit code of the first refusal.

    Files that were only found in a folder do not count as long as anything in it was taken: folders hold other
    things than texts, and each is named on standard error.
    """
    taken = any(result.error is None for result in results)
    refusals = [result for result in results if result.error and not (result.walked and taken)]
    return refusals[0].error.exit_code if refusals and refusals[0].error else 0
