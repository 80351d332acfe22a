"""Answers of services kept in the workspace's cache, so that what has not changed is not sent again.

Knows the two marks by which a service tells whether an answer still holds (RFC 9110: ETag, Last-Modified). An entry
that is damaged counts as absent; deleting the folder costs time, nothing else.
"""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from stocktake.atomic import write_whole

FOLDER = "fetched"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a service answered.

    Attributes:
        url: What it was asked.
        body: The bytes.
        etag: Its mark of the version; empty where it gave none.
        modified: When it last changed, as the service prints it; empty where it did not say.
    """

    url: str
    body: bytes
    etag: str = ""
    modified: str = ""


class Kept:
    """The folder of answers."""

    def __init__(self, cache: Path) -> None:
        self.folder = cache / FOLDER

    def get(self, url: str) -> Answer | None:
        """The answer that was kept; None where there is none that is whole."""
        path = self._path(url)
        try:
            facts = json.loads(path.with_suffix(".json").read_bytes())
            body = path.read_bytes()
            if facts["url"] != url or facts["sha256"] != sha256(body).hexdigest():
                return None
            return Answer(url, body, facts["etag"], facts["modified"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, answer: Answer) -> None:
        """Keep an answer that carries a mark; the facts come last, and vouch for the body."""
        if not (answer.etag or answer.modified):
            return
        path = self._path(answer.url)
        self.folder.mkdir(parents=True, exist_ok=True)
        write_whole(path, answer.body)
        facts = {"url": answer.url, "sha256": sha256(answer.body).hexdigest()}
        facts |= {"etag": answer.etag, "modified": answer.modified}
        write_whole(path.with_suffix(".json"), json.dumps(facts).encode())

    def _path(self, url: str) -> Path:
        return self.folder / f"{sha256(url.encode()).hexdigest()}.body"
