"""Checksums of what makes one thing of another: code, reference data and libraries.

Knows how the files of the package are gone through, the same on every machine. Which of them matter, the caller says.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

_SUFFIXES = (".csv", ".json", ".py", ".yaml")


def code_fingerprint(libraries: Sequence[str], parts: Sequence[str]) -> str:
    """A checksum of the versions of ``libraries`` and of the code and data in ``parts`` of the package.

    Args:
        libraries: By the names under which they are installed; one that is not is told apart too.
        parts: Folders and files of the package, with slashes.
    """
    digest = sha256()
    for library in libraries:
        digest.update(f"{library} {_version(library)}\n".encode())
    package = Path(str(files("stocktake")))
    for name in sorted({name for part in parts for name in _sources(package, package / part)}):
        digest.update(f"{name}\n".encode())
        digest.update((package / name).read_bytes())
    return digest.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "not installed"


def _sources(package: Path, part: Path) -> Iterator[str]:
    """The files that say how something is made; the caches of tools beside them are none."""
    for file in [part] if part.is_file() else part.rglob("*"):
        name = file.relative_to(package)
        if file.suffix in _SUFFIXES and not any(each.startswith(".") for each in name.parts):
            yield name.as_posix()
