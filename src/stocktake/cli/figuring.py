"""The command on the numbers a text prints: figures."""

from pathlib import Path
from typing import TYPE_CHECKING

from stocktake.cli.options import AsOfOption, JsonOption, TextArgument, WorkspaceOption
from stocktake.cli.output import put_json, put_page, say
from stocktake.cli.texts import find_document, is_workspace, say_what_is_not_searched

if TYPE_CHECKING:
    from datetime import datetime

    from stocktake.documents.model import Document


def figures(
    text: TextArgument, as_of: AsOfOption = None, as_json: JsonOption = False, workspace: WorkspaceOption = None
) -> None:
    """List the figures that a text prints, and whether each holds.

    Figures are quantities about the world. In a workspace each is held against what was published.

    Example: stocktake figures 80/118
    """
    document = find_document(text, workspace)
    say_what_is_not_searched(document)
    if Path(text).exists() or not is_workspace(workspace):
        _found(document, as_json=as_json)
    else:
        _audited(document, as_of, workspace, as_json=as_json)


def _found(document: "Document", *, as_json: bool) -> None:
    from stocktake.documents.find.figures import find_figures
    from stocktake.documents.formats.figures_json import figures_to_json
    from stocktake.publish.figures_terminal import render_figures

    found = find_figures(document)
    if as_json:
        put_json(figures_to_json(document, found))
    else:
        put_page(render_figures(document, found))


def _audited(document: "Document", as_of: "datetime | None", workspace: Path | None, *, as_json: bool) -> None:
    """The figures of a text that is held, with what each is bound to and its verdicts."""
    from stocktake.cli.reviewing import make_review
    from stocktake.cli.texts import open_workspace
    from stocktake.publish.audit_terminal import render_audit
    from stocktake.publish.figures_json import audit_to_json

    made = make_review(open_workspace(workspace), as_of)
    text = next(each for each in made.texts if each.document == document)
    if text.after_as_of:
        say(f"{text.key} is later than {made.as_of}: its figures are not looked at; say a later day: --as-of DATE")
    if as_json:
        put_json(audit_to_json(document.data.symbol, text.key, made.figures))
    else:
        put_page(render_audit(document.name, text.key, made.figures))
