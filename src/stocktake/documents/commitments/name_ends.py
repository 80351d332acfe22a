"""Where a name ends: after what says which ones are meant, before what says how, when or with whom.

Knows that a preposition after a class of actors can say which ones ("States in the region") and after one body
cannot. Does not know whom a name means.
"""

import re
from functools import cache

from stocktake.documents.commitments.phrases import head_end
from stocktake.frameworks import actors
from stocktake.frameworks.actors import Place, find_names, name_at

# "The Co-Chairs of the Forum in 2031": when, not which ones.
_YEAR = r"\s(?:in|on|from|for|since)\s(?:early\s|late\s)?(?:[A-Z][a-z]+\s)?\d"
# What says which ones are asked: "States that are parties", "entities facilitating the lines".
WHICH = re.compile(
    r"\s(?:[a-z]+\s)?(?:that|which|who|whose)\s|\s(?!concerned\b|including\b)[a-z]+(?:ing|ed)\s(?!and\b)"
)
# Prepositions that can say so too, and those that can only do so after a name unknown to the frameworks.
OF_WHICH = re.compile(r"\s(?:in|from|with|of|on|to|under|at|outside)\s(?!\d)")
_UNKNOWN_OF = re.compile(r"\s(?:on|for|of|against|to)\s(?!\d)")
# A preposition between capitalized words is part of a name that the frameworks do not know.
_NAME_GOES_ON = re.compile(r"(?<=\w)\s(?:on|for|in|against|to|at|with|under)\s(?:the\s)?[A-Z]")


@cache
def openers_after() -> re.Pattern[str]:
    """What can open words that say how, when or with whom after a name, by role."""
    roles: tuple[actors.Role, ...] = ("consulted", "channel", "aside")
    return re.compile("|".join(rf"(?P<{role}>\s{actors.any_of(role)})" for role in roles))


@cache
def left_out_before() -> re.Pattern[str]:
    """The words before a known name that its canonical form leaves out, "other" among them."""
    return re.compile(rf"(?:(?:{actors.any_of('before')}|other)\s)*", re.IGNORECASE)


def end_of_name(text: str, start: int, end: int) -> int:
    """Where a name ends: before words that say when or how, and after those that say which ones are meant."""
    place = place_in(text, start, end)
    after = place.end if place is not None else start
    head = max(head_end(text, start, end), after)
    if WHICH.match(text, after, end) or WHICH.match(text, head, end):
        return end
    openers = _manner() if _is_restricted(text, head, end, place) else openers_after()
    inside = [(after + each.start, after + each.end) for each in find_names(text[after:end])]
    for found in openers.finditer(text, after, end):
        if any(first < found.start() < last for first, last in inside):
            continue
        if found.start() > start and not (place is None and _NAME_GOES_ON.match(text, found.start())):
            return found.start()
    return end


def _is_restricted(text: str, head: int, end: int, place: Place | None) -> bool:
    """Whether a preposition after a name says which ones are meant: *States in the region*, not *in this regard*."""
    if _manner().match(text, head, end):
        return False
    if place is None and _UNKNOWN_OF.match(text, head, end):
        return True
    is_class = place is None or place.actor.kind == "class"
    return is_class and OF_WHICH.match(text, head, end) is not None


def place_in(text: str, start: int, end: int) -> Place | None:
    """The known name with which the words begin, after what is left out before it."""
    before = left_out_before().match(text, start, end)
    for begin in dict.fromkeys((start, before.end() if before else start)):
        place = name_at(text, begin)
        if place is not None and place.end <= end:
            return place
    return None


@cache
def _manner() -> re.Pattern[str]:
    """What says how, when or with whom, and never which ones: the openers without bare prepositions."""
    words = actors.words_of("aside") - actors.words_of("stop")
    asides = "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
    roles: tuple[actors.Role, ...] = ("consulted", "channel", "manner")
    return re.compile(
        "|".join((*(rf"\s{actors.any_of(role)}" for role in roles), rf"\s(?:{asides})(?![\w-])", _YEAR))
    )
