"""The forms in which resolutions print quantities: the pattern of each, and what becomes of a match.

Per cent, money, units of measurement, rates, people and events counted, parts ("two thirds"), parts of a whole ("four
in five"), multiples ("fivefold", "doubled"), scores of parity ("0.94") and "the majority". Does not know what stands
around a quantity.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from stocktake.documents.find.figure_quantity import (
    BELOW_ZERO,
    DIGITS,
    Form,
    Quantity,
    factor_of,
    number_of,
    word_number,
)
from stocktake.frameworks.figure_words import Role, any_of, words_by_form

Made = list[Quantity]
_Hint = tuple[str, ...] | re.Pattern[str]
_Parts = tuple[_Hint, str, Callable[[re.Match[str]], Made]]

_YEAR = r"(?:19|20)\d\d(?![\d,.]\d|\d)"
_MOST_PARTS = 1000
# Between a count and its noun: "444 recorded attacks", "11 United Nations personnel".
_MOST_BETWEEN = 4
# Between what is counted and a number that says it no more: "2 billion people lacked water and 3 billion sanitation".
_FURTHEST_NOUN = 160
# Between the word for a score and its number: "of Internet use in least developed countries fell from 0.74 in 2019 to".
_FURTHEST_SCORE = 160


class FormOf(NamedTuple):
    """A form of quantity: words one of which it always has, the pattern, and what becomes of a match.

    The words, or a pattern for them, spare most paragraphs the whole pattern, which costs far more.
    """

    words: _Hint
    pattern: re.Pattern[str]
    make: Callable[[re.Match[str]], Made]

    def may_be_in(self, text: str) -> bool:
        """Whether one of its words is in the text."""
        if isinstance(self.words, re.Pattern):
            return self.words.search(text) is not None
        return any(word in text for word in self.words)


@cache
def forms() -> tuple[FormOf, ...]:
    """The forms, the first that fits at a place holds."""
    return tuple(
        FormOf(words, re.compile(pattern), make)
        for words, pattern, make in (*_measured_forms(), *_counted_forms(), *_worded_forms())
    )


# A number at the beginning of a form, one that goes on a list, and what may not come after a unit.
_AFTER = r"(?![\w-])"
_AND, _TO = r"\sand\s", r"(?:\sto\s|\s?[–‑-]\s?)"


def _number() -> str:
    return rf"(?:(?:{BELOW_ZERO}|(?<![\w/.,–‑-])){DIGITS}|\b{word_number()}\b)"


def _further() -> str:
    return rf"(?:{DIGITS}|{word_number()})"


def _several(first: str) -> str:
    """A number, a range of two, or a list that ends with "and"."""
    further = _further()
    return (
        rf"(?P<list>(?<=between\s){first}{_other_end(_AND, further)}|{first}(?:{_other_end(_TO, further)}"
        rf"|(?:,\s{further}(?=,|\sand\s))*,?\s(?:and|or)\s{further})?)"
    )


def _other_end(link: str, number: str) -> str:
    """The upper end of a range; where the lower one has a scale of its own, it has one too: not "2 million to 12"."""
    scale = rf"[\s-]{any_of('scale')}"
    return rf"(?:{scale}{link}{number}(?={scale})|{link}{number})"


def _scale() -> str:
    return rf"(?:[\s-](?P<scale>{any_of('scale')})s?\b)?"


def _measured_forms() -> Iterator[_Parts]:
    """Numbers with a unit of their own."""
    several, scale = _several(rf"(?!{_YEAR}){_number()}"), _scale()
    sign = any_of("sign")
    other = rf"(?:{sign}\s?)?{DIGITS}"
    signed = rf"(?P<list>{DIGITS}(?:(?(between){_other_end(_AND, other)}|{_other_end(_TO, other)}))?)"
    per = r"(?P<per>1,000|10,000|100,000|100|million)"
    yield _words("percent"), rf"{several}\s?(?P<unit>{any_of('percent')})(?!\w)", _per_cent
    each = rf"(?:\s(?P<each>{any_of('each')}))?"
    money = rf"(?P<between>(?<=between\s))?(?<!\w)(?P<sign>{sign})\s?{signed}{scale}{each}{_AFTER}"
    yield _words("sign"), money, _money_signed
    yield _words("currency"), rf"{several}{scale}[\s-](?P<unit>{any_of('currency')}){each}{_AFTER}", _money
    rate = rf"{several}{scale}(?:\s[a-z][a-z-]*){{0,{_MOST_BETWEEN}}}?\sper\s{per}\s(?P<unit>{any_of('rate')}){_AFTER}"
    yield (" per 1", " per million"), rate, _rate
    yield _words("physical"), rf"{several}{scale}(?:\s|-)?(?P<unit>{any_of('physical')}){each}{_AFTER}", _measured


def _counted_forms() -> Iterator[_Parts]:
    """Parts of a whole, people and events. Without a scale only digits count: "two persons" names somebody."""
    uncounted = any_of("uncounted", "house", "scale", "percent")
    noun = rf"(?P<unit>{any_of('counted')}){_AFTER}"
    stop = rf"(?!(?:{any_of('function', 'uncounted', 'scale', 'percent', 'currency')})\b)"
    between = rf"(?:\sof\s(?:these|those|the|its|their|all))?(?:\s{stop}[A-Za-z][\w’'-]*){{0,{_MOST_BETWEEN}}}?"
    digits = rf"\d(?<![\w/.,–‑-]\d)(?<=(?!{_YEAR})\d)(?:\d{{0,2}}(?:,\d{{3}})+|\d*)(?:\.\d+)?"
    after_ratio = rf"(?=[,;:)]|\.(?!\d)|$|\s\(|\s(?!{uncounted}\b)[a-zA-Z])"
    ratio = rf"(?P<a>{_number()})\s(?:in|out\sof)\s(?:every\s)?(?P<b>{_further()}){after_ratio}"
    large = rf"(?!{_YEAR})(?P<n>{_number()})[\s-](?P<scale>million|billion|trillion)\b"
    yield _ratio_words(), ratio, _ratio
    yield _words("counted"), rf"{_several(digits)}{_scale()}{between}\s{noun}", _count
    yield _words("scale"), rf"{_several(_number())}[\s-](?P<scale>{any_of('scale')})s?\b{between}\s{noun}", _count
    yield ("illion",), large, _large


def _worded_forms() -> Iterator[_Parts]:
    """Quantities that are words: fractions, multiples, the majority."""
    goes_on = rf"(?=\s{any_of('continuation')}\b|[,;])"
    part = rf"(?P<part>{any_of('fraction')})\b(?=(?P<ends>\s{any_of('continuation')}\b|\s?[,;.(]|$)|\s)"
    verb = any_of("multiple")
    no_verb = rf"(?!\s{any_of('idiom')}\b)"
    size = rf"(?:\b{any_of('size')}\s)?"
    votes = rf"of\s(?:at\sleast\s)?{word_number()}[\s-]{any_of('fraction')}"
    rule = rf"(?!\s(?:(?:of\s(?:the\s)?)?{any_of('house')}|{votes})\b)"
    yield _words("fraction"), rf"(?:\b(?P<n>a|an|{word_number()})[\s-])?\b{part}", _part
    yield ("fold",), rf"(?P<n>\b{word_number()}|(?<![\w.,/])\d+(?:\.\d+)?)-?fold\b", _fold
    yield (" times ",), rf"(?P<n>{_number()})\stimes\s(?={any_of('likeness')}\b)", _times
    yield ("twice ",), r"\b(?P<twice>twice)\s(?=(?:as|more|the|that|those)\b)", _times
    factor = rf"(?<=\bby\s)a\sfactor\sof\s(?:{any_of('comparator')}\s)?(?P<n>{_number()})(?![\w-])"
    yield (" factor of ",), factor, _factor
    yield _words("multiple"), rf"\b(?:to\s(?P<to>{verb})|(?P<verb>{verb}))\b{no_verb}", _multiple
    yield _words("share"), rf"(?:\b(?:the|an?)\s)?{size}\b{any_of('share')}\b{rule}{goes_on}", _share
    yield _words("score"), r"(?<![\w/.,–‑-])[012]\.\d{1,3}(?![\w/–‑-]|[.,]\d)", _score


def _words(role: Role) -> tuple[str, ...]:
    return tuple(words_by_form(role))


def _ratio_words() -> re.Pattern[str]:
    """What every "four in five" has: a number after "in", "out of" or "every"."""
    return re.compile(rf"\s(?:in|out\sof|every)\s(?:\d{{1,3}}\b|{word_number()}\b|hundred\b)")


def _listed(match: re.Match[str], unit: str, form: Form, factor: float = 1.0) -> Made:
    """One quantity for a number or a range, several for "from 57 to 27" and "31 and 19"."""
    text, at = match.string, match.start("list")
    digits = rf"(?:{any_of('sign')}\s?)?(?P<n>(?:{BELOW_ZERO})?{DIGITS}|\b{word_number()}\b)"
    numbers = list(re.finditer(rf"{digits}(?:[\s-](?P<scale>{any_of('scale')})\b)?", match["list"]))
    values = [number_of(each["n"]) * (factor_of(each["scale"]) if each["scale"] else factor) for each in numbers]
    start, last = match.span()
    before = text[max(0, start - 14) : start]
    if len(values) == 1:
        return [Quantity(start, last, values[0], unit, form)]
    is_joined = " and " not in match["list"] and " or " not in match["list"]
    is_range = not re.search(r"(?<!range)(?<!ranges)(?<!ranging)\sfrom\s$", f" {before}")
    if (is_joined and is_range) or before.endswith("between "):
        low, high = sorted(values[:2])
        return [Quantity(start, last, low, unit, form, upper=high)]
    ends = [*(at + each.end() for each in numbers[:-1]), last]
    starts = [start, *(at + each.start() for each in numbers[1:])]
    made = [Quantity(*place, unit=unit, form=form) for place in zip(starts, ends, values, strict=True)]
    return [made[0], *(replace(each, is_linked=True) for each in made[1:])]


def _per_cent(match: re.Match[str]) -> Made:
    return _listed(match, words_by_form("percent")[match["unit"]].name, "per cent")


def _money(match: re.Match[str]) -> Made:
    return _listed(match, _for_each(match, "currency", match["unit"]), "money", factor_of(match["scale"]))


def _money_signed(match: re.Match[str]) -> Made:
    return _listed(match, _for_each(match, "sign", match["sign"]), "money", factor_of(match["scale"]))


def _measured(match: re.Match[str]) -> Made:
    return _listed(match, _for_each(match, "physical", match["unit"]), "measured", factor_of(match["scale"]))


def _for_each(match: re.Match[str], role: Role, unit: str) -> str:
    """The unit with what it is for one of: ``tons per capita``."""
    name = words_by_form(role)[unit].name
    return f"{name} {words_by_form('each')[match['each']].name}" if match["each"] else name


def _rate(match: re.Match[str]) -> Made:
    return _listed(
        match, f"per {match['per']} {words_by_form('rate')[match['unit']].name}", "rate", factor_of(match["scale"])
    )


def _count(match: re.Match[str]) -> Made:
    """People and events counted."""
    made = _listed(match, words_by_form("counted")[match["unit"]].name, "count", factor_of(match["scale"]))
    if len(made) > 1 and " and " in match["list"] and not match["scale"]:
        # "paragraphs 3 and 4 persons": without a scale only the last number is surely counted.
        made = [replace(made[-1], is_linked=False)]
    # A count ends with its noun where that follows at once ("2.6 billion people"), else with its number.
    number = match.end("scale") if match["scale"] else match.end("list")
    if match.start("unit") == number + 1:
        return [*made[:-1], replace(made[-1], noun=match["unit"])]
    return [*made[:-1], replace(made[-1], end=number)]


def _large(match: re.Match[str]) -> Made:
    """A number of millions whose noun does not follow at once: "to 735 million", "1.2 billion of the population"."""
    unit = _unit_near(match.string, match.start(), match.end())
    number = number_of(match["n"]) * factor_of(match["scale"])
    return [Quantity(match.start(), match.end(), number, unit, "count")]


def _unit_near(text: str, start: int, end: int) -> str:
    """What is counted: people of whom the number is a part, else the last noun before that can be counted.

    A population that "reached 8 billion" is one of people.
    """
    part = re.match(rf"\sof\s(?:[\w’'-]+\s){{0,3}}?{any_of('population')}\b", text[end : end + 80])
    if part:
        return "persons"
    before = re.findall(rf"\b(?:{any_of('counted')}|population)\b", text[max(0, start - _FURTHEST_NOUN) : start])
    counted = words_by_form("counted").get(before[-1]) if before else None
    return counted.name if counted else "persons" if before else "number"


def _ratio(match: re.Match[str]) -> Made:
    part, whole = number_of(match["a"]), number_of(match["b"])
    # "Nine out of 10" is how the United Nations writes it: numbers from ten on are in digits.
    is_mixed = match["a"].isdigit() and not match["b"].isdigit()
    if not 0 < part < whole <= _MOST_PARTS or is_mixed:
        return []
    return [Quantity(match.start(), match.end("b"), round(100 * part / whole, 1), "per cent", "ratio")]


def _part(match: re.Match[str]) -> Made:
    """Fractions in words; of the ordinals only those with a numerator ("a third of", never "the third session")."""
    text, part, numerator = match.string, match["part"], match["n"]
    if (numerator is None and part != "half") or _is_no_part(text, match):
        return []
    if not _is_part_of(match):
        return []
    count = 1.0 if numerator in (None, "a", "an") else number_of(numerator)
    if (count > 1) != part.endswith(("s", "ves")):
        return []
    parts = words_by_form("fraction")[part].value or 1
    if count >= parts:
        return []
    is_change = bool(re.search(r"\b(?:by|in)\s$", text[: match.start()]))
    return [
        Quantity(
            match.start(), match.end(), round(100 * count / parts, 1), "per cent", "part", is_change=is_change
        )
    ]


def _is_part_of(match: re.Match[str]) -> bool:
    """Whether it ends its phrase, or a word that goes on from a part stands behind it, or "by" before its number.

    So "by one third premature mortality" is a part, and "by a third party" is none.
    """
    is_by = match.string.endswith(" by ", 0, match.start()) and match["n"] not in ("a", "an")
    return match["ends"] is not None or is_by


def _is_no_part(text: str, match: re.Match[str]) -> bool:
    """A part of a year or of a meeting, a rule ("half of whom shall"), or the rest of "two and a half"."""
    before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 60]
    house = rf"(?:\s(?:of\s(?:the\s|its\s|a\s|all\s)?|a\s|the\s)?|\s?-){any_of('house')}\b"
    return bool(
        re.search(rf"\b{any_of('ordinal')}\s(?:an?\s)?$", before)
        or re.match(rf"[^,;.]*\bshall\b|{house}|\s(?:of\s)?(?:19|20)\d\d\b", after)
    )


def _fold(match: re.Match[str]) -> Made:
    """A multiple, where a word of change is near: "the objective is twofold" is none."""
    near = match.string[max(0, match.start() - 40) : match.end() + 25]
    if not re.search(rf"\b{any_of('change')}\b", near):
        return []
    return [Quantity(match.start(), match.end(), number_of(match["n"]), "times", "multiple", is_change=True)]


def _factor(match: re.Match[str]) -> Made:
    return [Quantity(match.start(), match.end(), number_of(match["n"]), "times", "multiple", is_change=True)]


def _times(match: re.Match[str]) -> Made:
    value = 2.0 if "twice" in match.re.groupindex else number_of(match["n"])
    return [Quantity(match.start(), match.end() - 1, value, "times", "multiple")]


def _multiple(match: re.Match[str]) -> Made:
    """A verb that multiplies; in its plain form only after "to" or before "the" or "that", where it is one."""
    verb = match["to"] or match["verb"]
    start = match.start("to") if match["to"] else match.start("verb")
    is_plain = verb in ("double", "triple", "quadruple", "halve")
    if is_plain and not match["to"] and not match.string.startswith((" the ", " that ", " those "), match.end()):
        return []
    value = words_by_form("multiple")[verb].value
    return [Quantity(start, match.end(), float(value or 0), "times", "multiple", is_change=True)]


def _share(match: re.Match[str]) -> Made:
    before = match.string[max(0, match.start() - 14) : match.start()]
    if re.search(rf"{any_of('procedure')}[\s-]$", before):
        return []
    return [Quantity(match.start(), match.end(), None, "share", "share")]


def _score(match: re.Match[str]) -> Made:
    """A bare number that a score of parity is put at: "a gender parity score of 0.94", "from 0.74 to 0.70"."""
    before = match.string[max(0, match.start() - _FURTHEST_SCORE) : match.start()]
    named = list(re.finditer(rf"\b{any_of('score')}\b", before))
    if not named or re.search(r"[;:%]|\.\s|\bby\s$", before[named[-1].end() :]):
        return []
    if re.match(rf"\s?{any_of('percent', 'scale', 'physical', 'currency')}\b", match.string[match.end() :]):
        return []
    unit = words_by_form("score")[named[-1][0]].name
    return [Quantity(match.start(), match.end(), number_of(match[0]), unit, "score")]
