"""A local server that answers as the services of texts and statistics do: for tests of fetching. All figures invented."""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import sleep
from typing import BinaryIO
from urllib.parse import parse_qs, urlsplit

BANK_ROWS = [("NAM", "Namibia", "2031", 11.5), ("FJI", "Fiji", "2031", 22.25), ("WLD", "World", "2031", 33.125)]
SDG_ROWS = [("516", "Namibia", 2031.0, "41.5"), ("1", "World", 2031.0, "60")]
HTML = b"<!DOCTYPE html>\n<html><body>Not found, but politely.</body></html>"


@dataclass
class Answers:
    """What the server answers beside its usual, and what it was asked.

    Attributes:
        texts: PDFs by symbol.
        etag: The mark of every answer; empty for none.
        failing: Status and number of times by path: what comes before the usual answer.
        special: Status, headers and body by path, in the place of the usual answer.
        empty: Numbers of pages of the World Bank that come without observations.
        pause: Seconds between one byte of an answer and the next.
        asked: How often each path was asked.
        agents: How those who asked named themselves.
        conditions: The marks that they sent.
    """

    texts: dict[str, bytes] = field(default_factory=dict)
    etag: str = ""
    failing: dict[str, list[int]] = field(default_factory=dict)
    special: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    empty: set[int] = field(default_factory=set)
    pause: float = 0
    asked: Counter[str] = field(default_factory=Counter)
    agents: set[str] = field(default_factory=set)
    conditions: list[str] = field(default_factory=list)
    address: str = ""


@contextmanager
def serving(answers: Answers) -> Iterator[Answers]:
    """The server, at ``answers.address``, while the block runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            url = urlsplit(self.path)
            answers.asked[url.path] += 1
            answers.agents.add(self.headers.get("User-Agent", ""))
            if condition := self.headers.get("If-None-Match"):
                answers.conditions.append(condition)
            queue = answers.failing.get(url.path, [])
            if queue:
                self._send(queue.pop(0), {"Retry-After": "0"}, b"later")
            elif answers.etag and self.headers.get("If-None-Match") == answers.etag:
                self._send(304, {}, b"")
            else:
                self._send(*(answers.special.get(url.path) or _usual(url.path, parse_qs(url.query), answers)))

        def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
            self.send_response(status)
            if answers.etag and status == 200:
                self.send_header("ETag", answers.etag)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            _written(self.wfile, body, answers.pause)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    answers.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield answers
    finally:
        server.shutdown()
        server.server_close()


def _written(out: BinaryIO, body: bytes, pause: float) -> None:
    """Write an answer, byte by byte where there is a pause between them, until nobody listens any more."""
    parts = [body[place : place + 1] for place in range(len(body))] if pause else [body]
    with suppress(OSError):
        for part in parts:
            out.write(part)
            sleep(pause)


def bank_page(code: str, page: int, size: int) -> bytes:
    """A page of the World Bank's API."""
    if code.startswith("XX"):
        return json.dumps(
            [{"message": [{"id": "120", "key": "Invalid value", "value": "No such indicator"}]}]
        ).encode()
    rows = [
        {"indicator": {"id": code, "value": "Individuals using the Internet (% of population)"},
         "country": {"id": area[:2], "value": name}, "countryiso3code": area, "date": year, "value": value,
         "unit": "", "obs_status": "", "decimal": 1}
        for area, name, year, value in BANK_ROWS
    ]  # fmt: skip
    pages = -(-len(rows) // size)
    head = {
        "page": page,
        "pages": pages,
        "per_page": size,
        "total": len(rows),
        "sourceid": "2",
        "lastupdated": "2031-07-01",
    }
    return json.dumps([head, rows[(page - 1) * size : page * size]]).encode()


def sdg_page(code: str, page: int, size: int) -> bytes:
    """A page of the API of the SDG database."""
    rows = [
        {"goal": ["17"], "target": ["17.8"], "indicator": ["17.8.1"], "series": code, "seriesDescription": "Internet users",
         "geoAreaCode": area, "geoAreaName": name, "timePeriodStart": year, "value": value,
         "attributes": {"Nature": "C", "Units": "PERCENT"}, "dimensions": {"Sex": "BOTHSEX"}}
        for area, name, year, value in SDG_ROWS
    ]  # fmt: skip
    pages = -(-len(rows) // size)
    head = {"size": len(rows), "totalElements": len(rows), "totalPages": pages, "pageNumber": page}
    return json.dumps(
        {**head, "attributes": [], "dimensions": [], "data": rows[(page - 1) * size : page * size]}
    ).encode()


def _usual(path: str, query: dict[str, list[str]], answers: Answers) -> tuple[int, dict[str, str], bytes]:
    page = int(query.get("page", ["1"])[0])
    if path == "/api/symbol/access":
        text = answers.texts.get(query["s"][0])
        return (200, {"Content-Type": "application/pdf"}, text) if text else (404, {}, HTML)
    if path.startswith("/v2/country/all/indicator/"):
        answer = bank_page(path.rpartition("/")[2], page, min(int(query["per_page"][0]), 2))
        return 200, {}, json.dumps([json.loads(answer)[0], []]).encode() if page in answers.empty else answer
    if path == "/v1/sdg/Series/Data":
        return 200, {}, sdg_page(query["seriesCode"][0], page, min(int(query["pageSize"][0]), 1))
    if path.startswith("/en/"):
        symbol = path.removeprefix("/en/")
        found = symbol in answers.texts
        return (302, {"Location": f"/api/symbol/access?s={symbol}&l=en&t=pdf"}, b"") if found else (404, {}, HTML)
    return 404, {}, HTML
