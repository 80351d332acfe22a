"""Building the review: a pure function of documents, a date and the frameworks.

Knows the order in which the parts are made, and which paragraphs have to be quoted for them. Reads no file and no
clock.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from stocktake.documents.compare import Comparison, compare_documents
from stocktake.documents.model import Document
from stocktake.documents.threads.model import Threads
from stocktake.frameworks.lineages import Lineage
from stocktake.register import Correction, Need, Offer
from stocktake.review.attention import Facts, raise_attention
from stocktake.review.calendar import Calendar, TextDates, build_calendar
from stocktake.review.chains import build_chains
from stocktake.review.divides import Setting as Measuring
from stocktake.review.divides import measure_divides
from stocktake.review.duties import Followed, Known, gather_duties
from stocktake.review.duties_model import Duties
from stocktake.review.evidence.coverage import coverage
from stocktake.review.evidence.given import Given, Recorded
from stocktake.review.evidence.levels import levels_of
from stocktake.review.evidence.standing import standings
from stocktake.review.example import is_example_lineage
from stocktake.review.figures.gather import Setting as Auditing
from stocktake.review.figures.gather import audit_texts
from stocktake.review.figures.model import Audit
from stocktake.review.found import Found, find_everything
from stocktake.review.health_model import Health
from stocktake.review.keeping import Keeper, identity, made_anew
from stocktake.review.lives import follow
from stocktake.review.mandates import Setting, health_of
from stocktake.review.mentions import gather_citations, gather_events
from stocktake.review.model import Attention, Chain, Damage, Dated, Passage, Quote, Remark, Review, Step, Text
from stocktake.review.needs.views import view_needs
from stocktake.review.numbers import Numbers
from stocktake.review.texts import list_texts

_NOTHING_RECORDED = Recorded()


@dataclass(frozen=True, slots=True)
class Besides:
    """What a review is made from besides its texts.

    Attributes:
        damages: Files that should have given documents and cannot be used.
        corrections: What people recorded of duties.
        recorded: What people recorded of things done.
        needs: What assessments say is needed.
        offers: The programmes that are offered.
        fingerprint: A checksum of what everything was made from, handed on as it is.
        numbers: The statistics held; None where there are none.
        areas: Codes of the areas and groups of which divides are shown.
        keep: Keeps parts that were made; by default nothing is kept.
    """

    damages: Sequence[Damage] = ()
    corrections: Sequence[Correction] = ()
    recorded: Recorded = _NOTHING_RECORDED
    needs: Sequence[Need] = ()
    offers: Sequence[Offer] = ()
    fingerprint: str = ""
    numbers: Numbers | None = None
    areas: Sequence[str] = ()
    keep: Keeper = made_anew


def build_review(
    documents: Sequence[Document], as_of: date, lineages: Iterable[Lineage], besides: Besides | None = None
) -> Review:
    """What ``documents`` amount to on ``as_of``; the same for the same input, whatever its order.

    Args:
        documents: As read.
        as_of: Texts adopted later are listed and not used; events are past or ahead of it.
        lineages: The chains of the frameworks.
        besides: What else it is made from.

    Raises:
        RequestError: Example and real texts are mixed.
    """
    besides = besides or Besides()
    known = tuple(lineages)
    texts = list_texts(documents, as_of, _examples(known))
    used = [text for text in texts if text.used]
    chains = build_chains(texts, known, as_of)
    steps = tuple(step for chain in chains if (step := _step(chain, texts, besides.keep)) is not None)
    found = {text.key: _found(text.document, besides.keep) for text in used}
    events = gather_events(used, found, as_of)
    remarks = tuple(Remark(text.key, finding) for text in texts for finding in text.document.findings)
    followed = _followed(chains, texts, steps, found, besides.keep)
    threads = followed.threads if followed else None
    duties = gather_duties(Known(texts, chains, steps, followed, found, besides.corrections, besides.keep), as_of)
    setting = Setting(steps, threads, duties, as_of)
    base = ([identity(text.document) for text in texts], as_of, besides.corrections)
    health = tuple(
        besides.keep(Health, (text.key, base), partial(health_of, text, setting))
        for text in used
        if text.key in duties.in_force
    )
    audit = audit_texts(used, Auditing(found, threads, besides.numbers, as_of, besides.keep))
    citations = gather_citations(used, found)
    levels = levels_of(besides.numbers, as_of, besides.keep)
    given = Given(used, duties, followed, citations, levels)
    standing = standings(given, besides.recorded, as_of)
    attention = raise_attention(
        Facts(chains, steps, events, remarks, besides.damages, texts, threads, duties, health, audit, standing)
    )
    return Review(
        as_of=as_of,
        fingerprint=besides.fingerprint,
        example=any(text.example for text in texts),
        texts=texts,
        chains=chains,
        steps=steps,
        threads=threads,
        duties=duties,
        calendar=_calendar(found, duties, as_of),
        figures=audit,
        divides=measure_divides(Measuring(besides.numbers, tuple(besides.areas), as_of, besides.keep)),
        health=health,
        citations=citations,
        standings=standing,
        coverage=coverage(given, besides.recorded, standing),
        needs=view_needs(besides.needs, besides.offers, as_of),
        events=events,
        remarks=remarks,
        damages=tuple(besides.damages),
        quotes=_quotes(
            texts,
            _quoted(steps, events, attention) | _spoken_of(duties, health, followed) | _audited(audit),
        ),
        attention=attention,
        data_files=besides.numbers.files if besides.numbers else (),
    )


def chains_of(documents: Sequence[Document], lineages: Iterable[Lineage]) -> tuple[Chain, ...]:
    """The chains that ``documents`` belong to, whole: held and not held, whatever the date.

    Raises:
        RequestError: Example and real texts are mixed.
    """
    known = tuple(lineages)
    return build_chains(list_texts(documents, date.max, _examples(known)), known, date.max)


def _examples(lineages: Iterable[Lineage]) -> frozenset[str]:
    return frozenset(symbol for each in lineages if is_example_lineage(each) for symbol in each.symbols)


def _step(chain: Chain, texts: Sequence[Text], keep: Keeper) -> Step | None:
    """The latest adopted text of ``chain`` against the one before it that is held; None where one is lacking."""
    held = [at for at, member in enumerate(chain.members) if member.text]
    if len(held) < len(("old", "new")):
        return None
    before, latest = held[-2:]
    old, new = (_text(texts, chain.members[at].text or "") for at in (before, latest))
    between = tuple(member.symbol for member in chain.members[before + 1 : latest])
    comparison = keep(
        Comparison,
        (identity(old.document), identity(new.document)),
        lambda: compare_documents(old.document, new.document),
    )
    return Step(chain.name, old.key, new.key, between, comparison)


def _found(document: Document, keep: Keeper) -> Found:
    return keep(Found, identity(document), lambda: find_everything(document))


def _followed(
    chains: Sequence[Chain],
    texts: Sequence[Text],
    steps: Sequence[Step],
    found: Mapping[str, Found],
    keep: Keeper,
) -> Followed | None:
    """The chain with most texts held, followed; None where fewer than two of one language are held."""
    if not chains:
        return None
    standing = follow(chains[0], texts)
    languages = Counter(document.data.language for document in standing.documents.values())
    language = next((language for language, count in languages.most_common(1) if count > 1), None)
    kept = {
        symbol: each
        for symbol, each in standing.documents.items()
        if each.data.language == language and each.paragraphs
    }
    if language is None or len(kept) < len(("old", "new")):
        return None
    made = {(step.old, step.new): step.comparison for step in steps}
    by_document = {id(text.document): text.key for text in texts}
    keys = {symbol: by_document[id(document)] for symbol, document in kept.items()}
    duties = {symbol: found[key].commitments for symbol, key in keys.items()}
    threads = keep(
        Threads,
        ([(symbol, identity(each)) for symbol, each in kept.items()], standing.texts),
        lambda: standing._replace(documents=kept).threads(comparisons=made, duties=duties),
    )
    return Followed(threads, kept, keys)


def _calendar(found: Mapping[str, Found], duties: Duties, as_of: date) -> Calendar:
    """What the texts in force date."""
    return build_calendar(
        (
            TextDates(key, [each.commitment for each in duties.of(key)], each.events)
            for key, each in found.items()
            if key in duties.in_force
        ),
        as_of,
    )


def _spoken_of(duties: Duties, health: Iterable[Health], followed: Followed | None) -> set[Passage]:
    """The paragraphs that lines on duties lead to."""
    keys = followed.keys if followed else {}
    corrected = [each for each in duties.asked if each.state == "overdue" or each.corrected.applied]
    set_aside = [(each.counting("not-a-duty"), each.original.paragraph) for each in duties.set_aside]
    return {
        *(Passage(each.text, each.paragraph) for each in duties.status),
        *(Passage(each.text, each.commitment.paragraph) for each in corrected),
        *(Passage(each.document, note.paragraph) for each in health for note in each.notes),
        *(Passage(said.text, paragraph) for said, paragraph in set_aside if said),
        *(Passage(keys[stage.document], stage.paragraph) for each in duties.cycles for stage in each.stages),
    }


def _audited(audit: Audit) -> set[Passage]:
    """The paragraphs in which figures and targets were looked at."""
    figures = {Passage(each.text, each.figure.paragraph) for each in audit.figures}
    return figures | {Passage(each.text, each.paragraph) for each in audit.expired}


def _text(texts: Sequence[Text], key: str) -> Text:
    return next(text for text in texts if text.key == key)


def _quoted(steps: Iterable[Step], events: Iterable[Dated], attention: Iterable[Attention]) -> set[Passage]:
    """Every passage that a reader is sent to."""
    passages = {passage for event in events for passage in event.passages}
    passages |= {passage for each in attention for passage in each.passages}
    for step in steps:
        changed = [pair for pair in step.comparison.pairs if pair.change != "identical" or pair.moved]
        passages |= {Passage(step.old, place) for pair in changed for place in pair.old}
        passages |= {Passage(step.new, place) for pair in changed for place in pair.new}
    return passages


def _quotes(texts: Sequence[Text], quoted: set[Passage]) -> tuple[Quote, ...]:
    return tuple(
        Quote(text.key, paragraph, text.document.source.name)
        for text in texts
        for paragraph in text.document.paragraphs
        if Passage(text.key, paragraph.id) in quoted
    )
