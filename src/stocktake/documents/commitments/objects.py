"""What stands after a verb that asks: whom it asks, and where the words of what is asked begin.

Knows the four frames of verbs (``frameworks/commitment_verbs.py``): someone asked to do something, a thing asked
for, what the organ does itself, and what is said to be needed. Does not know where clauses begin and end.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from stocktake.documents.commitments.addressees import Name, Where, names_in
from stocktake.documents.commitments.clauses import Clause
from stocktake.documents.commitments.phrases import (
    after_to,
    begins_with_someone,
    find_infinitive,
    head_end,
    list_end,
)
from stocktake.documents.commitments.that_clauses import That, further, is_passive, shall_act, that_clauses
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
        further: That-clauses under the same verb that ask others.
    """

    names: tuple[Name, ...]
    action: int
    rule: str
    is_open: bool = False
    is_own: bool = False
    further: tuple[That, ...] = ()


_THAT = re.compile(r"that[,\s]")
_COMMA = re.compile(r",\s")
_AND_THAT = re.compile(r"\sthat[,\s]")
_FOR = re.compile(r"\sfor\s")
_TO_VERB = re.compile(r"(?:[a-z]+\s){0,2}?to\s[a-z]+\b")
_AGENT = re.compile(r"[^,;:]{0,80}?\b(?P<before>[\w-]+)\s(?:by|on\sthe\spart\sof)\s")
_GERUND = re.compile(r"(?:not\s|\w+ly\s|further\s|jointly\s)?[a-z-]+ing\b")
_FROM = re.compile(r"[^,;:]{0,120}?\sfrom\s")
_LISTED = re.compile(r",?\s(?:and|or|as\swell\sas)\s|,\s")
_LONGEST_LEAD = 400


def read_object(where: Where, clause: Clause) -> Asked | None:
    """Whom and what a clause asks; None where it asks nothing: "Stresses the role of"."""
    frame = clause.verb.frame if clause.verb else None
    at = _skip_lead(where.text, clause)
    if frame == "itself":
        return _decision(where, at, clause.end)
    if frame == "need":
        return _need(where, at, clause.end)
    return _someone(where, clause, at)


def _decision(where: Where, at: int, end: int) -> Asked:
    """What the organ is to do itself; or what others shall do, where it decides that they shall."""
    if not _THAT.match(where.text, at):
        return Asked((), at, "the organ itself", is_own=True)
    clauses = [
        each if shall_act(where, each) else each._replace(names=()) for each in that_clauses(where, at, end)
    ]
    more = tuple(further(tuple(clauses), needs_modal=True))
    if clauses[0].names:
        return Asked(clauses[0].names, at, "decision that someone shall", further=more)
    return Asked((), at, "the organ itself", is_own=True, further=more)


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
    word = text[at:tie].strip() if tie is not None else ""
    at = tie if tie is not None else at
    if _THAT.match(text, at):
        clauses = that_clauses(where, at, end)
        more = tuple(further(clauses, needs_modal=False))
        return Asked(clauses[0].names, at, "verb and that-clause", further=more)
    if _TO_VERB.match(text, at) and find_infinitive(f" {text[at : at + 40]}", 0, 40) == 1:
        return Asked((), at, "verb and infinitive")
    infinitive = find_infinitive(text, at, end)
    is_direct = infinitive is not None and clause.verb is not None and clause.verb.is_direct and not word
    if begins_with_someone(text, at, infinitive or end, is_direct=is_direct) and (word != "for" or infinitive):
        return _with_names(replace(where, is_direct=is_direct), clause, at, infinitive)
    return _thing(where, clause, at)


def _tie(text: str, clause: Clause, at: int) -> int | None:
    """Where the object begins after a word that ties it to its verb: "appeals to", "its request to"; None without."""
    for word in clause.verb.tie if clause.verb else ():
        following = at + len(word) + 1
        if text.startswith(f"{word} ", at):
            is_infinitive = word == "to" and find_infinitive(f" {text[at : at + 40]}", 0, 40) == 1
            return None if is_infinitive and not begins_with_someone(text, following, clause.end) else following
    return None


def _with_names(where: Where, clause: Clause, at: int, infinitive: int | None) -> Asked:
    """Someone, and what they are asked; open where nothing more is said."""
    text, end = where.text, clause.end
    is_thing = clause.verb is not None and clause.verb.frame == "thing"
    if infinitive is not None:
        if is_thing and is_passive(text, after_to(text, infinitive)):
            return Asked((), at, "verb and thing")
        return Asked(names_in(where, at, infinitive), infinitive, "verb, names, infinitive")
    if not is_thing:
        wanted = _FOR.search(text, at, end)
        if wanted:
            return Asked(names_in(where, at, wanted.start()), wanted.start() + 1, "verb, names, for")
        return Asked(names_in(where, at, end), end, "verb and names", is_open=True)
    that = _AND_THAT.search(text, at, min(end, at + 120))
    stop = that.start() if that else list_end(text, at, end)
    is_tied = stop is not None and text.startswith((" that ", " that, ", " the ", " a ", " an "), stop)
    if stop is None or not is_tied:
        return _thing(where, clause, at)
    return Asked(names_in(where, at, stop), stop + 1, "verb, names, that" if that else "verb, names, thing")


def _thing(where: Where, clause: Clause, at: int) -> Asked:
    """A thing asked for; who is to bring it about where the text says so in the same breath: "efforts by donors"."""
    text, end = where.text, clause.end
    agent = _AGENT.match(text, at, end)
    if agent and not _is_participle(agent["before"]):
        stop = list_end(text, agent.end(), end)
        if stop is not None and not text.startswith(("’s", "'s"), stop):
            return Asked(names_in(where, agent.end(), stop), at, "verb, thing, by whom")
    giver = _FROM.match(text, at, end) if clause.verb and clause.verb.is_direct else None
    if giver and list_end(text, giver.end(), end) is not None:
        whole = replace(where, is_direct=True)
        return Asked(names_in(whole, giver.end(), end), at, "verb, thing, from whom")
    return Asked((), at, "verb and thing")


def _is_participle(word: str) -> bool:
    """Whether "by" names who made the thing, not who is to bring it about: "kites made by"."""
    return word.endswith("ed") or word in actors.words_of("participle")


def _need(where: Where, at: int, end: int) -> Asked | None:
    """What is said to be needed; None where the clause only says that something matters."""
    if _THAT.match(where.text, at):
        due = tuple(each for each in that_clauses(where, at, end) if each.modal is not None)
        more = tuple(further(due, needs_modal=True))
        return Asked(due[0].names, due[0].start, "that something must be done", further=more) if due else None
    found = _needed().match(where.text, at, end)
    if found is None:
        return None
    if found["tie"] == "to":
        return Asked((), at, "the need to")
    someone = _needed_of_someone(where, (at, found.end(), end), is_for=found["tie"] == "for")
    if someone is not None:
        return someone
    if found["word"] != "importance":
        return _needed_thing(where, at, end)
    is_doing = found.end() >= end or _GERUND.match(where.text, found.end())
    return Asked((), at, "the importance of doing") if is_doing else None


def _needed_thing(where: Where, at: int, end: int) -> Asked:
    agent = _AGENT.match(where.text, at, end)
    stop = list_end(where.text, agent.end(), end) if agent and not _is_participle(agent["before"]) else None
    names = names_in(where, agent.end(), stop) if agent and stop is not None else ()
    return Asked(names, at, "verb, thing, by whom" if names else "verb and thing")


def _needed_of_someone(where: Where, place: tuple[int, int, int], *, is_for: bool) -> Asked | None:
    """The need for someone to do something, or of someone doing it; None where it is nobody's in particular."""
    at, after, end = place
    text = where.text
    infinitive = find_infinitive(text, after, end) if is_for else None
    if infinitive is not None and begins_with_someone(text, after, infinitive):
        if is_passive(text, after_to(text, infinitive)):
            return Asked((), at, "verb and thing")
        return Asked(names_in(where, after, infinitive), infinitive, "the need for someone to")
    stop = _before_gerund(text, after, end)
    if stop is not None:
        return Asked(names_in(where, after, stop), at, "the need for someone doing")
    return None


def _before_gerund(text: str, at: int, end: int) -> int | None:
    """Where someone's name, or a list of names, ends right before a gerund: "States and others working"."""
    if not begins_with_someone(text, at, end):
        return None
    while at < end:
        stop = max(list_end(text, at, end, is_qualified=True) or at, head_end(text, at, end))
        if _GERUND.match(text, stop + 1):
            return stop
        joint = _LISTED.match(text, stop, end)
        if joint is None or not begins_with_someone(text, joint.end(), end):
            return None
        at = joint.end()
    return None


@cache
def _needed() -> re.Pattern[str]:
    """The object of a verb that stresses: a need itself, or a need beside something else it stresses."""
    words = "|".join(words_of("need"))
    return re.compile(
        rf"(?:[^;:]*?\b(?:and|also)\s)?(?:upon\s|on\s)?(?:the|a|an|its|their)\s(?:[\w-]+,?\s(?:and\s)?){{0,4}}?"
        rf"(?P<word>{words})(?:,\s[^,;]{{1,60}},)?\s(?P<tie>to|for|of)(?:\s|$)"
    )
