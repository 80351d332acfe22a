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

from stocktake.documents.find.figure_quantity import DIGITS, Form, Quantity, factor_of, number_of, word_number
from stocktake.frameworks.figure_words import Role, any_of, words_by_form

Made = list[Quantity]
_Parts = tuple[tuple[str, ...], str, Callable[[re.Match[str]], Made]]

_YEAR = r"(?:19|20)\d\d(?![\d,.]\d|\d)"
_MOST_PARTS = 1000
# Between a count and its noun: "444 recorded attacks", "11 United Nations personnel".
_MOST_BETWEEN = 4
# Between the word for a score and its number: "of Internet use in least developed countries fell from 0.74 in 2019 to".
_FURTHEST_SCORE = 160


class FormOf(NamedTuple):
    """A form of quantity: words one of which it always has, the pattern, and what becomes of a match.

    The words spare most paragraphs the pattern, which costs far more than looking for them.
    """

    words: tuple[str, ...]
    pattern: re.Pattern[str]
    make: Callable[[re.Match[str]], Made]

    def may_be_in(self, text: str) -> bool:
        """Whether one of its words is in the text."""
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


def _number() -> str:
    return rf"(?:(?<![\w/.,–‑-]){DIGITS}|\b{word_number()}\b)"


def _further() -> str:
    return rf"(?:{DIGITS}|{word_number()})"


def _several(first: str) -> str:
    """A number, a range of two, or a list that ends with "and"."""
    further, own_scale = _further(), _own_scale()
    return (
        rf"(?P<list>(?<=between\s){first}{own_scale}\sand\s{further}|{first}(?:{own_scale}(?:\sto\s|\s?[–‑-]\s?){further}"
        rf"|(?:,\s{further}(?=,|\sand\s))*,?\s(?:and|or)\s{further})?)"
    )


def _own_scale() -> str:
    """The scale of the lower end of a range, where that has one of its own: "1.7 trillion to 2.1 trillion"."""
    return rf"(?:[\s-]{any_of('scale')})?"


def _scale() -> str:
    return rf"(?:[\s-](?P<scale>{any_of('scale')})s?\b)?"


def _measured_forms() -> Iterator[_Parts]:
    """Numbers with a unit of their own."""
    several, scale = _several(rf"(?!{_YEAR}){_number()}"), _scale()
    sign = any_of("sign")
    signed = rf"(?P<list>{DIGITS}(?:(?:{_own_scale()}(?:\sto\s|\s?[–-]\s?)|\sand\s)(?:{sign})?{DIGITS})?)"
    per = r"(?P<per>1,000|10,000|100,000|100|million)"
    yield _words("percent"), rf"{several}\s?(?P<unit>{any_of('percent')})(?!\w)", _per_cent
    each = rf"(?:\s(?P<each>{any_of('each')}))?"
    yield _words("sign"), rf"(?<!\w)(?P<sign>{sign})\s?{signed}{scale}{each}{_AFTER}", _money_signed
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
    after_ratio = rf"(?=,|\s\(|\s(?!{uncounted}\b)[a-zA-Z])"
    ratio = rf"(?P<a>{_number()})\s(?:in|out\sof)\s(?:every\s)?(?P<b>{_further()}){after_ratio}"
    large = rf"(?!{_YEAR})(?P<n>{_number()})[\s-](?P<scale>million|billion|trillion)\b"
    yield _ratio_words(), ratio, _ratio
    yield _words("counted"), rf"{_several(digits)}{_scale()}{between}\s{noun}", _count
    yield _words("scale"), rf"{_several(_number())}[\s-](?P<scale>{any_of('scale')})s?\b{between}\s{noun}", _count
    yield ("illion",), large, _large


def _worded_forms() -> Iterator[_Parts]:
    """Quantities that are words: fractions, multiples, the majority."""
    part = rf"(?P<part>{any_of('fraction')})\b(?=\s{any_of('continuation')}\b|\s?[,;.(]|$)"
    verb = any_of("multiple")
    no_verb = rf"(?!\s{any_of('idiom')}\b)"
    size = rf"(?:\b{any_of('size')}\s)?"
    rule = rf"(?!\s(?:of\s(?:the\s)?)?{any_of('house')}\b)"
    goes_on = rf"(?=\s{any_of('continuation')}\b|[,;])"
    yield _words("fraction"), rf"(?:\b(?P<n>a|an|{word_number()})[\s-])?\b{part}", _part
    yield ("fold",), rf"(?P<n>\b{word_number()}|(?<![\w.,/])\d+(?:\.\d+)?)-?fold\b", _fold
    yield (" times ",), rf"(?P<n>{_number()})\stimes\s(?={any_of('likeness')}\b)", _times
    yield ("twice ",), r"\b(?P<twice>twice)\s(?=(?:as|more|the)\b)", _times
    yield _words("multiple"), rf"\b(?:to\s(?P<to>{verb})|(?P<verb>{verb}))\b{no_verb}", _multiple
    yield _words("share"), rf"(?:\b(?:the|an?)\s)?{size}\b{any_of('share')}\b{rule}{goes_on}", _share
    yield _words("score"), r"(?<![\w/.,–‑-])[012]\.\d{1,3}(?![\w/–‑-]|[.,]\d)", _score


def _words(role: Role) -> tuple[str, ...]:
    return tuple(words_by_form(role))


def _ratio_words() -> tuple[str, ...]:
    """What every "four in five" has: a number after "in" or "out of"."""
    wholes = (*words_by_form("number"), "hundred", *map(str, range(2, 10)), "10", "100")
    return (*(f"{link} {whole} " for link in (" in", " out of", " every") for whole in wholes), " out of 1")


def _listed(match: re.Match[str], unit: str, form: Form, factor: float = 1.0) -> Made:
    """One quantity for a number or a range, several for "from 57 to 27" and "31 and 19"."""
    text, at = match.string, match.start("list")
    number = rf"(?P<n>{DIGITS}|\b{word_number()}\b)(?:[\s-](?P<scale>{any_of('scale')})\b)?"
    numbers = list(re.finditer(number, match["list"]))
    values = [number_of(each["n"]) * (factor_of(each["scale"]) if each["scale"] else factor) for each in numbers]
    before = text[max(0, at - 14) : at]
    start, last = match.span()
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
    return [
        replace(each, end=_end_of_count(match) if each.end == match.end("unit") else each.end) for each in made
    ]


def _end_of_count(match: re.Match[str]) -> int:
    """A count ends with its noun where that follows at once ("2.6 billion people"), else with its number."""
    number = match.end("scale") if match["scale"] else match.end("list")
    return match.end("unit") if match.start("unit") == number + 1 else number


def _large(match: re.Match[str]) -> Made:
    """A number of millions whose noun does not follow at once: "to 735 million", "1.2 billion of the population"."""
    unit = _unit_near(match.string, match.start(), match.end())
    number = number_of(match["n"]) * factor_of(match["scale"])
    return [Quantity(match.start(), match.end(), number, unit, "count")]


def _unit_near(text: str, start: int, end: int) -> str:
    """What is counted: people of whom the number is a part, else the last noun before that can be counted."""
    part = re.match(rf"\sof\s(?:[\w’'-]+\s){{0,3}}?{any_of('population')}\b", text[end : end + 80])
    if part:
        return "persons"
    before = re.findall(rf"\b{any_of('counted')}\b", text[max(0, start - 80) : start])
    return words_by_form("counted")[before[-1]].name if before else "number"


def _ratio(match: re.Match[str]) -> Made:
    part, whole = number_of(match["a"]), number_of(match["b"])
    if not 0 < part < whole <= _MOST_PARTS or match["a"].isdigit() != match["b"].isdigit():
        return []
    return [Quantity(match.start(), match.end("b"), round(100 * part / whole, 1), "per cent", "ratio")]


def _part(match: re.Match[str]) -> Made:
    """Fractions in words; of the ordinals only those with a numerator ("a third of", never "the third session")."""
    text, part, numerator = match.string, match["part"], match["n"]
    if (numerator is None and part != "half") or _is_no_part(text, match):
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


def _is_no_part(text: str, match: re.Match[str]) -> bool:
    """A part of a year or of a meeting, a rule of procedure, or the rest of "two and a half"."""
    before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 60]
    house = rf"(?:\s(?:of\s(?:the\s|its\s|a\s|all\s)?|a\s|the\s)?|\s?-){any_of('house')}\b"
    return bool(
        re.search(rf"\b{any_of('ordinal')}\s(?:an?\s)?$", before)
        or re.match(rf"{house}|\s(?:of\s)?(?:19|20)\d\d\b", after)
    )


def _fold(match: re.Match[str]) -> Made:
    """A multiple, where a word of change is near: "the objective is twofold" is none."""
    near = match.string[max(0, match.start() - 40) : match.end() + 25]
    if not re.search(rf"\b{any_of('change')}\b", near):
        return []
    return [Quantity(match.start(), match.end(), number_of(match["n"]), "times", "multiple", is_change=True)]


def _times(match: re.Match[str]) -> Made:
    value = 2.0 if "twice" in match.re.groupindex else number_of(match["n"])
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
