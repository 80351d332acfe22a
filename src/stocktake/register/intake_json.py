"""Records in JSON: a list of objects, one object on each line, or the object that an export writes, with lists by kind.

Knows how JSON becomes cells. Knows no column.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from stocktake.register.form import SEPARATOR
from stocktake.register.intake_model import Book, Cell, Line, RawJudgement, Sheet, Unreadable, broken, number_cell

_TABLES = ("contributions", "needs", "offers", "mismatches")
_MERGES = "merges"
# What the export and the template say besides; it is no record.
_ABOUT = frozenset({"schema", "as_of", "explained", *_TABLES, _MERGES})


class _TwiceError(ValueError):
    """One object has a key twice."""


def handles(data: bytes) -> bool:
    """Whether it begins as JSON does."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in {b"{", b"["}


def read(data: bytes, name: str) -> Book:
    """The entries of the file, one table for each list; its heads are the keys in the order in which they come.

    Raises:
        InputError: It is no JSON, or no list of objects.
    """
    try:
        content = _content(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise broken(name, f"it is no JSON that we read ({error})", "Write it anew.") from error
    if isinstance(content, list):
        return Book((_sheet(_objects(content, "the file", name)),))
    whole = content if isinstance(content, dict) else {}
    strange = sorted(whole.keys() - _ABOUT)
    there = [each for each in _TABLES if each in whole]
    if strange or not there:
        came = f"it has {', '.join(map(repr, strange))}" if strange else f"it has none of {', '.join(_TABLES)}"
        raise broken(name, came, f"Put the list under one of {', '.join(_TABLES)}, or write the list alone.")
    merges = _objects(whole.get(_MERGES, []), repr(_MERGES), name)
    judged = tuple(RawJudgement(at, {key: _cell(each[key]) for key in each}) for at, each in enumerate(merges, 1))
    tables = {each: _objects(whole[each], repr(each), name) for each in there}
    return Book(tuple(_sheet(tables[each], each, alone=len(there) == 1) for each in there), judged)


def _content(text: str) -> Any:
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > 1 and all(line.lstrip().startswith("{") and line.rstrip().endswith("}") for line in lines):
        return [_loaded(line) for line in lines]
    return _loaded(text)


def _loaded(text: str) -> Any:
    return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)


def _sheet(entries: Sequence[Mapping[str, Any]], of: str = "", *, alone: bool = True) -> Sheet:
    heads = list(dict.fromkeys(key for entry in entries for key in entry))
    return Sheet("" if alone else of, _lines(heads, entries), len(entries), unit="entry", of=of)


def _objects(value: Any, what: str, name: str) -> Sequence[Mapping[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise broken(name, f"{what} is no list of objects", "Write one object for each, in a list.")
    return value


def _lines(heads: list[str], entries: Sequence[Mapping[str, Any]]) -> Iterator[Line]:
    yield Line(0, heads)
    for number, entry in enumerate(entries, 1):
        yield Line(number, [_cell(entry.get(key)) for key in heads])


def _cell(value: Any) -> Cell:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(
        isinstance(each, str | int) and not isinstance(each, bool) for each in value
    ):
        return SEPARATOR.join(map(str, value))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number_cell(value)
    return Unreadable(f"{json.dumps(value)[:60]} is neither text nor number nor a list of them")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        keys = [key for key, _ in pairs]
        message = f"the key {next(key for key in keys if keys.count(key) > 1)!r} stands twice in one object"
        raise _TwiceError(message)
    return made


def _no_number(text: str) -> Any:
    message = f"{text} is no number"
    raise ValueError(message)
