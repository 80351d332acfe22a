"""Action lines, Goals and objectives of the Compact: what the texts in force ask under each, and what was reported.

Knows where each theme stands. Which words of a text point to a theme is a mapping of our own, and every page says so.
Counts nothing: what was reported is counted by the review.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from stocktake.frameworks.themes import Framework, Theme, load_themes
from stocktake.publish.own_words import Told, actions_told, by_line
from stocktake.publish.review_evidence_layout import lay_out_evidence
from stocktake.publish.site.addresses import slug
from stocktake.publish.site.languages import Language
from stocktake.publish.site.model import Page, Published
from stocktake.publish.site.pages.duties import duties_in_force
from stocktake.publish.site.pages.themes import VIEWS, label_of
from stocktake.review.asked import Asked
from stocktake.review.evidence.model import ThemeCount
from stocktake.review.model import Review

MOST_QUOTED = 12
"""Of a theme with more duties only the places are given, so that the page stays light."""
MOST_REPORTED = 3
"""So many actions are told under a theme; all are in the open data."""


@dataclass(frozen=True, slots=True)
class Section:
    """One theme.

    Attributes:
        theme: The theme.
        anchor: Its place on the page.
        count: What was reported under it; None where the review counts none.
        regions: The codes of the regions in which something was reported under it.
        duties: What the texts in force ask under it, by text.
        told: The actions that name it.
    """

    theme: Theme
    anchor: str
    count: ThemeCount | None
    regions: tuple[str, ...]
    duties: tuple[tuple[str, tuple[Asked, ...]], ...]
    told: tuple[Told, ...] = ()

    @property
    def asked(self) -> int:
        """How many duties stand under it."""
        return sum(len(own) for _text, own in self.duties)


def action_line_pages(published: Published, language: Language) -> Iterator[Page]:
    """A page for each framework."""
    review = published.review
    heats = lay_out_evidence(review.standings, review.coverage).heats
    for view in VIEWS:
        context = {
            "view": view,
            "views": VIEWS,
            "themes": list(_sections(view.framework, review)),
            "coverage": review.coverage,
            "heats": heats if view.framework == "WSIS" else (),
            "silent": [
                (text, [place for _text, place in own])
                for text, own in groupby(review.coverage.silent_paragraphs, key=lambda each: each[0])
            ],
            "most_quoted": MOST_QUOTED,
            "most_reported": MOST_REPORTED,
        }
        title = language.words(view.title)
        yield Page(view.path, "action lines", title, "action_lines.html.j2", context, "action-lines")


def _sections(framework: Framework, review: Review) -> Iterator[Section]:
    duties = duties_in_force(review)
    counts = {each.code: each for each in review.coverage.themes if each.framework == framework}
    cells = review.coverage.lines_by_region.cells if framework == "WSIS" else ()
    told = by_line(actions_told(review.contributions), framework)
    for theme in load_themes(framework):
        label = label_of(framework, theme.code)
        own = [each for each in duties if label in each.themes]
        by_text = groupby(own, key=lambda each: each.text)
        yield Section(
            theme,
            slug(label),
            counts.get(theme.code),
            tuple(each.column for each in cells if each.row == theme.code),
            tuple((text, tuple(found)) for text, found in by_text),
            told.get(theme.code, ()),
        )
