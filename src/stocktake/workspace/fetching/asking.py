"""One question to a service over HTTP: with time-outs, patience, a limit of size, and in a polite manner.

The only module with httpx and tenacity. Knows which failures pass (no answer in time, 429, 5xx) and which do not (any
other 4xx). Redirections are followed, a few; nothing but http and https is ever asked. Knows nothing of what is asked.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any

from stocktake import __version__
from stocktake.errors import InputError, NotFoundError, missing_part
from stocktake.statistics.sources.error_answers import words_of_error
from stocktake.workspace.fetching.kept import Answer, Kept

if TYPE_CHECKING:
    import httpx

_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_NOT_THERE = frozenset({404, 410})
_UNCHANGED = 304
_REFUSED = 400
_MOST_REDIRECTIONS = 5
_LONGEST_WAIT = 60.0
_LONGEST_WORDS = 65_536


@dataclass(frozen=True, slots=True)
class Manner:
    """How patiently services are asked.

    Attributes:
        attempts: How often a question is put that was not answered.
        wait: Seconds before the second time; twice as long before each further time.
        jitter: Up to so many seconds more, by chance, so that many clients do not come back at once.
        timeout: Seconds after which an attempt is given up that brings nothing, or less than ``pace``.
        pace: The least bytes a second of an answer that takes longer than ``timeout`` as a whole.
        most: The most bytes of an answer.
    """

    attempts: int = 4
    wait: float = 1.0
    jitter: float = 1.0
    timeout: float = 30.0
    pace: int = 10_000
    most: int = 300_000_000


class _PassingError(Exception):
    """A failure that may have gone by the next time: what it was, and how long the service asks to wait."""

    def __init__(self, what: str, wait: float = 0.0) -> None:
        super().__init__(what)
        self.wait = wait


class Asker:
    """Puts questions to services, one after the other."""

    def __init__(self, client: "httpx.Client", kept: Kept, manner: Manner) -> None:
        self._client = client
        self._kept = kept
        self._manner = manner

    def ask(self, url: str) -> Answer:
        """The answer to ``url``, as kept where the service says that it still holds.

        Raises:
            NotFoundError: The service does not have it, refuses it, or does not answer.
            InputError: It sends us round in a circle, or the answer is too large.
        """
        import httpx
        import tenacity

        manner = self._manner
        backing_off = tenacity.wait_exponential(manner.wait, max=_LONGEST_WAIT) + tenacity.wait_random(
            0, manner.jitter
        )
        retrying = tenacity.Retrying(
            retry=tenacity.retry_if_exception_type(_PassingError),
            stop=tenacity.stop_after_attempt(manner.attempts),
            wait=lambda state: max(backing_off(state), _asked_wait(state)),
            reraise=True,
        )
        try:
            return retrying(self._once, url)
        except _PassingError as error:
            raise _no_answer(url, f"{error} ({manner.attempts} times)") from error
        except httpx.TooManyRedirects as error:
            raise InputError(
                expected="an answer",
                came=f"the service sent us on more than {_MOST_REDIRECTIONS} times",
                where=url,
                advice="Look at the address in a browser; a login or a block may stand before it.",
            ) from error
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
            raise _no_answer(url, f"it leads to an address that cannot be asked ({error})") from error

    def _once(self, url: str) -> Answer:
        """One attempt.

        Raises:
            _PassingError: It failed in a way that may pass.
        """
        import httpx

        kept = self._kept.get(url)
        try:
            with self._client.stream("GET", url, headers=_conditions(kept)) as response:
                if response.status_code == _UNCHANGED and kept is not None:
                    return kept
                _check_status(response, url, self._manner)
                body = self._body(response, url)
        except httpx.TimeoutException as error:
            raise _PassingError(what=f"no answer within {self._manner.timeout:g} seconds") from error
        except (httpx.NetworkError, httpx.RemoteProtocolError, httpx.ProxyError) as error:
            raise _PassingError(what=f"no connection ({error})") from error
        except httpx.DecodingError as error:
            raise _PassingError(what=f"a broken answer ({error})") from error
        headers = response.headers
        answer = Answer(url, body, headers.get("ETag", ""), headers.get("Last-Modified", ""))
        self._kept.put(answer)
        return answer

    def _body(self, response: "httpx.Response", url: str) -> bytes:
        """The bytes of the answer, read while it is neither too large nor too slow.

        Raises:
            InputError: It is larger than the limit, or says so before it comes.
            _PassingError: It comes more slowly than the pace, and is not there at the time-out.
        """
        said = response.headers.get("Content-Length", "")
        self._check_size(int(said) if said.isascii() and said.isdigit() else 0, url)
        parts: list[bytes] = []
        size = 0
        for part in _in_time(response, self._manner):
            size += len(part)
            self._check_size(size, url)
            parts.append(part)
        return b"".join(parts)

    def _check_size(self, size: int, url: str) -> None:
        if size > self._manner.most:
            raise InputError(
                expected=f"an answer of at most {self._manner.most:,} bytes",
                came="it is larger",
                where=url,
                advice="Download it by hand and add the file: stocktake add FILE",
            )


@contextmanager
def open_asker(kept: Kept, manner: Manner) -> Iterator[Asker]:
    """An asker with a connection that is kept open between questions.

    Raises:
        MissingPartError: The libraries are not installed.
    """
    try:
        import httpx
        import tenacity  # noqa: F401  (the asker needs it; said before the first question)
    except ImportError as error:
        raise missing_part("fetch", error.name) from error
    headers = {"User-Agent": f"stocktake/{__version__} (follow-up and review of United Nations resolutions)"}
    with httpx.Client(
        timeout=manner.timeout, headers=headers, follow_redirects=True, max_redirects=_MOST_REDIRECTIONS
    ) as client:
        yield Asker(client, kept, manner)


def _conditions(kept: Answer | None) -> dict[str, str]:
    if kept is None:
        return {}
    marks = {"If-None-Match": kept.etag, "If-Modified-Since": kept.modified}
    return {name: mark for name, mark in marks.items() if mark}


def _in_time(response: "httpx.Response", manner: Manner) -> Iterator[bytes]:
    """The parts of the answer as they come.

    Raises:
        _PassingError: They come more slowly than the pace, and are not all there at the time-out.
    """
    size, began = 0, monotonic()
    for part in response.iter_bytes():
        size += len(part)
        took = monotonic() - began
        if took > manner.timeout and size < took * manner.pace:
            raise _PassingError(what=f"no whole answer within {manner.timeout:g} seconds")
        yield part


def _check_status(response: "httpx.Response", url: str, manner: Manner) -> None:
    code = response.status_code
    if code in _PASSING:
        raise _PassingError(
            what=f"the service says {code} {response.reason_phrase}".rstrip(), wait=_retry_after(response)
        )
    if code in _NOT_THERE:
        raise NotFoundError(
            expected="what was asked for",
            came=f"the service does not have it ({code}{_own_words(response, manner)})",
            where=url,
            advice="Check the symbol or the code; a text may not be out yet, or not in this language: --language",
        )
    if code >= _REFUSED or not response.is_success:
        raise _no_answer(
            url, f"the service refuses ({code} {response.reason_phrase}{_own_words(response, manner)})"
        )


def _own_words(response: "httpx.Response", manner: Manner) -> str:
    """What the service says of it in JSON, after a colon; empty where it says nothing that can be read."""
    import httpx

    words = b""
    try:
        for part in _in_time(response, manner):
            words += part
            if len(words) > _LONGEST_WORDS:
                return ""
        said = words_of_error(json.loads(words))
    except (ValueError, RecursionError, httpx.HTTPError, _PassingError):
        return ""
    return f": {said}" if said else ""


def _retry_after(response: "httpx.Response") -> float:
    """The seconds that the service asks us to wait; nothing where it gives a date or no number."""
    said = response.headers.get("Retry-After", "")
    return min(float(said), _LONGEST_WAIT) if said.isascii() and said.isdigit() else 0.0


def _asked_wait(state: Any) -> float:
    failed = state.outcome.exception() if state.outcome else None
    return failed.wait if isinstance(failed, _PassingError) else 0.0


def _no_answer(url: str, came: str) -> NotFoundError:
    return NotFoundError(
        expected="an answer of the service",
        came=came,
        where=url,
        advice="Check the connection and try again later; or download the file by hand and add it: stocktake add FILE",
    )
