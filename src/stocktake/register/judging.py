"""Judgements on pairs of contributions, as JSON carries them, and back.

Knows their keys. Knows nothing of what is recorded.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from functools import partial
from typing import Any, cast
from uuid import UUID

from stocktake.errors import RequestError, nearest
from stocktake.register.checking import LONGEST_NAME, LONGEST_REASON
from stocktake.register.contribution import Judgement, Verdict
from stocktake.register.contribution_fields import words
from stocktake.register.intake_model import Problem, RawJudgement, Unreadable
from stocktake.register.record_checking import Stamp

KEYS = tuple(each.name for each in fields(Judgement))
VERDICTS = ("same", "different")


def parse_judgements(
    raw: Sequence[RawJudgement], stamp: Stamp
) -> tuple[list[tuple[int, Judgement]], list[Problem]]:
    """The judgements that are right, each with its number, and what is wrong with the others.

    Args:
        raw: As the file has them; every key has to be there.
        stamp: None may be recorded after its latest time.
    """
    good: list[tuple[int, Judgement]] = []
    problems: list[Problem] = []
    for number, cells in raw:
        parts: dict[str, Any] = {}
        wrong = [
            Problem("", number, key, f"the key is unknown{_meant(key)}", "merge")
            for key in cells
            if key not in KEYS
        ]
        for key in KEYS:
            cell = cells.get(key, "")
            try:
                parts[key] = _PARSE[key](cell) if isinstance(cell, str) else _unreadable(cell)
            except ValueError:
                wrong.append(Problem("", number, key, f"{cell!r} is not what stands there", "merge"))
            except RequestError as error:
                wrong.append(Problem("", number, key, f"expected {error.expected}, but {error.came}", "merge"))
        late = parts.get("recorded_at") if stamp.latest else None
        if late and stamp.latest and late > stamp.latest:
            wrong.append(Problem("", number, "recorded_at", f"{late.isoformat()} is still to come", "merge"))
        problems += wrong
        good += [] if wrong else [(number, Judgement(**parts))]
    return good, problems


def _meant(key: str) -> str:
    near = nearest(key, KEYS, 1)
    return f" (nearest: {near[0]})" if near else ""


def _unreadable(cell: Unreadable) -> Any:
    raise RequestError(expected="text", came=cell.what)


def _time(cell: str) -> datetime:
    time = datetime.fromisoformat(cell)
    if time.utcoffset() is None:
        raise ValueError
    return time.astimezone(UTC)


def _verdict(cell: str) -> Verdict:
    if cell not in VERDICTS:
        raise RequestError(expected="same or different", came=f"{cell!r} is neither")
    return cast("Verdict", cell)


_PARSE: Mapping[str, Callable[[str], Any]] = {
    "id": UUID,
    "first": UUID,
    "second": UUID,
    "verdict": _verdict,
    "because": partial(words, what="a reason", longest=LONGEST_REASON),
    "by": partial(words, what="a name", longest=LONGEST_NAME),
    "recorded_at": _time,
}
