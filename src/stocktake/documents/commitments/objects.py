"""What stands after a verb that asks: whom it asks, and where the words of what is asked begin.

Knows the four frames of verbs (``frameworks/commitment_verbs.py``): someone asked to do something, a thing asked
for, what the organ does itself, and what is said to be needed. Does not know where clauses begin and end.
"""

import re
from dataclasses import dataclass
from functools import cache

from stocktake.documents.commitments.addressees import Name, Where, names_in
from stocktake.documents.commitments.clauses import Clause
from stocktake.documents.commitments.phrases import begins_with_someone, find_infinitive, name_end
from stocktake.frameworks import actors
from stocktake.frameworks.commitment_verbs import words_of


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom a clause asks, and what.

    Attributes:
        names: Who is asked; empty where the text names nobody.
        action: Where the words of what is asked begin.
        rule: What the rule that read it is called.
        is_open: Someone is named and nothing asked of them: a later clause, or items, say what.
        is_own: The organ itself is to do it.
    """

    names: tuple[Name, ...]
    action: int
    rule: str
    is_open: bool = False
    is_own: bool = False


_THAT = re.compile(r"that\s")
_COMMA = re.compile(r",\s")
_TO_VERB = re.compile(r"to\s[a-z]+\b")
_AGENT = re.compile(r"[^,;:]{0,80}?\b(?P<before>[\w-]+)\s(?:by|on\sthe\spart\sof)\s")
_GERUND = re.compile(r"(?:not\s|\w+ly\s|further\s|jointly\s)?[a-z-]+ing\b")
_PROPER = re.compile(r"(?:the\s)?[A-Z][\w’-]*(?:\s(?:(?:of|for|on|and)\s(?:the\s)?)?[A-Z][\w’-]*)*(?=\s)")
_PRONOUN = re.compile(
    r"(?:it|they)\b(?!\s(?:is|was|be)\s(?:\w+ly\s)?(?:essential|necessary|imperative|important))"
)
_AND_THAT = re.compile(r",?\sand\s(?=that\s)")
_RELATIVE = re.compile(r"\b(?:which|who|whose|that)\b")
_JOINT = re.compile(r"(?:,\s(?:and\s|as\swell\sas\s)?|\s(?:and|or)\s)(?:the\s)?")
_LONGEST_LEAD = 400


def read_object(where: Where, clause: Clause, organ_names: tuple[Name, ...] = ()) -> Asked | None:
    """Whom and what a clause asks; None where it asks nothing: "Stresses the role of"."""
    frame = clause.verb.frame if clause.verb else None
    at = _skip_lead(where.text, clause)
    if frame == "itself":
        return Asked(organ_names, at, "the organ itself", is_own=True)
    if frame == "need":
        return _need(where, at, clause.end)
    return _someone(where, clause, at)


def _skip_lead(text: str, clause: Clause) -> int:
    """Where the object begins: after words that only link, or that say how or with whom between commas."""
    at = clause.head_end
    while True:
        following = _lead_end(text, at, clause.end)
        if following is None:
            break
        at = following
    space = re.compile(r",?\s?").match(text, at, clause.end)
    return space.end() if space else at


def _lead_end(text: str, at: int, end: int) -> int | None:
    link = _link().match(text, at, end)
    if link:
        return link.end() - 1 if text[link.end() - 1] == " " else link.end()
    aside = _aside().match(text, at, end)
    comma = _COMMA.search(text, aside.end(), min(end, aside.end() + _LONGEST_LEAD)) if aside else None
    return comma.start() + 1 if comma else None


@cache
def _link() -> re.Pattern[str]:
    return re.compile(rf",?\s{actors.any_of('link')}(?:,\s|\s|$)")


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(rf",\s(?:{actors.any_of('aside')}|{actors.any_of('consulted')})")


def _someone(where: Where, clause: Clause, at: int) -> Asked:
    text, end = where.text, clause.end
    tie = _tie(text, clause, at)
    is_thing = tie is not None and text[at:tie].strip() == "for"
    at = tie if tie is not None else at
    if _THAT.match(text, at):
        return _that_clause(where, at, end)
    if _TO_VERB.match(text, at) and find_infinitive(f" {text[at : at + 40]}", 0, 40) == 1:
        return Asked((), at, "verb and infinitive")
    if begins_with_someone(text, at, end) and (not is_thing or find_infinitive(text, at, end) is not None):
        return _with_names(where, clause, at)
    return _thing(where, at, end)


def _tie(text: str, clause: Clause, at: int) -> int | None:
    """Where the object begins after a word that ties it to its verb: "appeals to", "its request to"; None without."""
    for word in clause.verb.tie if clause.verb else ():
        following = at + len(word) + 1
        if text.startswith(f"{word} ", at):
            is_infinitive = word == "to" and find_infinitive(f" {text[at : at + 40]}", 0, 40) == 1
            return None if is_infinitive and not begins_with_someone(text, following, clause.end) else following
    return None


def _with_names(where: Where, clause: Clause, at: int) -> Asked:
    """Someone, and what they are asked; open where nothing more is said."""
    infinitive = find_infinitive(where.text, at, clause.end)
    if infinitive is not None:
        return Asked(names_in(where, at, infinitive), infinitive, "verb, names, infinitive")
    that = re.compile(r"\sthat\s").search(where.text, at, min(clause.end, at + 120))
    if that and clause.verb and clause.verb.frame == "thing":
        return Asked(names_in(where, at, that.start()), that.start() + 1, "verb, names, that")
    if clause.verb and clause.verb.frame == "thing":
        return _thing(where, at, clause.end)
    wanted = re.compile(r"\sfor\s").search(where.text, at, clause.end)
    if wanted:
        return Asked(names_in(where, at, wanted.start()), wanted.start() + 1, "verb, names, for")
    return Asked(names_in(where, at, clause.end), clause.end, "verb and names", is_open=True)


def _that_clause(where: Where, at: int, end: int) -> Asked:
    names = _subject(where, at + len("that "), end)
    return Asked(names, at, "verb and that-clause")


def _subject(where: Where, at: int, end: int) -> tuple[Name, ...]:
    """The names that a clause begins with; empty where its subject is no one."""
    text = where.text
    pronoun = _PRONOUN.match(text, at, end)
    if pronoun:
        return names_in(where, at, pronoun.end())
    stop = name_end(text, at)
    if stop is None:
        proper = _PROPER.match(text, at, end)
        stop = proper.end() if proper and begins_with_someone(text, at, proper.end()) else None
    while stop is not None and stop < end:
        joint = _JOINT.match(text, stop, end)
        further = name_end(text, joint.end()) if joint else None
        if further is None:
            break
        stop = further
    is_subject = stop is not None and not text.startswith(("’s ", "'s "), stop) and _is_subject(text, stop)
    return names_in(where, at, stop) if stop is not None and is_subject else ()


def _is_subject(text: str, at: int) -> bool:
    """Whether a verb can follow at ``at``: no noun that the name only qualifies, no preposition."""
    return not re.match(
        r"\s(?:of|for|on|in|from|\w+(?:tion|ment|ance|ence|ities|ity|sts|ness|port|forts))\b", text[at:]
    )


def _thing(where: Where, at: int, end: int) -> Asked:
    """A thing asked for; who is to bring it about where the text says so in the same breath: "efforts by donors"."""
    agent = _AGENT.match(where.text, at, end)
    if agent and not _is_participle(agent["before"]):
        begin = agent.end()
        stop = name_end(where.text, begin)
        if stop is not None and not where.text.startswith(("’s", "'s"), stop):
            return Asked(names_in(where, begin, stop), at, "verb, thing, by whom")
    return Asked((), at, "verb and thing")


def _is_participle(word: str) -> bool:
    """Whether "by" names who made the thing, not who is to bring it about: "kites made by"."""
    return word.endswith("ed") or word in actors.words_of("participle")


def _need(where: Where, at: int, end: int) -> Asked | None:
    """What is said to be needed; None where the clause only says that something matters."""
    if _THAT.match(where.text, at):
        return _modal(where, at, end)
    found = _needed().match(where.text, at, end)
    if found is None:
        return None
    if found["tie"] == "to":
        return Asked((), at, "the need to")
    by_someone = _needed_of_someone(where, (at, found.end(), end), is_for=found["tie"] == "for")
    if by_someone is not None or found["word"] != "importance":
        return by_someone or _thing(where, at, end)
    is_doing = found.end() >= end or _GERUND.match(where.text, found.end())
    return Asked((), at, "the importance of doing") if is_doing else None


def _needed_of_someone(where: Where, place: tuple[int, int, int], *, is_for: bool) -> Asked | None:
    """The need for someone to do something, or of someone doing it; None where it is nobody's in particular."""
    at, after, end = place
    infinitive = find_infinitive(where.text, after, end) if is_for else None
    if infinitive is not None and begins_with_someone(where.text, after, infinitive):
        return Asked(names_in(where, after, infinitive), infinitive, "the need for someone to")
    stop = name_end(where.text, after)
    if stop is not None and _GERUND.match(where.text, stop + 1):
        return Asked(names_in(where, after, stop), at, "the need for someone doing")
    return None


@cache
def _needed() -> re.Pattern[str]:
    """The object of a verb that stresses: a need itself, or a need beside something else it stresses."""
    words = "|".join(words_of("need"))
    return re.compile(
        rf"(?:[^;:]*?\b(?:and|also)\s)?(?:upon\s|on\s)?(?:the|a|an|its|their)\s(?:[\w-]+,?\s(?:and\s)?){{0,4}}?"
        rf"(?P<word>{words})(?:,\s[^,;]{{1,60}},)?\s(?P<tie>to|for|of)(?:\s|$)"
    )


@cache
def _modals() -> re.Pattern[str]:
    need = r"there\s(?:is|remains)\s(?:a|an)\s(?:[\w-]+,?\s){0,3}need\b"
    return re.compile(rf"(?P<before>[^,;]*)\b(?:{'|'.join(words_of('modal'))}|{need})\b")


def _modal(where: Where, at: int, end: int) -> Asked | None:
    """That-clauses of which one says that something must be done; None where they only say what is."""
    begins = [at, *(found.end() for found in _AND_THAT.finditer(where.text, at, end))]
    for begin, stop in zip(begins, [*begins[1:], end], strict=True):
        for found in _modals().finditer(where.text, begin + len("that "), stop):
            if not _RELATIVE.search(found["before"]):
                names = _subject(where, begin + len("that "), found.end())
                return Asked(names, begin, "that something must be done")
    return None
