"""The health of mandates: each rule on invented texts, silent where it should be, and on the real chain."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from operative import operative

from stocktake.documents.commitments.model import Commitment, Deadline, Deliverable, Named, Recurrence
from stocktake.documents.compare import compare_documents
from stocktake.documents.model import Document
from stocktake.documents.sources import read_source
from stocktake.documents.structure import build_document
from stocktake.documents.threads.build import build_threads
from stocktake.documents.threads.model import ChainText, Threads
from stocktake.frameworks.health import load_health_rules
from stocktake.frameworks.lineages import lineage_of
from stocktake.review.health import assess_health, mandate_facts
from stocktake.review.health_model import Health, HealthNote, Previous
from stocktake.review.health_rules import RULES
from stocktake.values.span import words_at

AS_OF = date(2047, 6, 1)
REPORT = Deliverable("report", "a report on wicks", (), ())


def duty(document: Document, place: str, who: str = "Secretary-General", **parts: object) -> Commitment:
    """A duty that is the whole of a paragraph."""
    paragraph = document.paragraph(place)
    assert paragraph is not None
    made = Commitment(
        id=f"99/1:{place}#1",
        paragraph=place,
        standing="asked",
        strength="requests",
        verb=paragraph.verb,
        quote=paragraph.text,
        spans=paragraph.spans,
        chapeau=None,
        addressees=(Named(who, who, known=True, spans=()),),
        action=paragraph.text,
        through=(),
        deliverable=None,
        deadline=None,
        recurrence=None,
        rule="made",
    )
    return replace(made, **parts)  # type: ignore[arg-type]


def assess(
    document: Document,
    rule: str,
    duties: Sequence[Commitment] = (),
    threads: Threads | None = None,
    previous: Previous | None = None,
) -> tuple[HealthNote, ...]:
    facts = mandate_facts(document, AS_OF, duties, threads, previous)
    return assess_health(facts, frozenset({rule})).notes


def places(notes: Sequence[HealthNote]) -> list[str]:
    return [note.paragraph for note in notes]


def test_every_rule_of_the_data_has_a_function_and_the_other_way_round() -> None:
    assert [rule.name for rule in load_health_rules()] == list(RULES)


def test_a_duty_of_nobody_is_shown_and_a_reported_one_is_not() -> None:
    text = operative("Calls for more lanterns;", "Calls for more oil;", "Requests the Keeper to light one;")
    duties = [
        duty(text, "1", "(unspecified)"),
        duty(text, "2", "(unspecified)", standing="reported"),
        duty(text, "3", "Keeper"),
    ]
    (note,) = assess(text, "no-addressee", duties)
    assert (note.paragraph, note.commitment, note.quote) == ("1", "99/1:1#1", "Calls for more lanterns;")
    assert note.because == "Nobody is named who is asked. The drafter may consider naming who is to act."


def test_a_deliverable_without_any_time_is_shown() -> None:
    text = operative(*["Requests the Keeper to submit a report on wicks;"] * 5)
    by = Deadline("at its next session", None, None, None, (), "made")
    duties = [
        duty(text, "1", deliverable=REPORT),
        duty(text, "2", deliverable=REPORT, deadline=by),
        duty(text, "3", deliverable=REPORT, recurrence=Recurrence("annual", "annual", ())),
        duty(text, "4", deliverable=REPORT, recurrence=Recurrence("continuing", "continue to", ())),
        duty(text, "5"),
    ]
    notes = assess(text, "no-deadline", duties)
    assert places(notes) == ["1", "4"]
    assert notes[0].because == (
        "The text asks for “a report on wicks” and sets no date, session or rhythm. It may help to say by when."
    )


def test_a_body_without_an_end_is_shown() -> None:
    text = operative(
        "Requests the Keeper to establish an open-ended working group on wicks;",
        "Requests the Keeper to establish a working group on wicks for a period of two winters;",
        "Requests the Keeper to establish a panel on wicks that:",
        "(a) Counts them until spring;",
        "Encourages Member States to establish a national forum on wicks;",
        "Requests the Keeper to establish and strengthen networks;",
    )
    duties = [duty(text, place) for place in ("1", "2", "3", "5")]
    duties.append(duty(text, "4", "Member States"))
    notes = assess(text, "no-end", duties)
    assert places(notes) == ["1"]
    assert notes[0].because.startswith("The paragraph has a working group set up and names no term")


def test_a_date_that_had_passed_is_told_from_one_that_passed_since() -> None:
    text = operative(
        "Urges keepers, once more, to light every quay by 2040;",
        "Urges keepers to light every pier by no later than the end of March 2045;",
        "Urges keepers to light every buoy by 2050;",
        "Notes that by 2041 every second quay had a lamp;",
        preamble=("Recalling the promise to trim every wick by the year 2030, and to keep it so,",),
    )
    before = assess(text, "date-expired")
    assert [(note.paragraph, note.quote) for note in before] == [
        ("P1", "Recalling the promise to trim every wick by the year 2030"),
        ("1", "to light every quay by 2040"),
    ]
    assert words_at(text.source_text, before[1].spans) == before[1].quote
    assert before[1].because == (
        "The date in “by 2040” had passed when the text was adopted, on 15 December 2044. The commitment may need a "
        "new date, or words that say what became of it."
    )
    since = assess(text, "date-expired-since")
    assert places(since) == ["2"]
    assert "“by no later than the end of March 2045” has passed as of 1 June 2047" in since[0].because


def test_without_any_date_of_the_text_only_the_date_of_the_review_counts() -> None:
    text = operative("Urges keepers to light every quay by 2040;", adopted=None)
    assert assess(text, "date-expired") == ()
    assert places(assess(text, "date-expired-since")) == ["1"]


def test_an_event_that_was_over_is_shown_only_where_the_text_looks_forward_to_it() -> None:
    text = operative(
        "Looks forward to the Festival of Wicks, to be held in Sampleton from 4 to 6 May 2044;",
        "Looks forward to the Festival of Oil, to be held in Sampleton from 4 to 6 May 2045;",
        "Recalls the Festival of Smoke, held in Sampleton from 4 to 6 May 2043;",
    )
    (note,) = assess(text, "past-event")
    assert note.paragraph == "1"
    assert note.because == (
        "The paragraph looks forward to an event that was over when the text was adopted, on 15 December 2044: its "
        "last day was 6 May 2044. The words may be brought up to date."
    )


def test_a_paragraph_repeated_in_the_text_is_shown_and_stock_phrases_are_not() -> None:
    lamp = "the glass lanterns of the northern quays and the keepers who trim them each evening"
    text = operative(
        f"Stresses the value of {lamp};",
        f"Welcomes {lamp};",
        "Invites ferries from distant islands to print timetables in large type, to help developing countries, in "
        "particular the least developed countries, and to sell rope at cost to travellers;",
        "Encourages neighbours to share bread ovens under rules of an annual assembly in developing countries, in "
        "particular the least developed countries, where apprentices bake rye loaves without charge;",
    )
    (note,) = assess(text, "near-duplicate")
    assert (note.paragraph, note.against) == ("1", ("99/1:2",))
    assert note.because.startswith("Paragraphs 1 and 2 may say the same or overlap: ")


def _chain(*words: str) -> list[Document]:
    texts = []
    for at, each in enumerate(words):
        made = operative(each, f"Decides to paint lamp post {at};", symbol=f"A/RES/{97 + at}/1")
        data = replace(made.data, session=97 + at, adopted=f"{2042 + at}-12-15")
        texts.append(replace(made, data=data, source=replace(made.source, name=f"{97 + at}.txt")))
    return texts


def test_words_that_stood_in_three_texts_are_shown() -> None:
    same = "Calls upon the keepers of Examplia to trim each wick before dusk and to count the moths;"
    texts = _chain(same, same, same)
    (note,) = assess(texts[2], "repeated-verbatim", threads=build_threads(texts))
    assert (note.paragraph, note.against) == ("1", ("97/1:1", "98/1:1"))
    assert note.because == (
        "The paragraph stands in the same words in the last 3 texts held (97/1, 98/1, 99/1). It may be worth asking "
        "what has become of it since."
    )
    edited = _chain(same, same.replace("moths", "moths and owls"), same.replace("moths", "moths and owls"))
    assert assess(edited[2], "repeated-verbatim", threads=build_threads(edited)) == ()


def test_a_weaker_verb_is_shown_at_the_start_and_in_a_later_clause() -> None:
    old, new = _chain(
        "Requests the keepers of Examplia to trim each wick before dusk and to count the moths;",
        "Encourages the keepers of Examplia to trim each wick before dusk and to count the moths;",
    )
    previous = Previous("A/RES/97/1", compare_documents(old, new))
    (note,) = assess(new, "weakened", previous=previous)
    assert note.because == (
        "97/1, 1, had “Requests” where this text has “Encourages”. The change may be intended; it may be worth a check."
    )
    assert assess(old, "weakened", previous=Previous("x", compare_documents(new, old))) == ()
    same = compare_documents(new, new)
    clauses = Previous("A/RES/97/1", same, (duty(new, "1", verb="urges"),))
    (note,) = assess(new, "weakened", [duty(new, "1", verb="invites")], previous=clauses)
    assert (note.commitment, note.against) == ("99/1:1#1", ("97/1:1",))


@pytest.fixture(scope="module")
def chain(corpus: Path) -> dict[str, Health]:
    """The health of the five seeds, without their duties."""
    files = {
        "65/141": "004_cd0fbb38d84fe99a.txt",
        "67/195": "002_6685dddd1c3663d1.txt",
        "77/150": "000_ff88ad18e966784e.txt",
        "79/194": "001_b2b2b425cb4da82d.txt",
        "80/118": "003_b03e53008abf82d6.txt",
    }
    held = {name: build_document(read_source(corpus / "seeds" / file)) for name, file in files.items()}
    nameless = held["67/195"]
    held["67/195"] = replace(nameless, data=replace(nameless.data, symbol="A/RES/67/195"))
    lineage = lineage_of("A/RES/80/118")
    assert lineage is not None
    texts = [ChainText(each.symbol, each.adopted.isoformat() if each.adopted else None) for each in lineage.texts]
    threads = build_threads(list(held.values()), chain=texts)
    return {
        name: assess_health(mandate_facts(each, date(2026, 9, 1), threads=threads)) for name, each in held.items()
    }


@pytest.mark.real
def test_the_promise_of_2020_is_shown_in_three_texts(chain: dict[str, Health]) -> None:
    for name, place in (("77/150", "P27"), ("79/194", "P29"), ("80/118", "P33")):
        notes = [note for note in chain[name].notes if note.rule == "date-expired"]
        assert places(notes) == [place]
        assert notes[0].quote.endswith("by 2020")


@pytest.mark.real
def test_the_duplicates_of_one_text_are_shown(chain: dict[str, Health]) -> None:
    pairs = [
        {note.paragraph, *(each.partition(":")[2] for each in note.against)}
        for note in chain["80/118"].notes
        if note.rule == "near-duplicate"
    ]
    for wanted in ({"36", "65"}, {"3", "48"}, {"24", "61"}):
        assert any(wanted <= each for each in pairs), wanted
    assert {"14", "72"} not in pairs


@pytest.mark.real
def test_the_block_that_is_carried_verbatim_is_shown(chain: dict[str, Health]) -> None:
    carried = {note.paragraph: note.against for note in chain["80/118"].notes if note.rule == "repeated-verbatim"}
    for at in range(38, 43):
        assert carried[str(at)] == (f"77/150:{at - 9}", f"79/194:{at - 2}")


@pytest.mark.real
def test_a_meeting_that_was_over_on_the_day_of_adoption_is_shown(chain: dict[str, Health]) -> None:
    past = {name: places([n for n in each.notes if n.rule == "past-event"]) for name, each in chain.items()}
    assert past == {"65/141": [], "67/195": [], "77/150": ["14"], "79/194": ["17"], "80/118": ["20"]}
