"""Django, set up once per process in code: no settings module, no server, no global database.

Knows which applications there are and how a place (a file or a URL) becomes a database of Django. What a database
refuses is said to a person by ``faults.py``.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from stocktake.errors import InternalError, RequestError, UnsupportedError, missing_part, nearest

APPLICATIONS = ("stocktake.register.apps.RegisterConfig",)
WAIT_SECONDS = 20
SCHEMES = ("sqlite", "postgresql", "postgres")
_numbers = count(1)
_SILENT = logging.NullHandler()


def set_up() -> None:
    """Make Django ready; done once, and again without harm.

    Raises:
        MissingPartError: Django is not installed.
        InternalError: Another program set Django up without the register.
    """
    try:
        import django  # noqa: F401 - first of all, so that the message names it
        from django.apps import apps
        from django.conf import settings
    except ImportError as error:
        raise missing_part("register", error.name) from error
    if not settings.configured:
        settings.configure(
            INSTALLED_APPS=list(APPLICATIONS), DATABASES={}, USE_TZ=True, TIME_ZONE="UTC", LOGGING_CONFIG=None
        )
    if not apps.ready:
        # What django.setup() does besides (logging, the prefix of URLs) is for a server, and costs as much again.
        apps.populate(settings.INSTALLED_APPS)
    if not apps.is_installed("stocktake.register"):
        raise InternalError(
            expected="Django set up with the register",
            came="it was set up without it",
            advice="Add it to INSTALLED_APPS.",
        )


def connect(entry: Mapping[str, Any]) -> str:
    """The alias of a new connection to a database, made when it is first used."""
    from django.db import connections

    alias = f"register-{next(_numbers)}"
    filled = connections.configure_settings({"default": dict(entry)})
    connections.settings[alias] = filled["default"]
    return alias


def disconnect(alias: str) -> None:
    """Close a connection and forget it."""
    from django.db import connections

    if alias in connections.settings:
        connections[alias].close()
        del connections[alias]
        del connections.settings[alias]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a register is kept: a file, or a database on a server.

    Attributes:
        name: What it is called in messages; never with a password.
        file: The file of SQLite; None on a server.
        url: The URL of the database on a server; empty for a file.
    """

    name: str
    file: Path | None = None
    url: str = ""


def place_of(place: str) -> Place:
    """Where the register at ``place`` is.

    Args:
        place: A path, or a URL whose scheme says which database it is (``sqlite:///relative``, ``sqlite:////absolute``,
            ``postgresql://user@host/name``).

    Raises:
        UnsupportedError: No database of that scheme is handled.
        RequestError: It is no whole URL of a database on a server.
    """
    scheme, separator, rest = place.partition("://")
    if separator and scheme not in SCHEMES:
        raise UnsupportedError(
            expected="a file, or the URL of a database that is handled",
            came=f"{scheme!r} is not handled",
            choices=nearest(scheme, SCHEMES),
            advice="Name a file, or a database like postgresql://user@host/name.",
        )
    if scheme.startswith("postgres") and separator:
        return _on_server(place)
    file = Path(rest.removeprefix("/") if separator else place).absolute()
    return Place(str(file), file)


def _on_server(url: str) -> Place:
    """The database that ``url`` names.

    Raises:
        RequestError: It has not the form of a URL, or names no database.
    """
    try:
        parts = urlsplit(url)
        # Asking for the port checks it.
        came = "port 0 is none" if parts.port == 0 else "" if parts.path.strip("/") else "it names no database"
    except ValueError as error:
        # Without the URL itself: there may be a password in it.
        came = f"it is no URL ({str(error).partition(' as ')[0]})"
    if came:
        raise RequestError(
            expected="the URL of a database on a server",
            came=came,
            where="DATABASE_URL",
            advice="Write it like postgresql://user@host:5432/name.",
        )
    return Place(f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}", url=url)


def sqlite_entry(name: str) -> Mapping[str, Any]:
    """The entry of an SQLite file, or of an SQLite URI, for Django.

    A transaction takes the right to write when it begins, so that two writers queue up instead of failing; every
    commit is on the disk before it is reported.
    """
    options = {"transaction_mode": "IMMEDIATE", "timeout": WAIT_SECONDS, "init_command": "PRAGMA synchronous=FULL"}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": name, "OPTIONS": options}


def postgresql_entry(url: str) -> Mapping[str, Any]:
    """The entry of a database on a PostgreSQL server for Django.

    Whoever waits for another writer is told after the same time as with a file; a commit is on the disk of the server
    before it is reported, whatever the server's own setting.

    Raises:
        MissingPartError: psycopg is not installed.
    """
    try:
        import psycopg  # noqa: F401 - Django's own message names another library
    except ImportError as error:
        raise missing_part("register", error.name) from error
    # What it warns of while a connection breaks off is said once, by faults.py.
    logging.getLogger("psycopg").addHandler(_SILENT)
    parts = urlsplit(url)
    settings = f"-c lock_timeout={int(WAIT_SECONDS * 1000)} -c synchronous_commit=on"
    query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", "") or parts.hostname or "",
        "PORT": str(parts.port or query.pop("port", "")),
        "OPTIONS": {"connect_timeout": WAIT_SECONDS, **query, "options": settings},
    }
