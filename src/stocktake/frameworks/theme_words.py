"""Words that point to themes, and clauses that have none: a mapping of our own.

Knows the words of ``data/theme_words.yaml``, when they count, and which clauses are procedure. Does not know
documents. It stands for no official matrix: those are loaded by ``matrices.py``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from stocktake.frameworks.records import Confidence, load_records
from stocktake.frameworks.themes import Framework, Mention
from stocktake.frameworks.verbs import leading_phrase

# So close, in characters, words change the meaning of others.
_CLOSE = 60
# So close a word on ICTs makes others speak of ICTs: about two lines.
_SAME_BREATH = 150
_FRAMEWORKS: dict[Framework, str] = {"WSIS": "wsis", "SDG": "sdg", "GDC": "gdc"}


@dataclass(frozen=True, slots=True)
class ThemeWords:
    """Words and what they point to; the file explains each field.

    Attributes:
        role: ``theme``; ``name`` of a body or text; ``digital``; ``procedure``.
        words: The words, every inflection written out.
        wsis: Action lines.
        sdg: Goals.
        gdc: Objectives of the Global Digital Compact.
        digital: The words themselves speak of ICTs.
        not_near: Words close by with which these mean something else.
        needs: Words one of which must stand in the text.
        verbs: For procedure: the verbs with which the clause opens.
        governed: For procedure: the verb governs one of ``words``.
        acts: For procedure: words one of which must be in the clause beside one of ``words``.
        why: The reason.
    """

    role: Literal["theme", "name", "digital", "procedure"]
    words: tuple[str, ...]
    source: str
    confidence: Confidence
    wsis: tuple[str, ...] = ()
    sdg: tuple[str, ...] = ()
    gdc: tuple[str, ...] = ()
    digital: bool = False
    not_near: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    governed: bool = False
    acts: tuple[str, ...] = ()
    why: str = ""


# Small letters and plain marks, character for character, so that places stay what they are.
_PLAIN = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)} | {
    ord("’"): ord("'"),
    ord("‑"): ord("-"),
    ord("–"): ord("-"),
    0xA0: ord(" "),
}
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_GOES_ON = re.compile(r"[^\W_]|['-][^\W_]")


class _Phrase(NamedTuple):
    text: str
    records: tuple[ThemeWords, ...]


@cache
def _phrases() -> dict[str, tuple[_Phrase, ...]]:
    """The phrases by their first word, the longest first."""
    # A table, not one pattern: to compile a pattern of so many words takes longer than to read the longest text.
    holding: dict[str, list[ThemeWords]] = {}
    for record in load_records("theme_words", ThemeWords):
        for words in record.words if record.role != "procedure" else ():
            holding.setdefault(words.translate(_PLAIN), []).append(record)
    by_first: dict[str, list[_Phrase]] = {}
    for text, records in holding.items():
        first = _WORD.match(text)
        by_first.setdefault(first[0] if first else text, []).append(_Phrase(text, tuple(records)))
    return {
        first: tuple(sorted(phrases, key=lambda each: (-len(each.text), each.text)))
        for first, phrases in by_first.items()
    }


def names_of_bodies() -> tuple[str, ...]:
    """Names of bodies, conferences and texts: to name them is to say nothing of their matter."""
    return tuple(
        words for each in load_records("theme_words", ThemeWords) if each.role == "name" for words in each.words
    )


class _Found(NamedTuple):
    start: int
    end: int
    records: tuple[ThemeWords, ...]


def _scan(plain: str) -> list[_Found]:
    """The phrases in a text of small letters, in order, none inside another."""
    phrases = _phrases()
    found: list[_Found] = []
    reached = 0
    for word in _WORD.finditer(plain):
        start = word.start()
        for phrase in phrases.get(word[0], ()) if start >= reached else ():
            end = start + len(phrase.text)
            if plain.startswith(phrase.text, start) and not _GOES_ON.match(plain, end):
                found.append(_Found(start, end, phrase.records))
                reached = end
                break
    return found


def speaks_of_icts(text: str) -> bool:
    """Whether a text, such as a title, has a word by which it speaks of information and communications technologies."""
    plain = text.translate(_PLAIN)
    return _digital().search(plain) is not None


@cache
def _digital() -> re.Pattern[str]:
    """The digital words wherever they stand, inside the name of a text too."""
    records = [each for each in load_records("theme_words", ThemeWords) if each.role == "digital"]
    return re.compile(
        rf"(?<![\w-]){_any(tuple(words.translate(_PLAIN) for each in records for words in each.words))}"
    )


def _is_digital(found: _Found) -> bool:
    return any(record.role == "digital" or record.digital for record in found.records)


def theme_words_in(text: str, *, icts: bool) -> Iterator[Mention]:
    """The words of a text that point to themes, in order, once for each theme.

    Args:
        text: The words of a paragraph.
        icts: What surrounds the paragraph (its title) speaks of ICTs, so that every word can point to action lines
            and objectives. Else only words do that speak of ICTs themselves or stand close to such words.
    """
    plain = text.translate(_PLAIN)
    found = _scan(plain)
    breath = [] if icts else [each for each in found if _is_digital(each)]
    for each in found:
        near = icts or any(
            each.start - other.end < _SAME_BREATH and other.start - each.end < _SAME_BREATH for other in breath
        )
        codes: dict[tuple[Framework, str], None] = {}
        for record in each.records:
            if record.role == "theme" and _counts(record, each, plain):
                codes |= dict.fromkeys(_codes(record, icts=near or record.digital))
        for framework, code in codes:
            yield Mention(each.start, each.end, framework, code)


def _counts(record: ThemeWords, found: _Found, plain: str) -> bool:
    around = plain[max(0, found.start - _CLOSE) : found.end + _CLOSE]
    return not any(words.translate(_PLAIN) in around for words in record.not_near) and (
        not record.needs or any(words.translate(_PLAIN) in plain for words in record.needs)
    )


def _codes(record: ThemeWords, *, icts: bool) -> Iterator[tuple[Framework, str]]:
    for framework, field in _FRAMEWORKS.items():
        if icts or framework == "SDG":
            yield from ((framework, code) for code in getattr(record, field))


_JOINT = re.compile(r"(?:[,;]\s+(?:and\s+)?|\s+and\s+)(?=[a-z])")


class ProceduralClause(NamedTuple):
    """A clause without a theme: where it stands, and why."""

    start: int
    end: int
    why: str


def procedural_clauses(text: str) -> tuple[ProceduralClause, ...]:
    """The clauses of an operative paragraph that are about reports, meetings and agendas, in order."""
    if not _any_procedure().search(text):
        return ()
    starts = [0]
    starts += [found.end() for found in _JOINT.finditer(text) if leading_phrase(text[found.end() :], "operative")]
    clauses = zip(starts, [*starts[1:], len(text)], strict=True)
    return tuple(
        ProceduralClause(start, end, why) for start, end in clauses if (why := _procedural(text[start:end]))
    )


def _procedural(clause: str) -> str | None:
    phrase = leading_phrase(clause, "operative")
    verb, rest = phrase.lower(), clause[len(phrase) :]
    for record, patterns in _procedures():
        opens = any(re.search(rf"(?<![\w-]){each}(?![\w-])", verb) for each in record.verbs)
        if verb and opens and all(pattern.search(rest) for pattern in patterns):
            return record.why
    return None


@cache
def _procedures() -> tuple[tuple[ThemeWords, tuple[re.Pattern[str], ...]], ...]:
    records = [each for each in load_records("theme_words", ThemeWords) if each.role == "procedure"]
    return tuple((record, tuple(_patterns(record))) for record in records)


def _patterns(record: ThemeWords) -> Iterator[re.Pattern[str]]:
    if record.governed:
        # "of the sixteenth annual session": what the verb governs, before any further "of", "to" or comma.
        yield re.compile(
            rf"^(?:\sof)?(?:\s(?!(?:of|to|that|and|in|on|by)\b)[\w’'-]+){{0,4}}?\s{_any(record.words)}"
        )
    else:
        yield re.compile(rf"(?<![\w-]){_any(record.words)}")
    if record.acts:
        yield re.compile(rf"(?<![\w-]){_any(record.acts)}")


@cache
def _any_procedure() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-]){_any(tuple({words for record, _ in _procedures() for words in record.words}))}"
    )


def _any(words: tuple[str, ...]) -> str:
    return (
        rf"(?:{'|'.join(re.escape(each) for each in sorted(words, key=lambda each: (-len(each), each)))})(?![\w-])"
    )
