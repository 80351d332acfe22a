"""The rules on the health of mandates, one small function each: facts in, notes out.

Knows how each sign is told from what else a text says. The words, parameters and wordings are the frameworks'
(``data/health_rules.yaml``); the duties, events, threads and comparisons are given. Judges nothing.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from stocktake.documents.commitments.model import UNSPECIFIED, Commitment
from stocktake.documents.compare.model import Pair
from stocktake.documents.compare.passage import passages_of
from stocktake.documents.find.locate import Passage, paragraph_passages
from stocktake.documents.model import Paragraph
from stocktake.documents.threads.chain_order import short_name
from stocktake.documents.threads.following import Text
from stocktake.documents.threads.model import Life, LifeChange, Repeat, Thread
from stocktake.documents.threads.repeats import find_repeats
from stocktake.frameworks.health import HealthRule
from stocktake.frameworks.theme_words import names_of_bodies, procedural_clauses
from stocktake.frameworks.verb_strength import direction
from stocktake.review.health_model import HealthNote, MandateFacts, Previous
from stocktake.review.words import listed, long_date, opening
from stocktake.values.partial_date import PartialDate, scan_dates, scan_years

# Lives in which a paragraph kept its words.
_SAME_WORDS: tuple[LifeChange, ...] = ("identical", "moved")
# So much of shared words is quoted in a wording.
_SHARED = 80
# So many words of three letters and more have to be left of a shared run or formula without its stock phrases.
_TELLING = 4
_TELLING_FORMULA = 3
# "By 2020, half of them had": so close, in characters, does the verb follow.
_SOON = 40
# "before the end of": what may stand between the word that makes a target and its date.
_UP_TO = r"(?:(?:the\s)?(?:end|beginning|middle|close|start)\sof\s)?(?:the\s)?(?:year\s)?"

Notes = Iterator[HealthNote]
Rule = Callable[[HealthRule, MandateFacts], Notes]


def no_addressee(rule: HealthRule, facts: MandateFacts) -> Notes:
    """Duties that are asked of nobody by name."""
    for duty in _asked(facts):
        if [each.name for each in duty.addressees] == [UNSPECIFIED]:
            yield _of_duty(rule, duty)


def no_deadline(rule: HealthRule, facts: MandateFacts) -> Notes:
    """Duties with a deliverable, and neither deadline nor a rhythm that stands for one."""
    for duty in _asked(facts):
        what = duty.deliverable
        timed = duty.deadline or (duty.recurrence and duty.recurrence.rhythm in rule.rhythms)
        if what is not None and what.kind not in rule.kinds and not timed:
            yield _of_duty(rule, duty, deliverable=f"“{what.text}”")


def no_end(rule: HealthRule, facts: MandateFacts) -> Notes:
    """Duties that set up a body or process, in paragraphs that name no review or end of it."""
    sets_up = re.compile(
        rf"\b{_any(rule.acts)}\s(?:[\w’'-]+,?\s){{0,6}}?(?P<body>{_any(rule.words)})", re.IGNORECASE
    )
    ends = re.compile(rf"\b{_any(rule.ends)}", re.IGNORECASE)
    for duty in _asked(facts):
        found = sets_up.search(duty.quote)
        aside = all(each.name in rule.aside for each in duty.addressees)
        if found and not aside and not ends.search(_with_items(facts, duty.paragraph)):
            yield _of_duty(rule, duty, words=f"a {found['body']}")


def repeated_verbatim(rule: HealthRule, facts: MandateFacts) -> Notes:
    """Operative paragraphs that kept their words through so many texts held; the preamble recalls by its nature."""
    seen: set[str] = set()
    for thread in facts.threads.threads if facts.threads else ():
        run = _same_words(thread, facts.name)
        place = run[-1].paragraphs[0] if run else ""
        if len(run) >= rule.texts and place not in seen and not place.startswith("P"):
            seen.add(place)
            names = listed([short_name(life.document) for life in run])
            against = [_place(life.document, life.paragraphs[0]) for life in run[:-1]]
            yield _of_paragraph(rule, facts, place, against, texts=len(run), names=names)


def _same_words(thread: Thread, name: str) -> list[Life]:
    """The lives that lead to the text of this name without a change of words, oldest first; empty where it has none."""
    names = [life.document for life in thread.lives]
    if name not in names:
        return []
    last = names.index(name)
    first = last
    while first and thread.lives[first].change in _SAME_WORDS:
        first -= 1
    return list(thread.lives[first : last + 1])


def date_expired(rule: HealthRule, facts: MandateFacts) -> Notes:
    """Target dates, in any paragraph, that had passed when the text was adopted or distributed."""
    for place, passage in paragraph_passages(facts.document):
        for target in _targets(rule, passage.text):
            if facts.stood and target.latest < facts.stood:
                yield _of_words(rule, (place, passage), target, when=_when(facts))


def date_expired_since(rule: HealthRule, facts: MandateFacts) -> Notes:
    """Target dates that have passed as of the date of the review, and had not when the text was adopted."""
    for place, passage in paragraph_passages(facts.document):
        for target in _targets(rule, passage.text):
            if (facts.stood or date.min) <= target.latest < facts.as_of:
                yield _of_words(rule, (place, passage), target, as_of=long_date(facts.as_of.isoformat()))


class _Target(NamedTuple):
    """The words that set a target date, and the last day it can mean."""

    start: int
    end: int
    latest: date


def _targets(rule: HealthRule, text: str) -> Iterator[_Target]:
    before = re.compile(rf"\b{_any(rule.words)}\s{_UP_TO}$")
    after = re.compile(rf"[^.;]{{0,{_SOON}}}\b{_any(rule.ends)}")
    for printed in sorted([*scan_dates(text), *scan_years(text)], key=lambda each: each.span):
        lead = before.search(text[: printed.span.start])
        if lead and not after.match(text, printed.span.end):
            yield _Target(lead.start(), printed.span.end, printed.end.latest)


def past_event(rule: HealthRule, facts: MandateFacts) -> Notes:
    """Events that a paragraph looks forward to and that were over when the text was adopted or distributed."""
    ahead = re.compile(rf"\b{_any(rule.words)}", re.IGNORECASE)
    for event in facts.events:
        paragraph = facts.document.paragraph(event.paragraph)
        if not facts.stood or not paragraph or event.end.latest >= facts.stood:
            continue
        at = paragraph.text.find(event.quote)
        if ahead.search(_clause(paragraph.text, at, at + len(event.quote))):
            because = rule.because.format(when=_when(facts), ended=long_date(_last_day(event.end)))
            yield HealthNote(rule.name, event.paragraph, None, event.quote, event.spans, because)


def _last_day(end: PartialDate) -> str:
    return str(end) if end.precision == "day" else end.latest.isoformat()


def _clause(text: str, start: int, end: int) -> str:
    """The words from the organ's last verb before an event to the event's end."""
    starts = [found.end() for found in re.finditer(r"(?:[;,]\s+and\s+|;\s+)(?=[a-z]+(?:s|ing)\b)", text[:start])]
    return text[max(starts, default=0) : end]


def near_duplicate(rule: HealthRule, facts: MandateFacts) -> Notes:
    """Operative paragraphs that say the same twice, or seem to."""
    stock = [each.casefold().replace(",", "") for each in (*rule.words, *names_of_bodies())]
    for repeat in _repeats(facts):
        if not _says_the_same(repeat, facts, stock):
            continue
        first, *others = repeat.paragraphs
        paragraphs = " and ".join([", ".join([first, *others[:-1]]), others[-1]])
        against = [_place(facts.name, each) for each in others]
        yield _of_paragraph(rule, facts, first, against, paragraphs=paragraphs, sign=_SIGNS[repeat.kind](repeat))


def _says_the_same(repeat: Repeat, facts: MandateFacts, stock: Sequence[str]) -> bool:
    """Whether a repeat is more than stock phrases, or a request for a report that lists what the text is about."""
    texts = [paragraph.text for each in repeat.paragraphs if (paragraph := facts.document.paragraph(each))]
    if len({bool(procedural_clauses(text)) for text in texts}) > 1:
        return False
    words = repeat.words.replace(" … ", " ")
    for phrase in sorted(stock, key=len, reverse=True):
        words = words.replace(phrase, "|")
    least = _TELLING_FORMULA if repeat.kind == "same formula" else _TELLING
    return repeat.kind == "alike" or len(re.findall(r"\w{3,}|no\b", words)) >= least


_SIGNS: Mapping[str, Callable[[Repeat], str]] = {
    "alike": lambda _repeat: "they share many of the words that are rare in this text",
    "same words": lambda repeat: f"they alone share “{opening(repeat.words, _SHARED)}”",
    "same formula": lambda repeat: f"they alone share the words {repeat.words}",
}


def _repeats(facts: MandateFacts) -> Sequence[Repeat]:
    """Those that the threads have found already; else looked for in the text alone."""
    if facts.threads:
        return [each for each in facts.threads.repeats if each.document == facts.name]
    return find_repeats(Text(facts.name, {each.id: each for each in passages_of(facts.document)}))


def weakened(rule: HealthRule, facts: MandateFacts) -> Notes:
    """Operative paragraphs and duties whose verb is weaker than that of what they continue.

    The preamble mandates nothing, and what comes from it into the operative part is not weakened by its new verb.
    """
    previous = facts.previous
    for pair in previous.comparison.pairs if previous else ():
        if previous is None or not pair.old or not _is_operative(pair):
            continue
        against = [_place(previous.name, each) for each in pair.old]
        named = short_name(previous.name)
        if pair.verb.shift == "weaker":
            said = {"before": f"{named}, {listed(pair.old)},", "old": pair.verb.old, "new": pair.verb.new}
            yield _of_paragraph(rule, facts, pair.new[0], against, **said)
        for old, new in _weaker_duties(pair, previous, facts):
            said = {"before": f"{named}, {old.paragraph},", "old": old.verb, "new": new.verb}
            yield _of_duty(rule, new, [_place(previous.name, old.paragraph)], **said)


def _is_operative(pair: Pair) -> bool:
    return bool(pair.new) and not pair.crosses and not pair.new[0].startswith("P")


def _weaker_duties(pair: Pair, previous: Previous, facts: MandateFacts) -> Iterator[tuple[Commitment, Commitment]]:
    """The duties of later clauses that are asked less strongly; only where the clauses can be paired by their order."""
    old = [duty for duty in previous.commitments if duty.paragraph in pair.old and duty.standing == "asked"]
    new = [duty for duty in _asked(facts) if duty.paragraph in pair.new]
    led = {pair.verb.old, pair.verb.new}
    if len(old) == len(new):
        for before, after in zip(old, new, strict=True):
            if direction(before.verb, after.verb) == "weaker" and {before.verb, after.verb} != led:
                yield before, after


RULES: Mapping[str, Rule] = {
    "no-addressee": no_addressee,
    "no-deadline": no_deadline,
    "no-end": no_end,
    "repeated-verbatim": repeated_verbatim,
    "date-expired": date_expired,
    "date-expired-since": date_expired_since,
    "past-event": past_event,
    "near-duplicate": near_duplicate,
    "weakened": weakened,
}


def _asked(facts: MandateFacts) -> list[Commitment]:
    return [duty for duty in facts.commitments if duty.standing == "asked"]


def _any(words: Sequence[str]) -> str:
    return (
        rf"(?:{'|'.join(re.escape(each) for each in sorted(words, key=lambda each: (-len(each), each)))})(?![\w-])"
    )


def _with_items(facts: MandateFacts, place: str) -> str:
    """The words of a whole paragraph: of its chapeau and all its items, whichever of them ``place`` is."""
    whole = place.partition("(")[0]
    return " ".join(each.text for each in facts.document.paragraphs if each.id.partition("(")[0] == whole)


def _place(name: str, paragraph: str) -> str:
    return f"{short_name(name)}:{paragraph}"


def _when(facts: MandateFacts) -> str:
    day = long_date(facts.stood.isoformat()) if facts.stood else ""
    return f"when the text was adopted, on {day}" if facts.adopted else f"when the draft was distributed, on {day}"


def _of_duty(rule: HealthRule, duty: Commitment, against: Sequence[str] = (), **said: object) -> HealthNote:
    because = rule.because.format(**said)
    return HealthNote(rule.name, duty.paragraph, duty.id, duty.quote, duty.spans, because, tuple(against))


def _of_paragraph(
    rule: HealthRule, facts: MandateFacts, place: str, against: Sequence[str], **said: object
) -> HealthNote:
    paragraph: Paragraph | None = facts.document.paragraph(place)
    text, spans = (paragraph.text, paragraph.spans) if paragraph else ("", ())
    return HealthNote(rule.name, place, None, text, spans, rule.because.format(**said), tuple(against))


def _of_words(rule: HealthRule, where: tuple[str, Passage], target: _Target, **said: object) -> HealthNote:
    """A note on a target date; it quotes the words from the comma or semicolon before it."""
    place, passage = where
    words = passage.text[target.start : target.end]
    start = max((passage.text.rfind(mark, 0, target.start) + len(mark) for mark in (", ", "; ")), default=0)
    start = start if passage.text[:start].endswith((", ", "; ")) else 0
    quote, spans = passage.text[start : target.end], passage.locate(start, target.end)
    return HealthNote(rule.name, place, None, quote, spans, rule.because.format(words=words, **said))
