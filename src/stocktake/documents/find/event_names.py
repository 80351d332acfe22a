"""The name of an event: which of the words before its date and place are the name.

Knows the shape of English noun phrases around a noun that marks an event (``frameworks.event_words``): the name
begins after the article before that noun and goes on to the end. Does not know dates or places.
"""

import re
from functools import cache

from stocktake.frameworks.event_words import event_words
from stocktake.values.ordinal import ordinal_number
from stocktake.values.span import Span

# What a name never goes across: the end of a clause, a relative or finite verb, a gerund that begins a clause.
_ENDS_CLAUSE = re.compile(
    r";\s|\.\s(?=[A-Z])|\s(?:which|who|where|whose|that)\s"
    r"|\s(?:is|are|was|were|be|been|will|would|has|have|had|shall|should|may|must|can)\s"
    r"|(?:,|\sand)\s(?:and\s)?(?:also\s|further\s)?(?!meeting|hearing|including)[a-z]+ing\s"
)
_INFINITIVE = re.compile(r"\sto\s(?!the\s|its\s|a\s|an\s)[a-z]+\s")
_PAUSE = re.compile(r"[,:]\s|\sand\s(?=(?:the|its|a|an)\s)|\sduring\s|\(")
_ARTICLE = re.compile(r"the|an?|its|his|her|their|this|that|these|those|each|all|both|any")
_PARTICLE = re.compile(
    r"of|on|for|at|in|to|by|during|since|with|from|under|between|after|before|as|and|or|through|which|held|including|"
    r"namely|also|not|but|until|towards|into"
)
_INSIDE_NAMES = re.compile(r"of|on|for|and|in|to")
# "adopted by the Conference on 25 June": the day is that of the adoption.
_ADOPTED_BY = re.compile(r"\badopted\s(?:by|at)\s(?:the\s|its\s)?$")
_ORDINAL_BEFORE = re.compile(r"(?P<ordinal>[\w-]+)(?:,\s(?:and\s)?|\sand\s)$")
# "at its tenth session on the implementation ... in 2024": what is reported on is no part of the session's name.
_REPORT_AT_SESSION = re.compile(r"(?<=session)\son\s")
_WORD = re.compile(r"\S+")


@cache
def _nouns(*, is_happening: bool) -> re.Pattern[str]:
    words = [*event_words("event"), *(event_words("activity") if is_happening else ())]
    either = [f"[{word[0].upper()}{word[0]}]{word[1:]}" if word[0].islower() else word for word in words]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(either)})(?:s|es)?(?![\w-])")


def name_before(text: str, end: int, *, is_happening: bool) -> Span | None:
    """Where the event's name stands that ends at ``end``; None where the words before it name none.

    The name is looked for in the last phrase first (after a comma or *and the*), and further back only where that
    phrase has no noun of an event: so *the first and the second session* gives the second, and commas within a
    name are kept.

    Args:
        text: The words of a paragraph, from after its leading verb.
        end: Where the name ends: before place, date and the word of happening.
        is_happening: Such a word stands between name and date, so that weaker nouns count too.
    """
    clause = _clause_start(text, end, is_happening=is_happening)
    nouns = _nouns(is_happening=is_happening)
    pauses = [clause, *(found.end() for found in _PAUSE.finditer(text, clause, end))]
    for place in reversed(pauses):
        noun = nouns.search(text, place, end)
        if noun:
            if not is_happening and _REPORT_AT_SESSION.match(text, noun.end()):
                return None
            start = _name_start(text, place, noun.start())
            if not is_happening and _ADOPTED_BY.search(text, 0, start):
                return None
            return _trimmed(text, _with_ordinals(text, start), end)
    return None


def _clause_start(text: str, end: int, *, is_happening: bool) -> int:
    starts = [found.end() for found in _ENDS_CLAUSE.finditer(text, 0, end)]
    if not is_happening:
        starts += [found.end() for found in _INFINITIVE.finditer(text, 0, end)]
    return max(starts, default=0)


def _name_start(text: str, begin: int, noun: int) -> int:
    """Where the name begins: the words before its noun, back to an article, a preposition or a verb."""
    words = list(_WORD.finditer(text, begin, noun))
    start = noun
    for place in range(len(words) - 1, -1, -1):
        word = words[place][0]
        before = words[place - 1][0] if place else ""
        is_inside = before[:1].isupper() and text[start].isupper() and _INSIDE_NAMES.fullmatch(word)
        if is_inside:
            continue
        if _ARTICLE.fullmatch(word) or _PARTICLE.fullmatch(word) or _is_verb(word):
            break
        start = words[place].start()
    return start


def _with_ordinals(text: str, start: int) -> int:
    """Where a name begins that goes on from other ordinals: *the first, second and third meetings*."""
    first = _WORD.match(text, start)
    if first is None or ordinal_number(first[0]) is None:
        return start
    while (found := _ORDINAL_BEFORE.search(text, max(0, start - 60), start)) and ordinal_number(found["ordinal"]):
        start = found.start()
    return start


def _is_verb(word: str) -> bool:
    """A gerund (*holding*) or finite verb (*welcomes*); a participle before a noun (*resumed*) is none."""
    if not word.islower() or word.endswith(("coming", "going")):
        return False
    return word.endswith("ing") or (word.endswith("s") and not word.endswith(("ous", "ss", "’s")))


def _trimmed(text: str, start: int, end: int) -> Span:
    """Without the quotation marks around the whole name, and without a bracket that opens or closes nowhere."""
    while text[start] in '“‘"(':
        start += 1
    while text[end - 1] in " ," or (text[end - 1] == ")" and "(" not in text[start:end]):
        end -= 1
    if text[end - 1] == "”" and "“" not in text[start:end]:
        end -= 1
    return Span(start, end)
