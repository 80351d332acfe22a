"""What the workspace holds: the records of ``index.json``, read strictly and printed back.

Knows the shape of the index. Knows nothing of the files that it lists.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, Literal, get_args

from stocktake.documents.model import Status
from stocktake.errors import InputError

SCHEMA = "stocktake/index/1"
Kind = Literal["text", "statistics", "structure"]
_LONGEST_NAME = 48
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Holding:
    """One file that the user added.

    Attributes:
        name: The file's name when it was added, without folders.
        sha256: Of the original's bytes, in hexadecimal.
        kind: What it was recognised as: a text, statistics, or a structure message that statistics refer to.
        symbol: The symbol the user gave; None where none was given.
        status: The status the user gave; None where none was given.
        example: It is one of the invented texts, which are never mixed with real ones.
        vintage: The day of the release that the user gave for statistics; None where none was given.
    """

    name: str
    sha256: str
    kind: Kind = "text"
    symbol: str | None = None
    status: Status | None = None
    example: bool = False
    vintage: date | None = None

    @property
    def kept_as(self) -> str:
        """The name of the copy: enough of the checksum to tell namesakes apart, then the name.

        Long names keep their end, where the suffix is: file systems take 255 bytes.
        """
        return f"{self.sha256[:16]}_{self.name[-_LONGEST_NAME:]}"


def print_index(holdings: Sequence[Holding]) -> bytes:
    """The index as JSON, one record per line so that a difference is readable."""
    records = ",\n  ".join(json.dumps(_record(each), ensure_ascii=False) for each in holdings)
    body = f"[\n  {records}\n]" if holdings else "[]"
    return f'{{"schema": "{SCHEMA}", "holdings": {body}}}\n'.encode()


def parse_index(data: bytes, where: str) -> tuple[Holding, ...]:
    """The holdings listed in an index.

    Raises:
        InputError: It is no JSON, of another schema, or a record is wrong; every wrong record is named.
    """
    try:
        index = json.loads(data)
    except ValueError as error:
        raise _damaged(where, f"it is no JSON ({error})") from error
    schema = index.get("schema") if isinstance(index, dict) else None
    if schema != SCHEMA or not isinstance(index.get("holdings"), list):
        raise _damaged(where, f"its schema is {schema!r}")
    faults = [f"record {at}: {fault}" for at, each in enumerate(index["holdings"], 1) for fault in _faults(each)]
    if faults:
        raise _damaged(where, "; ".join(faults))
    return tuple(_holding(each) for each in index["holdings"])


def _record(holding: Holding) -> dict[str, Any]:
    """The record as JSON's own types; without a vintage where there is none, as texts have none."""
    record = asdict(holding)
    vintage = record.pop("vintage")
    return {**record, "vintage": vintage.isoformat()} if vintage else record


def _holding(record: dict[str, Any]) -> Holding:
    vintage = record.get("vintage")
    return Holding(**{**record, "vintage": date.fromisoformat(vintage) if vintage else None})


def _faults(record: Any) -> list[str]:
    if not isinstance(record, dict):
        return ["it is no object"]
    names = [each.name for each in fields(Holding)]
    faults = [f"unknown field {name!r}" for name in record if name not in names]
    if not isinstance(record.get("name"), str) or {"/", "\\"} & set(record["name"]):
        faults.append("no 'name', or one with a folder in it")
    if not _SHA256.fullmatch(str(record.get("sha256"))):
        faults.append("no 'sha256' of 64 hexadecimal digits")
    if record.get("status") not in (None, *get_args(Status)):
        faults.append(f"status is {record['status']!r}")
    if not isinstance(record.get("example", False), bool):
        faults.append(f"example is {record['example']!r}")
    if record.get("kind", "text") not in get_args(Kind):
        faults.append(f"kind is {record['kind']!r}")
    if not _is_day(record.get("vintage")):
        faults.append(f"vintage is {record['vintage']!r}")
    return faults


def _is_day(value: Any) -> bool:
    """Whether a value is a day in ISO's form, or nothing."""
    if value is None:
        return True
    try:
        return bool(date.fromisoformat(value).isoformat() == value)
    except (TypeError, ValueError):
        return False


def _damaged(where: str, came: str) -> InputError:
    return InputError(
        expected=f"an index of the schema {SCHEMA}",
        came=came,
        where=where,
        advice="Restore index.json from a copy, or make a new workspace and add the files of texts/ to it.",
    )
