"""What makes a contribution fit to be recorded: its own cells, and what it says of records that are there.

Knows the rules of the register. Knows neither database nor file.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from stocktake.errors import RequestError, StocktakeError
from stocktake.register.checking import LONGEST_NAME, LONGEST_REASON
from stocktake.register.columns import BY_NAME, COLUMNS, CONTENT, printed
from stocktake.register.contribution import Contribution
from stocktake.register.contribution_fields import (
    LONGEST_TEXT,
    parse_answers,
    parse_codes,
    parse_document,
    parse_entity_type,
    parse_evidence,
    parse_link,
    parse_reach,
    parse_when,
    parse_where,
    words,
)
from stocktake.register.exchange import clause
from stocktake.values.partial_date import PartialDate

# So that the same row taken in twice has the same id; the number itself means nothing.
_SPACE = UUID("6b1d4a3e-6f0f-5d0a-9d7e-2f3c1a5b7e90")
_BETWEEN = "\x1f"

Known = Mapping[UUID, Contribution]


class Fault(NamedTuple):
    """What is wrong in one cell of a row, or in the row as a whole where the column is empty."""

    column: str
    what: str


class Stamp(NamedTuple):
    """What a row that does not say so itself is recorded with: by whom and when; nothing may begin after ``latest``."""

    by: str
    now: datetime
    latest: datetime | None = None


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise RequestError(expected="the id of a record, or nothing", came=f"{text[:60]!r} is none") from error


def _time(text: str) -> datetime:
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        time = datetime.min  # noqa: DTZ901 - has no zone, so that it is refused below
    if time.utcoffset() is None:
        raise RequestError(
            expected="a time with its time zone (2045-01-15T09:30:00+00:00)", came=f"{text[:60]!r} is none"
        )
    return time.astimezone(UTC)


_PARSE: Mapping[str, Callable[[str], Any]] = {
    "who": partial(words, what="a name", longest=LONGEST_NAME),
    "entity_type": parse_entity_type,
    "title": partial(words, what="a title"),
    "description": partial(words, what="a description", longest=LONGEST_TEXT),
    "where": parse_where,
    "from": parse_when,
    "to": parse_when,
    "link": parse_link,
    "answers": parse_answers,
    "action_lines": partial(parse_codes, "WSIS"),
    "sdgs": partial(parse_codes, "SDG"),
    "gdc": partial(parse_codes, "GDC"),
    "reach": parse_reach,
    "reach_unit": partial(words, what="a unit", longest=LONGEST_NAME),
    "evidence": parse_evidence,
    "document": parse_document,
    "id": _id,
    "recorded_at": _time,
    "by": partial(words, what="a name", longest=LONGEST_NAME),
    "supersedes": _id,
    "withdraws": _id,
    "because": partial(words, what="a reason", longest=LONGEST_REASON),
}


def parse_contribution(cells: Mapping[str, str], stamp: Stamp) -> tuple[Contribution | None, list[Fault]]:
    """The contribution of one row, or all that is wrong with it.

    Args:
        cells: The words of each cell by the name of its column; absent and empty mean the same.
        stamp: What is filled in where the row does not say it.
    """
    filled = {name: " ".join(cell.split()) for name, cell in cells.items() if cell and not cell.isspace()}
    parts: dict[str, Any] = {}
    faults: list[Fault] = []
    for name, cell in filled.items():
        try:
            parts[BY_NAME[name].part] = _PARSE[name](cells[name].strip() if BY_NAME[name].several else cell)
        except StocktakeError as error:
            faults.append(Fault(name, clause(error)))
    faults += _withdrawal_faults(filled) if "withdraws" in filled else _row_faults(filled, parts, stamp)
    if faults:
        return None, faults
    parts.setdefault("by", stamp.by)
    parts.setdefault("recorded_at", stamp.now)
    made = Contribution(**{"id": _SPACE, **parts})
    if "id" not in parts:
        made = Contribution(**{**parts, "id": _id_of(made)})
    return made, []


def _id_of(contribution: Contribution) -> UUID:
    """An id that follows from what a contribution says: the same row gives the same one."""
    cells = printed(contribution)
    said = [cells[each.name] for each in CONTENT] + [cells["supersedes"], cells["withdraws"]]
    return uuid5(_SPACE, _BETWEEN.join(said))


def _withdrawal_faults(filled: Mapping[str, str]) -> Iterator[Fault]:
    yield from (Fault(each.name, "a withdrawal leaves it empty") for each in CONTENT if each.name in filled)
    if "supersedes" in filled:
        yield Fault("supersedes", "a row replaces a record or withdraws it, not both")
    if "because" not in filled:
        yield Fault("because", "a withdrawal says why")


def _row_faults(filled: Mapping[str, str], parts: Mapping[str, Any], stamp: Stamp) -> Iterator[Fault]:
    """What is wrong between the cells of a row; ``parts`` are those that could be read."""
    yield from (
        Fault(each.name, f"it is empty; {each.asks}")
        for each in COLUMNS
        if each.needed and each.name not in filled
    )
    start, end = parts.get("start"), parts.get("end")
    if start and end and PartialDate(end).latest < PartialDate(start).earliest:
        yield Fault("to", f"{end} is before {start}")
    if start and stamp.latest and PartialDate(start).earliest > stamp.latest.date():
        yield Fault("from", f"{start} is still to come; only what was begun is reported")
    if ("reach" in filled) != ("reach_unit" in filled):
        absent = "reach" if "reach_unit" in filled else "reach_unit"
        yield Fault(absent, "number and unit go together")
    if parts.get("evidence") in {"document", "indicator"} and "document" not in filled:
        yield Fault("document", f"evidence of the kind {parts['evidence']} names one")
    if "supersedes" in filled and "because" not in filled:
        yield Fault("because", "a new state of a record says why")
    recorded = parts.get("recorded_at")
    if recorded and stamp.latest and recorded > stamp.latest:
        yield Fault("recorded_at", f"{recorded.isoformat()} is still to come")


def place_faults(made: Contribution, known: Known, followers: Mapping[UUID, UUID]) -> Iterator[Fault]:
    """What is wrong with the place of ``made`` in the history.

    Args:
        made: A contribution that replaces or withdraws another, or neither.
        known: All records that are there or come with it, by id.
        followers: Which record replaces or withdraws each.
    """
    column = "withdraws" if made.withdraws else "supersedes"
    named = made.withdraws or made.supersedes
    if named is None:
        return
    meant = known.get(named)
    if meant is None:
        yield Fault(column, f"there is no record {named}; list them: stocktake evidence list")
    elif meant.withdraws is not None or meant.id == made.id:
        yield Fault(column, f"{named} is no contribution" if meant.withdraws else "it names itself")
    elif followers.get(named, made.id) != made.id:
        yield Fault(column, f"{named} was replaced or withdrawn already by {followers[named]}")
    elif made.recorded_at < meant.recorded_at:
        yield Fault("recorded_at", f"it is before what it {column} ({meant.recorded_at.isoformat()})")
