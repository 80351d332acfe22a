"""Duties that a text only reports: asked before, or by another body.

Knows past tenses ("the Council requested"), nouns ("recalls its request to", "the decision ... to invite") and
participles ("as requested in resolution"). They are kept apart from what the text asks itself. Does not know whether
the reported duty still holds.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest

from stocktake.documents.commitments.addressees import Name, Where, names_in
from stocktake.documents.commitments.phrases import begins_with_someone, find_infinitive
from stocktake.documents.commitments.that_clauses import that_clauses
from stocktake.frameworks.actors import actors_called, find_names, name_at
from stocktake.frameworks.commitment_verbs import CommitmentVerb, asking_verbs


@dataclass(frozen=True, slots=True)
class Reported:
    """A reported duty within the text of a paragraph.

    Attributes:
        start: Where its words begin.
        head_end: Where the word ends by which it was asked.
        end: Where its words end.
        action: Where the words of what was asked begin.
        verb: The verb by which it was asked.
        names: Whom it asked; empty where the words do not say.
        rule: What the rule that found it is called.
        head: Where the word by which it was asked begins, where that is not ``start``.
    """

    start: int
    head_end: int
    end: int
    action: int
    verb: CommitmentVerb
    names: tuple[Name, ...]
    rule: str
    head: int | None = None


_END = re.compile(r"[,;:]|$")
_TO = re.compile(r"to\s")
_THAT = re.compile(r"that\s")
# "Recalls its request to ..., and its invitation to": the second is told by itself.
_AND_ITS = re.compile(r",?\sand\s$")
_BY = re.compile(r"\s(?:of|by)\s(?:the\s)?")
_SHORT = re.compile(r"[A-Z][\w-]+(?:\s[A-Z][\w-]+)*")
_LAST_WORDS = re.compile(r"(?:[A-Z][\w-]+\s)*[A-Z][\w-]+$")
_CONTAINED = re.compile(r"\s(?:contained|made|set\sout)\sin\b")
_AFTER_BODY = re.compile(r",?\s(?:in|at|on|under|during|to|contained|made)\b")
_ADVERB = re.compile(r"(?:\s(?:has|have|had|also|further|strongly|already))+\s*$")
_ASIDE = re.compile(r",\s(?:in|at|by|on)\s[^,;]{1,120},\s*$")
_PRONOUN = re.compile(r"\b(?:it|he|she)(?:\s(?:has|had|also|further|strongly|already))*\s$")
_RECALLS = re.compile(r"(?:\w+\s)?(?:recall|reaffirm)(?:s|ing)(?:\s(?:also|further))?", re.IGNORECASE)
_CAPITAL = re.compile(r"\s[A-Z]")
_WILL = r"\s(?:will|shall|is\sto|are\sto)\b"
# "as requested ..., the Commission will submit", and "the Commission will, as requested ..., submit".
_WILL_AFTER = re.compile(rf",\s(?P<subject>[^;:]{{1,200}}?){_WILL}\s(?=[a-z])")
_WILL_BEFORE = re.compile(rf"(?:^|that,?\s|;\s|,\sand\s)(?P<subject>(?:(?!\bthat\s)[^;:]){{1,200}}?){_WILL},\s$")
_WHEN = r"in\s(?:19|20)\d\d\b|on\s\d{1,2}\s[A-Z]|(?:at|during)\sits\s[\w\s-]{1,60}?session"
_RESOLUTION = (
    rf"{_WHEN}|"
    r"(?:in|by|under|pursuant\sto)\s(?:the\s|its\s|that\s)?(?:[A-Z][\w\s]{0,60}?\s)?"
    r"(?:resolution|decision|paragraph)"
)


def find_reported(where: Where, start: int, end: int) -> tuple[Reported, ...]:
    """The duties that are only reported between two places, in order."""
    found: list[Reported] = []
    told = [each for each in _patterns().finditer(where.text, start, end) if _is_reported(where.text, each, start)]
    for each, following in zip_longest(told, told[1:]):
        if not found or each.start() >= found[-1].end:
            joint = _AND_ITS.search(where.text, each.end(), following.start()) if following else None
            found.append(_read(where, each, joint.start() if joint else end))
    return tuple(found)


def _is_reported(text: str, found: re.Match[str], start: int) -> bool:
    """Whether it is the organ itself, another body or an officer that asked: not States, nor a text."""
    if found["past"]:
        return bool(_PRONOUN.search(text, 0, found.start("past"))) or _ends_with_office(text, found.start("past"))
    if found["as"]:
        by = _BY.match(text, found.end("as"))
        return by is None or _office_end(text, by.end()) is not None
    if found["noun"].startswith("its "):
        # "Its" is the organ's where no one else is named before it, or where the organ recalls what it did.
        before = text[start : found.start("noun")]
        return _RECALLS.match(before) is not None or not _CAPITAL.search(before)
    if _CONTAINED.match(text, found.end("noun")) or _RECALLS.fullmatch(text[start : found.start("noun")].rstrip()):
        return True
    by = _BY.match(text, found.end("noun"))
    stop = _office_end(text, by.end()) if by else None
    return stop is not None and _AFTER_BODY.match(text, stop) is not None


def _office_end(text: str, at: int) -> int | None:
    """Where the name of a body or officer ends that stands at ``at``, short names among them."""
    named = name_at(text, at)
    if named is not None:
        return named.end if named.actor.kind != "class" else None
    short = _SHORT.match(text, at)
    return short.end() if short and actors_called(short[0]) else None


def _ends_with_office(text: str, end: int) -> bool:
    """Whether the words before ``end`` end with the name of a body or officer."""
    words = _ASIDE.sub("", _ADVERB.sub("", text[max(0, end - 240) : end])).rstrip()
    named = [each for each in find_names(words) if each.end == len(words)]
    short = _LAST_WORDS.search(words)
    return any(each.actor.kind != "class" for each in named) or bool(short and actors_called(short[0]))


def _read(where: Where, found: re.Match[str], end: int) -> Reported:
    kind = next(name for name in ("as", "noun", "past") if found[name])
    verb = _verbs()[found[f"{kind}_word"].casefold()]
    head = found.start(kind)
    if kind == "as":
        return _as_asked(where, (head, found.end("as")), verb, end)
    at = found.end() if kind == "noun" else found.end("past") + 1
    return _with_action(where, Reported(head, found.end(kind), end, at, verb, (), _RULES[kind]))


def _as_asked(where: Where, head: tuple[int, int], verb: CommitmentVerb, end: int) -> Reported:
    """What someone will do "as requested": the whole clause; or, where it says nothing of the kind, those words."""
    text = where.text
    comma = _END.search(text, head[1], end)
    stop = comma.start() if comma else end
    before = _WILL_BEFORE.search(text, max(0, head[0] - 300), head[0])
    after = _WILL_AFTER.match(text, stop, end)
    will = before or after
    if will is None or not begins_with_someone(text, *will.span("subject")):
        return Reported(*head, stop, stop, verb, (), _RULES["as"])
    names = names_in(where, *will.span("subject"))
    start = before.start("subject") if before else head[0]
    action = stop + len(", ") if before else will.end()
    return Reported(start, head[1], end, action, verb, names, _RULES["will"], head[0])


_RULES = {
    "as": "reported: as requested",
    "will": "reported: will do as requested",
    "noun": "reported: its request",
    "past": "reported: past tense",
}


def _with_action(where: Where, reported: Reported) -> Reported:
    text, at = where.text, reported.action
    if _THAT.match(text, at):
        return replace(reported, action=at, names=that_clauses(where, at, reported.end)[0].names)
    inner = _inner().match(text, at) if reported.rule == _RULES["noun"] else None
    if inner is None and text.startswith("to ", at) and begins_with_someone(text, at + len("to "), reported.end):
        inner = _TO.match(text, at)
    at = inner.end() if inner else at
    infinitive = find_infinitive(text, at, reported.end)
    names: tuple[Name, ...] = ()
    action = reported.action
    is_someone = inner is not None or reported.rule == _RULES["past"]
    if is_someone and infinitive is not None and begins_with_someone(text, at, infinitive):
        names, action = names_in(where, at, infinitive), infinitive
    return replace(reported, action=action, names=names)


@cache
def _inner() -> re.Pattern[str]:
    """What was decided was to ask: "to invite" after "the decision"."""
    bases = sorted({each.words.split()[0].removesuffix("s") for each in asking_verbs() if each.frame == "someone"})
    return re.compile(rf"(?:to\s)?(?:{'|'.join(bases)})(?:\supon|\son)?\s|to\s(?=the\s|all\s|[A-Z])")


@cache
def _verbs() -> dict[str, CommitmentVerb]:
    forms: dict[str, CommitmentVerb] = {}
    for verb in asking_verbs():
        for form in (verb.past, *verb.nouns):
            if form:
                forms.setdefault(form, verb)
    return forms


@cache
def _patterns() -> re.Pattern[str]:
    past = "|".join(sorted({each.past for each in asking_verbs() if each.past}, key=len, reverse=True))
    nouns = "|".join(sorted({noun for each in asking_verbs() for noun in each.nouns}, key=len, reverse=True))
    as_word = rf"(?P<as>\bas\s(?:also\s|so\s)?(?P<as_word>{past}))(?=\s(?:{_RESOLUTION}|by\s))"
    whose = (
        r"(?:\s(?:of|by)\s[^;]{1,220}?|\s(?:contained|made|set\sout)\sin\s[^;,]{1,120}?"
        r"|,\s(?:in|at|contained\sin)\s[^;,]{1,120})?,?\s"
    )
    asked = r"(?=to\s(?!action|arms)[a-z]|to\s[A-Z]|contained\sin|made\sin|that\s)"
    noun = rf"(?P<noun>\b(?:its|the|his|their)\s(?:\w+\s)?(?P<noun_word>{nouns})){whose}{asked}"
    told = rf"(?P<past>\b(?P<past_word>{past}))\s(?!in\b|by\b|at\b|on\b)"
    return re.compile(f"{as_word}|{noun}|{told}")
