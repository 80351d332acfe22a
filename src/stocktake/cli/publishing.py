"""The command that makes the site: publish."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stocktake.cli.options import AsOfOption, WorkspaceOption
from stocktake.cli.output import progress, say
from stocktake.cli.texts import open_workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stocktake.publish.site.languages import Language
    from stocktake.workspace import Workspace
    from stocktake.workspace.reviewing import Reviewed


def publish(
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder of the site; made where absent.")],
    as_of: AsOfOption = None,
    language: Annotated[
        list[str] | None,
        typer.Option(
            "--language",
            metavar="CODE",
            help="Only these languages besides English: ar, zh, fr, ru, es; else all.",
        ),
    ] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Make the site and the open data behind it. Its pages work without a server and without scripts.

    Example: stocktake publish --to site --language fr
    """
    from stocktake.cli.reviewing import make_review_with_numbers
    from stocktake.workspace.site_folder import SiteFolder

    require_publishing()
    chosen = _languages(language or ())
    SiteFolder(to).check()
    opened = open_workspace(workspace)
    write_site(opened, make_review_with_numbers(opened, as_of), to, chosen)


def require_publishing() -> None:
    """Return where the optional part ``publish`` is installed.

    Raises:
        MissingPartError: It is not.
    """
    from stocktake.errors import require_part

    require_part("publish", ("babel", "altair", "vl_convert"), "for the site")


def write_site(
    workspace: "Workspace", reviewed: "Reviewed", folder: Path, chosen: "Sequence[Language]" = ()
) -> None:
    """Write the site of a review into a folder and say what became of it."""
    from stocktake.publish.opendata import Beside
    from stocktake.publish.site.model import FRONT, Published
    from stocktake.publish.site.writing import site_files, site_key
    from stocktake.workspace.publishing import besides_of
    from stocktake.workspace.site_folder import SiteFolder
    from stocktake.workspace.site_memory import SiteMemory

    with progress("Comparing") as show:
        besides = besides_of(workspace, reviewed, show)
    review, keep = reviewed.review, workspace.parts
    published = Published(review, besides.comparisons, besides.countries, besides.histories, keep=keep)
    beside = Beside(besides.contributions, besides.numbers)
    key, site = site_key(published, chosen, beside), SiteFolder(folder, SiteMemory(keep))
    with progress("Writing") as show:
        done = site.unchanged(key) or site.write(site_files(published, chosen, beside), show, key)
    say(
        f"the site: {done.written} files written, {done.same} the same as before, {done.removed} removed;"
        f" open {folder / FRONT}"
    )


def _languages(codes: "Sequence[str]") -> "tuple[Language, ...]":
    from stocktake.errors import RequestError
    from stocktake.publish.site.languages import NAMES, language

    for code in codes:
        if code not in NAMES:
            raise RequestError(
                expected="a code of an official language",
                came=f"{code!r} is none",
                where="--language",
                advice=f"Take one of these: {', '.join(NAMES)}.",
            )
    return tuple(map(language, codes))
