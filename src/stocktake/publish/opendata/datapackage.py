"""The description of the tables: a Data Package (2.0), and the same as CSVW metadata.

Knows both vocabularies. Every table says the type of each column, what an empty cell is, what names a row and which
columns name rows of other tables; every file has its size and checksum.
"""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from stocktake.publish.opendata.datasets import FOLDER, dataset_of, media_type
from stocktake.publish.opendata.model import Column, Material, Reference, Table
from stocktake.publish.opendata.tables import TABLES
from stocktake.publish.opendata.terms import INVENTED, SOFTWARE, TERMS, citation, licence_of, provenance
from stocktake.publish.site.model import File
from stocktake.review.model import Review

DATAPACKAGE = "datapackage.json"
CSVW = "csv-metadata.json"
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_CSVW_CONTEXT = "http://www.w3.org/ns/csvw"
_CSVW_TYPES = {
    "string": "string",
    "integer": "integer",
    "number": "number",
    "boolean": {"base": "boolean", "format": "true|false"},
    "date": {"base": "date", "format": "yyyy-MM-dd"},
}
_TITLE = "Stocktake: what was asked, what was done, what the numbers say, what is due"
_DESCRIPTION = "Everything behind the pages of a review, as tables."


def datapackage(material: Material, files: Sequence[File]) -> dict[str, Any]:
    """The Data Package of the files.

    Args:
        material: What they were made from.
        files: Those made so far.
    """
    review = material.review
    return {
        "$schema": _PROFILE,
        "name": "stocktake",
        "title": _TITLE,
        "description": f"{_DESCRIPTION} {INVENTED}" if review.example else _DESCRIPTION,
        **provenance(review),
        "created": f"{review.as_of.isoformat()}T00:00:00Z",
        "licenses": [licence_of("ours")],
        "citation": citation(_TITLE, review),
        "contributors": [{"title": SOFTWARE, "roles": ["creator"]}],
        "sources": [{"title": text.key} for text in review.texts]
        + [{"title": each.title or each.name} for each in review.data_files],
        # Schemas are no data, and readers of Data Packages take a file that is called so for that of a table.
        "resources": [_resource(each, review) for each in files if dataset_of(_below(each)).id != "schemas"],
    }


def _below(file: File) -> str:
    return file.path.removeprefix(FOLDER)


def _resource(file: File, review: Review) -> dict[str, Any]:
    path = _below(file)
    dataset = dataset_of(path)
    resource: dict[str, Any] = {
        "name": dataset.id if path == dataset.pattern else path.lower(),
        "path": path,
        "title": dataset.title,
        "description": dataset.description,
        "mediatype": media_type(path),
        "encoding": "utf-8",
        "bytes": len(file.data),
        "hash": f"sha256:{sha256(file.data).hexdigest()}",
        "licenses": [licence_of(dataset.owner)],
        "terms": TERMS[dataset.owner].note,
        "citation": citation(dataset.title, review),
    }
    if dataset.table is None:
        return resource
    return {
        **resource,
        "type": "table",
        "format": "csv",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": _schema(dataset.table),
    }


def _schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(each) for each in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.references:
        schema["foreignKeys"] = [
            {
                "fields": list(each.columns),
                "reference": {"resource": each.table, "fields": list(each.to)},
            }
            for each in table.references
        ]
    return schema


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "title": _heading(column.name),
        "description": column.description,
        "type": column.kind,
    }
    return {**field, "constraints": {"required": True}} if column.required else field


def _heading(name: str) -> str:
    """The name of a column as a heading: ``due_by`` is "Due by"."""
    return name.replace("_", " ").capitalize()


def csvw(material: Material) -> dict[str, Any]:
    """The tables as CSVW metadata (W3C, Metadata Vocabulary for Tabular Data)."""
    return {
        "@context": [_CSVW_CONTEXT, {"@language": "en"}],
        "dc:title": _TITLE,
        "dc:license": {"@id": TERMS["ours"].path},
        "dc:bibliographicCitation": citation(_TITLE, material.review),
        "tables": [_csvw_table(each) for each in TABLES],
    }


def _csvw_table(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"columns": [_csvw_column(each) for each in table.columns]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.references:
        schema["foreignKeys"] = [_csvw_reference(each) for each in table.references]
    return {
        "url": table.path,
        "dc:title": table.title,
        "dc:description": table.description,
        "null": "",
        "tableSchema": schema,
    }


def _csvw_column(column: Column) -> dict[str, Any]:
    return {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.description,
        "datatype": _CSVW_TYPES[column.kind],
        "required": column.required,
    }


def _csvw_reference(reference: Reference) -> dict[str, Any]:
    resource = next(each.path for each in TABLES if each.id == reference.table)
    return {
        "columnReference": list(reference.columns),
        "reference": {"resource": resource, "columnReference": list(reference.to)},
    }
