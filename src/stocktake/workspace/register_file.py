"""The register of a workspace: where it lies, and what is recorded in it.

Knows that a workspace in which nobody recorded anything has no such file, and that none is made by looking. So a
workspace without records can be reviewed where the optional part ``register`` is not installed. Where the environment
names a database (``DATABASE_URL``), that one is the register of every workspace.
"""

import os
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from stocktake.register import Contribution, Correction, Judgement, Need, Offer, Register, open_register
from stocktake.review.keeping import Keeper
from stocktake.workspace.store import digest_of

FILE = "register.sqlite3"
VARIABLE = "DATABASE_URL"


def register_file(folder: Path) -> Path:
    """Where the register of the workspace at ``folder`` is kept as a file, whether or not it is there."""
    return folder / FILE


def register_place(folder: Path) -> str:
    """Where the register of the workspace at ``folder`` is: the URL of the environment, else its file."""
    return os.environ.get(VARIABLE, "").strip() or str(register_file(folder))


def open_workspace_register(folder: Path) -> Register:
    """The register of the workspace at ``folder``, to be closed; made where there is none.

    Raises:
        MissingPartError: Django is not installed.
        StocktakeError: The file is no register of this version, or the system refuses.
    """
    return open_register(register_place(folder))


def recorded_corrections(folder: Path, as_of: datetime | None = None) -> tuple[Correction, ...]:
    """Every record of the workspace's register, withdrawals included, oldest first; none where there is no register.

    Args:
        folder: The workspace.
        as_of: Only what was recorded until this time; None for all.

    Raises:
        MissingPartError: There is a register, and Django is not installed.
        StocktakeError: The file is no register of this version, or the system refuses.
    """
    if not _is_there(folder):
        return ()
    with open_workspace_register(folder) as register:
        return register.corrections(as_of)


def recorded_evidence(
    folder: Path, as_of: datetime | None = None
) -> tuple[tuple[Contribution, ...], tuple[Judgement, ...]]:
    """Every contribution and every judgement on a pair, oldest first; none where there is no register.

    Args:
        folder: The workspace.
        as_of: Only what was recorded until this time; None for all.

    Raises:
        MissingPartError: There is a register, and Django is not installed.
        StocktakeError: The file is no register of this version, or the system refuses.
    """
    if not _is_there(folder):
        return (), ()
    with open_workspace_register(folder) as register:
        return register.evidence.contributions(as_of), register.evidence.judgements(as_of)


def recorded_needs(folder: Path, as_of: datetime | None = None) -> tuple[tuple[Need, ...], tuple[Offer, ...]]:
    """Every need and every offer, oldest first; none where there is no register.

    Args:
        folder: The workspace.
        as_of: Only what was recorded until this time; None for all.

    Raises:
        MissingPartError: There is a register, and Django is not installed.
        StocktakeError: The file is no register of this version, or the system refuses.
    """
    if not _is_there(folder):
        return (), ()
    with open_workspace_register(folder) as register:
        return register.needs.needs(as_of), register.needs.offers(as_of)


def _is_there(folder: Path) -> bool:
    place = register_place(folder)
    return "://" in place or Path(place).exists()


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that people recorded, oldest first, withdrawals and replaced states included."""

    corrections: tuple[Correction, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    needs: tuple[Need, ...] = ()
    offers: tuple[Offer, ...] = ()

    @property
    def fingerprint(self) -> str:
        """A checksum of what is recorded: another one whenever a review could be another."""
        ids = [
            *(each.id for each in self.corrections),
            *(each.id for each in self.contributions),
            *(each.id for each in self.judgements),
            *(each.id for each in self.needs),
            *(each.id for each in self.offers),
        ]
        return sha256("\n".join(map(str, ids)).encode()).hexdigest()


def all_records(folder: Path, keep: Keeper, as_of: datetime | None = None) -> Records:
    """Everything that people recorded; nothing where there is no register.

    Args:
        folder: The workspace.
        keep: Keeps what was read of a register whose file did not change since.
        as_of: Only what was recorded until this time; None for all.

    Raises:
        MissingPartError: There is a register, and Django is not installed.
        StocktakeError: The file is no register of this version, or the system refuses.
    """
    if not _is_there(folder):
        return Records()
    if "://" in register_place(folder):
        return _read_records(folder, as_of)
    made_from = [digest_of(each) for each in _files(folder)], as_of
    return keep(Records, made_from, lambda: _read_records(folder, as_of))


def _files(folder: Path) -> list[Path]:
    """The file of the register, and the one beside it in which SQLite keeps what it has not moved over yet."""
    file = register_file(folder)
    return [each for each in (file, file.with_name(f"{file.name}-wal")) if each.exists()]


def _read_records(folder: Path, as_of: datetime | None) -> Records:
    with open_workspace_register(folder) as register:
        return Records(
            register.corrections(as_of),
            register.evidence.contributions(as_of),
            register.evidence.judgements(as_of),
            register.needs.needs(as_of),
            register.needs.offers(as_of),
        )
