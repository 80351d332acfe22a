"""Quantities about the world in a passage: the number, its unit, the comparator before it, and where they stand.

Knows which forms (``figure_forms``) hold at a place, how a list goes on ("116 killed, 143 wounded"), and what is no
figure: a number that is a name ("Goal 4", "57/270 B") or stands inside the name of a text. Meetings, goals, States
and days are no figures either; the forms leave them out. Does not know whom a quantity is about.
"""

import re
from dataclasses import replace
from functools import cache

from stocktake.documents.find.figure_forms import Made, forms
from stocktake.documents.find.figure_quantity import DIGITS, Quantity, number_of
from stocktake.frameworks.figure_words import any_of, words_by_form

# What "Goal 4" could be mistaken for; no name has a unit.
_LIKE_A_NAME = ("count", "ratio", "multiple")
_LONGEST_NAME = 200
# An aside within one item of a list is set off by two commas.
_MOST_COMMAS = 2


def scan_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities about the world in a text, in order of place; none overlaps another."""
    text = _number_word().sub(_small_at_the_beginning, text)
    found: list[Quantity] = []
    for form in forms():
        for match in form.pattern.finditer(text) if form.may_be_in(text) else ():
            made = [each for each in form.make(match) if _is_of_the_world(text, each)]
            if made and not any(each.start < made[-1].end and made[0].start < each.end for each in found):
                found += made
    if found:
        found += _carried_on(text, found)
    return tuple(_with_comparator(text, each) for each in sorted(found, key=lambda each: each.start))


@cache
def _number_word() -> re.Pattern[str]:
    """The capital letter of a number or a part in words: "Four billion", "A third of", "The vast majority"."""
    words = {each.split(" ")[0][1:] for each in (*words_by_form("number"), *words_by_form("fraction"))} - {""}
    part = rf"\s(?:{any_of('size')}\s)?{any_of('fraction', 'share')}"
    return re.compile(rf"[A-Z](?=(?:{'|'.join(sorted(words))}|(?<=A)n?{part}|(?<=T)he{part})\b)")


def _small_at_the_beginning(match: re.Match[str]) -> str:
    """The letter as it is, but small where a sentence begins: "Four billion people", not "the Group of Twenty"."""
    begins = match.start() == 0 or match.string[: match.start()].endswith((". ", "; ", ": "))
    return match[0].lower() if begins else match[0]


def _is_of_the_world(text: str, found: Quantity) -> bool:
    """Whether the number is no name ("Goal 4"), and does not stand inside the name of a text."""
    before = text[: found.start]
    if before.endswith(" per "):
        # "per 100 inhabitants", of a rate whose number stands further off.
        return False
    if found.form in _LIKE_A_NAME and re.search(rf"(?<![\w-]){any_of('label')}\s$", before[-40:]):
        return False
    if re.search(r"(?:\b[A-Z][\w’-]+\s){2,}(?:of|to|for)\s$", before[-80:]) and found.form in (
        "measured",
        "per cent",
    ):
        return False
    opened, closed = before.rfind("“"), before.rfind("”")
    return opened <= closed or text.find("”", found.end, opened + _LONGEST_NAME) < 0


@cache
def _partitive() -> re.Pattern[str]:
    return re.compile(rf"\bof\s(?:which|whom)\s(?:{any_of('comparator')}\s)?(?P<n>{DIGITS})(?=\s[a-z])")


@cache
def _going_on() -> re.Pattern[str]:
    stop = rf"(?!(?:{any_of('function', 'uncounted', 'scale', 'percent', 'currency', 'physical')})\b)"
    return re.compile(
        rf"(?P<link>,\s(?:and\s)?|\band\s)(?:{any_of('comparator')}\s)?(?P<n>{DIGITS})(?=\s(?:(?P<done>(?:were\s|was\s)?[a-z]+ed\b(?!\s[a-z]+s\b))|{stop}[a-z]+))"
    )


def _carried_on(text: str, found: Made) -> Made:
    """Numbers that carry on a count: "26 fatalities, of which 11 ...", "116 killed, 143 wounded and 185 kidnapped"."""
    counts = sorted((each for each in found if each.form == "count"), key=lambda each: each.start)
    more: Made = []
    if not counts:
        return more
    for match in _partitive().finditer(text):
        unit = "persons" if "whom" in match[0] else _unit_before(counts, match.start())
        if unit and not _taken(match, [*found, *more]):
            more.append(Quantity(*match.span("n"), number_of(match["n"]), unit, "count", is_linked=True))
    for match in _going_on().finditer(text):
        before = [each for each in [*counts, *more] if each.end <= match.start()]
        last = max(before, key=lambda each: each.end, default=None)
        if last and not _taken(match, [*found, *more]) and _is_one_list(text[last.end : match.start()]):
            unit = last.unit if match["done"] else "number"
            if match["done"] and "persons" in {each.unit for each in before}:
                unit = "persons"
            more.append(Quantity(*match.span("n"), number_of(match["n"]), unit, "count", is_linked=True))
    return more


def _is_one_list(words: str) -> bool:
    """Whether what stands between two counts still is one item of a list."""
    return not re.search(r"[;:]|\.\s|\bthat\b", words) and words.count(",") <= _MOST_COMMAS


def _unit_before(counts: Made, at: int) -> str | None:
    return next((each.unit for each in reversed(counts) if each.end <= at), None)


def _taken(match: re.Match[str], found: Made) -> bool:
    return any(each.start < match.end("n") and match.start("n") < each.end for each in found)


@cache
def _before() -> re.Pattern[str]:
    own = rf"(?P<word>{any_of('comparator')})"
    return re.compile(
        rf"(?:(?P<outer>{any_of('comparator')})\s)??\b{own}\s(?:{any_of('between')}\s){{0,2}}$", re.IGNORECASE
    )


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"\s(?P<word>{any_of('following')})\b")


def _with_comparator(text: str, found: Quantity) -> Quantity:
    """The quantity with the comparator before it; of two ("only about") the one that is not "only"."""
    begin = max(0, found.start - 60)
    match = _before().search(text[begin : found.start])
    if match is None and (follows := _behind().match(text, found.end)):
        word = words_by_form("following")[follows["word"]]
        return replace(found, comparator=word.name, sense=word.sense, lead=found.start)
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
