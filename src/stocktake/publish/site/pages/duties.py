"""The duties in force: who is asked for what, by when, and how far evidence goes; some of them by choice of a link.

Knows how duties are grouped and which ways of choosing there are. Each duty stands once, under the first that it asks.
Computes nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from stocktake.documents.commitments.model import UNSPECIFIED
from stocktake.frameworks.themes import FRAMEWORKS, load_themes
from stocktake.publish.filters import Choice, Filter, classes_of, names_by_count
from stocktake.publish.review_duties_html import STATES
from stocktake.publish.review_evidence_layout import RUNGS
from stocktake.publish.site.addresses import slug
from stocktake.publish.site.languages import Language
from stocktake.publish.site.model import Page, Published, message
from stocktake.publish.site.pages.paging import nth
from stocktake.publish.site.pages.themes import label_of, theme_path
from stocktake.review.asked import Asked, addressee_names
from stocktake.review.evidence.model import Standing
from stocktake.review.model import Review

DUTIES = "duties.html"
MOST = 150
"""So many duties at most stand on one page, so that it stays light."""


@dataclass(frozen=True, slots=True)
class Row:
    """One duty.

    Attributes:
        asked: The duty.
        standing: How far the evidence on it goes; None where nothing is said of that.
        classes: The names of the filters that show it.
    """

    asked: Asked
    standing: Standing | None
    classes: str


@dataclass(frozen=True, slots=True)
class Group:
    """The duties of which the same one is asked first, and the names of the filters that show any of them."""

    name: str
    rows: tuple[Row, ...]

    @property
    def classes(self) -> str:
        """The names of the filters that show any of its rows."""
        return " ".join(dict.fromkeys(name for row in self.rows for name in row.classes.split()))


def duties_in_force(review: Review) -> tuple[Asked, ...]:
    """What the texts in force ask; what they only report is not among it."""
    return tuple(
        each
        for each in review.duties.asked
        if each.text in review.duties.in_force and each.commitment.standing == "asked"
    )


def duty_pages(published: Published, language: Language) -> Iterator[Page]:
    """The duties in force, on several pages where they are many; a page holds those of one text then."""
    every = duties_in_force(published.review)
    standings = {(each.text, each.commitment): each for each in published.review.standings}
    parts = list(_parts(every))
    for number, own in enumerate(parts):
        groups, choices = _grouped(own, standings)
        yield Page(
            nth(DUTIES, number),
            "duties",
            language.words("Duties in force"),
            "duties.html.j2",
            {
                "groups": groups,
                "choices": choices,
                "number": number,
                "parts": [(nth(DUTIES, at), _part_name(each)) for at, each in enumerate(parts)],
                "shown_rows": len(own),
                "theme_path": theme_path,
                "every": len(every),
                "unspecified": UNSPECIFIED,
            },
            "duties",
        )


def _parts(every: Sequence[Asked]) -> Iterator[Sequence[Asked]]:
    """All on one page where they fit, else text by text; at least one page."""
    if len(every) <= MOST:
        yield every
        return
    for _text, grouped in groupby(every, key=lambda each: each.text):
        own = tuple(grouped)
        yield from (own[at : at + MOST] for at in range(0, len(own), MOST))


def _part_name(part: Sequence[Asked]) -> str:
    """The text of a page and its first and last paragraph."""
    if not part:
        return ""
    first, last = part[0].commitment.paragraph, part[-1].commitment.paragraph
    return f"{part[0].text}: {first}" if first == last else f"{part[0].text}: {first}–{last}"


def asking_filters(review: Review) -> Mapping[str, tuple[str, int]]:
    """For everyone who is asked: the way to the duties that ask it, and how many these are."""
    names = [addressee_names(each.commitment) for each in duties_in_force(review)]
    is_whole = len(names) <= MOST
    return {
        each.title: (f"{DUTIES}#only-{each.name}" if is_whole else DUTIES, each.count)
        for each in _filters("who", _unexplained(names), names)
    }


def _grouped(
    every: Sequence[Asked], standings: Mapping[tuple[str, str], Standing]
) -> tuple[tuple[Group, ...], tuple[Choice, ...]]:
    """The duties by who is asked first, those asked most often first and nobody named last; and ways of choosing."""
    own = [standings.get((each.text, each.commitment.id)) for each in every]
    names = [addressee_names(each.commitment) for each in every]
    said = (
        [(each.state,) for each in every],
        [(each.rung,) if each else () for each in own],
        names,
        [each.themes for each in every],
    )
    choices = (
        Choice(message("State"), _filters("state", STATES, said[0])),
        Choice(message("Evidence"), _filters("evidence", RUNGS, said[1])),
        Choice(message("Who is asked"), _filters("who", _unexplained(names), names)),
        Choice(message("Theme, by a mapping of our own"), _filters("theme", _explained_themes(), said[3])),
    )
    classes = (classes_of(each, choices) for each in zip(*said, strict=True))
    rows = [Row(*each) for each in zip(every, own, classes, strict=True)]
    placed = sorted(rows, key=_first_asked(names_by_count([each[:1] for each in names])))
    return tuple(Group(name, tuple(found)) for name, found in groupby(placed, key=_first)), choices


def _filters(kind: str, known: Iterable[tuple[str, str]], rows: Sequence[Sequence[str]]) -> tuple[Filter, ...]:
    """A filter for each name that a row has, in the order known; its own name follows from the name it is of."""
    counts = [(name, sum(name in row for row in rows), means) for name, means in known]
    return tuple(Filter(f"{kind}-{slug(name)}", name, count, means) for name, count, means in counts if count)


def _unexplained(names: Iterable[Sequence[str]]) -> list[tuple[str, str]]:
    return [(name, "") for name in names_by_count(names)]


@cache
def _explained_themes() -> tuple[tuple[str, str], ...]:
    """The labels of all themes with their names, in the order of the frameworks."""
    return tuple(
        (label_of(framework, theme.code), theme.name)
        for framework in FRAMEWORKS
        for theme in load_themes(framework)
    )


def _first(row: Row) -> str:
    return next(iter(addressee_names(row.asked.commitment)), UNSPECIFIED)


def _first_asked(names: Sequence[str]) -> Callable[[Row], tuple[bool, int]]:
    """The place of a row: by who is asked first, in the order of these names; last where nobody is named."""
    return lambda row: (_first(row) == UNSPECIFIED, names.index(_first(row)) if _first(row) in names else 0)
