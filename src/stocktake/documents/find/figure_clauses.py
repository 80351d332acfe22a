"""The clause a quantity stands in, and the words of it that are its own rather than its neighbour's.

A paragraph is cut where the organ's next verb begins (", and notes that"), at semicolons, and where the next stated
thing begins (", and that"). Inside a clause the words between two quantities are parted at what holds them against
each other ("compared with", "while", "and"), else at the last comma. Does not know what the words say.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from stocktake.documents.find.figure_quantity import Quantity
from stocktake.frameworks.figure_words import any_of, organ_verbs


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        goes_on: It goes on with what the verb before it states.
        whole_end: Where ends what that verb states: the end of the last clause that goes on with this one.
    """

    start: int
    end: int
    goes_on: bool
    whole_end: int


@dataclass(frozen=True, slots=True)
class Own:
    """A quantity with the words that are its own.

    Attributes:
        quantity: The quantity.
        clause: The clause it stands in.
        left: The words before it, from its neighbour or the beginning of the clause.
        right: The words after it, up to its neighbour or the end of the clause.
        gap: All that stands between it and the quantity before it in the clause; None for the first one.
    """

    quantity: Quantity
    clause: Clause
    left: str
    right: str
    gap: str | None


_AGAIN = re.compile(r"(?:,\s(?:or|representing|equivalent\sto|equal\sto|corresponding\sto)|\si\.e\.|\()\s?$")
_OF_ALL = re.compile(r"\sof\s(?:[\w’'-]+\s){0,3}?(?:population|humanity)\b")
_ASIDE = re.compile(r",\sor\s[^,;]*$")


def clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of a text, in order; together they leave out only what parts them."""
    cuts = [(0, 0, False)]
    for match in _boundary().finditer(text):
        if match[0] == ", " and _ASIDE.search(text[: match.start()]):
            # "a third, or 3 million, remains": the comma ends the aside, and its verb is none of the organ's.
            continue
        kind = str(match.lastgroup)
        cuts.append((match.start(kind), match.end(kind), kind != "verb"))
    ends = [*(cut[0] for cut in cuts[1:]), len(text)]
    wholes = [*(cut[0] for cut in cuts if not cut[2] and cut[0]), len(text)]
    return tuple(
        Clause(start, end, goes_on, min(each for each in wholes if each >= end))
        for (_, start, goes_on), end in zip(cuts, ends, strict=True)
    )


def is_said_again(own: Own) -> bool:
    """Whether a quantity gives the one before it once more: "two thirds (5 million)", "two thirds, or 5 million".

    So it does in "5 million people, 32 per cent of the population, remain".
    """
    if own.gap is None:
        return False
    return bool(_AGAIN.search(own.gap)) or (own.gap == ", " and bool(_OF_ALL.match(own.right)))


def own_words(text: str, quantities: Sequence[Quantity]) -> tuple[tuple[Own, ...], ...]:
    """The quantities of a text with their own words, clause by clause; clauses without any are left out."""
    found = clauses(text)
    starts = [each.start for each in found]
    grouped: dict[int, list[Quantity]] = {}
    for each in quantities:
        grouped.setdefault(max(0, bisect_right(starts, each.start) - 1), []).append(each)
    return tuple(_shared_out(text, found[at], inside) for at, inside in grouped.items())


def _shared_out(text: str, clause: Clause, inside: Sequence[Quantity]) -> tuple[Own, ...]:
    owned: list[Own] = []
    left, gap = text[clause.start : inside[0].lead], None
    for each, after in zip(inside, [*inside[1:], None], strict=True):
        if after is None:
            owned.append(Own(each, clause, left, text[each.end : clause.end], gap))
            break
        between = text[each.end : max(each.end, after.lead)]
        cut = _parting(between)
        owned.append(Own(each, clause, left, between[:cut], gap))
        left, gap = between[cut:], between
    return tuple(owned)


def _parting(between: str) -> int:
    """Where the words between two quantities pass from the first to the second."""
    for pattern in _partings():
        found = list(pattern.finditer(between))
        if found:
            return found[-1].start()
    return len(between)


@cache
def _partings() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(rf",?\s(?:and\s)?{any_of('coordinator')}(?=\s|,|$)"),
        re.compile(r",?\s(?:and|or)(?:\s[a-z]+){0,2}\s?$"),
        re.compile(r",(?=\s|$)"),
        re.compile(r"\s(?:and|or)(?=\s|$)"),
    )


@cache
def _boundary() -> re.Pattern[str]:
    """What parts clauses; its groups hold what belongs to neither: the organ's next verb, the next thing stated."""
    verb = rf"(?:{'|'.join(map(re.escape, organ_verbs()))})"
    adverb = r"(?:also|further|once\sagain|with\s[a-z]+(?:\s[a-z]+)?|in\sthis\s(?:regard|respect|context))"
    return re.compile(
        rf"(?P<verb>;\s(?:and\s)?|,\s(?:and\s)?(?=(?:{adverb}\s)?{verb}\b))"
        rf"|(?:\b(?:{verb}(?:,?\s{adverb})*|{any_of('reporting')})\s)(?P<stated>that\b,?\s)"
        r"|(?P<next>(?:,\s(?:and\s)?|\sand\s)that\b,?\s)",
        re.IGNORECASE,
    )
