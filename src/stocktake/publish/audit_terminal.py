"""The figure audit in the terminal: a text's figures with their verdicts, and a few lines for the review.

Knows what of it fits a page. Computes nothing.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text as Words

from stocktake.publish.figures_terminal import printed_words, said_words, when_words
from stocktake.publish.terminal import facts, heading, indented, listing, pages
from stocktake.review.figures.model import Audit, Audited
from stocktake.review.model import Review
from stocktake.review.words import capital, counted, place_name

_HOLD = frozenset({"supported", "consistent after rounding"})


def render_audit(name: str, key: str, audit: Audit) -> Group:
    """The page of the figures of one text: each with its verdicts and how they follow."""
    own = [each for each in audit.figures if each.text == key]
    rows = [(each.figure.paragraph, when_words(each.figure), _told(each)) for each in own]
    return pages(
        Words(f"{name} prints {counted(len(own), 'figure')}", style="bold"),
        indented(listing(("place", "year", "figure, verdicts, how they follow"), rows)) if rows else None,
        *_between(audit, key),
    )


def _told(each: Audited) -> str:
    verdicts = "\n".join(f"  {verdict.verdict}: {verdict.because}" for verdict in each.verdicts)
    return f"{printed_words(each.figure)}: {said_words(each.figure)}\n{verdicts}"


def _between(audit: Audit, key: str) -> Iterator[RenderableType]:
    contradictions = [each for each in audit.contradictions if each.text == key]
    if contradictions:
        yield heading("Figures that cannot all hold")
        yield indented(Words("\n\n".join(each.because for each in contradictions)))
    expired = [each for each in audit.expired if each.text == key]
    if expired:
        yield heading("Targets whose year has passed")
        yield indented(facts([(each.paragraph, f"“{each.quote}” {each.because}") for each in expired]))
    replacements = [each for each in audit.replacements if each.text == key]
    if replacements:
        yield heading("What the statistics held would put in their place")
        rows = [(each.paragraph, f"“{each.old}” → “{each.new}”. {each.because}") for each in replacements]
        yield indented(facts(rows))
        yield indented(
            Words("Options, no advice. They stand in the next draft: stocktake draft SYMBOL --to FILE.docx")
        )


def render_figures_of(review: Review) -> Iterator[RenderableType]:
    """A line for each figure in force that does not simply hold, and how many there are of each verdict."""
    own = [each for each in review.figures.figures if each.text in review.duties.in_force]
    if not own:
        return
    yield heading("The figures in the texts in force")
    counts = Counter(verdict.verdict for each in own for verdict in each.verdicts)
    rows = [("verdicts", ", ".join(f"{name} {number}" for name, number in counts.most_common()))]
    rows += [(_place(each), _in_short(each)) for each in own if not _holds(each)]
    yield indented(facts(rows))


def _holds(each: Audited) -> bool:
    return all(verdict.verdict in _HOLD for verdict in each.verdicts)


def _place(each: Audited) -> str:
    return capital(place_name(each.figure.paragraph)).replace("Preambular paragraph", "Preamble")


def _in_short(each: Audited) -> str:
    verdicts: Sequence[str] = [verdict.verdict for verdict in each.verdicts]
    return f"{printed_words(each.figure)}: {', '.join(verdicts)}"
