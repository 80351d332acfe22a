"""The state of a workspace: what it holds, what is damaged, what lies about and what is out of date.

Knows the shape of the answer and how an output is told to be out of date. Alters nothing.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path

from stocktake.documents.model import Document
from stocktake.workspace.index import Holding
from stocktake.workspace.statistics import StatisticsHeld

REVIEW = "review.json"


@dataclass(frozen=True, slots=True)
class Fault:
    """An original that cannot be used, and why."""

    holding: Holding
    what: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What a workspace yields.

    Attributes:
        documents: The documents that can be had, in the order of adding.
        faults: The originals that cannot be used.
        read: How many were read anew; the others came from the cache.
    """

    documents: tuple[Document, ...]
    faults: tuple[Fault, ...]
    read: int = 0


@dataclass(frozen=True, slots=True)
class State:
    """The state of a workspace.

    Attributes:
        holdings: What the index records.
        contents: Its documents, and the originals that cannot be used.
        strays: Files among the originals that the index does not list: copies made by a run that was killed.
        review_current: The review made last still follows from what is held; None where there is none.
        statistics: Its statistics, and those that cannot be used.
    """

    holdings: tuple[Holding, ...]
    contents: Contents
    strays: tuple[str, ...]
    review_current: bool | None
    statistics: StatisticsHeld = field(default_factory=StatisticsHeld)


def review_current(output: Path, fingerprint: str) -> bool | None:
    """Whether the review in ``output`` was made from what ``fingerprint`` stands for; None where there is none."""
    try:
        review = json.loads((output / REVIEW).read_bytes())
    except FileNotFoundError:
        return None
    except ValueError:
        return False
    made_from = review.get("workspace") if isinstance(review, dict) else None
    return isinstance(made_from, dict) and made_from.get("fingerprint") == fingerprint
