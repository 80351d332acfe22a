"""The words that come from data and that pages show translated: states, verdicts, names of themes and divides.

Knows which they are: the values of the types, and the names in the frameworks, that templates put through ``words``.
They are gathered from there, so that a new value asks for its translation by itself. What stands in a template or a
module as ``_("…")``, ``message("…")`` or ``language.words("…")`` is found there and not here.
"""

from collections.abc import Iterator
from typing import Any, get_args

from stocktake.documents.commitments.model import UNSPECIFIED, Rhythm, Strength
from stocktake.documents.compare.model import Change, Shift
from stocktake.documents.model import Status
from stocktake.documents.threads.model import LifeChange
from stocktake.frameworks.actors import load_actors
from stocktake.frameworks.areas import LANGUAGES, Aggregate, Area, aggregates, areas
from stocktake.frameworks.breakdowns import every_breakdown
from stocktake.frameworks.divides import divides
from stocktake.frameworks.entity_types import entity_types
from stocktake.frameworks.health import load_health_rules
from stocktake.frameworks.offer_kinds import offer_kinds
from stocktake.frameworks.organs import load_organs
from stocktake.frameworks.policy_areas import policy_areas
from stocktake.frameworks.themes import FRAMEWORKS, load_themes
from stocktake.publish.opendata.datasets import DATASETS
from stocktake.publish.review_duties_html import STATES
from stocktake.publish.review_evidence_layout import RUNGS
from stocktake.review.asked import State
from stocktake.review.calendar import EntryKind, EntryState
from stocktake.review.evidence.model import Rung
from stocktake.review.figures.model import VerdictName
from stocktake.review.needs.model import Met, Window

TYPES: tuple[Any, ...] = (
    *(Status, Change, Shift, LifeChange, Strength, Rhythm),
    *(State, EntryKind, EntryState, Rung, VerdictName, Met, Window),
)
"""Types whose every value a page may show."""
PAIRS = ("moved", "crosses")
"""What the summary of a comparison counts besides the values of ``Change``."""
EVERY_AREA = "any"
"""The policy area that gathers the offers for every one."""
HEATS = ("Actions by action line and region", "Actions by action line and Goal")
"""The titles of the tables of counts."""
_ACTORS = ("class", "officer")
"""Actors whose names are words. The names of bodies stay in the language of the text, save those of organs."""


def terms() -> Iterator[tuple[str, str]]:
    """Every term with where it comes from, as a translator is told; a term of several sources comes several times."""
    for kind in TYPES:
        yield from ((value, "the value of a state or kind") for value in get_args(kind))
    yield from ((each, "the kind of a change") for each in PAIRS)
    for known in (STATES, RUNGS):
        for name, means in known:
            yield from ((name, "the value of a state or kind"), (means, f"what “{name}” means"))
    for framework in FRAMEWORKS:
        yield from ((each.name, f"the name of a theme of {framework}") for each in load_themes(framework))
    yield from ((each.name, "the name of a divide") for each in divides())
    yield from ((each.words, f"what the code {each.code} of a breakdown means") for each in every_breakdown())
    yield from ((each, "the name of a policy area") for each in (*policy_areas(), EVERY_AREA))
    yield from ((each, "a kind of offer") for each in offer_kinds())
    yield from ((each, "a kind of entity") for each in entity_types())
    for rule in load_health_rules():
        yield from ((rule.title, "the name of a rule"), (rule.shows, f"what the rule “{rule.title}” looks for"))
    yield from ((each.title, "the title of a set of data") for each in DATASETS)
    yield from ((each, "the title of a table") for each in HEATS)
    yield from ((each, "the name of an area or group") for each in _areas())
    yield from ((each.name, "who is asked") for each in load_actors() if each.kind in _ACTORS)
    yield UNSPECIFIED, "stands where nobody is named who is asked"
    yield from ((each.name, "the name of an organ") for each in load_organs())


def _areas() -> Iterator[str]:
    """The areas and groups that pages name and whose names the frameworks do not hold in every language."""
    shown = (
        each for each in aggregates().values() if each.kind == "group" or each.publisher in ("ITU", "example")
    )
    known: tuple[Area | Aggregate, ...] = (*shown, *(each for each in areas().values() if each.example))
    yield from (each.en for each in known if not all(getattr(each, code) for code in LANGUAGES))
