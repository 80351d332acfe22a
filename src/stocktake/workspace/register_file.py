"""The register of a workspace: where it lies, and what is recorded in it.

Knows that a workspace in which nobody recorded anything has no such file, and that none is made by looking. So a
workspace without records can be reviewed where the optional part ``register`` is not installed. Where the environment
names a database (``DATABASE_URL``), that one is the register of every workspace.
"""

import os
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from stocktake.register import Contribution, Correction, Judgement, Need, Offer, Register, open_register

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


def register_fingerprint(records: tuple[Correction, ...]) -> str:
    """A checksum of what is recorded: another one whenever a review could be another."""
    return sha256("\n".join(str(each.id) for each in records).encode()).hexdigest()
