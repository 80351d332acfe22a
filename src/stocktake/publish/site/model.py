"""The nouns of the site: what is published, a page before it is written, a file as it is written. Computes nothing."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from stocktake.documents.compare import Comparison
from stocktake.publish.site.offered import Download
from stocktake.review.countries import Country
from stocktake.review.histories import History
from stocktake.review.keeping import Keeper, made_anew
from stocktake.review.model import Review

FRONT = "index.html"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Published:
    """Everything that a site is made from.

    Attributes:
        review: The review.
        comparisons: Any two texts that are compared, by the keys of the older and the newer one.
        countries: Countries and areas one by one; none where no statistics are held.
        histories: The published values of the divides' indicators year by year; none where no statistics are held.
        downloads: The open data that stand beside the pages; none where none are written.
        keep: Keeps the charts that were drawn, so that none is drawn again.
        memory: What was worked out for one language and is the same in all, by question.
    """

    review: Review
    comparisons: Mapping[tuple[str, str], Comparison] = field(default_factory=dict)
    countries: tuple[Country, ...] = ()
    histories: tuple[History, ...] = ()
    downloads: tuple[Download, ...] = ()
    keep: Keeper = made_anew
    memory: dict[Hashable, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` gives, asked once for each key."""
        if key not in self.memory:
            self.memory[key] = make()
        made: T = self.memory[key]
        return made


@dataclass(frozen=True, slots=True)
class Page:
    """A page in one language, before it is laid out.

    Attributes:
        path: Below the folder of its language, with slashes: ``texts/a-res-80-118.html``.
        kind: What kind of page it is, for tests and benches: ``text``.
        title: Its heading, in the language of the page.
        template: The name of its template below ``templates/site``.
        context: What the template is given besides what every page has.
        section: The entry of the menu that it belongs to; empty for the front page.
        alone: It shows nothing of the review but what is in its context, which is plain values and frozen data
            classes. Where these are the same the page is, and is not laid out again.
    """

    path: str
    kind: str
    title: str
    template: str
    context: Mapping[str, object]
    section: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site: where it stands below the folder of the site, and its bytes; it is made without a key."""

    path: str
    data: bytes
    key: str = ""


def message(words: str) -> str:
    """The words as they are: marks them, where they stand in a table, as ours, to be translated when they are used."""
    return words
