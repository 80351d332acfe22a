"""Commands on one text: read, citations, events, themes; and frameworks, the reference knowledge behind them."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from stocktake.cli.options import JsonOption, StatusOption, SymbolOption, TextArgument, WorkspaceOption
from stocktake.cli.output import put, put_json, put_page
from stocktake.cli.texts import find_document

if TYPE_CHECKING:
    from stocktake.documents.model import Document
    from stocktake.frameworks.themes import Framework


class Form(StrEnum):
    """The forms in which a document can be printed."""

    JSON = "json"
    AKN = "akn"
    TEXT = "text"


def read(  # noqa: PLR0913, PLR0917 - every option of a command is a parameter of its function
    text: TextArgument,
    as_json: JsonOption = False,
    as_akn: Annotated[bool, typer.Option("--akn", help="Print Akoma Ntoso 3.0 (XML).")] = False,
    as_text: Annotated[
        bool, typer.Option("--text", help="Print the extracted text that the spans count in.")
    ] = False,
    symbol: SymbolOption = None,
    status: StatusOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Read one text: heading, paragraphs, notes, findings.

    Example: stocktake read A_RES_80_118.pdf --json
    """
    form = _one_form({Form.JSON: as_json, Form.AKN: as_akn, Form.TEXT: as_text})
    document = find_document(text, workspace, symbol=symbol, status=status.value if status else None)
    _PRINT[form](document)


def citations(text: TextArgument, as_json: JsonOption = False, workspace: WorkspaceOption = None) -> None:
    """List the documents that a text cites, each with its place.

    Example: stocktake citations 80/118
    """
    from stocktake.documents.find.citations import find_citations
    from stocktake.documents.formats.found_json import citations_to_json
    from stocktake.publish.found_terminal import render_citations

    document = find_document(text, workspace)
    found = find_citations(document)
    if as_json:
        put_json(citations_to_json(document, found))
    else:
        put_page(render_citations(document, found))


def events(text: TextArgument, as_json: JsonOption = False, workspace: WorkspaceOption = None) -> None:
    """List the dated events that a text names, with their places.

    Example: stocktake events 80/118 --json
    """
    from stocktake.documents.find.events import find_events
    from stocktake.documents.formats.found_json import events_to_json
    from stocktake.publish.found_terminal import render_events

    document = find_document(text, workspace)
    found = find_events(document)
    if as_json:
        put_json(events_to_json(document, found))
    else:
        put_page(render_events(document, found))


def themes(
    text: TextArgument,
    matrix: Annotated[
        Path | None,
        typer.Option(
            "--matrix",
            metavar="FILE.csv",
            help="An official matrix between two frameworks: where it and the themes of the text do not agree.",
        ),
    ] = None,
    as_json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """List the themes of a text, with the words that point to them.

    Or hold them against an official matrix between two frameworks.

    Example: stocktake themes 80/118 --matrix wsis-sdg.csv
    """
    from stocktake.documents.find.themes import find_themes
    from stocktake.documents.formats.found_json import themes_to_json
    from stocktake.frameworks.matrices import disagreements, read_matrix
    from stocktake.publish.found_terminal import render_disagreements, render_themes

    official = read_matrix(matrix) if matrix else None
    document = find_document(text, workspace)
    labels = find_themes(document)
    codes: dict[str, list[tuple[Framework, str]]] = {}
    for each in labels:
        codes.setdefault(each.paragraph, []).append((each.framework, each.code))
    differing = disagreements(official, codes) if official else ()
    if as_json:
        put_json(themes_to_json(document, labels, official, differing))
    elif official:
        put_page(render_disagreements(document, official, differing))
    else:
        put_page(render_themes(document, labels))


def frameworks(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="One of them; without it, all are listed.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Show the reference knowledge, every record with its source.

    Example: stocktake frameworks lineages --json
    """
    from stocktake.frameworks.listing import framework_names, framework_records
    from stocktake.publish.frameworks_terminal import render_framework, render_names

    if name is None:
        names = framework_names()
        if as_json:
            put_json({"schema": "stocktake/frameworks/1", "frameworks": names})
        else:
            put_page(render_names(names))
        return
    about, records = framework_records(name)
    if as_json:
        put_json({"schema": "stocktake/framework/1", "name": name, "about": about, "records": records})
    else:
        put_page(render_framework(name, about, records))


def _one_form(asked: dict[Form, bool]) -> Form | None:
    forms = [form for form, wanted in asked.items() if wanted]
    if len(forms) > 1:
        message = f"choose one of {', '.join(f'--{form}' for form in forms)}"
        raise typer.BadParameter(message)
    return forms[0] if forms else None


def _put_json(document: "Document") -> None:
    from stocktake.documents.formats.document_json import document_to_json

    put_json(document_to_json(document))


def _put_akn(document: "Document") -> None:
    from stocktake.documents.formats.akn import document_to_akn

    put(document_to_akn(document).decode("utf-8"))


def _put_page(document: "Document") -> None:
    from stocktake.publish.document_terminal import render_document

    put_page(render_document(document))


def _put_text(document: "Document") -> None:
    put(document.source_text)


_PRINT: dict[Form | None, Any] = {Form.JSON: _put_json, Form.AKN: _put_akn, Form.TEXT: _put_text, None: _put_page}
