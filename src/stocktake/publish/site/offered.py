"""What the page of downloads is given: data sets with their files and terms. Computes nothing."""

from dataclasses import dataclass
from typing import NamedTuple


class DownloadFile(NamedTuple):
    """A file: its path below the folder of the site, its media type, how many bytes it has."""

    path: str
    media_type: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Download:
    """One set of open data.

    Attributes:
        id: Its name.
        title: A heading.
        description: What it holds.
        rows: How many rows its table has; None where it is no table.
        files: Its files, at least one.
        licence: The licence of our part.
        licence_link: Its page.
        terms: What has to be said of the rest.
        citation: How it is cited.
        jsonld: Its description for search engines of data, as it stands in a page.
    """

    id: str
    title: str
    description: str
    rows: int | None
    files: tuple[DownloadFile, ...]
    licence: str
    licence_link: str
    terms: str
    citation: str
    jsonld: str
