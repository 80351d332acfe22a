"""The register of a workspace: where it lies, and what is recorded in it.

Knows that a workspace in which nobody recorded anything has no such file, and that none is made by looking. So a
workspace without records can be reviewed where the optional part ``register`` is not installed. Where the environment
names a database (``DATABASE_URL``), that one is the register of every workspace.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from stocktake.errors import StocktakeError
from stocktake.register import Contribution, Correction, Judgement, Mismatch, Need, Offer, Register, open_register
from stocktake.workspace.parts import KeptParts
from stocktake.workspace.register_place import (
    VARIABLE,
    is_on_server,
    register_checksums,
    register_file,
    register_place,
)
from stocktake.workspace.unkept import CACHE


@contextmanager
def open_workspace_register(folder: Path) -> Iterator[Register]:
    """The register of the workspace at ``folder``; made where there is none.

    What it holds at the end is kept, so that the next review need not open it.

    Raises:
        MissingPartError: Django is not installed.
        StocktakeError: The file is no register of this version, or the system refuses.
    """
    with _opened(folder) as register:
        yield register
    # What was recorded is on the disk: that it cannot be kept a second time is no failure.
    with suppress(OSError, StocktakeError):
        all_records(folder)


def _opened(folder: Path) -> Register:
    return open_register(register_place(folder))


def _is_there(folder: Path) -> bool:
    return is_on_server(folder) or Path(register_place(folder)).exists()


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that people recorded, oldest first, withdrawals and replaced states included."""

    corrections: tuple[Correction, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    needs: tuple[Need, ...] = ()
    offers: tuple[Offer, ...] = ()
    mismatches: tuple[Mismatch, ...] = ()

    @property
    def fingerprint(self) -> str:
        """A checksum of what is recorded: another one whenever a review could be another."""
        ids = [
            *(each.id for each in self.corrections),
            *(each.id for each in self.contributions),
            *(each.id for each in self.judgements),
            *(each.id for each in self.needs),
            *(each.id for each in self.offers),
            *(each.id for each in self.mismatches),
        ]
        return sha256("\n".join(map(str, ids)).encode()).hexdigest()

    def until(self, as_of: datetime) -> "Records":
        """Only what was recorded until a time."""
        return Records(
            tuple(each for each in self.corrections if each.recorded_at <= as_of),
            tuple(each for each in self.contributions if each.recorded_at <= as_of),
            tuple(each for each in self.judgements if each.recorded_at <= as_of),
            tuple(each for each in self.needs if each.recorded_at <= as_of),
            tuple(each for each in self.offers if each.recorded_at <= as_of),
            tuple(each for each in self.mismatches if each.recorded_at <= as_of),
        )


def all_records(folder: Path, as_of: datetime | None = None) -> Records:
    """Everything that people recorded; nothing where there is no register.

    A register whose file did not change since it was read is not opened again.

    Args:
        folder: The workspace.
        as_of: Only what was recorded until this time; None for all.

    Raises:
        MissingPartError: There is a register, and Django is not installed.
        StocktakeError: The file is no register of this version, or the system refuses.
    """
    if not _is_there(folder):
        return Records()
    if is_on_server(folder):
        records = _read_records(folder)
    else:
        parts = KeptParts(folder / CACHE)
        records = parts.last("register", Records, register_checksums(folder), lambda: _read_records(folder))
    return records if as_of is None else records.until(as_of)


def _read_records(folder: Path) -> Records:
    with _opened(folder) as register:
        return Records(
            register.corrections(),
            register.evidence.contributions(),
            register.evidence.judgements(),
            register.needs.needs(),
            register.needs.offers(),
            register.needs.mismatches(),
        )


__all__ = [
    "VARIABLE",
    "Records",
    "all_records",
    "open_workspace_register",
    "register_file",
    "register_place",
]
