"""The heading: what a document prints about itself, wherever it prints it.

Knows the labels of UN headings (session, agenda item, committee, distribution, adoption, the bracketed report, the
numbered title) and that exports print some of them at the end. Guesses nothing: what is not printed is None, and a
symbol inside a sentence (a predecessor, a report) is never the document's own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import get_args

from stocktake.documents.model import HeadingData
from stocktake.documents.sources.line import Line
from stocktake.documents.structure.closing import Closing
from stocktake.frameworks.layout_words import Role, any_layout_word
from stocktake.frameworks.organs import load_organs
from stocktake.values.ordinal import ordinal_number
from stocktake.values.partial_date import scan_dates
from stocktake.values.resolution_number import match_number
from stocktake.values.span import squeeze
from stocktake.values.symbol import NotASymbolError, Symbol, scan_symbols

_NUMBER = r"(?:E?S-)?\d{1,4}/\d{1,4}(?: ?[A-Z](?:-[A-Z])?)?|\d{1,4} (?:[A-Z] )?\((?:(?:E?S-)?[IVXL]+|\d{4})\)"
_ORDINAL = r"(?P<ordinal>(?:[A-Z][a-z]+(?:[- ](?:and )?[a-z]+){0,4}|\d{1,3}(?:st|nd|rd|th)))"

# Each label that a heading prints on a line (or block) of its own, and its form, with a place for words that are data.
# The order is that of asking.
_LABELS: tuple[tuple[str, str], ...] = (
    ("distribution", r"Distr\.?(?:: ?\w+)?|%(distribution)s"),
    ("original", r"Original: ?.+"),
    ("session", rf"{_ORDINAL} (?:resumed )?(?:(?:emergency )?special )?session|(?P<year>\d{{4}}) session"),
    ("agenda", r"(?i:(?:Agenda items?|Items? \d.* of the provisional agenda)(?:[: ]+(?P<item>.+))?)"),
    ("report of", r"Report of the (?P<committee>(?:.+ \()?%(main committee)s Committee\)?)"),
    ("committee", r"[A-Z][\w ,()]*\bCommittee(?: \([A-Z][a-z]+ Committee\))?"),
    (
        "adopted",
        r"(?i:(?:Resolutions?|Decisions?) adopted by the .+|Adopted by the .+ at its .+|\d{1,4}\. Adopted .+)",
    ),
    ("report", r"\[\s?(?:on the|without reference).+"),
    ("number", rf"(?P<number>{_NUMBER})(?:\.|(?= [A-Z])|$) ?(?P<title>.*)"),
    ("resolution", rf"(?i:Resolution (?P<number>{_NUMBER})(?P<title>))"),
    (
        "draft",
        (
            r"Draft (?:resolution|decision)(?: [IVXL]{1,6}| [A-Z])?"
            r"|.{1,6000}[:;] (?:revised )?draft (?:resolution|decision)"
            r"|(?:Revised )?[Dd]raft (?:resolution|decision) (?:submitted|proposed|recommended) .+"
            r"|(?:\d{1,3}\. )?The .+ Committee .*recommends .+ the following draft (?:resolution|decision)s?:"
        ),
    ),
    ("symbol", r"(?:[A-Z]{1,6}(?:/[\w.()\[\]-]+){1,6}(?: \(\d{4}\)| [A-Z](?:-[A-Z])?(?!\w))?[ *-]*)+"),
    ("date", r"\d{1,2} [A-Z][a-z]+ \d{4}"),
)
_STANDALONE = frozenset(
    {
        *("distribution", "original", "session", "agenda", "committee", "report of"),
        *("symbol", "masthead", "date", "resolution"),
    }
)
# A line of a title may read like one of these ("... session of the / General Assembly"), but like no other label.
_IN_TITLES = frozenset({"masthead", "session", "committee", "date"})
_OPENS_HEADING = frozenset({"distribution", "session", "agenda", "adopted", "draft"})
_CARRIES_ON = re.compile(r"(?:[,(]|\b(?:of|on|the|and|by|for|in|to|at|with|from))$|^[a-z(]")
# Drafts of the Human Rights Council leave room for the number: "56/… Title".
_NO_NUMBER_YET = re.compile(r"^\d{1,4}/(?:…|\.{2,3}|-+)\.?\s+")
_MEETING = re.compile(r"at its (\d{1,5}(?:st|nd|rd|th)(?: \([a-z]+\))?) (?:plenary )?meeting")
_DRAFT_LABEL = re.compile(r"Draft (?:resolution|decision) (?:[IVXL]{1,6}|[A-Z])")
_TRAILER = re.compile(r"<<ODS DOC SYMBOL\d>>(?P<symbol>[^<]+)<<")
_BASED_ON = re.compile(r"on the basis of .*?draft (?:resolution|decision) (?P<symbol>.+)", re.IGNORECASE)
_ORGAN_OF_ADOPTION = re.compile(
    r"(?:Resolutions?|Decisions?) adopted by the (?P<organ>.+?) (?:on|at|during) "
    r"|Adopted by the (?P<council>.+?) at its "
)


@dataclass(frozen=True, slots=True)
class _Item:
    """One block of the heading: what it is, by its label, and its words."""

    label: str
    words: str


def begins_heading(line: Line) -> bool:
    """Whether a line carries a label that stands in a heading and nowhere else."""
    return _label(_words(line)) in _OPENS_HEADING


def is_heading_line(line: Line) -> bool:
    """Whether a line outside the heading says only what headings say, as the trailers of exports do."""
    parts = _unglued(_words(line))
    return bool(parts) and all(_label(part) for part in parts)


def _unglued(words: str) -> list[str]:
    """The cells of a heading table that an export wrote with nothing between: "Distr.: General2 February 2011"."""
    return [part for part in re.split(r"(?<=[a-z\d])(?=[A-Z])|(?<=[a-z])(?=\d)", words) if part.strip()]


def read_heading(
    lines: Sequence[Line],
    trailer: Sequence[Line],
    furniture: Sequence[Line],
    organ: str | None,
    closing: Closing | None,
) -> HeadingData:
    """What the heading, the furniture (running heads, trailers) and the closing line say.

    Args:
        lines: The lines of the heading.
        trailer: Lines of the heading that an export put after the text.
        furniture: The furniture of all pages: symbols repeat there.
        organ: The organ named as the subject of the text.
        closing: The closing line.
    """
    items = _items(lines) + [_item("", part) for line in trailer for part in _unglued(_words(line))]
    organ = organ or _adopting_organ(items)
    number, title = _numbered_title(items)
    adopted = _adopted(items) or (closing.date if closing else None)
    is_adopted = any(item.label == "adopted" for item in items) or number is not None or closing is not None
    printed = _own_symbol(items, furniture)
    # The drafts that a committee recommends have no symbol of their own: the one printed is that of its report.
    recommending = _first(items, "report of")
    symbol = None if recommending else printed or _from_number(number, organ)
    drafts = [item.words for item in items if item.label == "draft"]
    draft = drafts[0] if drafts else None
    return HeadingData(
        symbol=symbol,
        title=title or _draft_title(items),
        organ=organ,
        session=_session(items) or _session_of(symbol),
        agenda_item=_agenda_item(items),
        status="adopted" if (is_adopted or _is_resolution(symbol)) and draft is None else "draft",
        adopted=adopted,
        distributed=_distributed(items),
        committee_report=printed if recommending else _report(items),
        plenary=closing.plenary if closing else _meeting(items),
        committee=_committee(items),
        based_on=_based_on(draft),
        draft_label=next((each for each in drafts if _DRAFT_LABEL.fullmatch(each)), None),
    )


def _committee(items: Sequence[_Item]) -> str | None:
    """The committee named in the heading, or the one whose report the text is."""
    reporting = _first(items, "report of")
    named = next((item.words for item in items if item.label == "committee"), None)
    return named or (reporting["committee"] if reporting else None)


def _items(lines: Sequence[Line]) -> list[_Item]:
    """The heading in blocks: lines with a label stand alone, others join while style and space allow."""
    blocks: list[tuple[str, list[Line]]] = []
    for line in lines:
        words = _words(line)
        if not words:
            continue
        label = _label(words)
        if (
            blocks
            and (not label or (label in _IN_TITLES and _is_title(blocks[-1][0])))
            and _joins(blocks[-1], line, words)
        ):
            blocks[-1][1].append(line)
        else:
            blocks.append((label, [line]))
    return [_item(label, squeeze(" ".join(_words(line) for line in block))) for label, block in blocks]


def _is_title(label: str) -> bool:
    """Whether a block is a title, whose later lines may read like labels."""
    return label in ("number", "")


def _item(label: str, words: str) -> _Item:
    return _Item(label or _label(words) or "words", words)


def _label(words: str) -> str:
    if words.title() == "United Nations" or any(words == organ.name for organ in load_organs()):
        return "masthead"
    return next((name for name, form in _labels() if form.fullmatch(words)), "")


@cache
def _labels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The labels, each form with the words that are data put in."""
    words = {role: any_layout_word(role) for role in get_args(Role)}
    return tuple((name, re.compile(form % words)) for name, form in _LABELS)


def _joins(block: tuple[str, list[Line]], line: Line, words: str) -> bool:
    label, lines = block
    last = lines[-1]
    if label == "report" and not _words(last).endswith("]"):
        return True
    if label in ("adopted", "draft") and _CARRIES_ON.search(words) and not line.gap:
        return True
    if label in _STANDALONE or line.gap:
        return False
    if label == "draft":
        return bool(_CARRIES_ON.search(_words(last)))
    return last.bold == line.bold and line.page == last.page


def _words(line: Line) -> str:
    """The words of a line without note marks: raised runs and asterisks."""
    return squeeze(line.words.replace("*", ""))


def _first(items: Sequence[_Item], label: str) -> re.Match[str] | None:
    """The match of the first block with this label, by the form that recognised it."""
    for item in items:
        if item.label == label:
            found = next((form.fullmatch(item.words) for name, form in _labels() if name == label), None)
            if found is not None:
                return found
    return None


def _numbered_title(items: Sequence[_Item]) -> tuple[str | None, str | None]:
    for place, item in enumerate(items):
        found = _first([item], item.label) if item.label in ("number", "resolution") else None
        if found is None:
            continue
        below = next((each.words for each in items[place + 1 : place + 2] if each.label == "words"), "")
        return found["number"], (found["title"] or below).strip() or None
    return None, None


def _draft_title(items: Sequence[_Item]) -> str | None:
    """The block after the line that says who submits the draft; else the one after the agenda item."""
    for label in ("draft", "adopted", "agenda"):
        place = next((place for place, item in enumerate(items) if item.label == label), None)
        if place is not None:
            following = next((item.words for item in items[place + 1 :] if item.label == "words"), None)
            if following is not None:
                return _NO_NUMBER_YET.sub("", following)
    return None


def _adopting_organ(items: Sequence[_Item]) -> str | None:
    for item in items:
        found = _ORGAN_OF_ADOPTION.match(item.words)
        if found is not None:
            return found["organ"] or found["council"]
    return None


def _own_symbol(items: Sequence[_Item], furniture: Sequence[Line]) -> str | None:
    """The symbol that stands alone in the heading, in the export's trailer, or in the running heads."""
    alone = [item.words for item in items if item.label == "symbol"]
    trailers = [found["symbol"] for line in furniture if (found := _TRAILER.search(line.text))]
    heads = [_words(line) for line in furniture if line.page > 1]
    for words in (*alone, *trailers, *heads):
        symbol = _parsed(words)
        if symbol is not None:
            return str(symbol)
    return None


def _parsed(words: str) -> Symbol | None:
    try:
        symbol = Symbol.parse(words)
    except NotASymbolError:
        return None
    return Symbol(symbol.halves) if len(symbol.halves[0]) > 1 else None


def _from_number(number: str | None, organ: str | None) -> str | None:
    """The full symbol of a number in the title, by the organ that adopts; None where that is not known."""
    matched = match_number(number) if number else None
    adopting = next((each for each in load_organs() if organ in (each.name, *each.aliases)), None)
    symbol = adopting.symbol(matched[0], "resolution") if matched and adopting else None
    return str(symbol) if symbol else None


def _session(items: Sequence[_Item]) -> int | None:
    for item in items:
        if item.label == "session" and "special" not in item.words:
            found = _first([item], "session")
            if found is not None:
                return int(found["year"]) if found["year"] else ordinal_number(found["ordinal"])
    return None


def _session_of(symbol: str | None) -> int | None:
    return Symbol.parse(symbol).session if symbol and _is_resolution(symbol) else None


def _is_resolution(symbol: str | None) -> bool:
    return symbol is not None and Symbol.parse(symbol).nature in ("RES", "DEC")


def _agenda_item(items: Sequence[_Item]) -> str | None:
    found = _first(items, "agenda")
    if found is None:
        return None
    if found["item"]:
        return found["item"].strip()
    provisional = re.match(r"Items? (\d.*?) of the", found.group())
    return provisional[1] if provisional else None


def _adopted(items: Sequence[_Item]) -> str | None:
    for item in items:
        if item.label == "adopted":
            dates = list(scan_dates(item.words))
            if dates:
                return str(dates[-1].end)
    return None


def _meeting(items: Sequence[_Item]) -> str | None:
    """The meeting that the line of adoption names, as the Security Council prints it above its resolutions."""
    found = next((_MEETING.search(item.words) for item in items if item.label == "adopted"), None)
    return found[1] if found else None


def _distributed(items: Sequence[_Item]) -> str | None:
    """The first date after the distribution line."""
    place = next((place for place, item in enumerate(items) if item.label == "distribution"), None)
    if place is None:
        return None
    near = [*items[place : place + 3], *(item for item in items[place + 3 : place + 6] if item.label == "date")]
    return next((str(printed.end) for item in near for printed in scan_dates(item.words)), None)


def _report(items: Sequence[_Item]) -> str | None:
    for item in items:
        if item.label == "report" and "without reference" not in item.words:
            symbol = next((symbol for symbol, _ in scan_symbols(item.words)), None)
            return str(symbol) if symbol else None
    return None


def _based_on(draft: str | None) -> str | None:
    found = _BASED_ON.search(draft) if draft else None
    symbol = next((symbol for symbol, _ in scan_symbols(found["symbol"])), None) if found else None
    return str(symbol) if symbol else None
