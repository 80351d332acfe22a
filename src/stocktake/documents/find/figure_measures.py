"""What a quantity measures, and whether the text denies it: "do not have access to the Internet".

Knows the measures of the frameworks by their words, and ellipsis: of two figures held against each other only one
need say what is measured. What the frameworks do not know is given in the words as printed. Access and use are two
measures. Does not know any indicator's values.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from stocktake.documents.find.figure_clauses import Own, is_said_again
from stocktake.documents.find.figure_people import (
    begins_its_words,
    is_bare_subject,
    leaves_out_what,
    whom_and_what,
)
from stocktake.documents.find.figure_quantity import DIGITS
from stocktake.frameworks.figure_words import FigureWord, any_of, figure_words, words_by_form


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured.

    Attributes:
        name: In the words of the frameworks; in those of the text where they do not know it.
        indicator: The code of the indicator that measures just this; None where none does.
        is_negated: The figure counts those of whom it is not true.
        is_known: The frameworks know it.
    """

    name: str
    indicator: str | None = None
    is_negated: bool = False
    is_known: bool = False


# How much of the text's own words is given for a measure that the frameworks do not know.
_MOST_WORDS = 24
_LONGEST_DENIAL = 40
_LEADING = re.compile(r"^(?:\s|[,:()])*(?:of\s|for\s(?=the\b))?(?:the\s(?=world))?")
_TRAILING = re.compile(
    r"(?:[\s,;.(]|\b(?:by|of|to|at|with|between|further|and|the|a|an|in|from|that|as|than|only|is|are|was|were|on))+$"
)


def measures_of(text: str, owned: Sequence[Own]) -> list[Measure]:
    """The measure of each quantity of one clause."""
    known = [_known(each.right) or _known(_noun_of(text, each)) or _known(each.left) for each in owned]
    _share(owned, known)
    made: list[Measure] = []
    for found, own in zip(known, owned, strict=True):
        measure = found or _of_several(text, owned, len(made)) or _printed(text, own)
        # "63% in 2023, up from 57% in 2022": the second figure says nothing of its own.
        before = owned[len(made) - 1].quantity.unit if made else None
        is_bare = not measure.name and (own.quantity.unit == before or bool(_TIED.search(own.gap or "")))
        if made and is_bare:
            measure = made[-1]
        elif not measure.name:
            measure = replace(measure, name=_tidy(text[own.clause.start : own.clause.end]))
        made.append(measure)
    for at in range(len(owned) - 2, -1, -1):
        # "2.2 billion people (26 per cent) lack lamps": what is measured stands behind the second.
        if known[at] is None and is_said_again(owned[at + 1]):
            made[at] = made[at + 1]
    return [
        _of_score(each) if own.quantity.form == "score" else each for own, each in zip(owned, made, strict=True)
    ]


def _share(owned: Sequence[Own], known: list[Measure | None]) -> None:
    """Takes measures over: between two that say one thing, then between neighbours of one unit, asides left out."""
    asides = [at for at in range(1, len(owned)) if is_said_again(owned[at])]
    for at in reversed(asides):
        known[at - 1] = known[at - 1] or known[at]
    pairs = list(pairwise(at for at in range(len(owned)) if at not in asides))
    for at, after in reversed(pairs):
        if known[at] is None and _is_alike(owned[at], owned[after]) and leaves_out_what(owned[at]):
            known[at] = known[after]
    for before, at in pairs:
        if known[at] is None and _is_alike(owned[before], owned[at]) and leaves_out_what(owned[at]):
            known[at] = known[before]
    for at in asides:
        known[at] = known[at] or known[at - 1]


def _of_score(measure: Measure) -> Measure:
    """The parity of women with men in what is measured."""
    word = next((each for each in figure_words("measure") if each.name == measure.name), None)
    return Measure(f"gender parity: {measure.name}", word.parity if word else None, is_known=measure.is_known)


def _is_alike(one: Own, other: Own) -> bool:
    """Whether two neighbours can be of one measure: in one unit and no multiple, or a score or a gap and shares.

    So are a multiple and where it led: "doubled, to reach 9 per cent".
    """
    is_gap = "percentage points" == other.quantity.unit != one.quantity.unit == "per cent"
    is_led_to = one.quantity.form == "multiple" and _TIED.search(other.gap or "")
    if other.quantity.form == "score" or is_gap or is_led_to:
        return True
    return one.quantity.unit == other.quantity.unit and one.quantity.form != "multiple" != other.quantity.form


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], FigureWord, bool], ...]:
    made = []
    for each in figure_words("measure"):
        for forms, is_denial in ((each.words, False), (each.denials, True)):
            if forms:
                words = "|".join(map(_pattern, sorted(forms, key=len, reverse=True)))
                made.append((re.compile(rf"(?<![\w-])(?:{words})(?![\w-])"), each, is_denial))
    return tuple(made)


def _pattern(words: str) -> str:
    """The pattern for the words of a measure, with what stands for a network in them."""
    network = any_of("network")
    return re.escape(words).replace(re.escape("{network}"), rf"{network}(?:\s{network})?")


def _known(words: str) -> Measure | None:
    """The first measure of the frameworks that some words name; the earlier record where two begin at one place."""
    found = [
        (match.start(), rank, each, is_denial, match.end())
        for rank, (pattern, each, is_denial) in enumerate(_patterns())
        if (match := pattern.search(words))
    ]
    if not found:
        return None
    at, _, each, is_denial, end = min(found, key=lambda one: one[:2])
    is_negated = is_denial or is_denied(words[max(0, at - _LONGEST_DENIAL) : at])
    narrowed = _narrowed().match(words, end)
    if narrowed:
        return Measure(_tidy(words[at:].split(",", maxsplit=1)[0]), is_negated=is_negated, is_known=True)
    name = each.opposite if is_negated and each.opposite else each.name
    return Measure(name, each.indicator, is_negated, is_known=True)


@cache
def _narrowed() -> re.Pattern[str]:
    """Words that make a measure one of fewer people: "use the Internet to sell lamps", "use the Internet every day"."""
    return re.compile(rf"\s{any_of('narrowing')}(?![\w-])")


@cache
def _denial() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){any_of('negation')}(?![\w-])")


def is_denied(words: str) -> bool:
    """Whether a word of denial stands in some words, "not only" left aside."""
    found = _denial().search(words)
    return found is not None and not words.startswith(" only", found.end())


_TIME_OR_LINK = re.compile(
    r"(?:(?:in|at|by|during|since|annually|recorded|to|and|per|from|for|among|each|every|up|down|between|daily|yearly|over|alone|today|an?\s(?:year|day|month|week))\b.*)?(?:\s?(?:19|20)\d\d)?"
)
_ONLY_TIME = re.compile(
    r"(?:in|at|by|during|since|of|up|down|to|from|or)?(?:\s(?:the\s)?(?:end\sof\s)?(?:19|20)\d\d)?"
)
_TIED = re.compile(r"\b(?:to|from|to\sreach|reaching)(?:\sthe)?\s?$")
# "People, of whom half are children, lack kites": what begins so behind a comma does not say what they do.
_NO_VERB = re.compile(r"\s(?:(?:of\s)?(?:who|whom|whose|which)|(?:up|down)\sfrom|and|or|an?|the)\b")
_BY_YEAR = re.compile(r"^,\sby\s(?:19|20)\d\d,")


def _printed(text: str, own: Own) -> Measure:
    number = own.quantity
    words = re.split(r",|\s\(", _BY_YEAR.sub("", own.right))[0]
    # "(16 per cent of the population) have a lamp": what is measured stands behind the bracket.
    words = words.partition(")")[2] or words
    words = _noun_of(text, own) + words
    after = _tidy(words)
    # "fell by half" tells before what fell, "cut by half the number" after.
    is_told_before = number.is_change and number.form != "multiple" and not own.right.startswith(" the ")
    is_link = _TIME_OR_LINK.fullmatch(after) or after in words_by_form("group")
    is_before = is_told_before or is_link
    before = _before(own.left) if is_before else ""
    if not after and not before:
        after = _tidy(text[number.end : own.clause.end].split(",", maxsplit=1)[0])
    name = before or ("" if is_link else after)
    return Measure(name, is_negated=is_denied(_first_words(own.right)))


def _of_several(text: str, owned: Sequence[Own], at: int) -> Measure | None:
    """What is said of several at once, behind the last of them: "60 per cent of men and 70 per cent of women fish"."""
    own, last = owned[at], at
    if not begins_its_words(own):
        return None
    while last + 1 < len(owned) and _goes_with(owned[last], owned[last + 1]):
        last += 1
    is_next = last + 1 < len(owned) and owned[last + 1].gap == ", "
    said = "" if is_next else _said_behind(text, owned[last], is_of_others=last > at)
    whom = whom_and_what(own, own.right)[:1] or ("",)
    return Measure(_tidy(f"{whom[0]}{said}"), is_negated=is_denied(_first_words(said))) if said else None


def _said_behind(text: str, own: Own, *, is_of_others: bool) -> str:
    """What is said of those whom a quantity counts, behind the words for them; of it alone only behind a comma."""
    said = whom_and_what(own, text[own.quantity.end : own.clause.end])[1:] or ("",)
    told = re.sub(r"^,(?:\srespectively,)?(?=\s)", "", said[0])
    is_aside = told != said[0] and (
        _NO_VERB.match(told) or re.match(rf"\s{any_of('aside', 'coordinator')}\b", told)
    )
    is_own = told == said[0] and not is_of_others
    return "" if is_aside or is_own else re.split(r",|\s\(", told)[0]


def _goes_with(own: Own, following: Own) -> bool:
    """Whether nothing is said of those whom a quantity counts before the next quantity of that kind."""
    is_only_number = following.quantity.is_linked and not own.right.strip()
    is_subject = (is_only_number or is_bare_subject(own)) and begins_its_words(following)
    return is_subject and own.quantity.unit == following.quantity.unit


def _noun_of(text: str, own: Own) -> str:
    """The noun in a quantity: ``people`` of "2.6 billion people", ``deaths`` of "7 deaths per 1,000 live births"."""
    if own.quantity.form == "rate":
        return re.sub(rf"^{DIGITS}(?:\s|$)|(?:^|\s)per\s.*$", "", text[own.quantity.start : own.quantity.end])
    return own.quantity.noun


def _before(left: str) -> str:
    """What stands before a quantity, from the last comma after which more than a verb stands."""
    parts = re.split(r"[,;:]\s", re.sub(rf"^[,\s]*(?:and\s)?{any_of('coordinator')}\b", "", left))
    tried = [_tidy(", ".join(parts[at:])) for at in range(len(parts) - 1, -1, -1)]
    told = [each for each in tried if not _ONLY_TIME.fullmatch(each)]
    return next((each for each in told if len(each.split()) > 1), told[0] if told else "")


def _first_words(right: str) -> str:
    return " ".join(right.split(",", maxsplit=1)[0].split()[:14])


def _tidy(words: str) -> str:
    """Some words without what only links them, and not too many of them."""
    bare = _TRAILING.sub("", _LEADING.sub("", words)).strip()
    return " ".join(bare.split()[:_MOST_WORDS])
