"""Django, set up once per process in code: no settings module, no server, no global database.

Knows which applications there are and how a place (a file, later a URL) becomes a database of Django. What a database
refuses is said to a person by ``faults.py``.
"""

from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Any

from stocktake.errors import InternalError, MissingPartError, UnsupportedError, nearest

APPLICATIONS = ("stocktake.register.apps.RegisterConfig",)
WAIT_SECONDS = 20
SCHEMES = ("sqlite",)
_numbers = count(1)


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
        raise MissingPartError(
            expected="the optional part 'register'",
            came=f"{error.name} is not installed",
            advice="Install it with `pip install 'stocktake[register]'`.",
        ) from error
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


def file_of(place: str) -> Path:
    """The file of the database at ``place``.

    Args:
        place: A path, or a URL whose scheme says which database it is (``sqlite:///relative``, ``sqlite:////absolute``).

    Raises:
        UnsupportedError: No database of that scheme is handled.
    """
    scheme, separator, rest = place.partition("://")
    if not separator:
        return Path(place)
    if scheme not in SCHEMES:
        raise UnsupportedError(
            expected="a file, or the URL of a database that is handled",
            came=f"{scheme!r} is not handled",
            choices=nearest(scheme, SCHEMES),
            advice="Name a file.",
        )
    return Path(rest.removeprefix("/"))


def sqlite_entry(name: str) -> Mapping[str, Any]:
    """The entry of an SQLite file, or of an SQLite URI, for Django.

    A transaction takes the right to write when it begins, so that two writers queue up instead of failing; every
    commit is on the disk before it is reported.
    """
    options = {"transaction_mode": "IMMEDIATE", "timeout": WAIT_SECONDS, "init_command": "PRAGMA synchronous=FULL"}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": name, "OPTIONS": options}
