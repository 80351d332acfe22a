"""Sessions of bodies as short codes: ``GA-81``, ``CSTD-29``, ``HLPF-2026``.

Knows the form of the code. Does not know which bodies there are, nor when they meet (``frameworks.sessions``).
"""

import re
from dataclasses import dataclass

from stocktake.errors import RequestError

_SERIES = r"[A-Z][A-Z0-9]*(?:-[A-Z][A-Z0-9]*)*"
_CODE = re.compile(rf"(?P<series>{_SERIES})-(?P<number>[1-9]\d{{0,3}})")


class NotASessionError(RequestError, ValueError):
    """The text is no code of a session."""


@dataclass(frozen=True, slots=True, order=True)
class Session:
    """One session of a body, or one holding of a forum.

    Attributes:
        series: The short name of the body's sessions: ``GA``, ``CSTD``, ``GA-S`` for special sessions.
        number: How many-eth session it is; its year where the body names its sessions by year.
    """

    series: str
    number: int

    def __post_init__(self) -> None:
        """Refuse what would not be read back.

        Raises:
            NotASessionError: Series or number has another form.
        """
        if not _CODE.fullmatch(str(self)):
            raise _not_a_session(str(self))

    def __str__(self) -> str:
        """The code."""
        return f"{self.series}-{self.number}"

    @classmethod
    def parse(cls, text: str) -> "Session":
        """The session that ``text`` is the code of.

        Raises:
            NotASessionError: It is no such code.
        """
        found = _CODE.fullmatch(text.strip())
        if not found:
            raise _not_a_session(text)
        return cls(found["series"], int(found["number"]))


def _not_a_session(text: str) -> NotASessionError:
    return NotASessionError(
        expected="the code of a session such as GA-81 or HLPF-2026",
        came=f"{text!r} is none",
        advice="Write the short name of the body in capitals, a hyphen and the number or year.",
    )
