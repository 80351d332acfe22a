"""That-clauses of a verb that asks: whom each asks, and which of them say that something must be done.

Knows subjects before a modal ("that States, within their means, should") and before a bare verb ("that the Board
meet"), also behind an adverbial ("that, to this end, States should"), passives, and that a decision that others shall
do something asks these. Does not know the verb before "that".
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from stocktake.documents.commitments.addressees import Name, Where, names_in
from stocktake.documents.commitments.phrases import begins_with_someone, head_end, list_end, qualified_end
from stocktake.frameworks import actors
from stocktake.frameworks.commitment_verbs import words_of

_THAT = "that"
_AND_THAT = re.compile(r",?\s(?:and|or)\s(?:also\s|further\s)?(?=that[,\s])")
_COMMA = re.compile(r",\s")
_RELATIVE = re.compile(r"\b(?:which|who|whose|that)\b")
_PRONOUN = re.compile(
    r"(?:it|they)\b(?!\s(?:is|was|be)\s(?:\w+ly\s)?(?:essential|necessary|imperative|important))"
)
_WILL = re.compile(r"\b(?:will|would|may)\s")
_PASSIVE = re.compile(r"\s?(?:also\s|not\s)?be\s(?:\w+ly\s|also\s)?(?P<done>[a-z]+)\b")
# Nouns that a name only qualifies, and prepositions: no verb stands there.
_NO_VERB = re.compile(
    r"\s(?:of|for|on|in|from|\w+(?:tion|ment|ance|ence|ities|ity|sts|ness|port|forts))\b|[’']s?\s"
)


class That(NamedTuple):
    """One that-clause: what joins it to the clause before, where it begins and ends, and its modal and subject.

    ``modal`` is where the words end that say that something must be done; None where none do. ``names`` is empty
    where the subject is no one, or where something is to be done to them.
    """

    joint: int
    start: int
    stop: int
    modal: int | None
    names: tuple[Name, ...]


def that_clauses(where: Where, at: int, end: int) -> tuple[That, ...]:
    """The that-clauses joined by "and" between two places, the first of which begins at ``at``."""
    joints = [(at, at), *(found.span() for found in _AND_THAT.finditer(where.text, at, end))]
    stops = [*(joint for joint, _ in joints[1:]), end]
    return tuple(_read(where, span, stop) for span, stop in zip(joints, stops, strict=True))


def further(clauses: tuple[That, ...], *, needs_modal: bool) -> Iterator[That]:
    """The clauses after the first that ask others than the clause before them."""
    for before, clause in pairwise(clauses):
        is_other = [each.name for each in clause.names] != [each.name for each in before.names]
        if clause.names and is_other and (clause.modal is not None or not needs_modal):
            yield clause


def shall_act(where: Where, clause: That) -> bool:
    """Whether a decision says what its subject shall do, not what it shall be or have."""
    return clause.modal is not None and not _stative().match(where.text, clause.modal)


def is_passive(text: str, at: int) -> bool:
    """Whether "be" and a participle stand at ``at``: "be given"; not "be guided", which someone does themselves."""
    found = _PASSIVE.match(text, at)
    if found is None or found["done"] in actors.words_of("middle"):
        return False
    return found["done"].endswith(("ed", "en")) or found["done"] in actors.words_of("participle")


def _read(where: Where, span: tuple[int, int], stop: int) -> That:
    joint, start = span
    subject = _subject_start(where.text, start + len(_THAT), stop)
    modal = _modal(where.text, subject, stop)
    names = _subject(where, subject, modal, stop)
    return That(joint, start, stop, modal[1] if modal else None, names)


def _subject_start(text: str, at: int, end: int) -> int:
    """Where the subject begins, after words between commas that say when or to what end: "that, to this end, States".

    Those words can hold commas themselves. So the subject begins after the first comma from which it reaches its
    modal without another, or is a list that does; failing that, after the first before someone's name.
    """
    if not text.startswith(", ", at):
        return at + 1
    starts = [each.end() for each in _COMMA.finditer(text, at + 1, end)]
    modal = _modal(text, at, end)
    if modal is not None:
        for start in starts:
            if start < modal[0] and ("," not in text[start : modal[0]] or _is_list(text, start, modal[0])):
                return start
    someone = (start for start in starts if begins_with_someone(text, start, end))
    return next(someone, starts[0] if starts else at + len(", "))


def _is_list(text: str, at: int, end: int) -> bool:
    return list_end(text, at, end, is_qualified=True) == end - 1


def _modal(text: str, at: int, end: int) -> tuple[int, int] | None:
    """Where the first modal stands that is no part of a relative clause."""
    for found in _modals().finditer(text, at, end):
        if not _RELATIVE.search(found["before"]):
            return found.end("before"), found.end()
    return None


def _subject(where: Where, at: int, modal: tuple[int, int] | None, end: int) -> tuple[Name, ...]:
    text = where.text
    pronoun = _PRONOUN.match(text, at, end)
    if pronoun:
        names = names_in(where, at, pronoun.end())
        return () if any(each.name == "it" for each in names) else names
    will = _WILL.search(text, at, end) if modal is None else None
    stop = modal[0] if modal else will.start() if will else _before_bare_verb(text, at, end)
    after = modal[1] if modal else will.end() if will else stop
    if stop is None or after is None or is_passive(text, after):
        return ()
    return names_in(where, at, stop) if begins_with_someone(text, at, stop) else ()


def _before_bare_verb(text: str, at: int, end: int) -> int | None:
    """Where a subject ends before a bare verb: "the Board" of "that the Board meet"."""
    stop = list_end(text, at, end, is_qualified=True)
    if stop is None and begins_with_someone(text, at, end):
        stop = qualified_end(text, head_end(text, at, end), end)
    return stop if stop is not None and not _NO_VERB.match(text, stop) else None


@cache
def _modals() -> re.Pattern[str]:
    need = r"there\s(?:is|remains)\s(?:a|an)\s(?:[\w-]+,?\s){0,3}need\b"
    return re.compile(rf"(?P<before>[^,;]*?)\b(?:{'|'.join(words_of('modal'))}|{need})\b")


@cache
def _stative() -> re.Pattern[str]:
    return re.compile(rf"\s(?:also\s|not\s)?{actors.any_of('stative')}")
