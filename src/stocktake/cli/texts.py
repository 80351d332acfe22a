"""From what a user names to a document: a path anywhere, or a symbol inside a workspace.

Knows that a file that is there wins over a symbol, and which text stands for a symbol held twice.
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from stocktake.cli.output import say
from stocktake.errors import NotFoundError, nearest

if TYPE_CHECKING:
    from stocktake.documents.model import Document, Status
    from stocktake.register import Correction
    from stocktake.workspace import Workspace
    from stocktake.workspace.index import Holding

_HERE = Path()


def find_document(
    named: str, workspace: Path | None, *, symbol: str | None = None, status: "Status | None" = None
) -> "Document":
    """The document that ``named`` means.

    Args:
        named: A path, or a symbol in full or short.
        workspace: Where symbols are looked up; None for the current folder.
        symbol: What the user says the file's symbol is.
        status: What the user says the file's status is.

    Raises:
        NotFoundError: There is no such file, and no text of that symbol is held.
        StocktakeError: The file cannot be read.
    """
    path = Path(named)
    if path.exists():
        return _read(path, symbol, status)
    if not is_workspace(workspace):
        raise NotFoundError(
            expected="a file, or a symbol held in a workspace",
            came="there is no such file, and the current folder is no workspace",
            where=named,
            advice="Check the path, or name the workspace with --workspace DIR.",
        )
    return _held(open_workspace(workspace), symbol_or_name(named), named)


def say_what_is_not_searched(document: "Document") -> None:
    """Say on standard error that a file is no text that could ask anything, or that its annexes are left out."""
    for finding in document.findings:
        if finding.code in ("not-a-resolution", "annex-not-searched"):
            say(f"{document.source.name}: {finding.message} {finding.advice}")


def open_workspace(folder: Path | None) -> "Workspace":
    """The workspace at ``folder``, or at the current folder."""
    from stocktake.workspace import Workspace

    return Workspace.open(folder or _HERE)


def canonical(named: str) -> str:
    """The canonical form of a symbol written in full or short.

    Raises:
        RequestError: It is no symbol.
    """
    from stocktake.values.symbol import parse_short

    return str(parse_short(named))


def symbol_or_name(named: str) -> str:
    """The canonical form of a symbol; what is none is taken for the name of a file that is held."""
    from stocktake.values.symbol import NotASymbolError

    try:
        return canonical(named)
    except NotASymbolError:
        return named


def holdings_here(workspace: Path | None) -> "tuple[Holding, ...]":
    """What the workspace holds; nothing where the current folder is none."""
    return open_workspace(workspace).holdings if is_workspace(workspace) else ()


def corrections_here(workspace: Path | None, day: date) -> "tuple[Correction, ...]":
    """What people recorded in the workspace until the end of a day; nothing where the current folder is none."""
    if not is_workspace(workspace):
        return ()
    from stocktake.values.moment import end_of
    from stocktake.workspace.register_file import all_records

    return all_records(open_workspace(workspace).folder, end_of(day)).corrections


def is_workspace(workspace: Path | None) -> bool:
    """Whether a workspace is named, or the current folder is one."""
    from stocktake.workspace.settings import FILE

    return workspace is not None or (_HERE / FILE).is_file()


def _read(path: Path, symbol: str | None, status: "Status | None") -> "Document":
    from stocktake.workspace.reading import Order, read_one
    from stocktake.workspace.walk import name_of

    given = canonical(symbol) if symbol else None
    return read_one(Order(path, name_of(path), given, status)).result()


def _held(workspace: "Workspace", wanted: str, named: str) -> "Document":
    from stocktake.review.texts import best_of

    documents = workspace.contents().documents
    found = [document for document in documents if wanted in (document.data.symbol, document.source.name)]
    if not found:
        held = sorted({document.name for document in documents})
        raise NotFoundError(
            expected="a file, or a symbol held in the workspace",
            came=f"neither is there, and the workspace holds {len(held)} texts",
            where=named,
            choices=nearest(wanted, held) or held[:3],
            advice="Check the path or the symbol, or add the text: stocktake add FILE",
        )
    return best_of(found)
