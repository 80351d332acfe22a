"""Opening a register: made once whoever comes first, and every refusal is said."""

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from stocktake.errors import InputError, RequestError, UnsupportedError
from stocktake.register import open_register

RECORD = """
import sys
from datetime import UTC, datetime
from uuid import uuid4
from stocktake.register import Correction, open_register
with open_register(sys.argv[1]) as register:
    for number in range(int(sys.argv[3])):
        register.record_correction(Correction(uuid4(), f"{sys.argv[2]}:{number}#1", "t", "1", "words", "theme", "C2",
            "why", "who", datetime.now(UTC)))
"""


def start(script: str, *arguments: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_looking_at_the_package_does_not_bring_django():
    looked = start(
        "import sys, stocktake.register, stocktake.review.corrections, stocktake.workspace.register_file, stocktake.cli.app, stocktake.cli.evidencing\n"
        "print('django' in sys.modules)"
    )
    assert looked.communicate() == ("False\n", "")


def test_django_that_is_absent_is_named_in_one_sentence(tmp_path: Path):
    script = (
        "import sys; sys.modules['django'] = None\n"
        "from stocktake.errors import StocktakeError\n"
        "from stocktake.register import open_register\n"
        "try: open_register(sys.argv[1])\n"
        "except StocktakeError as error: print(type(error).__name__, error.message)"
    )
    out, err = start(script, tmp_path / "register.sqlite3").communicate()
    assert (out, err) == (
        (
            "MissingPartError expected the optional part 'register', but django is not installed. "
            "In the folder of Stocktake's source, run `pip install '.[register]'`.\n"
        ),
        "",
    )
    assert list(tmp_path.iterdir()) == []


def test_two_that_open_and_write_at_once_lose_nothing(file: Path):
    writers = [start(RECORD, file, name, 12) for name in ("one", "two", "three")]
    assert [writer.communicate()[1] for writer in writers] == ["", "", ""]
    with open_register(file) as register:
        assert len(register.corrections()) == 36


def test_the_migrations_make_the_models(file: Path):
    with open_register(file):
        from django.apps import apps
        from django.db.migrations.autodetector import MigrationAutodetector
        from django.db.migrations.loader import MigrationLoader
        from django.db.migrations.state import ProjectState

        loader = MigrationLoader(None)
        changes = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps)).changes(loader.graph)
    assert changes == {}


def test_a_migration_and_the_record_of_it_are_one_transaction(file: Path, monkeypatch: pytest.MonkeyPatch):
    from stocktake.register.setup import set_up

    set_up()
    from django.db.migrations.recorder import MigrationRecorder

    inside = []
    record = MigrationRecorder.record_applied

    def note(recorder, app, name):
        inside.append(recorder.connection.in_atomic_block)
        record(recorder, app, name)

    monkeypatch.setattr(MigrationRecorder, "record_applied", note)
    open_register(file).close()
    assert inside == [True, True, True, True]


def test_every_commit_is_flushed_and_readers_do_not_wait(file: Path):
    from django.db import connections

    with open_register(file) as register, connections[register._alias].cursor() as cursor:
        settings = [
            cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("synchronous", "journal_mode", "busy_timeout")
        ]
    assert settings == [2, "wal", 20_000]


def test_the_clock_of_the_process_is_left_alone(file: Path):
    before = os.environ.get("TZ"), time.tzname
    open_register(file).close()
    assert (os.environ.get("TZ"), time.tzname) == before


def test_nothing_but_the_file_and_its_lock_is_left(make, file: Path):
    with open_register(file) as register:
        register.record_correction(make())
    assert sorted(each.name for each in file.parent.iterdir()) == [".register.sqlite3.lock", "register.sqlite3"]


@pytest.mark.parametrize(
    "data", [b"no database at all, only words in a file", b"SQLite format 3\0" + b"\xff" * 4096]
)
def test_a_file_that_is_no_database(data: bytes, file: Path):
    file.write_bytes(data)
    with pytest.raises(InputError) as error:
        open_register(file)
    assert error.value.message == (
        f"{file}: expected a register, but the file is no database, or it is damaged. Restore it from a copy, or move "
        "it away and take an export in: stocktake corrections --import FILE"
    )
    assert file.read_bytes() == data


def test_a_database_of_something_else(file: Path):
    database = sqlite3.connect(file)
    database.execute("CREATE TABLE kites (string)")
    database.close()
    with pytest.raises(InputError) as error:
        open_register(file)
    assert error.value.message == (
        f"{file}: expected a register, but it is the database of something else (its tables: kites). "
        "Move it away; a register is made in its place."
    )


def test_a_register_of_a_newer_version(file: Path):
    open_register(file).close()
    database = sqlite3.connect(file)
    with database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('register', '0099_kites', 'x')"
        )
    database.close()
    with pytest.raises(UnsupportedError) as error:
        open_register(file)
    assert error.value.message == (
        f"{file}: expected a register of this version of Stocktake or an older one, but a newer one made it "
        "(0099_kites). Use that version, or let it export the corrections and take them in here."
    )


def test_urls_say_which_database(tmp_path: Path):
    with open_register(f"sqlite:///{tmp_path}/a.sqlite3") as register:
        assert register.file == tmp_path / "a.sqlite3"
    with pytest.raises(UnsupportedError) as error:
        open_register("mysql://host/kites")
    assert error.value.message == (
        "expected a file, or the URL of a database that is handled, but 'mysql' is not handled. Nearest: sqlite. "
        "Name a file, or a database like postgresql://user@host/name."
    )


@pytest.mark.parametrize(
    ("url", "came"),
    [
        ("postgresql://kites:secret@host", "it names no database"),
        ("postgresql://kites:secret@host/", "it names no database"),
        ("postgresql://kites:secret@host:kite/birds", "it is no URL (Port could not be cast to integer value)"),
        ("postgresql://[::1/birds", "it is no URL (Invalid IPv6 URL)"),
    ],
)
def test_what_is_no_url_of_a_database_is_said_without_its_password(url: str, came: str):
    with pytest.raises(RequestError) as error:
        open_register(url)
    assert error.value.message == (
        f"DATABASE_URL: expected the URL of a database on a server, but {came}. "
        "Write it like postgresql://user@host:5432/name."
    )


LET_IN = (
    "a server that lets this user in, but it refuses the name or the password. "
    "Check both in DATABASE_URL, and that the server admits this user from this machine."
)
OPTION = (
    "the URL of a database with options that PostgreSQL knows, but one of them is unknown, or its value is. "
    "Check what stands after the ? in DATABASE_URL."
)
AWAY = (
    "a server that answers, but it does not. "
    "Check the address in DATABASE_URL, that the server runs, and name and password."
)


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"user": "nobody_at_all"}, LET_IN),
        (
            {"name": "absent"},
            "a database that is there, but the server has none of this name. Make it (createdb) or name another.",
        ),
        ({"options": "&sslmode=kites"}, OPTION),
        ({"options": "&kites=1"}, OPTION),
        ({"options": "&port=1"}, AWAY),
    ],
)
def test_what_a_server_refuses_is_told_apart(postgresql: str, parts: dict[str, str], message: str):
    pattern = postgresql.replace("kites@", f"{parts.get('user', 'kites')}@") + parts.get("options", "")
    name = parts.get("name", "postgres")
    with pytest.raises(InputError) as error:
        open_register(pattern.format(name=name))
    assert error.value.message == f"postgresql:///{name}: expected {message}"


def test_a_database_that_is_only_read(postgresql: str):
    import psycopg

    with psycopg.connect(postgresql.format(name="postgres"), autocommit=True) as connection:
        connection.execute("CREATE DATABASE only_read")
        connection.execute("ALTER DATABASE only_read SET default_transaction_read_only = on")
    with pytest.raises(InputError) as error:
        open_register(postgresql.format(name="only_read"))
    assert error.value.message == (
        "postgresql:///only_read: expected a database in which this user may read, add and make tables, but the "
        "server does not allow it. Nothing was recorded. Ask whoever runs the server, or name another user."
    )


def test_a_file_that_something_emptied_is_no_empty_register(make, file: Path):
    with open_register(file) as register:
        register.record_correction(make())
    file.write_bytes(b"")
    with pytest.raises(InputError) as error:
        open_register(file)
    assert error.value.message == (
        f"{file}: expected a register, but the file is empty, and Stocktake leaves none so. "
        "Put a copy of it back; if nothing was ever recorded here, remove the file."
    )
    assert file.read_bytes() == b""


def test_what_a_killed_first_opening_left_beside_it_does_not_count(make, file: Path):
    file.with_name(f".{file.name}.new").write_bytes(b"half a database")
    with open_register(file) as register:
        register.record_correction(make())
        assert len(register.corrections()) == 1
    assert sorted(each.name for each in file.parent.iterdir()) == [f".{file.name}.lock", file.name]


def test_a_folder_that_is_not_there(tmp_path: Path):
    with pytest.raises(InputError) as error:
        open_register(tmp_path / "none" / "register.sqlite3")
    assert error.value.message == (
        f"{tmp_path}/none/register.sqlite3: expected a register that can be opened, but the system refuses. "
        "Check that the folder is there, and its permissions."
    )


def test_a_full_disk_records_nothing_and_says_so(make, file: Path):
    from django.db import connections

    with open_register(file) as register:
        register.record_correction(make())
        with connections[register._alias].cursor() as cursor:
            pages = cursor.execute("PRAGMA page_count").fetchone()[0]
            cursor.execute(f"PRAGMA max_page_count={pages}")
        with pytest.raises(InputError) as error:
            register.record_correction(make(quote="kite " * 10_000))
        assert len(register.corrections()) == 1
    assert error.value.message == (
        f"{file}: expected room on the disk, but there is none left. Nothing was recorded. Make room and call again."
    )


def test_a_file_that_the_system_does_not_let_grow(make, file: Path):
    with open_register(file) as register:
        register.record_correction(make(commitment="first"))
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))\n"
        "from stocktake.errors import StocktakeError\n"
        f"try:\n{''.join(f'    {line}' for line in RECORD.splitlines(keepends=True))}\n"
        "except StocktakeError as error: print(error.message)"
    )
    out, err = start(limited, file, "x", 1).communicate()
    assert err == ""
    assert out.endswith("Nothing was recorded. Check the disk and the room on it, and call again.\n") or (
        "Nothing was recorded. Make room" in out
    )
    with open_register(file) as register:
        assert [each.commitment for each in register.corrections()] == ["first"]


def test_somebody_who_writes_and_does_not_end(make, file: Path, monkeypatch: pytest.MonkeyPatch):
    open_register(file).close()
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr("stocktake.register.setup.WAIT_SECONDS", 0.2)
    with open_register(file) as register:
        assert register.corrections() == ()
        with pytest.raises(RequestError) as error:
            register.record_correction(make())
    other.close()
    assert error.value.message == (
        f"{file}: expected to be the only one who writes to the register, but another process is writing to it. "
        "Nothing was recorded. Wait until it has finished and call again."
    )


@pytest.fixture
def closed(make) -> Iterator[Path]:
    """A register in a folder where nothing may be written."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_register(folder / "register.sqlite3") as register:
            register.record_correction(make(commitment="first"))
        (folder / "register.sqlite3").chmod(0o444)
        folder.chmod(0o555)
        yield folder / "register.sqlite3"
        folder.chmod(0o755)


# Root is asked for no permission: it gives up its capabilities first (capset of Linux).
AS_ANYBODY = """
import ctypes, os, sys
if os.getuid() == 0:
    ctypes.CDLL(None).capset((ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)())
from stocktake.errors import StocktakeError
from stocktake.register import open_register
"""


@pytest.mark.skipif(sys.platform != "linux", reason="permissions of Linux")
def test_where_only_reading_is_allowed_it_is_read(closed: Path):
    script = AS_ANYBODY + (
        "with open_register(sys.argv[1]) as register:\n"
        "    made, = register.corrections(); print(made.commitment)\n"
        "    from dataclasses import replace; from uuid import uuid4; from datetime import timedelta\n"
        "    later = replace(made, id=uuid4(), recorded_at=made.recorded_at + timedelta(1))\n"
        "    try: register.record_correction(later)\n"
        "    except StocktakeError as error: print(error.message)"
    )
    out, err = start(script, closed).communicate()
    assert (out, err) == (
        (
            "first\n"
            f"{closed}: expected a register that can be written, but the system allows only to read here. "
            "Nothing was recorded. Check the permissions of the file and its folder.\n"
        ),
        "",
    )


@pytest.mark.skipif(sys.platform != "linux", reason="permissions of Linux")
def test_what_is_not_yet_in_the_file_is_not_passed_over(closed: Path):
    closed.parent.chmod(0o755)
    closed.with_name(f"{closed.name}-wal").write_bytes(b"log")
    closed.parent.chmod(0o555)
    script = AS_ANYBODY + ("try: open_register(sys.argv[1])\nexcept StocktakeError as error: print(error.message)")
    out, err = start(script, closed).communicate()
    assert (out, err) == (
        (
            f"{closed}: expected a register that was closed, where only reading is allowed, but register.sqlite3-wal holds "
            "records that are not yet in it. Copy the whole folder to a place where you may write, and look there.\n"
        ),
        "",
    )
