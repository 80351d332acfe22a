"""Checksums of the program: another one whenever a file that matters is another, and only then."""

from pathlib import Path

import pytest

from stocktake.workspace import fingerprint
from stocktake.workspace.fingerprint import code_fingerprint, program_fingerprint


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of four files, with what Python and editors leave beside them."""
    for name in (
        "a/one.py",
        "a/data/words.yaml",
        "b/two.py",
        "b/page.html.j2",
        "a/__pycache__/one.pyc",
        ".hidden",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="ascii")
    monkeypatch.setattr(fingerprint, "_package", lambda: tmp_path)
    forget()
    return tmp_path


def forget() -> None:
    fingerprint._files.cache_clear()
    fingerprint._digest.cache_clear()


@pytest.fixture(autouse=True)
def _nothing_stays_known():
    yield
    forget()


@pytest.mark.parametrize(
    ("name", "code_differs", "program_differs"),
    [
        ("a/one.py", True, True),
        ("a/data/words.yaml", True, True),
        ("b/two.py", False, True),
        ("b/page.html.j2", False, True),
        ("a/__pycache__/one.pyc", False, False),
        (".hidden", False, False),
    ],
)
def test_what_is_edited_shows_where_it_matters(
    package: Path, name: str, code_differs: bool, program_differs: bool
):
    before = code_fingerprint((), ("a",)), program_fingerprint(())
    (package / name).write_text("edited", encoding="ascii")
    forget()
    after = code_fingerprint((), ("a",)), program_fingerprint(())
    assert (before[0] != after[0], before[1] != after[1]) == (code_differs, program_differs)


@pytest.mark.usefixtures("package")
def test_parts_are_folders_and_files():
    assert code_fingerprint((), ("a", "b")) == code_fingerprint((), ("a/one.py", "a/data", "b/two.py"))
    assert code_fingerprint(("jinja2",), ("a",)) != code_fingerprint(("no-such-library",), ("a",))
