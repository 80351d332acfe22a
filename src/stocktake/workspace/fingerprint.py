"""Checksums of what makes one thing of another: code, reference data and libraries.

Knows how the files of the package are gone through, the same on every machine; each is read once. Which of them matter,
the caller says.
"""

import os
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

_MAKING = (".csv", ".json", ".py", ".yaml")
"""What says how something is made; what only words, lays out or shows it stands in other files."""


def code_fingerprint(libraries: Sequence[str], parts: Sequence[str]) -> str:
    """A checksum of the versions of ``libraries`` and of the code and data in ``parts`` of the package.

    Args:
        libraries: By the names under which they are installed; one that is not is told apart too.
        parts: Folders and files of the package, with slashes.
    """
    within = tuple(part if "." in part else f"{part}/" for part in parts)
    return _fingerprint(
        libraries, [each for each in _files() if each.startswith(within) and each.endswith(_MAKING)]
    )


def program_fingerprint(libraries: Sequence[str]) -> str:
    """A checksum of the versions of ``libraries`` and of every file of the package, templates and styles too."""
    return _fingerprint(libraries, _files())


def _fingerprint(libraries: Sequence[str], names: Sequence[str]) -> str:
    digest = sha256()
    for library in libraries:
        digest.update(f"{library} {_version(library)}\n".encode())
    for name in names:
        digest.update(f"{name}\n".encode())
        digest.update(_digest(name))
    return digest.hexdigest()


@cache
def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "not installed"


@cache
def _package() -> Path:
    return Path(str(files("stocktake")))


@cache
def _digest(name: str) -> bytes:
    return sha256((_package() / name).read_bytes()).digest()


@cache
def _files() -> tuple[str, ...]:
    """The files of the package by their names in it, sorted; the caches of Python and of tools are none."""
    return tuple(sorted(_walked()))


def _walked() -> Iterator[str]:
    package = str(_package())
    for folder, folders, names in os.walk(package):
        folders[:] = [each for each in folders if each != "__pycache__" and not each.startswith(".")]
        within = folder.removeprefix(package).replace(os.sep, "/").lstrip("/")
        yield from (f"{within}/{name}" if within else name for name in names if not name.startswith("."))
