"""Style sheets of HTML pages, as far as they say how words are printed.

Knows ``font-style``, ``font-weight``, ``font``, ``vertical-align``, ``display``, ``visibility``,
``list-style-type`` and Word's own ``mso-hide`` and ``mso-text-raise``, in ``style`` attributes and under simple
selectors (``p``, ``.name``, ``p.name``), which is what Word, word processors online and PDF converters write.
Combined selectors are left out: they style sites, not texts.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

_SIMPLE = re.compile(r"([a-z][a-z0-9]*)?(?:\.([\w-]+))?")
_BOLD_FROM = 600


@dataclass(frozen=True, slots=True)
class Look:
    """What a style says; None where it says nothing."""

    italic: bool | None = None
    bold: bool | None = None
    raised: bool | None = None
    hidden: bool | None = None
    block: bool | None = None
    list_form: str | None = None


_NOTHING = Look()


def _weight(value: str) -> bool | None:
    if value.isdecimal():
        return len(value) < len("10000") and int(value) >= _BOLD_FROM
    return {"bold": True, "bolder": True, "normal": False, "lighter": False}.get(value)


def _font(value: str) -> dict[str, bool]:
    words = set(value.split())
    return {"italic": bool(words & {"italic", "oblique"}), "bold": bool(words & {"bold", "bolder"})}


def _display(value: str) -> dict[str, bool]:
    if value == "none":
        return {"hidden": True}
    return {"block": True} if value.startswith(("block", "list-item", "table", "flex", "grid")) else {}


def _slant(value: str) -> dict[str, bool]:
    return {"italic": value.startswith(("italic", "oblique"))}


_PROPERTIES: dict[str, Callable[[str], Mapping[str, bool | str | None]]] = {
    "font-style": _slant,
    "font-weight": lambda value: {"bold": _weight(value)},
    "font": _font,
    "vertical-align": lambda value: {"raised": True} if value == "super" else {},
    "mso-text-raise": lambda value: {"raised": True} if value[:1].isdigit() and value[:1] != "0" else {},
    "display": _display,
    "visibility": lambda value: {"hidden": value in {"hidden", "collapse"}},
    "mso-hide": lambda value: {"hidden": value == "all"},
    "list-style-type": lambda value: {"list_form": value},
    "list-style": lambda value: {"list_form": value.split()[0]} if value else {},
}


def parse_declarations(declarations: str) -> Look:
    """What the declarations of one rule or ``style`` attribute say; the last of each kind holds."""
    said: dict[str, bool | str | None] = {}
    for declaration in declarations.split(";"):
        name, _, value = declaration.partition(":")
        read = _PROPERTIES.get(name.strip().lower())
        if read is not None:
            said.update(read(value.replace("!important", "").strip().lower()))
    return Look(**said) if said else _NOTHING  # type: ignore[arg-type]  # each property fills fields of its type


def combine(looks: Iterable[Look]) -> Look:
    """What several styles say together: the last that says something holds."""
    said: dict[str, bool | str] = {}
    for look in looks:
        if look is not _NOTHING:
            said |= {name: value for name in Look.__slots__ if (value := getattr(look, name)) is not None}
    return Look(**said) if said else _NOTHING  # type: ignore[arg-type]  # taken from fields of the same names


@dataclass(slots=True)
class StyleSheet:
    """The simple rules of a page, by tag and class."""

    rules: dict[tuple[str, str], Look] = field(default_factory=dict)
    _known: dict[tuple[str, str], Look] = field(default_factory=dict)

    def add(self, text: str) -> None:
        """Add the rules of one ``style`` element."""
        # Split, not matched: a search for balanced braces would take quadratic time on a damaged sheet.
        first, *others = text.replace("<!--", " ").replace("-->", " ").split("/*")
        bare = " ".join([first, *(other.partition("*/")[2] for other in others)])
        for rule in bare.split("}"):
            selectors, _, declarations = rule.rpartition("{")
            look = parse_declarations(declarations)
            if look is _NOTHING:
                continue
            for selector in selectors.rpartition("{")[2].split(","):
                self._add_rule(selector.strip(), look)

    def _add_rule(self, selector: str, look: Look) -> None:
        """Add one rule, where its selector is a simple one."""
        found = _SIMPLE.fullmatch(selector)
        if found and selector:
            key = (found[1] or "", found[2] or "")
            self.rules[key] = combine([self.rules.get(key, _NOTHING), look])

    def look(self, tag: str, classes: str) -> Look:
        """What the sheet says of an element: rules for its tag, for its classes, for both."""
        key = (tag, classes)
        if key not in self._known:
            names = classes.split()
            keys = [(tag, ""), *(("", name) for name in names), *((tag, name) for name in names)]
            self._known[key] = combine(self.rules.get(each, _NOTHING) for each in keys)
        return self._known[key]
