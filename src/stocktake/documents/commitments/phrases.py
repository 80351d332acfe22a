"""Noun phrases that name someone: whether one begins at a place, and where what is asked begins.

Knows heads of names, prepositions and infinitives. Does not know which body a name means.
"""

import re
from functools import cache
from typing import NamedTuple

from stocktake.frameworks import actors

_TO = re.compile(r"\sto(?=[\s:,]|$)")
_NEXT = re.compile(r"\s(?P<word>[^\s,:;]+)")
_WORD_BEFORE = re.compile(r"([\w-]+)$")
_LONGEST_WORD = 40
_TOKEN = re.compile(r"[^\s,;:.()]+|[,;:.()]")
_THOSE = re.compile(r"(?:all )?those\s(?:who|that|which|in a|in the|members)\b")
_QUALIFIER = re.compile(
    r"\s(?:of|in|to|on|for|from|with)\s(?:(?:the|a|an|all|its|their|both|every)\s)?"
    r"(?:(?:[a-z-]+\s){0,2}[A-Z][\w’-]*(?:\s[A-Z][\w’-]*)*"
    r"|(?:[a-z-]+\s){0,3}?[a-z-]+(?=\s(?:of|in|to|on|for|from|with|[a-z]+ly)\s))"
)
_JOINT = re.compile(r",?\s(?:and/or|and|or)\s|,\s")
_LISTED = re.compile(r"(?:,\s(?:and\s|as\swell\sas\s)?|\s(?:and|or)\s|,?\sas\swell\sas\s)(?:to\s)?")
_JOINS = frozenset(("and", "or", "and/or"))
_ARTICLES = frozenset(("the", "a", "an"))
_MARKS = frozenset((",", ";", ":", ".", "(", ")"))
# Endings of nouns that name what is done: in lower case they are at the head of no name.
_ACT = re.compile(r"(?:[tsx]ion|ment|ance|ence|ity|ness|ship|ing|ism)s?$|(?:ities|cies|gies|ives)$")
# Endings of nouns for people by what they do: "kite makers".
_DOER = re.compile(r"[a-z]{3}(?:ers|ors|ists|ians)$")
_PROPER = re.compile(
    r"(?:(?:the|its|their|all)\s)*(?P<name>[A-Z][\w’-]*(?:\s(?:(?:of|for|on|and|against|to)\s(?:the\s)?)?[A-Z][\w’-]*)*)(?![\w’-])"
)
# Words that end in -ing and are no gerund after "to".
_INFINITIVES_IN_ING = frozenset(("bring", "sing", "ring", "fling", "wring", "spring"))


def find_infinitive(text: str, start: int, end: int) -> int | None:
    """Where the infinitive stands with which what is asked begins; None where none does.

    "To" belongs to it, and what says of the verb that it is not to be done, or not alone: "not to report".
    """
    for found in _TO.finditer(text, start, end):
        at = _before_adverb(text, start, found.start())
        before = _WORD_BEFORE.search(text, max(start, at - _LONGEST_WORD), at)
        if (before is None or before[1] not in actors.words_of("no-start")) and _is_infinitive(
            text, found.end(), end
        ):
            return at + 1
    return None


def after_to(text: str, infinitive: int) -> int:
    """Where "to" ends of the infinitive that stands at a place: after "not to"."""
    to = _TO.search(text, infinitive - 1)
    return to.end() if to else infinitive


def _before_adverb(text: str, start: int, to: int) -> int:
    """Where the space stands before the infinitive whose "to" follows ``to``: before "not", where that is there."""
    adverb = _adverb_before().search(text, max(start, to - _LONGEST_WORD), to)
    return adverb.start() if adverb else to


@cache
def _adverb_before() -> re.Pattern[str]:
    return re.compile(rf"\s{actors.any_of('before-to')}$")


def _is_infinitive(text: str, at: int, end: int) -> bool:
    following = _NEXT.match(text, at, end)
    if following is None:
        return True
    word = following["word"]
    if word in actors.words_of("no-verb") or not word[0].islower():
        return False
    return not word.endswith("ing") or word in _INFINITIVES_IN_ING


def begins_with_someone(text: str, start: int, end: int, *, is_direct: bool = False) -> bool:
    """Whether the noun phrase at ``start`` names someone, not something: "the Board", not "the Board's efforts".

    Args:
        text: The words.
        start: Where the phrase begins.
        end: Where it ends at the latest.
        is_direct: It is the object of a verb that is said of persons and bodies, before what they are to do: it is
            someone unless its head is an act ("efforts to", "cooperation to").
    """
    if _THOSE.match(text, start) or _pronouns().match(text, start):
        return True
    phrase = _noun_phrase(text, start, end)
    if phrase.known and not phrase.tokens:
        return not text.startswith(("’s ", "'s ", "’ "), phrase.known)
    head = phrase.tokens[-1].strip('“”"’') if phrase.tokens else ""
    if not head or _is_named(head):
        return bool(head)
    # An adjective can be the last word before "and" or a comma: "full and timely payment", "small and large clubs".
    joint = _JOINT.match(text, phrase.end, end) if is_direct else None
    if joint:
        return begins_with_someone(text, joint.end(), end, is_direct=True)
    return is_direct and head.isalpha() and not _is_act(head)


def _is_named(head: str) -> bool:
    if head in actors.words_of("head") or head.casefold() in actors.words_of("head"):
        return True
    if head[:1].isupper():
        return head not in actors.words_of("thing")
    return _DOER.search(head) is not None and head not in actors.words_of("act")


def _is_act(head: str) -> bool:
    return head[:1].isupper() or _ACT.search(head) is not None or head in actors.words_of("act")


def head_end(text: str, start: int, end: int) -> int:
    """Where the noun phrase at ``start`` ends with its head: before "of", "in", "that", "working", a comma."""
    return _noun_phrase(text, start, end).end


class _Phrase(NamedTuple):
    """A noun phrase: where a known name in front of it ends, the words after that, where the last one ends."""

    known: int | None
    tokens: list[str]
    end: int


def _noun_phrase(text: str, start: int, end: int) -> _Phrase:
    before = _before().match(text, start)
    at = before.end() if before else start
    known = next((name for begin in (at, start) if (name := _name_at(text, begin))), None)
    tokens: list[str] = []
    stop = known or at
    for found in _TOKEN.finditer(text, stop, min(end, stop + 200)):
        word = found[0]
        if word in _JOINS or word == ",":
            if tokens and tokens[-1] in actors.words_of("adjective"):
                continue
            break
        if _is_stop(word, tokens, is_named=known is not None):
            break
        tokens.append(word)
        stop = found.end()
    return _Phrase(known, tokens, stop)


def _is_stop(word: str, before: list[str], *, is_named: bool) -> bool:
    """Whether a noun phrase ends before the word: a preposition, a verb, or what says which ones."""
    if word in _MARKS or word in actors.words_of("stop") or (word in _ARTICLES and (before or is_named)):
        return True
    if not before and is_named and word.endswith("ly"):
        return True
    is_head_before = _can_be_head(before[-1]) if before else is_named
    return is_head_before and (word.endswith(("ing", "ed")) or word in actors.words_of("after"))


def _can_be_head(word: str) -> bool:
    return word[:1].isupper() or word in actors.words_of("head")


def _name_at(text: str, start: int) -> int | None:
    """Where a known name ends that stands at ``start``."""
    named = actors.name_at(text, start)
    return named.end if named else None


def name_end(text: str, start: int) -> int | None:
    """Where a known name ends that stands at ``start`` after words that are left out; None where none does."""
    before = _before().match(text, start)
    at = before.end() if before else start
    return next((end for begin in (at, start) if (end := _name_at(text, begin))), None)


def someone_end(text: str, start: int) -> int | None:
    """The same, short names of bodies ("the Commission") and capitalized names that are unknown among the names."""
    named = name_end(text, start)
    proper = _PROPER.match(text, start)
    if proper is None or (named is not None and named >= proper.end()):
        return named
    words = proper["name"].split()
    is_name = words[-1] not in actors.words_of("thing") and not words[-1].isdigit()
    return proper.end() if is_name else named


def list_end(text: str, at: int, end: int, *, is_qualified: bool = False) -> int | None:
    """Where a list of names ends that begins at ``at``; None where no name stands there.

    Args:
        text: The words.
        at: Where the first name begins.
        end: Where the list ends at the latest.
        is_qualified: Phrases that say which ones ("of the region") belong to the names.
    """
    stop: int | None = None
    begin = at
    while (reached := someone_end(text, begin)) is not None and reached <= end:
        stop = qualified_end(text, reached, end) if is_qualified else reached
        joint = _LISTED.match(text, stop, end)
        if joint is None:
            break
        begin = joint.end()
    return stop


def qualified_end(text: str, at: int, end: int) -> int:
    """Where a name ends that ended at ``at``, with the phrases after it that say which ones: "in the region"."""
    while found := _QUALIFIER.match(text, at, end):
        at = found.end()
    return at


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?:{actors.any_of('before')}\s)*", re.IGNORECASE)


@cache
def _pronouns() -> re.Pattern[str]:
    return re.compile(rf"{actors.any_of('pronoun')}\s")
