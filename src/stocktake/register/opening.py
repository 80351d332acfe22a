"""Opening a register: the database made ready, its tables brought up to date, and the few things to do with it.

Knows how a new database is made by one process while others wait, that a new file stands in its place only once it is
whole, and how a register is read where nothing may be written. What may be recorded is for ``checking.py``.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
from uuid import UUID

from stocktake.atomic import settle
from stocktake.errors import InputError, StocktakeError, UnsupportedError
from stocktake.register.checking import checked, order_complaint, withdrawal_complaint
from stocktake.register.correction import Correction
from stocktake.register.faults import refusals
from stocktake.register.recorded import recorded
from stocktake.register.setup import (
    WAIT_SECONDS,
    Place,
    connect,
    disconnect,
    place_of,
    postgresql_entry,
    set_up,
    sqlite_entry,
)

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.migrations.executor import MigrationExecutor

    from stocktake.register.evidence import Evidence
    from stocktake.register.needs import Needs

_Targets = list[tuple[str, str | None]]
# The number of the lock by which writers to a register on a server wait for one another; any would do.
_LOCK = 7_326_118_004


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of an import: how many records were added, and how many were there already."""

    added: int
    known: int


class Register:
    """An open register. Close it, or use it as a context.

    Attributes:
        file: Where it is kept; None for a database on a server.
        name: What the place is called in messages.
    """

    def __init__(self, alias: str, place: Place) -> None:
        self.file = place.file
        self.name = place.name
        self._alias = alias

    @property
    def evidence(self) -> "Evidence":
        """What is recorded of things done, and the verbs on it."""
        from stocktake.register.evidence import Evidence

        return Evidence(self._alias, self.name, self._writing)

    @property
    def needs(self) -> "Needs":
        """What is recorded of needs and offers, and the verbs on it."""
        from stocktake.register.needs import Needs

        return Needs(self._alias, self.name, self._writing)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        disconnect(self._alias)

    def record_correction(self, correction: Correction) -> UUID:
        """The id of ``correction``, which is on the disk when this returns.

        Raises:
            RequestError: A part of it is wrong, or it is not later than the last one of the same field.
            NotFoundError: It withdraws what is not recorded.
            InputError: The system refuses to write; nothing was recorded.
        """
        fit = checked(correction)
        with self._writing():
            records = {each.id: each for each in self._akin(fit)}
            complaint = (
                withdrawal_complaint(fit, records) if fit.withdraws else order_complaint(fit, records.values())
            )
            if complaint is not None:
                raise complaint
            self._add([fit])
        return fit.id

    def corrections(self, as_of: datetime | None = None) -> tuple[Correction, ...]:
        """Every record, withdrawals included, oldest first.

        Args:
            as_of: Only what was recorded until this time; None for all.
        """
        from stocktake.register.models import CorrectionRecord

        rows = CorrectionRecord.objects.using(self._alias)
        return recorded(self.name, rows, CorrectionRecord.correction, as_of)

    def import_corrections(self, data: bytes, name: str = "", latest: datetime | None = None) -> TakenIn:
        """What was taken in of an export: all of it, or nothing.

        Args:
            data: The table.
            name: What the file is called, for messages.
            latest: A record after this time is a fault; None for any time.

        Raises:
            InputError: It is no table, or cells are wrong or contradict what is recorded; all are listed.
        """
        from stocktake.register.exchange import parse_table, refuse
        from stocktake.register.merging import merge

        table = parse_table(data, name)
        with self._writing():
            merged = merge(table.rows, {each.id: each for each in self.corrections()}, latest)
            refuse([*table.problems, *merged.problems], name)
            self._add(merged.new)
        return TakenIn(len(merged.new), merged.known)

    def _akin(self, correction: Correction) -> tuple[Correction, ...]:
        """The records by which it is told whether ``correction`` can be recorded."""
        from django.db.models import Q

        from stocktake.register.models import CorrectionRecord

        of_field = Q(commitment=correction.commitment, field=correction.field)
        withdrawn = Q(id=correction.withdraws) | Q(withdraws=correction.withdraws)
        rows = CorrectionRecord.objects.using(self._alias).filter(withdrawn if correction.withdraws else of_field)
        return recorded(self.name, rows, CorrectionRecord.correction)

    def _add(self, corrections: Any) -> None:
        from stocktake.register.models import CorrectionRecord

        CorrectionRecord.objects.using(self._alias).bulk_create(map(CorrectionRecord.of, corrections))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """The block is one transaction and has the right to write from its beginning."""
        from django.db import transaction

        with refusals(self.name), transaction.atomic(using=self._alias):
            _take_turn(self._alias)
            yield


def open_register(place: Path | str) -> Register:
    """The register at ``place``; made where there is none, its tables brought up to date.

    Args:
        place: A file, or the URL of a database.

    Raises:
        MissingPartError: Django is not installed.
        InputError: The file is no register, something emptied it, or the system refuses.
        UnsupportedError: A newer version made it, or the database is of a kind that is not handled.
    """
    set_up()
    kept = place_of(str(place))
    if kept.file is not None:
        with refusals(kept.name):
            _see_to_file(kept.file, kept)
    alias = connect(sqlite_entry(_name_for(kept.file)) if kept.file else postgresql_entry(kept.url))
    try:
        with refusals(kept.name):
            _bring_up_to_date(alias, kept)
    except BaseException:
        disconnect(alias)
        raise
    return Register(alias, kept)


def _take_turn(alias: str) -> None:
    """On a server, wait until no other writes, and keep the others waiting until the transaction ends.

    A file does so by itself: its transactions take the right to write when they begin.
    """
    from django.db import connections

    if connections[alias].vendor == "postgresql":
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _name_for(file: Path) -> str:
    """What SQLite is to open: the file; where nothing may be written, the file as one that nobody alters.

    A database with a write-ahead log beside it cannot be read without writing.

    Raises:
        InputError: Only reading is allowed, and there are records that are not yet in the file itself.
    """
    if not file.exists() or (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)):
        return str(file)
    log = file.with_name(f"{file.name}-wal")
    if log.exists() and log.stat().st_size:
        raise InputError(
            expected="a register that was closed, where only reading is allowed",
            came=f"{log.name} holds records that are not yet in it",
            where=str(file),
            advice="Copy the whole folder to a place where you may write, and look there.",
        )
    return f"{file.as_uri()}?mode=ro&immutable=1"


def _bring_up_to_date(alias: str, place: Place) -> None:
    from django.db import connections

    connection = connections[alias]
    if _plan(connection, place):
        with _alone(connection, place):
            _migrate(connection, place)


def _migrate(connection: "BaseDatabaseWrapper", place: Place) -> None:
    executor, targets = _executor(connection, place)
    # Another process may have done it while this one waited.
    if executor.migration_plan(targets):
        _log_ahead(connection)
        executor.migrate(targets)


def _see_to_file(file: Path, place: Place) -> None:
    """Return once the file is there. A new one is made beside its place: an empty file there is none of ours.

    Raises:
        InputError: The file is there, and empty.
    """
    if not file.exists():
        with _alone_at(file):
            if not file.exists():
                _make_file(file, place)
    if not file.stat().st_size:
        raise InputError(
            expected="a register",
            came="the file is empty, and Stocktake leaves none so",
            where=place.name,
            advice="Put a copy of it back; if nothing was ever recorded here, remove the file.",
        )


def _make_file(file: Path, place: Place) -> None:
    from django.db import connections

    new = file.with_name(f".{file.name}.new")
    # A run that was killed may have left its own.
    for left in (new, new.with_name(f"{new.name}-wal"), new.with_name(f"{new.name}-shm")):
        left.unlink(missing_ok=True)
    alias = connect(sqlite_entry(str(new)))
    try:
        _migrate(connections[alias], place)
    finally:
        disconnect(alias)
    new.replace(file)
    settle(file.parent)


def _plan(connection: "BaseDatabaseWrapper", place: Place) -> bool:
    """Whether migrations are still to be made."""
    executor, targets = _executor(connection, place)
    return bool(executor.migration_plan(targets))


def _executor(connection: "BaseDatabaseWrapper", place: Place) -> "tuple[MigrationExecutor, _Targets]":
    """What makes the migrations, and which are the last ones.

    Raises:
        InputError: The database is not a register.
        UnsupportedError: It has migrations that this version does not know.
    """
    from django.db.migrations.executor import MigrationExecutor

    from stocktake.register.apps import LABEL

    # The tables first: another process that makes them meanwhile records that in the same transaction.
    tables = set(connection.introspection.table_names()) - {"django_migrations"}
    executor = MigrationExecutor(connection)
    applied = {name for label, name in executor.loader.applied_migrations if label == LABEL}
    known = {name for label, name in executor.loader.disk_migrations if label == LABEL}
    if applied - known:
        raise UnsupportedError(
            expected="a register of this version of Stocktake or an older one",
            came=f"a newer one made it ({', '.join(sorted(applied - known))})",
            where=place.name,
            advice="Use that version, or let it export the corrections and take them in here.",
        )
    if tables and not applied:
        raise _stranger(place, tables)
    return executor, executor.loader.graph.leaf_nodes(LABEL)


def _stranger(place: Place, tables: set[str]) -> StocktakeError:
    return InputError(
        expected="a register",
        came=f"it is the database of something else (its tables: {', '.join(sorted(tables)[:5])})",
        where=place.name,
        advice="Move it away; a register is made in its place." if place.file else "Name a database of its own.",
    )


def _log_ahead(connection: "BaseDatabaseWrapper") -> None:
    """Have changes written to a log first, so that readers and a writer do not wait for one another.

    The file remembers it. Changing over does not wait for others, so it is done while nobody else is there.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode=WAL")


@contextmanager
def _alone(connection: "BaseDatabaseWrapper", place: Place) -> Iterator[None]:
    """The block runs in one process at a time; the others wait. The system lets go when a process is killed.

    Django makes migrations in several transactions, so the database's own lock does not span them.
    """
    if place.file is not None:
        with _alone_at(place.file):
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])


@contextmanager
def _alone_at(file: Path) -> Iterator[None]:
    """The same beside a file: a second, empty database is a lock that every system has."""
    guard = sqlite3.connect(file.with_name(f".{file.name}.lock"), timeout=WAIT_SECONDS, isolation_level=None)
    try:
        guard.execute("BEGIN EXCLUSIVE")
        yield
    finally:
        guard.close()
