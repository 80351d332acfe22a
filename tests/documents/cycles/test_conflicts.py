"""Duties of different rhythm for one thing, in one text and across chains; nothing is settled."""

from tests.documents.cycles.cycles import text

from stocktake.documents.commitments import find_commitments
from stocktake.documents.cycles.conflicts import Source, find_conflicts

ANNUAL = "Requests the Secretary-General to submit an annual report on the lamps and moorings of the harbours of Examplia;"


def conflicts(*texts):
    return find_conflicts([Source(each, find_commitments(each)) for each in texts])


def test_two_rhythms_for_one_report_in_texts_of_two_chains():
    (one,) = conflicts(text(98, ANNUAL), text(99, ANNUAL.replace("an annual", "a biennial")))
    assert one.commitments == ("98/1:1#1", "99/1:1#1")
    assert one.readings == (("annual", "annual"), ("biennial", "biennial"))
    assert one.because == "they ask for the same kind of thing in much the same words"


def test_reports_on_two_matters_do_not_collide():
    other = "Requests the Secretary-General to submit a biennial report on the brass bells of nine villages;"
    assert conflicts(text(98, ANNUAL), text(99, other)) == ()
    assert (
        conflicts(text(98, ANNUAL), text(99, "Requests the Secretary-General to submit a biennial report;")) == ()
    )


def test_one_rhythm_twice_is_no_conflict():
    assert conflicts(text(98, ANNUAL), text(99, ANNUAL)) == ()


def test_the_report_on_the_text_and_its_agenda_item():
    report = "Requests the Secretary-General to submit an annual report on the implementation of the present resolution;"
    item = (
        "Decides to include in the provisional agenda of its ninety-ninth session, on a biennial basis, the item "
        "entitled “Harbours of Examplia”;"
    )
    (one,) = conflicts(text(98, report, item))
    assert one.because == "both are on the follow-up to this text: its report, and the agenda item of its title"
