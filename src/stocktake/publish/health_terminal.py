"""The health of mandates in the terminal, rule by rule. Computes nothing but counts."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text as Words

from stocktake.publish.terminal import heading, indented, listing, pages
from stocktake.review.health_model import Health, HealthNote
from stocktake.review.words import counted, listed, long_date, opening

# So much of a clause or paragraph is quoted.
_OPENING = 150


def render_health(health: Health) -> Group:
    """The page of one text: how many signs there are of each kind, then each with its words and the advice."""
    rows = [
        (rule.name, str(sum(note.rule == rule.name for note in health.notes)), rule.shows) for rule in health.rules
    ]
    return pages(
        Words(f"Health of the mandates of {health.document}, {_as_of(health)}", style="bold"),
        Words("Signs that a drafter may want to look at. None of them says that a paragraph is wrong."),
        indented(listing(("rule", "signs", "what it shows"), rows)) if rows else None,
        *(part for rule in health.rules for part in _section(health, rule.name)),
    )


def _as_of(health: Health) -> str:
    return f"as of {long_date(health.as_of.isoformat())}"


def _section(health: Health, rule: str) -> Iterator[RenderableType]:
    notes = [note for note in health.notes if note.rule == rule]
    if notes:
        yield heading(f"{rule} ({counted(len(notes), 'sign')})")
    for note in notes:
        yield indented(Words(f"{_place(note)}: “{opening(note.quote, _OPENING)}”"))
        yield indented(Words(note.because, style="dim"), by=4)


def _place(note: HealthNote) -> str:
    place = note.commitment.partition(":")[2] if note.commitment else note.paragraph
    return f"{place} (and {listed(note.against)})" if note.against else place
