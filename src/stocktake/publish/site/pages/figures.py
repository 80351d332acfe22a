"""The figures of the texts in force: what each is bound to, what is to be said of it, and how that follows.

Knows the order and what stands together. Holds nothing against anything itself.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from stocktake.publish.site.languages import Language
from stocktake.publish.site.model import Page, Published, message
from stocktake.publish.site.pages.paging import nth
from stocktake.review.figures.model import Audited, VerdictName
from stocktake.review.model import Review

FIGURES = "figures.html"
MOST = 80
"""So many figures at most stand on one page, so that it stays light."""
VERDICTS: tuple[tuple[VerdictName, str], ...] = (
    ("contradicted", message("a published value says otherwise")),
    ("expired target", message("the year of the target has passed")),
    ("superseded", message("a newer value was published")),
    ("revised", message("the publisher has since changed the value of that year")),
    ("stale", message("the year is long past, and newer years are published")),
    ("group changed", message("the group has other members now")),
    ("definition changed", message("it is measured in another way now")),
    ("supported", message("a published value bears it out")),
    ("consistent after rounding", message("a published value bears it out once rounded")),
    ("not checkable", message("nothing is known to hold it against")),
    ("not bound", message("no published value is of these words")),
)
"""The verdicts and what each says; those that ask for a look first."""


def figures_in_force(review: Review) -> tuple[Audited, ...]:
    """The figures of the texts in force, in the order of the texts."""
    return tuple(each for each in review.figures.figures if each.text in review.duties.in_force)


def figure_pages(published: Published, language: Language) -> Iterator[Page]:
    """The figures with their verdicts, on several pages where they are many."""
    review, audit = published.review, published.review.figures
    every = figures_in_force(review)
    parts = [every[at : at + MOST] for at in range(0, max(len(every), 1), MOST)]
    for number, part in enumerate(parts):
        context = {
            "figures": part,
            "every": len(every),
            "counts": _counts(every),
            "contradictions": [each for each in audit.contradictions if each.text in review.duties.in_force],
            "expired": [each for each in audit.expired if each.text in review.duties.in_force],
            "replacements": audit.replacements,
            "number": number,
            "paths": [nth(FIGURES, at) for at in range(len(parts))],
        }
        title = language.words("Figures in the texts, checked")
        yield Page(nth(FIGURES, number), "figures", title, "figures.html.j2", context, "figures")


def _counts(every: Sequence[Audited]) -> list[tuple[str, str, int]]:
    """Each verdict that was given, what it says, and of how many figures."""
    count = Counter(verdict.verdict for each in every for verdict in each.verdicts)
    return [(name, means, count[name]) for name, means in VERDICTS if count[name]]
