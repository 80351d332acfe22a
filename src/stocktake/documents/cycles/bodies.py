"""Bodies with a mandate and an end, followed from text to text: set up, who is on them, reported, last mentioned.

Knows how a body is named: in capitals with its matter ("Working Group on Harbour Dues"), or in small letters when it
is set up ("a working group to examine harbour dues"). The two are one where the later name's words stand in the
sentence that sets it up. A body that later texts do not name is "never mentioned again": not the same as ended.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain

from stocktake.documents.commitments.model import Commitment
from stocktake.documents.compare.passage import letters_and_digits
from stocktake.documents.cycles.held import Held
from stocktake.documents.cycles.model import Cycle, CycleState, Stage, StageKind
from stocktake.documents.cycles.receipts import symbols_in
from stocktake.documents.cycles.subject import Subjects
from stocktake.documents.find.locate import Passage
from stocktake.documents.model import Paragraph
from stocktake.frameworks.cycle_words import words_of

# So much of the name's telling words the sentence that sets a body up must hold.
IN_THE_SENTENCE = 0.75
# So many characters before and after a name say what is said of it.
_AROUND = 90


@dataclass(frozen=True, slots=True)
class _Mention:
    """A body named in a text: its name, or the words of the sentence that sets it up."""

    text: int
    paragraph: Paragraph
    start: int
    end: int
    is_named: bool

    @property
    def words(self) -> str:
        return self.paragraph.text[self.start : self.end]


@dataclass(slots=True)
class _Body:
    name: str
    key: str
    mentions: list[_Mention] = field(default_factory=list)


def body_cycles(texts: Sequence[Held], subjects: Subjects) -> tuple[Cycle, ...]:
    """One cycle per body with a mandate, in the order in which they are first named."""
    mentions = [each for at, text in enumerate(texts) for each in _mentions(at, text)]
    bodies: dict[str, _Body] = {}
    for each in mentions:
        if each.is_named:
            body = bodies.setdefault(
                letters_and_digits(each.words), _Body(each.words, letters_and_digits(each.words))
            )
            body.mentions.append(each)
    for each in mentions:
        if not each.is_named:
            _home_of(each, bodies, subjects).mentions.append(each)
    return tuple(_cycle(each, texts) for each in sorted(bodies.values(), key=_first))


def _first(body: _Body) -> tuple[int, int, str]:
    first = min(body.mentions, key=lambda each: each.text)
    return first.text, first.start, body.key


def _mentions(at: int, text: Held) -> Iterator[_Mention]:
    for paragraph in text.document.paragraphs:
        for found in _pattern().finditer(paragraph.text):
            is_named = found["name"] is not None
            if is_named or _is_set_up(paragraph.text, found.start()):
                end = found.end() if is_named else _clause_end(paragraph.text, found.end())
                yield _Mention(at, paragraph, found.start(), end, is_named)


def _home_of(mention: _Mention, bodies: dict[str, _Body], subjects: Subjects) -> _Body:
    """The body that a sentence without its name sets up; a new one where none is named so."""
    scored = [(subjects.shared(body.name, mention.words), body) for body in bodies.values()]
    best = max(scored, key=lambda each: each[0], default=(0.0, None))
    if best[1] is not None and best[0] >= IN_THE_SENTENCE:
        return best[1]
    name = _short(mention.words)
    return bodies.setdefault(letters_and_digits(name), _Body(name, letters_and_digits(name)))


def _short(words: str) -> str:
    """The words that set a body up, to the end of the first phrase that says what it is for."""
    found = re.match(r"(?:\S+\s){0,17}\S+", words)
    return found[0].rstrip(",;") if found else words


def _is_set_up(text: str, at: int) -> bool:
    """Whether a body is set up that was not there before: "establish a working group", not "the working group"."""
    before = text[max(0, at - _AROUND) : at]
    return _A_NEW_ONE.search(before) is not None and _establishing().search(before) is not None


_A_NEW_ONE = re.compile(r"\b(?:a|an)\s(?:[\w-]+,?\s){0,3}$")


def _clause_end(text: str, after: int) -> int:
    found = re.compile(r";|,\sand\s(?=\w+s\s)|$").search(text, after)
    return found.start() if found else len(text)


def _cycle(body: _Body, texts: Sequence[Held]) -> Cycle:
    mentions = sorted(body.mentions, key=lambda each: each.text)
    stages = [_stage(each, texts[each.text]) for each in mentions]
    due = [each.deadline.latest for each in _duties(mentions, texts) if each.deadline and each.deadline.latest]
    state, because = _state(mentions, texts)
    return Cycle(
        id=body.name,
        kind="body",
        subject=body.name,
        stages=tuple(stages),
        state=state,
        because=because,
        due=max(due, default=None),
        carried=len({each.text for each in mentions}),
    )


def _duties(mentions: Sequence[_Mention], texts: Sequence[Held]) -> Iterator[Commitment]:
    """The duties of the paragraphs that name the body."""
    return chain.from_iterable(
        (duty for duty in texts[each.text].duties if duty.paragraph == each.paragraph.id) for each in mentions
    )


def _stage(mention: _Mention, text: Held) -> Stage:
    paragraph = mention.paragraph
    passage = Passage.of(text.document.source_text, paragraph.spans)
    start, end = _sentence(paragraph.text, mention)
    spans = passage.locate(start, end)
    symbols = symbols_in(paragraph, start, end, spans, text.cited)
    kind, because = _kind(mention, symbols)
    return Stage(
        kind, text.name, text.adopted, paragraph.id, paragraph.text[start:end], spans, symbols, None, because
    )


def _sentence(text: str, mention: _Mention) -> tuple[int, int]:
    """The clause in which a body is named: from the semicolon before it to the one after."""
    start = text.rfind(";", 0, mention.start) + 1
    end = text.find(";", mention.end)
    end = len(text) if end < 0 else end
    return start + len(text[start:end]) - len(text[start:end].lstrip()), end


def _kind(mention: _Mention, symbols: Sequence[str]) -> tuple[StageKind, str]:
    text = mention.paragraph.text
    before = text[max(0, mention.start - _AROUND) : mention.start]
    after = text[mention.end : mention.end + _AROUND]
    if _REPORT_OF.search(before):
        return ("delivered", "its report is cited") if symbols else ("noted", "its report is named")
    if _composing().search(before) or _composing().search(after):
        return "composition", "the words near its name say who is on it"
    if _establishing().search(before) or _establishing().search(after[: _AROUND // 2]):
        return "set up", "the words near its name say that it is set up"
    return "mentioned", "it is named"


_REPORT_OF = re.compile(
    r"\b(?:report|reports|recommendations|conclusions|outcome)\b[^;,]*\b(?:of|by)\s(?:the\s)?(?:\w+\sof\sthe\s)?$"
)


def _state(mentions: Sequence[_Mention], texts: Sequence[Held]) -> tuple[CycleState, str]:
    last = mentions[-1].text
    if last == len(texts) - 1:
        return "mentioned since", f"the newest text held, {texts[last].name}, names it"
    after = texts[last + 1]
    gap = f"; not held between them: {', '.join(after.not_held_before)}" if after.not_held_before else ""
    return "never mentioned again", f"last named in {texts[last].name}; {after.name} does not name it{gap}"


@cache
def _pattern() -> re.Pattern[str]:
    """A body by its name in capitals, or by its kind in small letters."""
    kinds = "|".join(re.escape(each) for each in words_of("body"))
    # In a name only the small words keep their small letters: "Group of Experts", "High-level Panel".
    titled = "|".join(
        re.sub(r"\b(?!of\b|and\b|level\b)[a-z]", lambda first: first[0].upper(), each) for each in words_of("body")
    )
    capital = r"[A-Z][\w’'-]*"
    more = rf"(?:,?\s(?:(?:of|the|and|for|to|in)\s)*?(?<!and\sof\sthe\s){capital})*"
    name = rf"(?:{capital}\s)*(?:{titled})\s(?:on|of|to|for)\s(?:the\s)?{capital}{more}"
    return re.compile(rf"(?P<name>{name})|\b(?P<kind>{kinds})\b")


@cache
def _establishing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words_of('establishes')))})\b", re.IGNORECASE)


@cache
def _composing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words_of('composes')))})\b", re.IGNORECASE)
