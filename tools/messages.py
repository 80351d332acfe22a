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
from gettext import c2py
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from stocktake.publish.site.terms import terms

PUBLISH = Path(__file__).parent.parent / "src" / "stocktake" / "publish"
LOCALES = PUBLISH / "locales"
TERMS = "site/terms.py"
_TEMPLATES = {"newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true"}
_IN_PYTHON = {"message": None, "words": None, "counted": (1, 2)}
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")
_BARE_PERCENT = re.compile(r"%(?!\(\w+\)s)")
# Every rule of plurals repeats itself below this number.
_NUMBERS = 1000
_SHOWN = 60
# Templates take a translation as it stands, into text and into attributes.
_MARKUP = re.compile(r'[<>&"]')
# nplurals and the rule, in the order in which every program for translators shows the forms.
PLURALS: Mapping[str, str] = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "zh": "nplurals=1; plural=0;",
    "fr": "nplurals=2; plural=(n > 1);",
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "es": "nplurals=2; plural=(n != 1);",
}
NEW = """\
# The words of the interface. How to work on them: docs/decisions/translations.md.
# No translator of the United Nations has read them. The least sure are marked "to be checked".
msgid ""
msgstr ""
"Project-Id-Version: Stocktake \\n"
"Report-Msgid-Bugs-To: \\n"
"Last-Translator: \\n"
"Language-Team: {code}\\n"
"Plural-Forms: {plurals}\\n"
"""
"""The head of a catalogue; what a translator writes there is kept."""
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


def read(code: str) -> Catalog:
    """The catalogue of a language; an empty one where there is none yet."""
    path = LOCALES / f"{code}.po"
    if path.exists():
        with path.open("rb") as file:
            return read_po(file, locale=code)
    return read_po(BytesIO(NEW.format(code=code, plurals=PLURALS[code]).encode()), locale=code)


def write(code: str, catalog: Catalog) -> None:
    """Write the catalogue of a language, each message on one line."""
    catalog.fuzzy = False
    with (LOCALES / f"{code}.po").open("wb") as file:
        write_po(file, catalog, width=0, include_lineno=False, sort_by_file=False)


def update(code: str, messages: Catalog, *, forget: bool) -> None:
    """Bring the catalogue of a language up to date; what no page says any more is kept aside unless forgotten."""
    catalog = read(code)
    catalog.update(messages, no_fuzzy_matching=True, update_creation_date=False)
    if forget:
        catalog.obsolete.clear()
    write(code, catalog)


def catalogue_faults(code: str, messages: Catalog) -> Iterator[str]:
    """One line for each message that is missing, obsolete, fuzzy or not translated as it should be."""
    catalog = read(code)
    known = {message.id for message in messages if message.id}
    for message in catalog:
        if message.id and message.id not in known:
            yield f"{code}: no page says {_short(message.id)} any more"
    yield from (f"{code}: no page says {_short(each)} any more" for each in catalog.obsolete)
    for identity in known:
        found = catalog.get(identity if isinstance(identity, str) else identity[0])
        if found is None or not all(_forms(found)):
            yield f"{code}: {_short(identity)} is not translated"
        elif found.fuzzy:
            yield f"{code}: {_short(identity)} is marked fuzzy and not used"
        else:
            yield from (f"{code}: {_short(identity)}: {fault}" for fault in message_faults(found, catalog))


def message_faults(message: Message, catalog: Catalog) -> Iterator[str]:
    """What is wrong with a translation: forms, placeholders, spaces at the ends, markup, a bare per cent sign."""
    forms, said = _forms(message), _words(message.id)
    if len(forms) != (catalog.num_plurals if len(said) > 1 else 1):
        yield f"{len(forms)} forms, where the language has {catalog.num_plurals}"
        return
    asked = set(_PLACEHOLDER.findall(said[-1]))
    for number, form in enumerate(forms):
        given = set(_PLACEHOLDER.findall(form))
        # A form that stands for one number only may say it in a word: "two duties".
        spare = {"num"} if len(said) > 1 and _is_of_one_number(catalog, number) else set()
        if not asked - spare <= given <= asked:
            yield f"placeholders {sorted(given)} where the message has {sorted(asked)}"
        if _edges(form) != _edges(said[0]):
            yield "other spaces at its ends than the message"
        if _MARKUP.search(form):
            yield "a sign of markup, which a message never holds"
        if _BARE_PERCENT.search(form):
            yield "a per cent sign that begins no placeholder"


def _is_of_one_number(catalog: Catalog, form: int) -> bool:
    rule = c2py(catalog.plural_expr)
    return sum(rule(number) == form for number in range(_NUMBERS)) == 1


def _forms(message: Message) -> tuple[str, ...]:
    return _words(message.string)


def _words(words: object) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words) if isinstance(words, tuple | list) else ()


def _edges(words: str) -> tuple[str, str]:
    return words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]


def _short(identity: object) -> str:
    words = _words(identity)[0]
    return repr(words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…")


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 1 where a catalogue is not as it should be."""
    parser = argparse.ArgumentParser(description="The catalogues of the interface.")
    parser.add_argument("--check", action="store_true", help="only say what is missing, obsolete, fuzzy or wrong")
    parser.add_argument("--forget", action="store_true", help="drop what no page says any more")
    asked = parser.parse_args(arguments)
    messages = template()
    if not asked.check:
        for code in PLURALS:
            update(code, messages, forget=asked.forget)
    faults = [fault for code in PLURALS for fault in sorted(catalogue_faults(code, messages))]
    print("\n".join(faults) if faults else f"{len(messages)} messages in {len(PLURALS)} languages")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
