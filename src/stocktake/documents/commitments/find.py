"""The duties of a document, in order, each with whom it asks, what, through whom, by when.

Puts together what the other modules of the package read. A duty is a clause of an operative paragraph, or of an
item, whose verb asks; an item without a verb of its own carries on that of its chapeau.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from stocktake.documents.commitments.addressees import Name, Where
from stocktake.documents.commitments.channels import find_channels
from stocktake.documents.commitments.clauses import Clause, find_clauses
from stocktake.documents.commitments.context import Context
from stocktake.documents.commitments.deadlines import find_deadlines
from stocktake.documents.commitments.deliverables import find_deliverable
from stocktake.documents.commitments.gaps import Part, find_gaps
from stocktake.documents.commitments.items import carrier, items_of
from stocktake.documents.commitments.mentions import Mentions
from stocktake.documents.commitments.model import UNSPECIFIED, Commitment, Deliverable, Named
from stocktake.documents.commitments.objects import Asked, read_object
from stocktake.documents.commitments.recurrence import find_recurrence
from stocktake.documents.commitments.reported import Reported, find_reported
from stocktake.documents.find.locate import Passage
from stocktake.documents.model import Document, Paragraph
from stocktake.frameworks.actors import actor_named
from stocktake.frameworks.commitment_verbs import CommitmentVerb
from stocktake.frameworks.sessions import session_series


@dataclass(frozen=True, slots=True)
class _Duty:
    """A duty within a paragraph, before it is put into the source text.

    ``carried`` are the addressees that an item takes over from its chapeau.
    """

    start: int
    end: int
    verb: CommitmentVerb
    printed: str
    names: tuple[Name, ...]
    action: int
    rule: str
    is_own: bool = False
    chapeau: str | None = None
    carried: tuple[Named, ...] | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    """A paragraph, its words with their places, and where names in it are read."""

    paragraph: Paragraph
    passage: Passage
    where: Where
    clauses: tuple[Clause, ...]

    @property
    def text(self) -> str:
        """The words."""
        return self.passage.text


_Carried = dict[str, tuple[_Duty, ...]]


def find_commitments(document: Document) -> tuple[Commitment, ...]:
    """Every duty of the operative part, in document order; those only reported have the standing ``reported``.

    Within a paragraph the duties it asks are numbered first (``80/118:13#1``) and the reported ones apart
    (``80/118:13#r1``), so that numbers do not shift where a reported one is found.
    """
    carried: _Carried = {}
    found: list[Commitment] = []
    name = _short_name(document)
    for at, place in _places(document):
        duties = _duties(place, document.paragraphs[at:], carried, document.data.organ)
        label = f"{name}:{place.paragraph.id}"
        here = [
            (duty.start, replace(_commitment(document, place, duty), id=f"{label}#{number}"))
            for number, duty in enumerate(duties, 1)
        ]
        here += [
            (each.start, replace(_reported(document, place, each), id=f"{label}#r{number}"))
            for number, each in enumerate(_reports(place), 1)
        ]
        found += [commitment for _, commitment in sorted(here, key=lambda each: each[0])]
    return tuple(found)


def _short_name(document: Document) -> str:
    symbol = document.data.symbol
    return symbol.removeprefix("A/RES/") if symbol else PurePath(document.source.name).stem


def _places(document: Document) -> Iterator[tuple[int, _Place]]:
    """The operative paragraphs and their items, with their place in the document."""
    mentions = Mentions([each.text for each in document.paragraphs], document.data.organ)
    operative = {each.id for each in document.operative}
    for at, paragraph in enumerate(document.paragraphs):
        if paragraph.id in operative:
            passage = Passage.of(document.source_text, paragraph.spans)
            where = Where(passage.text, at, mentions)
            yield at, _Place(paragraph, passage, where, find_clauses(passage.text))


def _duties(place: _Place, following: Sequence[Paragraph], carried: _Carried, organ: str | None) -> list[_Duty]:
    """The duties that a paragraph asks; those that its items carry on are left out and kept in ``carried``."""
    own = _own_duties(place)
    duties = [*_taken_over(place, carried), *own]
    last = max((each.end for each in duties), default=0)
    tail = tuple(each for each in duties if each.end == last)
    items = items_of(following, 0)
    if not items or not tail or not place.text.rstrip().endswith(":"):
        return duties
    who = carrier(place.text[tail[-1].start :], items, is_open=tail[-1].action >= tail[-1].end)
    if who != "chapeau":
        carried[place.paragraph.id] = tuple(_to_carry(place, each, organ) for each in tail)
    return duties if who != "items" else [each for each in duties if each not in tail]


def _to_carry(place: _Place, duty: _Duty, organ: str | None) -> _Duty:
    named = duty.carried if duty.carried is not None else _addressees(place, duty, organ)
    return replace(duty, carried=named, chapeau=duty.chapeau or place.paragraph.id)


def _taken_over(place: _Place, carried: _Carried) -> list[_Duty]:
    """The duties of an item that its chapeau's verb asks: its words up to a verb of the organ of its own."""
    chapeau = carried.get(place.paragraph.id.rpartition("(")[0], ())
    clauses = place.clauses
    end = clauses[0].joint if clauses else len(place.text.rstrip(" ;:,."))
    end = len(place.text[:end].removesuffix(", and").removesuffix("; and").removesuffix(" and").rstrip(" ;:,."))
    if end == 0:
        return []
    return [
        replace(each, start=0, end=end, action=0, names=(), rule=f"item of a chapeau: {each.rule}", doubts=())
        for each in chapeau
    ]


def _own_duties(place: _Place) -> list[_Duty]:
    clauses = _merged(place.text, place.clauses)
    read = [_object(place, clause) for clause in clauses]
    duties: list[_Duty] = []
    for at, (clause, asked) in enumerate(zip(clauses, read, strict=True)):
        if asked is None or clause.verb is None:
            continue
        following = next(zip(clauses[at + 1 :], read[at + 1 :], strict=True), None)
        read_with = _shared(clause, _those_before(asked, duties), following)
        duties += _with_gaps(place, clause, read_with)
    return duties


def _those_before(asked: Asked, before: Sequence[_Duty]) -> Asked:
    """The object, "them" being those whom the duty before it asks; so "it" where no body is named."""
    if [each.name for each in asked.names] not in (["them"], ["they"], ["it"]) or not before:
        return asked
    them = asked.names[0]
    names = tuple(replace(each, start=them.start, end=them.end) for each in before[-1].names)
    return replace(asked, names=names or asked.names)


def _merged(text: str, clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses, those made one whose verbs share all that follows: "Requests and encourages the Chair to"."""
    merged: list[Clause] = []
    for clause in reversed(clauses):
        is_empty = not text[clause.head_end : clause.end].strip(" ,") and clause.verb is not None
        if merged and is_empty and merged[-1].verb is not None:
            merged[-1] = replace(merged[-1], start=clause.start, joint=clause.joint, verb=clause.verb)
        else:
            merged.append(clause)
    return merged[::-1]


def _object(place: _Place, clause: Clause) -> Asked | None:
    return read_object(place.where, clause) if clause.verb is not None else None


def _shared(clause: Clause, asked: Asked, following: tuple[Clause, Asked | None] | None) -> tuple[Asked, int]:
    """The clause's object and end; of one that only names someone, what the next clause asks."""
    if asked.is_open and following and following[1] is not None and following[1].names:
        return replace(asked, action=following[1].action, is_open=following[1].is_open), following[0].end
    return asked, clause.end


def _with_gaps(place: _Place, clause: Clause, read: tuple[Asked, int]) -> Iterator[_Duty]:
    """The duty of a clause, and one more for each further addressee under the same verb."""
    asked, end = read
    verb = clause.verb
    if verb is None:
        return
    printed = place.text[clause.start : clause.head_end]
    parts = _parts(place, asked, end)
    stops = [*(each.joint for each in parts), end]
    rule = f"participle, {asked.rule}" if clause.is_participle else asked.rule
    doubts = _PARTICIPLE if clause.is_participle else _WE if asked.is_own and printed.startswith("We ") else ()
    yield _Duty(
        clause.start, stops[0], verb, printed, asked.names, asked.action, rule, is_own=asked.is_own, doubts=doubts
    )
    for part, stop in zip(parts, stops[1:], strict=True):
        doubts = () if part.is_sure else _NO_COMMA
        yield _Duty(part.start, stop, verb, printed, part.names, part.action, "verb not said again", doubts=doubts)


def _parts(place: _Place, asked: Asked, end: int) -> list[Part]:
    """The further parts of a clause, each with its own addressee: an infinitive, or a that-clause of its own."""
    if asked.further:
        return [Part(each.joint, each.start, each.names, each.start, is_sure=True) for each in asked.further]
    return list(find_gaps(place.where, asked.action, end)) if asked.names and not asked.is_open else []


_PARTICIPLE = ("The verb is a participle: it may be said of someone else than the organ.",)
_WE = ("“We” are those who made the declaration; the organ that adopted it stands for them.",)
_NO_COMMA = ("No comma parts the second addressee from what the first is asked.",)


def _reports(place: _Place) -> list[Reported]:
    stretches = [(each.start, each.end) for each in place.clauses] or [(0, len(place.text.rstrip(" ;:,.")))]
    found = [each for start, end in stretches for each in find_reported(place.where, start, end)]
    return [
        each
        for each in found
        if not any(clause.start <= (each.head or each.start) < clause.head_end for clause in place.clauses)
    ]


def _addressees(place: _Place, duty: _Duty, organ: str | None) -> tuple[Named, ...]:
    if duty.carried is not None:
        return duty.carried
    if duty.is_own and organ:
        return (Named(organ, "", known=True, spans=()),)
    named = tuple(_named(place, each) for each in duty.names)
    return named or (Named(UNSPECIFIED, "", known=False, spans=()),)


def _named(place: _Place, name: Name) -> Named:
    printed = place.text[name.start : name.end]
    spans = place.passage.locate(name.start, name.end)
    return Named(name.name, printed, name.known, spans, name.candidates)


def _commitment(document: Document, place: _Place, duty: _Duty) -> Commitment:
    text, passage = place.text, place.passage
    addressees = _addressees(place, duty, document.data.organ)
    channels = find_channels(place.where, duty.start, duty.end)
    context = Context.of(document, _its(addressees, document.data.organ))
    deadlines = find_deadlines(passage, duty.start, duty.end, context)
    return Commitment(
        id="",
        paragraph=place.paragraph.id,
        standing="asked",
        strength=duty.verb.strength or "other",
        verb=duty.printed,
        quote=text[duty.start : duty.end],
        spans=passage.locate(duty.start, duty.end),
        chapeau=duty.chapeau,
        addressees=addressees,
        action=text[duty.action : duty.end],
        through=tuple(_named(place, each) for each in channels),
        deliverable=_deliverable(place, duty),
        deadline=deadlines[0] if deadlines else None,
        further_deadlines=deadlines[1:],
        recurrence=find_recurrence(passage, duty.start, duty.end),
        rule=duty.rule,
        doubts=(*duty.doubts, *_doubts((*addressees, *(_named(place, each) for each in channels)))),
    )


def _its(addressees: Sequence[Named], organ: str | None) -> str | None:
    """The body that "its" means in a clause: the one asked, where it is one body; else the organ.

    None where the one asked is one of several bodies of that name ("the Commission").
    """
    bodies = [each.name for each in addressees if (actor := actor_named(each.name)) and actor.kind == "body"]
    if len(addressees) == 1 and not bodies and len(session_series(addressees[0].name)) > 1:
        return None
    return bodies[0] if len(addressees) == 1 and bodies else organ


def _doubts(names: Sequence[Named]) -> tuple[str, ...]:
    return tuple(
        f"“{each.printed}” can mean {' or '.join(each.candidates)}." for each in names if len(each.candidates) > 1
    )


def _deliverable(place: _Place, duty: _Duty) -> Deliverable | None:
    found = find_deliverable(place.where, duty.action, duty.end)
    if found is None:
        return None
    start, end = found.thing.start, found.end
    recipients = tuple(_named(place, each) for each in found.recipients)
    return Deliverable(found.thing.kind, place.text[start:end], recipients, place.passage.locate(start, end))


def _reported(document: Document, place: _Place, found: Reported) -> Commitment:
    duty = _Duty(
        found.start,
        found.end,
        found.verb,
        place.text[found.start if found.head is None else found.head : found.head_end],
        found.names,
        found.action,
        found.rule,
    )
    return replace(_commitment(document, place, duty), standing="reported")
