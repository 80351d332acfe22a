"""How often a duty comes back, from the words of its clause.

An adverb says it by itself ("every two years", "at each session"); an adjective says it of what is handed in or held
("his annual report"), and not of a name ("the tenth annual forum"). "Continue" says it where it is what is asked: as
an infinitive, or after the subject of a that-clause ("that the Board continue its work"). The words are data
(``frameworks.rhythms``). Does not say from when or until when: that is for ``deadlines``.
"""

import re
from collections.abc import Iterator
from functools import cache

from stocktake.documents.commitments.model import Recurrence, Rhythm
from stocktake.documents.find.locate import Passage
from stocktake.frameworks.commitment_verbs import phrase_at
from stocktake.frameworks.rhythms import RhythmWord, rhythm_words

# A rhythm that is counted in years says more than one that is not, and "regularly" more than "continue to".
_ORDER: dict[str, int] = {"continuing": 2, "regular": 1}
# "continue to" is a rhythm of the duty where it is what is asked, not where it stands in a relative clause.
_GOING_ON = ("continue", "keep", "remain")
_ASKED = r"(?:(?<=\bto\s)|(?<=\band\s)|(?<=\bor\s)|(?<=,\s)|(?<=\bshould\s)|(?<=\bshall\s)|(?<=\bwill\s)|(?<=^))"
# The beginning of a clause up to the subject of its that-clause, words between commas left out.
_THAT = r"(?:,[^;]{1,200}?,)?(?:\s(?:to|on|upon)\s[^,;:]{1,80}?)?(?:^|\s)that(?:,[^;]{1,200}?,)?\s"
_FURTHER_THAT = r"[^;:]*?,?\sand\s(?:also\s)?that\s"
# A subject before its verb; in a relative clause "continue" is not what is asked.
_SUBJECT = r"(?:(?!\b(?:that|which|who|whose|to)\b)[^,;:]){1,120}?\s(?:also\s|further\s)?"
_RHYTHMS: dict[str, Rhythm] = {
    "annual": "annual",
    "biennial": "biennial",
    "triennial": "triennial",
    "quadrennial": "quadrennial",
    "quinquennial": "quinquennial",
    "regular": "regular",
    "continuing": "continuing",
}


def find_recurrence(passage: Passage, start: int, end: int) -> Recurrence | None:
    """The rhythm that the clause ``passage.text[start:end]`` sets; None where it sets none.

    Where several words speak, the most definite one holds; of equals, the first.
    """
    text = passage.text[start:end]
    named = [found.span() for found in _names().finditer(text)]
    found: list[tuple[int, int, int, Rhythm]] = []
    for pattern, rhythms in _patterns():
        for hit in pattern.finditer(text):
            first, last = hit.span("word")
            if not any(a <= first < b for a, b in named):
                rhythm = _RHYTHMS[rhythms[" ".join(hit["word"].lower().split())]]
                found.append((_ORDER.get(rhythm, 0), first, last, rhythm))
    found += _in_that_clause(text)
    if not found:
        return None
    _, first, last, rhythm = min(found)
    return Recurrence(rhythm, text[first:last], passage.locate(start + first, start + last))


def _in_that_clause(text: str) -> Iterator[tuple[int, int, int, Rhythm]]:
    """Where "continue" stands after the subject of a that-clause with which a verb that asks goes on."""
    if not any(word in text for word in _GOING_ON):
        return
    phrase = phrase_at(text, 0)
    hit = _after_subject().match(text[phrase.end :] if phrase else text)
    if hit:
        at = phrase.end if phrase else 0
        rhythm = _RHYTHMS[_table(_going_on())[" ".join(hit["word"].lower().split())]]
        yield _ORDER.get(rhythm, 0), at + hit.start("word"), at + hit.end("word"), rhythm


@cache
def _after_subject() -> re.Pattern[str]:
    return re.compile(rf"{_THAT}(?:{_FURTHER_THAT})?{_SUBJECT}(?P<word>{_any(_going_on())})\b", re.IGNORECASE)


def _going_on() -> tuple[RhythmWord, ...]:
    return tuple(each for each in rhythm_words("adverb") if each.word.split()[0] in _GOING_ON)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    """Each pattern with the rhythm of each word it can find."""
    adverbs = rhythm_words("adverb")
    going_on = _going_on()
    gerunds = tuple(each for each in adverbs if each.word == "continuing")
    plain = tuple(each for each in adverbs if each not in (*going_on, *gerunds))
    adjectives = rhythm_words("adjective")
    nouns = _any(rhythm_words("noun"))
    return (
        (re.compile(rf"\b(?P<word>{_any(plain)})\b", re.IGNORECASE), _table(plain)),
        (
            re.compile(rf"{_ASKED}(?:(?:also|further)\s)?(?P<word>{_any(going_on)})\b", re.IGNORECASE),
            _table(going_on),
        ),
        (re.compile(rf"\b(?:importance|need)\s(?:of|for)\b[^,;]*?\s(?P<word>{_any(gerunds)})\b"), _table(gerunds)),
        # "the tenth annual meeting" is one meeting.
        (
            re.compile(
                rf"(?<!st\s)(?<!nd\s)(?<!rd\s)(?<!th\s)\b(?P<word>{_any(adjectives)})(?:,?\s[\w’-]+){{0,4}}\s(?:{nouns})\b",
                re.IGNORECASE,
            ),
            _table(adjectives),
        ),
    )


@cache
def _names() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(rhythm_words('name'))})\b", re.IGNORECASE)


def _any(words: tuple[RhythmWord, ...]) -> str:
    return "|".join(re.escape(each.word) for each in words)


def _table(words: tuple[RhythmWord, ...]) -> dict[str, str]:
    return {each.word: each.rhythm for each in words}
