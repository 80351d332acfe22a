"""DOCX with tracked changes: rejecting all gives the old text, accepting all the new one."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "specimens"))

from docx_changes import W, changes, comments, printed, read_part, resolved
from invented import OPERATIVE, resolution
from workshop import LATER, document

from stocktake.documents.compare import compare_documents
from stocktake.documents.compare.model import Comparison, Pair, VerbChange, WordRun
from stocktake.documents.draft import Datum, ProposedChange, apply_changes, propose_changes
from stocktake.documents.formats.redline_docx import comparison_to_docx, draft_to_docx
from stocktake.documents.model import (
    Coverage,
    Document,
    Heading,
    HeadingData,
    Note,
    NoteMark,
    Paragraph,
    Provenance,
)

OLD = document(resolution(97, 901), "old.txt")
NEW = document(resolution(99, 903, operative=LATER), "new.txt")
SUBJECTS = ("lanterns", "kites and their strings", "ferries to the islands", "bread ovens", "nine balls of wool")
VERBS = ("Requests", "Invites", "Welcomes", "Recalling", "Notes")
TAILS = ("", " in spring", " at dusk,", "; and asks why")


def redline(old: Document, new: Document) -> bytes:
    return comparison_to_docx(old, new, compare_documents(old, new), dated=date(2044, 5, 6))


def texts_of(words: list[str], note_at: dict[int, str], headings: tuple[Heading, ...] = ()) -> Document:
    """A document of these paragraphs, the first third of them the preamble, with notes at the end of some."""
    split = len(words) // 3
    places = [f"P{at + 1}" if at < split else str(at - split + 1) for at in range(len(words))]
    marks = {at: str(number) for number, at in enumerate(sorted(note_at), 1)}
    paragraphs = tuple(
        Paragraph(
            id=place,
            kind="preambular" if at < split else "operative",
            number=None if at < split else place,
            verb=text.split(" ")[0],
            text=text,
            marks=(NoteMark(marks[at], len(text) - (at % 2)),) if at in marks else (),
            spans=(),
        )
        for at, (place, text) in enumerate(zip(places, words, strict=True))
    )
    notes = tuple(Note(mark, note_at[at], (places[at],), ()) for at, mark in marks.items())
    return Document(
        data=HeadingData(symbol="X/RES/7/12", title="Example lamps", organ="Assembly of Examplia", session=7),
        source=Provenance("lamps.txt", "text", "00"),
        paragraphs=paragraphs,
        notes=notes,
        headings=headings,
        annexes=(),
        votes=None,
        coverage=Coverage(0, 0, 0, 0, 0),
        findings=(),
        source_text="",
    )


def pair(old: Sequence[str], new: Sequence[str], words: tuple[WordRun, ...], *, moved: bool) -> Pair:
    return Pair(
        old=tuple(old),
        new=tuple(new),
        change="edited",
        moved=moved,
        crosses=False,
        verb=VerbChange(None, None, None),
        notes_changed=False,
        words=words,
    )


sentences = st.builds(
    "{} the {}{} of Examplia;".format, st.sampled_from(VERBS), st.sampled_from(SUBJECTS), st.sampled_from(TAILS)
)


@st.composite
def texts(draw: st.DrawFn) -> Document:
    words = draw(st.lists(sentences, max_size=8))
    at = draw(st.sets(st.integers(0, max(len(words) - 1, 0)), max_size=3)) if words else set()
    note_at = {place: draw(st.sampled_from(["X/7/3.", "See X/7/4, annex.", "Ibid."])) for place in at}
    headings = (Heading("Of lamps", "2"),) if draw(st.booleans()) else ()
    return texts_of(words, note_at, headings)


@st.composite
def anyhow(draw: st.DrawFn, old: Document, new: Document) -> Comparison:
    """A comparison that pairs paragraphs at random: split, merged, moved, crossing, with words that do not fit."""
    mine = draw(st.permutations([each.id for each in old.paragraphs]))
    theirs = draw(st.permutations([each.id for each in new.paragraphs]))
    pairs = []
    while mine or theirs:
        here, there = (draw(st.integers(0, min(2, len(side)))) for side in (mine, theirs))
        taken, mine = mine[:here], mine[here:]
        given_, theirs = theirs[:there], theirs[there:]
        if taken or given_:
            words = (WordRun("equal", draw(st.sampled_from(SUBJECTS))),)
            pairs.append(pair(taken, given_, words, moved=draw(st.booleans())))
        elif not draw(st.booleans()):
            break
    return Comparison(None, None, tuple(pairs))


def test_two_paragraphs_split_one_after_the_other_come_apart_again():
    words = ["Requests the lanterns of Examplia;"] * 5
    old, new = texts_of(words[:2], {}, ()), texts_of(words, {}, ())
    equal = (WordRun("equal", "lanterns"),)
    splits = (pair(["1"], ["P1", "1"], equal, moved=False), pair(["2"], ["2", "3"], equal, moved=False))
    made = comparison_to_docx(old, new, Comparison(None, None, splits))
    assert resolved(made, "reject") == printed(old)
    assert resolved(made, "accept") == printed(new)


@given(texts(), texts())
def test_rejecting_gives_the_old_text_and_accepting_the_new(old: Document, new: Document):
    data = redline(old, new)
    assert resolved(data, "reject") == printed(old)
    assert resolved(data, "accept") == printed(new)


@given(st.data())
def test_any_comparison_whatever_keeps_both_texts(data: st.DataObject):
    old, new = data.draw(texts()), data.draw(texts())
    made = comparison_to_docx(old, new, data.draw(anyhow(old, new)))
    assert resolved(made, "reject") == printed(old)
    assert resolved(made, "accept") == printed(new)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_characters_ids_and_marks_are_written(documents: st.SearchStrategy[Document], data: st.DataObject):
    old, new = data.draw(documents), data.draw(documents)
    made = comparison_to_docx(old, new, Comparison(None, None, ()))
    assert read_part(made, "word/document.xml").tag == f"{W}document"
    assert resolved(made, "reject")[-1] == resolved(made, "accept")[-1] == ""


def test_a_text_with_itself_has_no_change():
    data = redline(OLD, replace(OLD))
    assert changes(data) == {"ins": 0, "del": 0, "moveFrom": 0, "moveTo": 0}
    assert resolved(data, "accept") == printed(OLD)


def test_a_paragraph_planted_elsewhere_is_a_move():
    order = (2, 0, 1, 3)
    new = document(resolution(97, 901, operative=tuple(OPERATIVE[at] for at in order)), "new.txt")
    data = redline(OLD, new)
    assert changes(data)["moveFrom"] == 2
    assert changes(data)["moveTo"] == 2
    names = [
        each.get(f"{W}name") for each in read_part(data, "word/document.xml").iter() if "RangeStart" in each.tag
    ]
    assert names == ["move1", "move1"]


def test_the_verb_is_in_italics_and_the_number_in_a_run_of_its_own():
    data = comparison_to_docx(OLD, OLD, Comparison(None, None, ()))
    body = read_part(data, "word/document.xml")
    italic = ["".join(run.itertext()) for run in body.iter(f"{W}r") if run.find(f"{W}rPr/{W}i") is not None]
    numbers = [
        "".join(run.itertext())
        for run in body.iter(f"{W}r")
        if (style := run.find(f"{W}rPr/{W}rStyle")) is not None and style.get(f"{W}val") == "UNNumber"
    ]
    assert italic == ["The General Assembly", *(paragraph.verb for paragraph in OLD.paragraphs)]
    assert numbers == ["1.", "2.", "3.", "4."]


def test_the_same_arguments_give_the_same_bytes_and_no_date_but_the_one_given():
    assert redline(OLD, NEW) == redline(OLD, NEW)
    body = read_part(redline(OLD, NEW), "word/document.xml")
    dates = {date for each in body.iter() if (date := each.get(f"{W}date"))}
    authors = {author for each in body.iter() if (author := each.get(f"{W}author"))}
    assert (dates, authors) == ({"2044-05-06T00:00:00Z"}, {"Stocktake"})
    undated = read_part(comparison_to_docx(OLD, NEW, compare_documents(OLD, NEW)), "word/document.xml")
    assert not any(each.get(f"{W}date") for each in undated.iter())


def test_our_own_reader_finds_the_new_text_in_it():
    from stocktake.documents.sources import read_source_bytes
    from stocktake.documents.structure import build_document

    read = build_document(read_source_bytes(redline(OLD, NEW), "redline.docx"))
    assert [(each.id, each.text) for each in read.paragraphs] == [(each.id, each.text) for each in NEW.paragraphs]
    assert read.data.symbol == NEW.data.symbol
    assert [finding.code for finding in read.findings] == ["tracked-changes-accepted"]


def test_notes_change_inside_and_keep_their_place():
    old, new = texts_of(["Notes the lamps;"], {0: "X/7/3."}), texts_of(["Notes the lamps;"], {0: "X/8/3."})
    data = redline(old, new)
    assert resolved(data, "reject")[-2] == "1.\tNotes the lamps;{X/7/3.}"
    assert resolved(data, "accept")[-2] == "1.\tNotes the lamps;{X/8/3.}"
    note = read_part(data, "word/footnotes.xml")[-1]
    assert [each.tag.removeprefix(W) for each in note.iter() if each.tag in {f"{W}ins", f"{W}del"}] == [
        "del",
        "ins",
    ]


def test_an_edited_paragraph_that_moved_is_told_in_a_comment():
    old = texts_of(
        ["Notes the bread ovens of the mountain towns in winter;", "Welcomes the kites and their strings;"], {}
    )
    new = replace(old, paragraphs=(old.paragraphs[1], replace(old.paragraphs[0], text="Notes the bread ovens;")))
    moved = pair(["1"], ["1"], (WordRun("equal", "Notes"),), moved=True)
    data = comparison_to_docx(old, new, Comparison(None, None, (moved,)))
    assert sorted(comments(data)) == [
        "From paragraph 1 of the old text. The words are the same.",
        "Moved or divided: see paragraph 1 of the new text.",
    ]


def test_everything_a_document_can_hold_is_on_the_page(specimen: Document):
    new = replace(
        specimen, notes=(replace(specimen.notes[0], text="See X/RES/6/2."), *specimen.notes[1:]), votes=None
    )
    data = redline(specimen, new)
    assert resolved(data, "reject") == printed(specimen)
    assert resolved(data, "accept") == printed(new)
    page = resolved(data, "reject")
    assert "(b)\tTo count them,{Twice a day.}* namely:" in page
    assert "(i)\tThe green;" in page
    assert page[page.index("II") : page.index("II") + 3] == ["II", "Of oil", "1.\tDecides to buy oil."]
    assert "Recorded vote: 9 in favour, 1 against, 2 abstaining" in page


# The next draft


def change(place: str, text: str, old: str, new: str) -> ProposedChange:
    start = text.index(old)
    return ProposedChange(place, start, start + len(old), old, new, "Because.", "rule", Datum("it is so", "here"))


@st.composite
def proposals(draw: st.DrawFn, base: Document) -> tuple[ProposedChange, ...]:
    """Changes at random places that do not touch: replaced, bracketed, inserted, taken out, whole or in part."""
    texts_at = {each.id: each.text for each in base.paragraphs} | {f"note {n.mark}": n.text for n in base.notes}
    made = []
    for place, text in texts_at.items():
        ends = sorted(draw(st.sets(st.integers(0, len(text)), max_size=4)))
        for start, end in zip(ends[::2], ends[1::2], strict=False):
            old = text[start:end]
            new = draw(st.sampled_from([f"[{old}]", "[…]", "the eighth", f"{old} and more"]))
            made.append(ProposedChange(place, start, end, old, new, "Because.", "rule"))
    return tuple(made)


@given(st.data())
def test_a_draft_rejected_is_the_base_and_accepted_the_proposal(data: st.DataObject):
    base = data.draw(texts())
    proposed = data.draw(proposals(base))
    made = draft_to_docx(base, proposed)
    assert resolved(made, "reject") == printed(base)
    assert resolved(made, "accept") == printed(accepted(base, proposed))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_document_can_be_drafted(documents: st.SearchStrategy[Document], data: st.DataObject):
    base, other = data.draw(documents), data.draw(documents)
    proposed = propose_changes(base, held=[other])
    made = draft_to_docx(base, proposed)
    assert len(comments(made)) <= len(proposed)
    assert propose_changes(base, held=[other]) == proposed


def accepted(base: Document, proposed: tuple[ProposedChange, ...]) -> Document:
    """The base with the changes to its paragraphs and notes made; marks stay after the words they followed."""

    def at(place: str, offset: int) -> int:
        before = [each for each in proposed if each.place == place and each.end <= offset]
        inside = [each for each in proposed if each.place == place and each.start < offset < each.end]
        moved = offset + sum(len(each.new) - len(each.old) for each in before)
        for each in inside:
            kept = each.new.find(each.old)
            moved = moved + kept if kept >= 0 else moved - (offset - each.start)
        return moved

    paragraphs = tuple(
        replace(
            each,
            text=apply_changes(each.text, [change for change in proposed if change.place == each.id]),
            marks=tuple(NoteMark(mark.mark, at(each.id, mark.at)) for mark in each.marks),
        )
        for each in base.paragraphs
    )
    notes = tuple(
        replace(each, text=apply_changes(each.text, [x for x in proposed if x.place == f"note {each.mark}"]))
        for each in base.notes
    )
    return replace(base, paragraphs=paragraphs, notes=notes)


def test_each_change_has_its_comment_and_one_on_a_note_stands_at_its_mark():
    base = texts_of(["Notes the lamps;"], {0: "X/7/3."})
    proposed = (
        change("1", "Notes the lamps;", "lamps", "lanterns"),
        change("note 1", "X/7/3.", "X/7/3", "X/8/[…]"),
    )
    data = draft_to_docx(base, proposed, dated=date(2044, 1, 2))
    assert comments(data) == ["Because. From: it is so (here)."] * 2
    body = read_part(data, "word/document.xml")
    order = [
        each.tag.removeprefix(W) for each in body.iter() if "comment" in each.tag or "footnoteRef" in each.tag
    ]
    one = ["commentRangeStart", "commentRangeEnd", "commentReference"]
    assert order == [*one, "commentRangeStart", "footnoteReference", *one[1:]]
    assert not list(read_part(data, "word/footnotes.xml").iter(f"{W}commentReference"))


def test_numbers_of_comments_and_notes_never_meet():
    base = texts_of(["Notes the lamps;", "Welcomes the kites;"], {0: "X/7/3.", 1: "X/7/4."})
    data = draft_to_docx(base, [change("1", "Notes the lamps;", "lamps", "lanterns")])
    notes = {each.get(f"{W}id") for each in read_part(data, "word/footnotes.xml")}
    assert notes.isdisjoint(each.get(f"{W}id") for each in read_part(data, "word/comments.xml"))


def test_python_docx_opens_it_too():
    docx = pytest.importorskip("docx")
    from io import BytesIO

    opened = docx.Document(BytesIO(redline(OLD, NEW)))
    styles = {paragraph.style.name for paragraph in opened.paragraphs}
    assert {"UN Body", "UN Title", "UN Adoption", "UN Opening"} <= styles
