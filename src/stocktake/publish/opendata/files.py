"""Every file of the open data, in the order in which they are made; the descriptions come last.

Knows what there is to be made. The same input gives the same files: no clock, no chance, sorted where an order is not
given.
"""

from collections.abc import Iterator

from stocktake.documents.formats.document_json import dump_json
from stocktake.publish.opendata.csv_table import table_csv
from stocktake.publish.opendata.datapackage import CSVW, DATAPACKAGE, csvw, datapackage
from stocktake.publish.opendata.datasets import FOLDER, list_datasets
from stocktake.publish.opendata.feed import PATH as FEED
from stocktake.publish.opendata.feed import changes_feed
from stocktake.publish.opendata.json_lines import dump_lines
from stocktake.publish.opendata.model import Beside, Material
from stocktake.publish.opendata.observations import observation_files
from stocktake.publish.opendata.readme import PATH as README
from stocktake.publish.opendata.readme import readme
from stocktake.publish.opendata.records import akoma_ntoso, calendar_file, records
from stocktake.publish.opendata.schemas import schema_names, schema_of
from stocktake.publish.opendata.tables import TABLES
from stocktake.publish.site.model import File, Published


def open_data_files(published: Published, beside: Beside | None = None) -> Iterator[File]:
    """Every file of the open data, with its path below the folder of the site.

    Args:
        published: What the site is made from.
        beside: What is published as data besides.
    """
    material = Material(published, beside or Beside())
    made = [File(FOLDER + path, data) for path, data in _made(material)]
    yield from made
    listed = list_datasets(material, made)
    yield File(FOLDER + DATAPACKAGE, _bytes(dump_json(datapackage(material, made))))
    yield File(FOLDER + CSVW, _bytes(dump_json(csvw(material))))
    yield File(FOLDER + README, readme(listed, material.review))


def _made(material: Material) -> Iterator[tuple[str, bytes]]:
    yield from ((table.path, table_csv(table, table.rows(material))) for table in TABLES)
    yield from ((each.path, _bytes(dump_lines(each.data))) for each in records(material))
    yield from ((f"schemas/{name}.schema.json", _bytes(dump_json(schema_of(name)))) for name in schema_names())
    yield from akoma_ntoso(material)
    yield calendar_file(material)
    yield from observation_files(material)
    yield FEED, changes_feed(material)


def _bytes(text: str) -> bytes:
    # A lone half of a surrogate pair has no bytes in UTF-8.
    return text.encode("utf-8", "replace")
