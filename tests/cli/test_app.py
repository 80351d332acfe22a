"""The door: exit codes and streams, seen from outside; how quick it opens."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from stocktake import __version__
from stocktake.cli import app as door

STOCKTAKE = (sys.executable, "-m", "stocktake.cli.app")
HEAVY = (
    "pypdfium2",
    "docx",
    "lxml",
    "numpy",
    "lap",
    "jinja2",
    "rich",
    "yaml",
    "msgspec",
    "duckdb",
    "pyarrow",
    "django",
    "altair",
    "typst",
    "babel",
)


def call(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*STOCKTAKE, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )


def test_exit_codes_and_streams(texts: Path, tmp_path: Path):
    (texts / "empty.txt").write_bytes(b"")
    (texts / "kites.bin").write_bytes(bytes(range(256)) * 9)
    codes = {
        0: call("read", texts / "old.txt", "--json"),
        2: call("read"),
        3: call("read", texts / "empty.txt"),
        4: call("read", tmp_path / "gone.pdf"),
        5: call("read", texts / "kites.bin"),
    }
    assert {code: done.returncode for code, done in codes.items()} == {code: code for code in codes}
    for code, done in codes.items():
        assert "Traceback" not in done.stderr
        assert bool(done.stdout) is (code == 0)
        assert bool(done.stderr) is (code != 0)


def test_the_version():
    assert call("--version").stdout == f"stocktake {__version__}\n"


def test_help_names_every_command():
    done = call("--help")
    assert done.returncode == 0
    for command in (
        "read",
        "citations",
        "events",
        "compare",
        "new",
        "add",
        "status",
        "review",
        "demo",
        "frameworks",
    ):
        assert f"\n  {command} " in done.stdout


def test_help_says_of_every_command_what_it_does_in_a_whole_sentence():
    commands = call("--help", COLUMNS="80").stdout.partition("Commands:")[2].partition("Begin with")[0]
    assert commands.splitlines()
    assert not [line for line in commands.splitlines() if line.endswith("...")]


def test_help_imports_nothing_heavy():
    code = "import sys; import stocktake.cli.app; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not set(HEAVY) & set(loaded)


@pytest.mark.parametrize("command", [each.callback.__name__ for each in door.app.registered_commands])
def test_every_command_has_help_with_an_example(run, command: str):
    code, out, _err = run(command, "--help")
    assert code == 0
    assert f"Example: stocktake {command}" in out


def test_our_own_fault_is_one_sentence(run, monkeypatch: pytest.MonkeyPatch, texts: Path):
    monkeypatch.setattr("stocktake.documents.reading.build_document", lambda *_a, **_k: 1 / 0)
    code, out, err = run("read", texts / "old.txt")
    assert (code, out) == (1, "")
    assert (
        err == "stocktake: This is our fault, not yours: ZeroDivisionError: division by zero. Please report it.\n"
    )
    monkeypatch.setenv("STOCKTAKE_DEBUG", "1")
    assert "Traceback" in run("read", texts / "old.txt")[2]


def test_what_the_system_refuses_is_said(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_arguments: object) -> None:
        raise OSError(28, "No space left on device", str(tmp_path / "ws"))

    monkeypatch.setattr("stocktake.workspace.folder.write_whole", refuse)
    code, _out, err = run("new", tmp_path / "ws")
    assert code == 3
    assert err == (
        f"stocktake: {tmp_path / 'ws'}: expected the system to read and write as asked, but it refused "
        "(No space left on device). Check the path, its permissions and the room on the disk.\n"
    )


def test_a_path_that_the_system_does_not_find_is_not_found(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def miss(*_arguments: object) -> None:
        raise FileNotFoundError(2, "No such file or directory", "kites.csv")

    monkeypatch.setattr("stocktake.workspace.folder.write_whole", miss)
    code, _out, err = run("new", tmp_path / "ws")
    assert code == 4
    assert err == (
        "stocktake: kites.csv: expected a file that is there, or a folder to write it to, but there is none. "
        "Check the path and its spelling.\n"
    )


def test_a_folder_in_the_place_of_a_file_is_a_wrong_call(run, texts: Path, tmp_path: Path):
    code, out, err = run("commitments", texts / "old.txt", "--as-of", "2045-01-15", "--xlsx", tmp_path)
    assert (code, out) == (2, "")
    assert err == f"stocktake: {tmp_path}: expected a file, but this is a folder. Name a file.\n"
    code, out, err = run("read", texts)
    assert (code, out) == (2, "")
    assert err == (
        f"stocktake: {texts}: expected a file, but this is a folder. "
        "Name a file in it; stocktake add looks through folders.\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe of a POSIX shell")
def test_a_reader_that_goes_away_is_no_error(texts: Path):
    with subprocess.Popen(
        [*STOCKTAKE, "read", str(texts / "old.txt"), "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_output_is_utf_8_whatever_the_language(texts: Path):
    done = subprocess.run(
        [*STOCKTAKE, "compare", str(texts / "old.txt"), str(texts / "new.txt")],
        capture_output=True,
        check=True,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
    )
    assert "→" in done.stdout.decode("utf-8")
