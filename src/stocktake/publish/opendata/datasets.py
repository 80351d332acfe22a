"""What there is: every data set, and which of the files made belong to it.

Knows the list. A new table is in it by itself; another form is one line here and one maker in ``files.py``.
"""

from collections.abc import Sequence

from stocktake.publish.opendata.model import Dataset, Distribution, Listed, Material, Table
from stocktake.publish.opendata.tables import TABLES
from stocktake.publish.site.model import File

FOLDER = "data/"
"""The folder of the open data below that of the site."""
_MEDIA_TYPES = {
    ".csv": "text/csv",
    ".json": "application/json",
    ".atom": "application/atom+xml",
    ".ics": "text/calendar",
    ".akn.xml": "application/akn+xml",
    ".sdmx.csv": "application/vnd.sdmx.data+csv",
    ".sdmx.xml": "application/vnd.sdmx.structure+xml",
    ".parquet": "application/vnd.apache.parquet",
    ".md": "text/markdown",
}


def _of_table(table: Table) -> Dataset:
    return Dataset(table.id, table.title, table.description, table.owner, table.path, table)


DATASETS: tuple[Dataset, ...] = (
    *map(_of_table, TABLES),
    Dataset(
        "review",
        "The review, whole",
        "Everything that pages and report are written from, in one file.",
        "ours",
        "review.json",
    ),
    Dataset(
        "documents",
        "Texts with their structure",
        "Each text as read, with its duties and figures; in Akoma Ntoso for legal databases.",
        "texts",
        "texts/",
    ),
    Dataset(
        "comparisons",
        "Comparisons, word by word",
        "Two texts, paragraph by paragraph, with every word that was put in or taken out.",
        "texts",
        "comparisons/",
    ),
    Dataset(
        "threads",
        "The life of each provision",
        "Each provision through the texts held, with what changed from one to the next.",
        "texts",
        "threads.json",
    ),
    Dataset(
        "dates",
        "Calendar for programs",
        "What is due and when, for calendar programs and as JSON.",
        "ours",
        "calendar.",
    ),
    Dataset(
        "measures",
        "Results by indicator",
        "Each indicator with all its results, with sources and reasons.",
        "publishers",
        "measures/",
    ),
    Dataset(
        "needs_and_offers",
        "Needs and offers, both views",
        "By country and by policy area, with the reasons of each match.",
        "contributors",
        "needs.json",
    ),
    Dataset(
        "observations",
        "Observations",
        "The published values of the indicators shown, of every release held up to the day of the review.",
        "publishers",
        "observations",
    ),
    Dataset(
        "feed",
        "Changes",
        "Texts, releases of statistics and records by their own dates, for feed readers.",
        "ours",
        "changes.atom",
    ),
    Dataset(
        "schemas",
        "Schemas of the JSON files",
        "JSON Schema, draft 2020-12, one for each shape.",
        "ours",
        "schemas/",
    ),
)
"""What there is, in the order in which it is listed."""


def list_datasets(material: Material, files: Sequence[File]) -> tuple[Listed, ...]:
    """The data sets of which there are files.

    Args:
        material: What they were made from.
        files: As ``open_data_files`` made them.
    """
    listed = (Listed(each, _rows(each, material), _files_of(each, files)) for each in DATASETS)
    return tuple(each for each in listed if each.files)


def media_type(path: str) -> str:
    """The media type of a file, by the end of its path: the longest that is known."""
    known = [end for end in _MEDIA_TYPES if path.endswith(end)]
    return _MEDIA_TYPES[max(known, key=len)]


def dataset_of(path: str) -> Dataset:
    """The data set that a file belongs to, by its path below ``data/``."""
    return next(each for each in DATASETS if path.startswith(each.pattern))


def _rows(dataset: Dataset, material: Material) -> int | None:
    return sum(1 for _ in dataset.table.rows(material)) if dataset.table else None


def _files_of(dataset: Dataset, files: Sequence[File]) -> tuple[Distribution, ...]:
    start = FOLDER + dataset.pattern
    return tuple(
        Distribution(each.path.removeprefix(FOLDER), media_type(each.path), len(each.data))
        for each in files
        if each.path.startswith(start)
    )
