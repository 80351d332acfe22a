"""The messages of the interface, taken from templates and modules, and the catalogues held against them.

    python tools/messages.py            bring every catalogue up to date; no translation is lost
    python tools/messages.py --check    say what is missing, obsolete, fuzzy or wrong, and exit 1 where anything is
    python tools/messages.py --forget   bring up to date, and drop what no page says any more

Knows where messages stand and in which form. A new message has no translation until somebody writes one: nothing is
guessed from messages that are alike.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from stocktake.publish.site.languages import NAMES, OWN
from stocktake.publish.site.terms import terms

PUBLISH = Path(__file__).parent.parent / "src" / "stocktake" / "publish"
LOCALES = PUBLISH / "locales"
TERMS = "site/terms.py"
_TEMPLATES = {"newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true"}
_IN_PYTHON = {"message": None, "words": None, "counted": (1, 2)}
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")
_BARE_PERCENT = re.compile(r"%(?!\(\w+\)s)")
_MARKUP = re.compile(r"</?[A-Za-z]|&\w+;")
# nplurals and the rule, in the order in which every program for translators shows the forms.
PLURALS: Mapping[str, str] = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "zh": "nplurals=1; plural=0;",
    "fr": "nplurals=2; plural=(n > 1);",
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "es": "nplurals=2; plural=(n != 1);",
}
Id = str | tuple[str, str]


def template() -> Catalog:
    """Every message that a page may say, each with the files that it stands in."""
    catalog = Catalog(project="Stocktake", charset="utf-8")
    for message, place in _found():
        catalog.add(message, locations=[(place, 0)])
    for term, about in terms():
        catalog.add(term, locations=[(TERMS, 0)], auto_comments=[about])
    return catalog


def _found() -> Iterator[tuple[Id, str]]:
    for path in sorted((PUBLISH / "templates" / "site").glob("*.j2")):
        for _line, _function, message, _comments in babel_extract(
            BytesIO(path.read_bytes()), ("_", "gettext", "ngettext"), [], _TEMPLATES
        ):
            yield _id(message), f"templates/site/{path.name}"
    for path in sorted((PUBLISH / "site").rglob("*.py")):
        for _line, message, _comments, _context in extract("python", BytesIO(path.read_bytes()), _IN_PYTHON):
            yield _id(message), path.relative_to(PUBLISH).as_posix()


def _id(message: object) -> Id:
    """The words as a catalogue has them: of a plural both, else the words alone, without what fills them."""
    if isinstance(message, str):
        return message
    assert isinstance(message, tuple)  # noqa: S101 - the other form that both extractors give
    words = [each for each in message if isinstance(each, str)]
    return (words[0], words[1]) if len(words) > 1 else words[0]
