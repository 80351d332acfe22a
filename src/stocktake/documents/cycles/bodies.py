"""Bodies with a mandate and an end, from text to text: set up, asked, who is on them, reported, last mentioned.

A body that later texts do not name is "never mentioned again": not the same as ended. Two foundings under one name are
said, with the texts by which they were made; whether they are one body is for people to say. A body that is only
mentioned has no cycle.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from stocktake.documents.commitments.model import Commitment
from stocktake.documents.cycles.endings import find_ending
from stocktake.documents.cycles.foundings import Founding, foundings
from stocktake.documents.cycles.held import Held
from stocktake.documents.cycles.mentions import Body, Mention, establishing, find_bodies
from stocktake.documents.cycles.model import Cycle, CycleState, Stage, StageKind
from stocktake.documents.cycles.receipts import symbols_in
from stocktake.documents.cycles.requests import asking_stage
from stocktake.documents.cycles.subject import Subjects
from stocktake.documents.find.locate import Passage
from stocktake.frameworks.cycle_words import words_of

# So many characters before and after a name say what is said of it.
_AROUND = 90
# Of several mentions in one clause the first of these counts.
_TELLING: tuple[StageKind, ...] = ("set up", "composition", "delivered", "noted", "mentioned")
_REPORTED = ("delivered", "noted")

_Placed = tuple[int, Stage]


def body_cycles(texts: Sequence[Held], subjects: Subjects) -> tuple[Cycle, ...]:
    """One cycle per body of which a text says more than its name, in the order in which they are first named."""
    found = [(body, _stages(body, texts)) for body in find_bodies(texts, subjects)]
    return tuple(
        _cycle(body, stages, texts, subjects)
        for body, stages in found
        if any(stage.kind != "mentioned" for _at, stage in stages)
    )


def _cycle(body: Body, stages: Sequence[_Placed], texts: Sequence[Held], subjects: Subjects) -> Cycle:
    founded = foundings(stages, texts)
    duties = _duties(stages, texts)
    answered = tuple(duty.id for at, duty in duties if _report_after(at, stages, founded) is not None)
    state, because = _state(body, texts, subjects)
    dated = [duty.deadline.latest for _at, duty in duties if duty.deadline and duty.deadline.latest]
    return Cycle(
        id=body.name,
        kind="body",
        subject=body.name,
        stages=tuple(stage for _at, stage in stages),
        state=state,
        because="; ".join([because, *_by_whom(founded), *_came_of(duties, stages, founded)]),
        due=max(dated, default=None),
        carried=len({at for at, _stage in stages}),
        answered=answered,
    )


def _stages(body: Body, texts: Sequence[Held]) -> list[_Placed]:
    """What the texts say of a body, clause by clause, and what they ask of it."""
    clauses: dict[tuple[int, int, int], _Placed] = {}
    for mention in body.mentions:
        stage, start = _stage(mention, texts[mention.text])
        place = (mention.text, mention.order, start)
        held = clauses.get(place)
        if held is None or _TELLING.index(stage.kind) < _TELLING.index(held[1].kind):
            clauses[place] = mention.text, stage
    asked = {
        (mention.text, mention.order, len(mention.paragraph.text) + at): (mention.text, stage)
        for mention in body.mentions
        for at, stage in enumerate(_asked_of(mention, texts[mention.text]))
    }
    return [placed for _place, placed in sorted({**clauses, **asked}.items(), key=lambda each: each[0])]


def _stage(mention: Mention, text: Held) -> tuple[Stage, int]:
    """What a clause says of a body, and where the clause begins."""
    paragraph = mention.paragraph
    start, end = _clause(paragraph.text, mention)
    spans = Passage.of(text.document.source_text, paragraph.spans).locate(start, end)
    symbols = symbols_in(paragraph, start, end, spans, text.cited)
    kind, because = _kind(mention, (start, end), symbols)
    duty = _duty_around(mention, text) if kind == "set up" else None
    words = paragraph.text[start:end]
    return Stage(kind, text.name, text.adopted, paragraph.id, words, spans, symbols, duty, because), start


def _clause(text: str, mention: Mention) -> tuple[int, int]:
    """The clause in which a body is named: from the semicolon before it to the one after."""
    start = text.rfind(";", 0, mention.start) + 1
    end = text.find(";", mention.end)
    end = len(text) if end < 0 else end
    return start + len(text[start:end]) - len(text[start:end].lstrip()), end


def _kind(mention: Mention, clause: tuple[int, int], symbols: Sequence[str]) -> tuple[StageKind, str]:
    text = mention.paragraph.text
    before = text[max(clause[0], mention.start - _AROUND) : mention.start]
    after = text[mention.end : min(clause[1], mention.end + _AROUND)]
    if _REPORT_OF.search(before):
        return ("delivered", "its report is cited") if symbols else ("noted", "its report is named")
    if mention.is_set_up or (_OF_ITS_OWN.search(before) and establishing().search(before)):
        return "set up", "the words near its name say that it is set up"
    if _composing().search(before) or _composing().search(after):
        return "composition", "the words near its name say who is on it"
    if re.match(rf",?\s(?:which\swas\s|as\s)?{establishing().pattern}", after, re.IGNORECASE):
        return "set up", "the words near its name say that it is set up"
    return "mentioned", "it is named"


_REPORT_OF = re.compile(
    r"\b(?:report|reports|recommendations|conclusions|outcome)\b[^;,]*\b(?:of|by)\s(?:the\s)?(?:[\w-]+\s(?:of|by)\sthe\s)?$"
)
# "the establishment of the Panel", "the convening of the Group": not "the meeting convened with the Group".
_OF_ITS_OWN = re.compile(
    r"\b(?:\w+ment|\w+ing|creation|set|up|\w+e|\w+es|\w+ed)\b[^;]*\b(?:a|an|the)\s(?:[\w-]+,?\s){0,4}$"
)


def _duty_around(mention: Mention, text: Held) -> str | None:
    """The id of the duty by whose words a body is set up."""
    for duty in text.duties:
        if duty.paragraph == mention.paragraph.id:
            start = mention.paragraph.text.find(duty.quote)
            if 0 <= start <= mention.start < start + len(duty.quote):
                return duty.id
    return None


def _asked_of(mention: Mention, text: Held) -> Iterator[Stage]:
    """What a text asks of the body itself, where it speaks of it."""
    for duty in text.duties:
        names = {each.printed.casefold() for each in duty.addressees}
        if duty.paragraph == mention.paragraph.id and names & {mention.kind, mention.words.casefold()}:
            yield asking_stage(text, duty)


def _duties(stages: Sequence[_Placed], texts: Sequence[Held]) -> list[tuple[int, Commitment]]:
    """The duties by which it is set up or asked, with the places of their texts."""
    return [
        (at, duty)
        for at, stage in stages
        for duty in texts[at].duties
        if stage.commitment is not None and duty.id == stage.commitment
    ]


def _report_after(at: int, stages: Sequence[_Placed], founded: Sequence[Founding]) -> _Placed | None:
    """The first report taken up after a text, before the body, or another by its name, is founded anew."""
    anew = min((each.at for each in founded if each.at > at), default=None)
    reports = [each for each in stages if each[0] > at and each[1].kind in _REPORTED]
    first = reports[0] if reports else None
    return first if first is not None and (anew is None or first[0] < anew) else None


def _by_whom(founded: Sequence[Founding]) -> Iterator[str]:
    if len(founded) > 1:
        said = [f"{' and '.join(each.by)} ({each.document} {each.paragraph})" for each in founded]
        yield f"{len(founded)} foundings under one name, by {'; by '.join(said)}: they may be different bodies"


def _came_of(
    duties: Sequence[tuple[int, Commitment]], stages: Sequence[_Placed], founded: Sequence[Founding]
) -> Iterator[str]:
    """What is known of the reports that were asked for by a day; of a day that is asked for again, the last time."""
    dated = {duty.deadline.latest: (at, duty) for at, duty in duties if duty.deadline and duty.deadline.latest}
    for day, (at, duty) in dated.items():
        found = _report_after(at, stages, founded)
        came = f"its report is taken up in {_at(found[1])}" if found else "no text held tells of its report"
        yield f"asked for by {day.isoformat()} ({duty.id}): {came}"


def _at(stage: Stage) -> str:
    """A place in words; a paragraph's id alone would read as part of the symbol."""
    kind, number = (
        ("preambular paragraph", stage.paragraph[1:])
        if stage.paragraph.startswith("P")
        else ("paragraph", stage.paragraph)
    )
    return f"{stage.document}, {kind} {number}"


def _state(body: Body, texts: Sequence[Held], subjects: Subjects) -> tuple[CycleState, str]:
    last = body.mentions[-1].text
    if last == len(texts) - 1:
        return "mentioned since", f"the newest text held, {texts[last].said}, names it"
    after = texts[last + 1]
    gap = f"; not held between them: {', '.join(after.not_held_before)}" if after.not_held_before else ""
    because = f"last named in {texts[last].said}; {after.said} does not name it{gap}"
    endings = [
        (text.said, found) for text in texts[last + 1 :] if (found := find_ending(text, body.name, subjects))
    ]
    if endings:
        return (
            "not known from the texts held",
            f"{because}; {endings[0][0]} may say in {endings[0][1]} that it is ended",
        )
    return "not known from the texts held" if after.is_draft else "never mentioned again", because


@cache
def _composing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words_of('composes')))})\b", re.IGNORECASE)
