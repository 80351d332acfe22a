"""The sections of the action-oriented report, in order: one small module for each.

Each function gives the parts of its section from the review and nothing else. A section without data says so and what
would be needed. ``build.py`` gives them their numbers.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from stocktake.publish.report.model import Block
from stocktake.publish.report.sections.action_lines import action_lines
from stocktake.publish.report.sections.asked import asked
from stocktake.publish.report.sections.basis import basis
from stocktake.publish.report.sections.calendar import calendar
from stocktake.publish.report.sections.convergence import convergence
from stocktake.publish.report.sections.decision import decision
from stocktake.publish.report.sections.divides import divides
from stocktake.publish.report.sections.elements import elements
from stocktake.publish.report.sections.figures import figures
from stocktake.publish.report.sections.governance import governance
from stocktake.publish.report.sections.health import health
from stocktake.publish.report.sections.matter import Matter
from stocktake.publish.report.sections.means import means
from stocktake.publish.report.sections.regions import regions
from stocktake.publish.report.sections.status import status


class Planned(NamedTuple):
    """A section: its short name, its title, and what writes it."""

    id: str
    title: str
    write: Callable[[Matter], Iterator[Block]]


SECTIONS: tuple[Planned, ...] = (
    Planned("basis", "Introduction: basis, method and limits", basis),
    Planned("decision", "Matters that call for a decision", decision),
    Planned("asked", "What was asked", asked),
    Planned("status", "Status by operative paragraph", status),
    Planned("divides", "Digital divides", divides),
    Planned("figures", "Figures printed in the texts, checked", figures),
    Planned("action-lines", "Action lines of the World Summit on the Information Society", action_lines),
    Planned("regions", "Regional level", regions),
    Planned("governance", "Internet governance", governance),
    Planned("means", "Means of implementation", means),
    Planned("convergence", "One action, three frameworks", convergence),
    Planned("health", "Mandates that may need attention", health),
    Planned("calendar", "Calendar to the next cycle", calendar),
    Planned("elements", "Elements for the next resolution", elements),
)
"""The sections in their order; their Roman numerals are counted."""

__all__ = ["SECTIONS", "Matter", "Planned"]
