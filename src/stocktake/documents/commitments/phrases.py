"""Noun phrases that name someone: whether one begins at a place, and where what is asked begins.

Knows heads of names, prepositions and infinitives. Does not know which body a name means.
"""

import re
from functools import cache

from stocktake.frameworks import actors

_TO = re.compile(r"\sto(?=[\s:,]|$)")
_NEXT = re.compile(r"\s(?P<word>[^\s,:;]+)")
_WORD_BEFORE = re.compile(r"([\w-]+)$")
_TOKEN = re.compile(r"[^\s,;:.()]+|[,;:.()]")
_THOSE = re.compile(r"(?:all )?those\s(?:who|that|which|in a|in the|members)\b")
_STOPS = frozenset(
    (
        *(
            "to",
            "of",
            "for",
            "on",
            "in",
            "with",
            "from",
            "by",
            "at",
            "within",
            "under",
            "through",
            "between",
            "among",
        ),
        *(
            "against",
            "towards",
            "into",
            "upon",
            "that",
            "which",
            "who",
            "whose",
            "where",
            "when",
            "as",
            "not",
            "via",
        ),
        *(
            "about",
            "across",
            "amongst",
            "over",
            "during",
            "throughout",
            "is",
            "are",
            "has",
            "have",
            "should",
            "must",
        ),
        *(",", ";", ":", ".", "(", ")"),
    )
)
_SHORT = re.compile(r"(?:the|its|their)\s(?P<name>[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)*)")
_JOINS = frozenset(("and", "or", "and/or"))
# Words that end in -ing and are no gerund after "to".
_INFINITIVES_IN_ING = frozenset(("bring", "sing", "ring", "fling", "wring", "spring"))


def find_infinitive(text: str, start: int, end: int) -> int | None:
    """Where the infinitive stands with which what is asked begins ("to report"), "to" included; None where none."""
    for found in _TO.finditer(text, start, end):
        before = _WORD_BEFORE.search(text, max(start, found.start() - 40), found.start())
        if (before is None or before[1] not in actors.words_of("no-start")) and _is_infinitive(
            text, found.end(), end
        ):
            return found.start() + 1
    return None


def _is_infinitive(text: str, at: int, end: int) -> bool:
    following = _NEXT.match(text, at, end)
    if following is None:
        return True
    word = following["word"]
    if word in actors.words_of("no-verb") or not word[0].islower():
        return False
    return not word.endswith("ing") or word in _INFINITIVES_IN_ING


def begins_with_someone(text: str, start: int, end: int) -> bool:
    """Whether the noun phrase at ``start`` names someone, not something: "the Board", not "the Board's efforts"."""
    if _THOSE.match(text, start) or _pronouns().match(text, start):
        return True
    before = _before().match(text, start)
    at = before.end() if before else start
    known = next((name for begin in (at, start) if (name := _name_at(text, begin))), None)
    tokens = _head_tokens(text, known or at, end, is_named=known is not None)
    if known and not tokens:
        return not text.startswith(("’s ", "'s ", "’ "), known)
    return bool(tokens) and _is_someone(tokens, is_name_before=known is not None)


def _is_someone(tokens: list[str], *, is_name_before: bool) -> bool:
    head = tokens[-1].strip('“”"’')
    if head in actors.words_of("head"):
        return True
    is_proper = head[:1].isupper() and not head.isdigit() and head not in actors.words_of("thing")
    return is_proper and not is_name_before


def _head_tokens(text: str, start: int, end: int, *, is_named: bool) -> list[str]:
    """The words of a noun phrase up to its head: to the first preposition, comma or relative pronoun."""
    tokens: list[str] = []
    for found in _TOKEN.finditer(text, start, min(end, start + 200)):
        word = found[0]
        if word in _JOINS or word == ",":
            if tokens and tokens[-1] in actors.words_of("adjective"):
                continue
            break
        is_head_before = tokens[-1] in actors.words_of("head") if tokens else is_named
        if not tokens and is_named and word.endswith("ly"):
            break
        if word in _STOPS or (
            is_head_before and (word.endswith(("ing", "ed")) or word in actors.words_of("after"))
        ):
            break
        tokens.append(word)
    return tokens


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
    """The same, short names of bodies ("the Commission") among the names."""
    short = _SHORT.match(text, start)
    called = short is not None and bool(actors.actors_called(short["name"]))
    return name_end(text, start) or (short.end() if short and called else None)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?:{actors.any_of('before')}\s)*", re.IGNORECASE)


@cache
def _pronouns() -> re.Pattern[str]:
    return re.compile(rf"{actors.any_of('pronoun')}\s")
