"""The one error tree, sorted by what the person in front of the screen can do about it.

Knows what an error says (expected, came, where, nearest valid choices, what to do) and the exit code of each
kind. Knows nothing of texts, numbers or files.
"""

from collections.abc import Sequence
from difflib import get_close_matches
from importlib.util import find_spec
from typing import Any


class StocktakeError(Exception):
    """An error that a person can act on.

    Attributes:
        expected: What should have been there.
        came: What was there instead.
        where: File, line, record or option; empty where the place is plain from ``came``.
        choices: The nearest valid choices; empty where there are none.
        advice: What to do now.
        exit_code: The exit code of the command line (see ``docs/reference/errors.md``).
        choices_are: The word before the choices.
    """

    exit_code = 1
    choices_are = "Nearest"

    def __init__(
        self, *, expected: str, came: str, where: str = "", choices: Sequence[str] = (), advice: str = ""
    ) -> None:
        self.expected = expected
        self.came = came
        self.where = where
        self.choices = tuple(choices)
        self.advice = advice
        super().__init__(self.message)

    def __reduce__(self) -> tuple[Any, ...]:
        """How the error survives the way between processes: by its parts."""
        parts = {name: getattr(self, name) for name in ("expected", "came", "where", "choices", "advice")}
        return _rebuilt, (type(self), parts)

    @property
    def message(self) -> str:
        """The whole message, one sentence per part."""
        place = f"{self.where}: " if self.where else ""
        parts = [f"{place}expected {self.expected}, but {self.came}."]
        if self.choices:
            parts.append(f"{self.choices_are}: {', '.join(self.choices)}.")
        if self.advice:
            parts.append(self.advice)
        return " ".join(parts)


def _rebuilt(kind: type[StocktakeError], parts: dict[str, Any]) -> StocktakeError:
    return kind(**parts)


class RequestError(StocktakeError):
    """The call is wrong: an unknown option, a value out of range. Mend the call."""

    exit_code = 2


class InputError(StocktakeError):
    """The file is wrong: empty, truncated, encrypted, not what it claims. Mend or replace the file."""

    exit_code = 3


class NotFoundError(StocktakeError):
    """What was named is not there: a path, a symbol, a record. Name another or add it."""

    exit_code = 4


class UnsupportedError(StocktakeError):
    """The thing is whole and known, but we do not handle it. Convert it or ask for it."""

    exit_code = 5


class UnknownFormatError(UnsupportedError):
    """The file is in no format that is read; the choices are all that are, for none is nearest."""

    choices_are = "Formats that are read"


class MissingPartError(StocktakeError):
    """An optional part of the installation is absent. Install the extra that is named."""

    exit_code = 5


def require_part(part: str, libraries: Sequence[str], purpose: str = "") -> None:
    """Return where an optional part of the installation is there.

    Args:
        part: Its name.
        libraries: What it needs, by the names under which they are imported.
        purpose: What it is wanted for, such as ``for the site``; empty where the part says it.

    Raises:
        MissingPartError: One of the libraries is not installed.
    """
    missing = [library for library in libraries if find_spec(library) is None]
    if missing:
        raise missing_part(part, missing[0], purpose)


def missing_part(part: str, library: str | None, purpose: str = "", spared: str = "") -> MissingPartError:
    """The error that says which optional part is absent, and how it is installed.

    Args:
        part: Its name.
        library: What of it is not installed.
        purpose: As for ``require_part``.
        spared: What works without it, such as ``tables and words``; empty where nothing need be said.
    """
    besides = f"; {spared} do not need it" if spared else ""
    return MissingPartError(
        expected=f"the optional part {part!r} {purpose}".rstrip(),
        came=f"{library} is not installed",
        advice=f"{how_to_install(part)}{besides}.",
    )


def how_to_install(part: str) -> str:
    """How an optional part is installed: from the source, for Stocktake is on no package index."""
    return f"In the folder of Stocktake's source, run `pip install '.[{part}]'`"


class InternalError(StocktakeError):
    """Our own fault: a rule of ours was broken. Report it."""

    exit_code = 1


def nearest(word: str, choices: Sequence[str], count: int = 3) -> tuple[str, ...]:
    """The ``count`` valid choices most like ``word``, best first; empty where none is like it."""
    return tuple(get_close_matches(word, choices, n=count, cutoff=0.5))
