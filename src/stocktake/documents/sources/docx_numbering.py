"""Automatic numbering of a DOCX file: the label that Word prints before each numbered paragraph, in order.

Knows ``numbering.xml`` (ECMA-376 part 1, 17.9): lists, levels, restarts, start overrides, numbering by style.
Bullets give no label: they are decoration, and the number of a paragraph is what is read. Numerals of other
scripts are given in digits.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from stocktake.documents.sources.docx_package import attribute, child, local, value_of, whole_number
from stocktake.documents.sources.docx_styles import ListPlace, Styles
from stocktake.documents.sources.numerals import WORD_FORMS, to_digits

# Word allows nine levels and 31 characters of label text; longer is damage, and would swell the text.
_LEVELS = 9
_LONGEST_LABEL = 31
_PLACEHOLDER = re.compile(r"%([1-9])")
_AFTER_LABEL = {"tab": "\t", "space": " ", "nothing": " "}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts and how its label is printed.

    Attributes:
        restart: The level (from 1) whose paragraphs make this one start anew; None for any higher one.
        style: The paragraph style that stands for this level.
        legal: All numbers in the label are printed in digits.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    after: str = "\t"
    restart: int | None = None
    style: str | None = None
    legal: bool = False


@dataclass(frozen=True, slots=True)
class _List:
    """One ``w:num``: the definition it counts in, its levels, and the starts it sets anew."""

    definition: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(slots=True)
class Numbering:
    """The lists of a file, and how far each has counted."""

    lists: dict[str, _List] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    def place(self, direct: ListPlace, style: str | None, styles: Styles) -> tuple[str, int] | None:
        """The list and level of a paragraph, from its own properties and its style; None where it has none."""
        of_style = styles.place(style)
        list_id = direct.list_id if direct.list_id is not None else of_style.list_id
        if list_id not in self.lists:
            return None
        if direct.level is not None:
            return list_id, direct.level
        of_levels = {level.style: number for number, level in self.lists[list_id].levels.items() if level.style}
        linked = next((of_levels[each] for each in styles.chain(style) if each in of_levels), None)
        return list_id, linked if linked is not None else of_style.level or 0

    def next_label(self, list_id: str, level: int) -> str:
        """The label of the next paragraph of this list and level, with the tab or space after it."""
        numbered = self.lists[list_id]
        if level not in numbered.levels:
            return ""
        self._count(list_id, level)
        shape = numbered.levels[level]
        if shape.form == "bullet":
            return ""
        label = _PLACEHOLDER.sub(lambda found: self._numeral(numbered, int(found[1]) - 1, shape), shape.text)
        return label.rstrip() + shape.after if label.strip() else ""

    def _count(self, list_id: str, level: int) -> None:
        """Count one paragraph, and let deeper levels start anew."""
        numbered = self.lists[list_id]
        counts = self._counts.setdefault(numbered.definition, {})
        if level in numbered.starts and (list_id, level) not in self._started:
            counts[level] = numbered.starts[level] - 1
        self._started.add((list_id, level))
        counts[level] = counts.get(level, numbered.levels[level].start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            restart = numbered.levels[deeper].restart if deeper in numbered.levels else None
            if restart is None or level < restart:
                del counts[deeper]

    def _numeral(self, numbered: _List, level: int, shape: Level) -> str:
        """The numeral of a level inside a label; its start where that level has not come yet."""
        own = numbered.levels.get(level, Level())
        count = self._counts[numbered.definition].get(level, own.start)
        form = to_digits if shape.legal else WORD_FORMS.get(own.form, to_digits)
        return "" if own.form in {"bullet", "none"} else form(count)


def read_numbering(root: Any | None, styles: Styles) -> Numbering:
    """The lists of ``numbering.xml``; none where the file has no such part."""
    if root is None:
        return Numbering()
    definitions = {attribute(each, "abstractNumId") or "": each for each in root if local(each) == "abstractNum"}
    numbers = {attribute(each, "numId") or "": each for each in root if local(each) == "num"}
    lists = {}
    for list_id, element in numbers.items():
        definition = _definition(element, definitions, numbers, styles)
        if list_id != "0" and definition in definitions:
            lists[list_id] = _read_list(element, definition, definitions[definition])
    return Numbering(lists)


def _definition(element: Any, definitions: dict[str, Any], numbers: dict[str, Any], styles: Styles) -> str:
    """The id of the definition of a ``w:num``; through a numbering style where the definition only names one."""
    found = value_of(element, "abstractNumId") or ""
    link = value_of(definitions[found], "numStyleLink") if found in definitions else None
    linked = numbers.get(styles.place(link).list_id or "") if link else None
    return found if linked is None else value_of(linked, "abstractNumId") or ""


def _read_list(element: Any, definition: str, defined: Any) -> _List:
    """One ``w:num`` with what it overrides."""
    levels = dict(_read_level(each) for each in defined if local(each) == "lvl")
    starts: dict[int, int] = {}
    for override in (each for each in element if local(each) == "lvlOverride"):
        number = whole_number(attribute(override, "ilvl"), 0)
        own = child(override, "lvl")
        if own is not None:
            levels[number] = _read_level(own)[1]
        start = value_of(override, "startOverride")
        if start is not None:
            starts[number] = whole_number(start, 1)
    return _List(definition, {each: levels[each] for each in levels if 0 <= each < _LEVELS}, starts)


def _read_level(element: Any) -> tuple[int, Level]:
    """One ``w:lvl`` with its number."""
    restart = value_of(element, "lvlRestart")
    legal = child(element, "isLgl")
    return whole_number(attribute(element, "ilvl"), 0), Level(
        start=whole_number(value_of(element, "start"), 1 if child(element, "start") is None else 0),
        form=value_of(element, "numFmt") or "decimal",
        text=(value_of(element, "lvlText") or "")[:_LONGEST_LABEL],
        after=_AFTER_LABEL.get(value_of(element, "suff") or "tab", "\t"),
        restart=None if restart is None else whole_number(restart, 0),
        style=value_of(element, "pStyle"),
        legal=legal is not None and attribute(legal, "val") not in {"0", "false", "off"},
    )
