"""Quantities about the world in a passage: the number, its unit, the comparator before it, and where they stand.

Knows the forms in which resolutions print quantities (``FORMS``, the first that fits at a place holds): per cent,
money, units of measurement, rates, people and events counted, parts ("two thirds"), parts of a whole ("four in
five"), multiples ("fivefold", "doubled") and "the majority". A number that counts meetings, goals, States or days, is
a name ("Goal 4", "57/270 B") or stands inside the name of a text is none. Does not know whom a quantity is about.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from stocktake.frameworks.figure_words import Sense, any_of, words_by_form

Form = Literal["per cent", "money", "measured", "rate", "count", "part", "ratio", "multiple", "share"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity within a passage.

    Attributes:
        start: Where its words begin; the comparator stands before.
        end: Where they end.
        value: The number in ``unit``; the lower one of a range; None for a share without a number.
        unit: ``per cent``, ``share``, ``US dollars``, ``persons``, ``number``, ``times``, ``hectares`` ... .
        form: The form it is printed in.
        upper: The higher number of a range.
        comparator: The comparator's name in the frameworks.
        sense: On which side of the number the world is.
        is_change: It says by how much something changed.
        is_linked: It carries on the quantity before it: "from 57 to 27 per cent", "143 wounded".
        lead: Where its comparator begins.
    """

    start: int
    end: int
    value: float | None
    unit: str
    form: Form
    upper: float | None = None
    comparator: str | None = None
    sense: Sense | None = None
    is_change: bool = False
    is_linked: bool = False
    lead: int = -1


Made = list[Quantity]

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_YEAR = r"(?:19|20)\d\d(?![\d,.]\d|\d)"
_LONGEST_NAME = 200
_MOST_PARTS = 1000
# Between a count and its noun: "444 recorded attacks", "11 United Nations personnel".
_MOST_BETWEEN = 4
_FUNCTION = (
    "in|to|for|by|of|on|at|and|or|from|with|that|which|who|whom|as|were|was|are|is|be|had|have|has|the|per|than|"
    "under|over|into|between|during|until|since|its|their|this|these|those"
)


def scan_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities about the world in a text, in order of place; none overlaps another."""
    found: list[Quantity] = []
    if not _trigger().search(text):
        return ()
    for pattern, make in _forms():
        for match in pattern.finditer(text):
            made = [each for each in make(match) if _is_of_the_world(text, each)]
            if made and not any(each.start < made[-1].end and made[0].start < each.end for each in found):
                found += made
    found += _carried_on(text, found)
    return tuple(_with_comparator(text, each) for each in sorted(found, key=lambda each: each.start))


@cache
def _trigger() -> re.Pattern[str]:
    """What every quantity has one of: a cheap look that spares most paragraphs the rest."""
    words = any_of("percent", "currency", "sign", "physical", "counted", "rate", "fraction", "share", "multiple")
    return re.compile(rf"{words}|fold\b|times\b|twice\b|\b(?:in|out of)\s(?:every\s)?(?:{_word_number()}|\d)\b")


@cache
def _word_number() -> str:
    words = sorted(words_by_form("number"), key=lambda word: (-len(word), word))
    tens = "|".join(word for word in words if word.endswith("ty"))
    rest = "|".join(words)
    return rf"(?:(?:{tens})-(?:{rest})|(?:{rest}))"


@cache
def _forms() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Made]], ...]:
    number = rf"(?:(?<![\w/.,–‑-]){_DIGITS}|\b{_word_number()}\b)"
    member = rf"(?!{_YEAR}){number}"
    further = rf"(?:{_DIGITS}|{_word_number()})"
    several = (
        rf"(?P<list>{member}(?:(?:\sto\s|\s?[–‑-]\s?){further}|(?:,\s{further}(?=,|\sand\s))*,?\s(?:and|or)\s{further})?)"
    )
    scale = rf"(?:[\s-](?P<scale>{any_of('scale')})s?\b)?"
    after = r"(?![\w-])"
    noun = rf"(?P<unit>{any_of('counted')}){after}"
    stop = rf"(?!(?:{_FUNCTION}|{any_of('uncounted', 'scale', 'percent', 'currency')})\b)"
    between = rf"(?:\s{stop}[A-Za-z][\w’'-]*){{0,{_MOST_BETWEEN}}}"
    part = rf"(?P<part>{any_of('fraction')})"
    part_follows = r"(?=\s(?:of|fewer|less|more|lower|higher|in|to|are|is|have|had|do|were|was|and|since|over|by|from|compared|the|all|a|as|that)\b|[,;.]|$)"
    patterns: tuple[tuple[str, Callable[[re.Match[str]], Made]], ...] = (
        (rf"{several}\s?(?P<unit>{any_of('percent')})(?!\w)", _per_cent),
        (rf"(?P<sign>{any_of('sign')})\s?(?P<list>{_DIGITS}(?:(?:\sto\s|\s?[–-]\s?|\sand\s)(?:{any_of('sign')})?{_DIGITS})?){scale}{after}", _money_signed),
        (rf"{several}{scale}[\s-](?P<unit>{any_of('currency')}){after}", _money),
        (rf"{several}{scale}(?:\s(?P<of>[a-z]+)){{0,2}}?\sper\s(?P<per>1,000|10,000|100,000|100|million)\s(?P<unit>{any_of('rate')}){after}", _rate),
        (rf"{several}{scale}(?:\s|-)?(?P<unit>{any_of('physical')}){after}", _measured),
        (rf"(?P<a>{number})\s(?:in|out\sof)\s(?:every\s)?(?P<b>{further})(?=[\s,](?!{any_of('uncounted', 'house', 'scale', 'percent')}\b)[a-z,A-Z])", _ratio),
        (rf"{several}{scale}{between}\s{noun}", _count),
        (rf"{member}[\s-](?P<scale>million|billion|trillion)\b(?:\s(?!{any_of('currency')})(?P<unit>[a-z]+))?", _large),
        (rf"(?:\b(?P<n>a|an|{_word_number()})[\s-])?\b{part}\b{part_follows}", _part),
        (rf"(?P<n>\b{_word_number()}|(?<![\w.,/])\d+(?:\.\d+)?)-?fold\b", _fold),
        (rf"(?P<n>{number})\stimes\s(?=(?:more|higher|lower|less|as|greater|larger|faster|likelier|likely|the)\b)", _times),
        (r"\b(?P<twice>twice)\s(?=(?:as|more|the)\b)", _times),
        (rf"\b(?:to\s(?P<to>{any_of('multiple')})|(?P<verb>{any_of('multiple')}))\b(?!\s(?:standard|tax|count|burden|check|blind|jeopard|role|purpose))", _multiple),
        (rf"(?:\b(?:the|an?)\s)?(?:\b(?:vast|large|great|overwhelming|absolute|clear|significant)\s)?\b{any_of('share')}\b(?!\s(?:vote|of\sthe\smembers|of\smembers|of\sthe\sStates|of\sthe\svotes))(?=\s(?:of|to|in|are|is|were|have|do|live)\b|[,;])", _share),
    )  # fmt: skip
    return tuple((re.compile(pattern), make) for pattern, make in patterns)


def _listed(match: re.Match[str], unit: str, form: Form, factor: float = 1.0) -> Made:
    """One quantity for a number or a range, several for "from 57 to 27" and "31 and 19"."""
    text, at = match.string, match.start("list")
    numbers = list(re.finditer(rf"{_DIGITS}|\b{_word_number()}\b", match["list"]))
    values = [_value(each[0]) * factor for each in numbers]
    before = text[max(0, at - 9) : at]
    last = match.end("unit") if "unit" in match.re.groupindex else match.end()
    start = match.start()
    if len(values) == 1:
        return [Quantity(start, last, values[0], unit, form)]
    is_joined = " and " not in match["list"] and " or " not in match["list"]
    if (is_joined and not before.endswith("from ")) or before.endswith("between "):
        low, high = sorted(values[:2])
        return [Quantity(start, last, low, unit, form, upper=high)]
    ends = [*(at + each.end() for each in numbers[:-1]), last]
    starts = [start, *(at + each.start() for each in numbers[1:])]
    made = [Quantity(*place, value, unit, form) for *place, value in zip(starts, ends, values, strict=True)]
    return [made[0], *(replace(each, is_linked=True) for each in made[1:])]


def _per_cent(match: re.Match[str]) -> Made:
    return _listed(match, words_by_form("percent")[match["unit"]].name, "per cent")


def _money(match: re.Match[str]) -> Made:
    return _listed(match, words_by_form("currency")[match["unit"]].name, "money", _factor(match["scale"]))


def _money_signed(match: re.Match[str]) -> Made:
    return _listed(match, words_by_form("sign")[match["sign"]].name, "money", _factor(match["scale"]))


def _measured(match: re.Match[str]) -> Made:
    return _listed(match, words_by_form("physical")[match["unit"]].name, "measured", _factor(match["scale"]))


def _rate(match: re.Match[str]) -> Made:
    return _listed(match, f"per {match['per']} {match['unit']}", "rate", _factor(match["scale"]))


def _count(match: re.Match[str]) -> Made:
    """People and events counted. Small numbers in words ("two persons") name somebody rather than count."""
    if not match["scale"] and not match["list"][0].isdigit():
        return []
    made = _listed(match, words_by_form("counted")[match["unit"]].name, "count", _factor(match["scale"]))
    if len(made) > 1 and " and " in match["list"] and not match["scale"]:
        # "paragraphs 3 and 4 persons": without a scale only the last number is surely counted.
        made = [replace(made[-1], is_linked=False)]
    return [replace(each, end=_end_of_count(match) if each.end == match.end("unit") else each.end) for each in made]


def _end_of_count(match: re.Match[str]) -> int:
    """A count ends with its noun where that follows at once ("2.6 billion people"), else with its number."""
    number = match.end("scale") if match["scale"] else match.end("list")
    return match.end("unit") if match.start("unit") == number + 1 else number


def _large(match: re.Match[str]) -> Made:
    """A number of millions of something that no list knows: the noun printed is the unit."""
    if match["unit"] is None or match["unit"] in _FUNCTION.split("|"):
        return []
    number = _value(match[0].split(match["scale"])[0].strip(" -"))
    return [Quantity(match.start(), match.end("scale"), number * _factor(match["scale"]), "number", "count")]


def _ratio(match: re.Match[str]) -> Made:
    part, whole = _value(match["a"]), _value(match["b"])
    if not 0 < part < whole <= _MOST_PARTS or match["a"].isdigit() != match["b"].isdigit():
        return []
    return [Quantity(match.start(), match.end("b"), round(100 * part / whole, 1), "per cent", "ratio")]


def _part(match: re.Match[str]) -> Made:
    """Fractions in words; of the ordinals only those with a numerator ("a third of", never "the third session")."""
    text, part, numerator = match.string, match["part"], match["n"]
    if (numerator is None and part != "half") or _is_no_part(text, match):
        return []
    count = 1.0 if numerator in (None, "a", "an") else _value(numerator)
    if (count > 1) != part.endswith(("s", "ves")):
        return []
    parts = words_by_form("fraction")[part].value or 1
    if count >= parts:
        return []
    is_change = bool(re.search(r"\b(?:by|in)\s$", text[: match.start()]))
    return [Quantity(match.start(), match.end(), round(100 * count / parts, 1), "per cent", "part", is_change=is_change)]


def _is_no_part(text: str, match: re.Match[str]) -> bool:
    """A part of a year or of a meeting, a rule of procedure, or the rest of "two and a half"."""
    before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 60]
    house = rf"(?:\s(?:of\s(?:the\s|its\s|a\s|all\s)?|a\s|the\s)?|\s?-){any_of('house')}\b"
    return bool(
        re.search(r"\b(?:first|second|latter|last|other|and|previous|next)\s(?:an?\s)?$", before)
        or re.match(rf"{house}|\s(?:of\s)?(?:19|20)\d\d\b", after)
    )


def _fold(match: re.Match[str]) -> Made:
    """A multiple, where a word of change is near: "the objective is twofold" is none."""
    near = match.string[max(0, match.start() - 40) : match.end() + 25]
    if not re.search(rf"\b{any_of('change')}\b", near):
        return []
    return [Quantity(match.start(), match.end(), _value(match["n"]), "times", "multiple", is_change=True)]


def _times(match: re.Match[str]) -> Made:
    value = 2.0 if "twice" in match.re.groupindex else _value(match["n"])
    return [Quantity(match.start(), match.end() - 1, value, "times", "multiple")]


def _multiple(match: re.Match[str]) -> Made:
    """A verb that multiplies; in its plain form only after "to" or before "the", where it is one."""
    verb = match["to"] or match["verb"]
    start = match.start("to") if match["to"] else match.start("verb")
    is_plain = verb in ("double", "triple", "quadruple", "halve")
    if is_plain and not match["to"] and not match.string.startswith(" the ", match.end()):
        return []
    value = words_by_form("multiple")[verb].value
    return [Quantity(start, match.end(), float(value or 0), "times", "multiple", is_change=True)]


def _share(match: re.Match[str]) -> Made:
    before = match.string[max(0, match.start() - 14) : match.start()]
    if re.search(r"(?:simple|thirds|absolute|required|qualified|by)[\s-]$", before):
        return []
    return [Quantity(match.start(), match.end(), None, "share", "share")]


def _value(words: str) -> float:
    """The number that digits or words are."""
    if words[0].isdigit():
        return float(words.replace(",", ""))
    return float(sum(words_by_form("number")[word].value or 0 for word in words.split("-")))


def _factor(scale: str | None) -> float:
    return float(words_by_form("scale")[scale].value or 1) if scale else 1.0


def _is_of_the_world(text: str, found: Quantity) -> bool:
    """Whether the number is no name ("Goal 4"), and does not stand inside the name of a text."""
    before = text[: found.start]
    if re.search(rf"(?<![\w-]){any_of('label')}\s$", before[-40:]):
        return False
    if re.search(r"(?:\b[A-Z][\w’-]+\s){2,}(?:of|to|for)\s$", before[-80:]) and found.form in ("measured", "per cent"):
        return False
    opened, closed = before.rfind("“"), before.rfind("”")
    return opened <= closed or text.find("”", found.end, opened + _LONGEST_NAME) < 0


@cache
def _partitive() -> re.Pattern[str]:
    return re.compile(rf"\bof\s(?:which|whom)\s(?:{any_of('comparator')}\s)?(?P<n>{_DIGITS})(?=\s[a-z])")


@cache
def _going_on() -> re.Pattern[str]:
    stop = rf"(?!(?:{_FUNCTION}|{any_of('uncounted')})\b)"
    return re.compile(
        rf"(?P<link>,\s(?:and\s)?|\band\s)(?:{any_of('comparator')}\s)?(?P<n>{_DIGITS})(?=\s(?:(?P<done>(?:were\s|was\s)?[a-z]+ed\b(?!\s[a-z]+s\b))|{stop}[a-z]+))"
    )


def _carried_on(text: str, found: Made) -> Made:
    """Numbers that carry on a count: "26 fatalities, of which 11 ...", "116 killed, 143 wounded and 185 kidnapped"."""
    counts = sorted((each for each in found if each.form == "count"), key=lambda each: each.start)
    more: Made = []
    for match in _partitive().finditer(text):
        unit = "persons" if "whom" in match[0] else _unit_before(counts, match.start())
        if unit and not _taken(match, [*found, *more]):
            more.append(Quantity(*match.span("n"), _value(match["n"]), unit, "count", is_linked=True))
    for match in _going_on().finditer(text):
        before = [each for each in [*counts, *more] if each.end <= match.start()]
        last = max(before, key=lambda each: each.end, default=None)
        if last and not _taken(match, [*found, *more]) and _is_one_list(text[last.end : match.start()]):
            unit = last.unit if match["done"] else "number"
            if match["done"] and "persons" in {each.unit for each in before}:
                unit = "persons"
            more.append(Quantity(*match.span("n"), _value(match["n"]), unit, "count", is_linked=True))
    return more


def _is_one_list(words: str) -> bool:
    """Whether what stands between two counts still is one item of a list."""
    return not re.search(r"[;:]|\.\s|\bthat\b", words) and words.count(",") <= 2  # noqa: PLR2004 - an aside has two


def _unit_before(counts: Made, at: int) -> str | None:
    return next((each.unit for each in reversed(counts) if each.end <= at), None)


def _taken(match: re.Match[str], found: Made) -> bool:
    return any(each.start < match.end("n") and match.start("n") < each.end for each in found)


@cache
def _before() -> re.Pattern[str]:
    own = rf"(?P<word>{any_of('comparator')})"
    return re.compile(rf"(?:(?P<outer>{any_of('comparator')})\s)?\b{own}\s(?:{any_of('between')}\s){{0,2}}$", re.IGNORECASE)


def _with_comparator(text: str, found: Quantity) -> Quantity:
    """The quantity with the comparator before it; of two ("only about") the one that is not "only"."""
    begin = max(0, found.start - 60)
    match = _before().search(text[begin : found.start])
    if match is None or (match[0].count(" ") > match["word"].count(" ") + 1 and not _may_stand_off(match)):
        return replace(found, lead=found.start)
    forms = [each.lower() for each in (match["word"], match["outer"]) if each]
    known = [words_by_form("comparator")[form] for form in forms if form in words_by_form("comparator")]
    best = next((each for each in known if each.sense != "exactly"), known[0] if known else None)
    if best is None:
        return replace(found, lead=found.start)
    return replace(found, comparator=best.name, sense=best.sense, lead=begin + match.start())


def _may_stand_off(match: re.Match[str]) -> bool:
    """Only an estimate may have an adjective between it and its number: "the estimated annual 4 trillion"."""
    return bool(match["outer"]) or "estimated" in match["word"].lower()
