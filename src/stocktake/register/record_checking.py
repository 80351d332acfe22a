"""What makes a row fit to be recorded, whatever kind of record it is: its cells, its id, its place in the history.

Knows the rules that hold for every record of the register that is taken in by a form. Knows neither database nor file.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any, Generic, NamedTuple, TypeVar
from uuid import UUID, uuid5

from stocktake.errors import RequestError, StocktakeError
from stocktake.register.checking import LONGEST_NAME, LONGEST_REASON
from stocktake.register.contribution_fields import words
from stocktake.register.exchange import clause
from stocktake.register.form import Form
from stocktake.register.history import Record

_BETWEEN = "\x1f"
# What people write into a cell of which nothing is known. "NA" is not among them: it is the code of Namibia.
_NOTHING = frozenset(
    {"n/a", "n.a.", "n.a", "n/k", "nil", "none", "tbc", "tbd", "-", "--", "\u2013", "\u2014", "?", "."}
)
# Half of the world writes a point between thousands.
_TWO_WAYS = re.compile(r"([1-9]\d{0,2})\.(\d{3})")
R = TypeVar("R", bound=Record)


class Fault(NamedTuple):
    """What is wrong in one cell of a row, or in the row as a whole where the column is empty."""

    column: str
    what: str


class Stamp(NamedTuple):
    """What a row that does not say so itself is recorded with: by whom, when; ``latest``: the last time allowed."""

    by: str
    now: datetime
    latest: datetime | None = None


RowFaults = Callable[[Mapping[str, str], Mapping[str, Any], Stamp], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Rules(Generic[R]):
    """By what rules the rows of a form become records.

    Attributes:
        form: The columns.
        make: Makes the record of its parts, by attribute.
        parse: Reads each cell that says what the record is about, by the name of its column.
        row_faults: What is wrong between the cells of a row; given the cells filled in, the parts read and the stamp.
        space: The space of the ids that follow from what rows say.
    """

    form: Form
    make: Callable[..., R]
    parse: Mapping[str, Callable[[str], Any]]
    row_faults: RowFaults
    space: UUID


def parse_record(rules: Rules[R], cells: Mapping[str, str], stamp: Stamp) -> tuple[R | None, list[Fault]]:
    """The record of one row, or all that is wrong with it.

    Args:
        rules: Those of its form.
        cells: The words of each cell by the name of its column; absent and empty mean the same.
        stamp: What is filled in where the row does not say it.
    """
    filled = {name: " ".join(cell.split()) for name, cell in cells.items() if cell and not cell.isspace()}
    parse = {**rules.parse, **_RECORDING}
    parts: dict[str, Any] = {}
    faults: list[Fault] = []
    for name, cell in filled.items():
        column = rules.form.by_name[name]
        if cell.casefold() in _NOTHING and "id" not in filled:
            faults.append(Fault(name, f"{cell!r} says nothing; leave it empty"))
            continue
        try:
            parts[column.part] = parse[name](cells[name].strip() if column.several else cell)
        except StocktakeError as error:
            faults.append(Fault(name, clause(error)))
    faults += (
        _withdrawal_faults(rules.form, filled) if "withdraws" in filled else _faults(rules, filled, parts, stamp)
    )
    if faults:
        return None, faults
    parts.setdefault("by", stamp.by)
    parts.setdefault("recorded_at", stamp.now)
    made = rules.make(**{"id": rules.space, **parts})
    return (made if "id" in parts else rules.make(**{**parts, "id": _id_of(rules, made)})), []


def _id_of(rules: Rules[R], record: R) -> UUID:
    """An id that follows from what a record says: the same row gives the same one."""
    cells = rules.form.printed(record)
    said = [cells[each.name] for each in rules.form.content] + [cells["supersedes"], cells["withdraws"]]
    return uuid5(rules.space, _BETWEEN.join(said))


def _withdrawal_faults(form: Form, filled: Mapping[str, str]) -> Iterator[Fault]:
    yield from (Fault(each.name, "a withdrawal leaves it empty") for each in form.content if each.name in filled)
    if "supersedes" in filled:
        yield Fault("supersedes", "a row replaces a record or withdraws it, not both")
    if "because" not in filled:
        yield Fault("because", "a withdrawal says why")


def _faults(rules: Rules[R], filled: Mapping[str, str], parts: Mapping[str, Any], stamp: Stamp) -> Iterator[Fault]:
    """What is wrong between the cells of a row; ``parts`` are those that could be read."""
    yield from (
        Fault(name, f"it is empty; {rules.form.by_name[name].asks}")
        for name in rules.form.needed
        if name not in filled
    )
    yield from rules.row_faults(filled, parts, stamp)
    if "supersedes" in filled and "because" not in filled:
        yield Fault("because", "a new state of a record says why")
    recorded = parts.get("recorded_at")
    if recorded and stamp.latest and recorded > stamp.latest:
        yield Fault("recorded_at", f"{recorded.isoformat()} is still to come")


def two_way_faults(column: str, filled: Mapping[str, str]) -> Iterator[Fault]:
    """That a number may be two: ``4.000`` is four in one country and four thousand in the next.

    A row with an id came out of a register, where a point stands before decimals alone.
    """
    found = _TWO_WAYS.fullmatch(filled.get(column, ""))
    if found and "id" not in filled:
        meant = f"{found[1]}{found[2]}, or {found[0]}0"
        yield Fault(column, f"expected a number that can be read in one way ({meant}), but it is {found[0]!r}")


def place_faults(
    form: Form, made: Record, known: Mapping[UUID, Record], followers: Mapping[UUID, UUID]
) -> Iterator[Fault]:
    """What is wrong with the place of ``made`` in the history.

    Args:
        form: Of which kind it is.
        made: A record that replaces or withdraws another, or neither.
        known: All records that are there or come with it, by id.
        followers: Which record replaces or withdraws each.
    """
    column = "withdraws" if made.withdraws else "supersedes"
    named = made.withdraws or made.supersedes
    if named is None:
        return
    meant = known.get(named)
    if meant is None:
        yield Fault(column, f"there is no record {named}; list them: {form.listing}")
    elif meant.withdraws is not None or meant.id == made.id:
        yield Fault(column, f"{named} is no {form.one}" if meant.withdraws else "it names itself")
    elif followers.get(named, made.id) != made.id:
        yield Fault(column, f"{named} was replaced or withdrawn already by {followers[named]}")
    elif made.recorded_at < meant.recorded_at:
        yield Fault("recorded_at", f"it is before what it {column} ({meant.recorded_at.isoformat()})")


def parse_id(text: str) -> UUID:
    """The id of a record.

    Raises:
        RequestError: It is none.
    """
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


_RECORDING: Mapping[str, Callable[[str], Any]] = {
    "id": parse_id,
    "recorded_at": _time,
    "by": partial(words, what="a name", longest=LONGEST_NAME),
    "supersedes": parse_id,
    "withdraws": parse_id,
    "because": partial(words, what="a reason", longest=LONGEST_REASON),
}
