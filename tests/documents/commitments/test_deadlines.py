"""Deadlines in every form that the UN prints, in invented sentences."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.documents.commitments.context import Context
from stocktake.documents.commitments.deadlines import find_deadlines
from stocktake.documents.commitments.model import Deadline
from stocktake.documents.find.locate import Passage
from stocktake.values.ordinal import ordinal_words
from stocktake.values.span import Span, words_at

ADOPTED = Context(adopted=date(2025, 12, 15), session=80, organ="General Assembly")
DRAFT = Context()


def passage(text: str) -> Passage:
    return Passage.of(text, (Span(0, len(text)),))


def holding(of: Passage, start: int, end: int, context: Context) -> Deadline | None:
    return next(iter(find_deadlines(of, start, end, context)), None)


def found(text: str, context: Context = ADOPTED) -> tuple[str, str | None, str, str] | None:
    deadline = holding(passage(text), 0, len(text), context)
    if deadline is None:
        return None
    assert words_at(text, deadline.spans) == deadline.text
    assert deadline.basis
    return deadline.text, deadline.session, str(deadline.earliest), str(deadline.latest)


GA_81 = ("GA-81", "2026-09-08", "2027-09-06")
GA_82 = ("GA-82", "2027-09-07", "2028-09-04")
CSTD = "Commission on Science and Technology for Development"


@pytest.mark.parametrize(
    ("text", "words", "rest"),
    [
        ("Requests the Lantern Office to report to the General Assembly at its eighty-first session;", "at its eighty-first session", GA_81),
        ("Requests the Lantern Office to report at the eighty-first session of the General Assembly;", "at the eighty-first session of the General Assembly", GA_81),
        ("Requests the Lantern Office to report at the General Assembly’s eighty-first session;", "at the General Assembly’s eighty-first session", GA_81),
        ("Requests the Lantern Office to report to the Assembly at its eighty-second session;", "at its eighty-second session", GA_82),
        ("Requests the Lantern Office to report to the Assembly, for its consideration, at its 82nd session;", "at its 82nd session", GA_82),
        ("Requests the Lantern Office to report by no later than the eighty-first session;", "by no later than the eighty-first session", GA_81),
        ("Decides to put the item in the provisional agenda of its eighty-first session;", "in the provisional agenda of its eighty-first session", GA_81),
        ("Decides to end its talks before the end of the eightieth session;", "before the end of the eightieth session", ("GA-80", "2026-09-07", "2026-09-07")),
        ("Decides to light lamps during the main part of its eighty-first session;", "during the main part of its eighty-first session", ("GA-81", "2026-09-08", "2026-12-31")),
        ("Requests a report to the Assembly at its eighty-first and eighty-third sessions;", "at its eighty-first and eighty-third sessions", ("GA-81", "2026-09-08", "2029-09-10")),
        (f"Invites the {CSTD} to weigh lamps during its twenty-ninth session, in 2026, and its thirtieth session, in 2027;", "during its twenty-ninth session, in 2026, and its thirtieth session, in 2027", ("CSTD-29", "2026-03-01", "2027-05-31")),
        ("Requests a report at its eighty-first, eighty-third and eighty-fifth sessions;", "at its eighty-first, eighty-third and eighty-fifth sessions", ("GA-81", "2026-09-08", "2031-09-08")),
        ("Invites the Economic and Social Council to weigh lamps at its 2026 and 2027 sessions;", "at its 2026 and 2027 sessions", ("ECOSOC-2026", "2025-07-01", "2027-07-31")),
        ("Decides to revert to lamps at its next session;", "at its next session", GA_81),
        ("Invites the Human Rights Council to weigh lamps at its following regular session;", "at its following regular session", ("HRC-61", "2026-02-01", "2026-04-30")),
        ("Invites the Economic and Social Council to weigh lamps at its 2027 session;", "at its 2027 session", ("ECOSOC-2027", "2026-07-01", "2027-07-31")),
        ("Requests the Lantern Office to report every two years, starting at its eighty-second session;", "starting at its eighty-second session", GA_82),
        ("Requests a report to the General Assembly annually, beginning with its eighty-second session;", "beginning with its eighty-second session", GA_82),
        (f"Requests the {CSTD} to report after its twenty-ninth session, in April 2026;", "after its twenty-ninth session, in April 2026", ("CSTD-29", "2026-05-01", "None")),
        (f"Requests a note prior to the twenty-ninth session of the {CSTD};", f"prior to the twenty-ninth session of the {CSTD}", ("CSTD-29", "2026-02-28", "2026-05-31")),
        ("Invites the Commission on Population and Development to weigh lamps at its forthcoming fifty-ninth session;", "at its forthcoming fifty-ninth session", ("CPD-59", "2026-03-01", "2026-05-31")),
        ("Requests the Human Rights Council, at its sixty-third session, to weigh lamps;", "at its sixty-third session", ("HRC-63", "2026-09-01", "2026-10-31")),
        ("Invites all to speak of lamps at the 2027 high-level political forum;", "at the 2027 high-level political forum", ("HLPF-2027", "2027-07-01", "2027-07-31")),
        ("Invites all to speak of lamps at the twenty-first Internet Governance Forum;", "at the twenty-first Internet Governance Forum", ("IGF-2026", "2026-01-01", "2026-12-31")),
        ("Invites the hosts of the WSIS Forum in 2026 to list the lamps;", "in 2026", ("WSIS-FORUM-2026", "2026-07-06", "2026-07-10")),
        ("Invites the Lantern Office to weigh lamps at its twenty-eighth session;", None, None),
        ("Requests the Office to weigh lamps at the thirtieth session of the Lantern Guild Council of Exampleville;", None, None),
    ],
)  # fmt: skip
def test_sessions(text: str, words: str | None, rest: tuple[str, str, str] | None):
    if words is None:
        deadline = holding(passage(text), 0, len(text), ADOPTED)
        assert deadline is None or deadline.earliest is None
    else:
        assert rest is not None
        assert found(text) == (words, *rest)


@pytest.mark.parametrize(
    ("text", "words", "earliest", "latest"),
    [
        ("Calls upon Member States to light every lane by 2030;", "by 2030", "2030-01-01", "2030-12-31"),
        ("Requests the Office to list lamps by the end of 2026;", "by the end of 2026", "2026-12-31", "2026-12-31"),
        ("Requests the Office to list lamps by the end of March 2027;", "by the end of March 2027", "2027-03-31", "2027-03-31"),
        ("Requests the Office to list lamps by no later than the end of March 2027;", "by no later than the end of March 2027", "2027-03-31", "2027-03-31"),
        ("Invites all to send lists no later than 1 May 2026;", "no later than 1 May 2026", "2026-05-01", "2026-05-01"),
        ("Invites all to send lists before 30 June;", "before 30 June", "2026-06-29", "2026-06-29"),
        ("Requests a list within six months of the adoption of the present resolution;", "within six months of the adoption of the present resolution", "2026-06-15", "2026-06-15"),
        ("Urges keepers to mend broken lamps within one week;", "within one week", "None", "None"),
        ("Requests a list within ten days of the adoption of the present resolution;", "within ten days of the adoption of the present resolution", "2025-12-25", "2025-12-25"),
        ("Requests a list within 90 days;", "within 90 days", "2026-03-15", "2026-03-15"),
        ("Requests a list within two years after the opening of the Lantern House;", "within two years after the opening of the Lantern House", "None", "None"),
        ("Requests a list two years after the adoption of the present resolution;", "two years after the adoption of the present resolution", "2027-12-15", "2027-12-15"),
        ("Requests a list no later than six months after the adoption of the present resolution;", "no later than six months after the adoption of the present resolution", "2026-06-15", "2026-06-15"),
        ("Decides to review the panel of keepers in three years;", "in three years", "2028-12-15", "2028-12-15"),
        ("Invites all to replace the wicks in five years, and to buy oil;", "in five years", "2030-12-15", "2030-12-15"),
        ("Requests a list in two years’ time;", "in two years’ time", "2027-12-15", "2027-12-15"),
        ("Requests a list no later than six weeks before the opening of the session;", "no later than six weeks before the opening of the session", "None", "None"),
        ("Decides to convene a lantern meeting in 2027;", "in 2027", "2027-01-01", "2027-12-31"),
        ("Decides to convene a lantern meeting on 24 October 2026;", "on 24 October 2026", "2026-10-24", "2026-10-24"),
        ("Decides that the lantern week shall be held in 2028;", "in 2028", "2028-01-01", "2028-12-31"),
        ("Decides that the Lantern Committee shall hold its first session from 1 to 5 June 2026;", "from 1 to 5 June 2026", "2026-06-01", "2026-06-05"),
        ("Decides to honour lamps during the decade 2026–2035;", "during the decade 2026–2035", "2026-01-01", "2035-12-31"),
        ("Requests the Office to print figures from 2027;", "from 2027", "2027-01-01", "2027-12-31"),
        ("Requests the Office to report by early 2027;", "by early 2027", "2027-01-01", "2027-06-30"),
        ("Requests the Office to report by the first quarter of 2027;", "by the first quarter of 2027", "2027-01-01", "2027-03-31"),
        ("Decides to extend the panel until 31 December 2027;", "until 31 December 2027", "2027-12-31", "2027-12-31"),
    ],
)  # fmt: skip
def test_dates_and_lengths_of_time(text: str, words: str, earliest: str, latest: str):
    assert found(text) == (words, None, earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "Calls upon States to follow resolution 79/999 of 19 December 2034 at all levels;",
        "Urges all to reach the goals of the 2030 Agenda and of the Connect 2030 Agenda;",
        "Requests the Office to serve the goal of lighting every lane by 2030;",
        "Expresses concern at an estimated shortfall of ten lamps by 2030, and urges all to act;",
        "Requests the Office to build on the list that it submitted to the Assembly at its seventy-eighth session;",
        "Requests the Office to weigh the meeting held on 3 May 2024;",
        "Requests the Office to weigh the report of the Assembly on its seventy-ninth session;",
        "Invites all to take part in the Lantern Conference, to be held in Exampleville from 3 to 7 May 2027;",
        "Requests the Office to follow up the outcome of the Lantern Summit in 2027;",
        "Requests the Office to report in its annual list, within available resources;",
        "Requests the Office to consult at each session of the Assembly;",
        "Encourages all to light lamps over the next 50 years;",
        "Requests the Office to weigh why lamps were lit in five years;",
    ],
)
def test_what_is_no_deadline(text: str):
    assert found(text) is None


def test_where_two_remain_the_one_of_the_submission_holds():
    text = "Requests the Office to list lamps by 2030 and to submit to the General Assembly at its eighty-first session a list;"
    assert found(text) == ("at its eighty-first session", *GA_81)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Requests reports to the General Assembly, by its eighty-first session and by 2031;", ["by its eighty-first session", "by 2031"]),
        ("Requests a first list by 30 June 2026 and a last list by 31 December 2027;", ["by 30 June 2026", "by 31 December 2027"]),
        ("Decides to convene a meeting in 2027, and to hold a review in 2030;", ["in 2027", "in 2030"]),
        ("Requests the Office to list lamps before the end of 2026, for submission to the General Assembly at its eighty-first session;", ["at its eighty-first session", "before the end of 2026"]),
        ("Requests the Office to list lamps by the end of 2026 and to mend them by the end of 2026;", ["by the end of 2026"]),
        ("Requests the Office to list lamps by the end of 2026 for the Lantern Summit to be held in 2030;", ["by the end of 2026"]),
        ("Requests the Office to list lamps;", []),
    ],
)  # fmt: skip
def test_a_clause_can_set_several(text: str, words: list[str]):
    found = find_deadlines(passage(text), 0, len(text), ADOPTED)
    assert [each.text for each in found] == words


def test_only_what_stands_in_the_clause_counts():
    text = "Urges all to light lamps by 2030, and invites the Office to go on;"
    at = text.index(", and")
    assert holding(passage(text), at, len(text), ADOPTED) is None
    assert holding(passage(text), 0, at, ADOPTED) is not None


def test_that_session_takes_up_one_before_the_clause():
    text = "Decides to put lamps in the provisional agenda of its eighty-first session, and requests a list at that session."
    deadline = holding(passage(text), text.index(", and"), len(text), ADOPTED)
    assert deadline is not None
    assert (deadline.text, deadline.session, deadline.basis.split(";")[0]) == (
        "at that session", "GA-81", "the session named before",
    )  # fmt: skip


def test_the_channel_between_does_not_take_the_session():
    text = (
        f"Requests the Office to submit to the General Assembly, through the {CSTD} and the Economic and Social "
        "Council, at its eighty-first session, a list of lamps;"
    )
    assert found(text) == ("at its eighty-first session", *GA_81)


def test_its_means_the_body_the_caller_names():
    text = "Invites it to revert to lamps at its sixty-third session;"
    meant = Context(ADOPTED.adopted, 80, "General Assembly", "Human Rights Council")
    assert found(text, meant) == ("at its sixty-third session", "HRC-63", "2026-09-01", "2026-10-31")


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("Invites the Commission to weigh lamps at its seventeenth session, in 2014;", "CSTD-17"),
        (f"Notes the {CSTD}, and invites the Commission to weigh lamps at its thirtieth session;", "CSTD-30"),
        ("Invites the Commission to weigh lamps at its thirtieth session;", None),
    ],
)
def test_a_shared_name_means_one_only_where_the_words_leave_one(text: str, session: str | None):
    got = found(text, DRAFT)
    assert got is not None
    assert got[1] == session


@pytest.mark.parametrize(
    ("context", "text", "session"),
    [
        (Context(date(2025, 10, 6), 60, "Human Rights Council"), "Requests a list to the Council at its sixty-third session;", "HRC-63"),
        (Context(date(2025, 10, 6), 60, "Human Rights Council"), "Decides to weigh lamps at its sixty-second session;", "HRC-62"),
        (Context(date(2025, 7, 23), None, "Economic and Social Council"), "Requests a list to the Council at its 2026 session;", "ECOSOC-2026"),
        (Context(date(2025, 7, 23), None, "Economic and Social Council"), "Decides that the Commission shall report to the Council at its 2026 session;", "ECOSOC-2026"),
    ],
)  # fmt: skip
def test_texts_of_other_organs(context: Context, text: str, session: str):
    found_here = found(text, context)
    assert found_here is not None
    assert found_here[1] == session


def test_without_a_day_of_adoption_only_strong_words_set_a_date():
    assert found("Decides to convene a lantern meeting in 2027;", DRAFT) is None
    assert found("Requests a list by the end of 2027;", DRAFT) == (
        "by the end of 2027",
        None,
        "2027-12-31",
        "2027-12-31",
    )
    assert found("Requests a list within six months;", DRAFT) == ("within six months", None, "None", "None")


def test_words_broken_by_a_page_keep_their_spans():
    text = "Requests a list to the Assembly at its eighty-\n\n 3/4 \n\nfirst session;"
    cut = text.index("3/4")
    spans = (Span(0, cut - 3), Span(cut + 6, len(text)))
    deadline = holding(Passage.of(text, spans), 0, 200, ADOPTED)
    assert deadline is not None
    assert deadline.session == "GA-81"
    assert words_at(text, deadline.spans) == deadline.text == "at its eighty-first session"


@given(
    st.integers(81, 91),
    st.sampled_from(["at its {} session", "by no later than the {} session", "beginning with its {} session"]),
)
def test_every_ordinal_is_read_and_windows_are_in_order(number: int, form: str):
    text = f"Requests the Office to report to the General Assembly {form.format(ordinal_words(number))};"
    deadline = holding(passage(text), 0, len(text), ADOPTED)
    assert deadline is not None
    assert deadline.session == f"GA-{number}"
    assert deadline.earliest is not None
    assert deadline.latest is not None
    assert deadline.earliest <= deadline.latest


WORDS = ["at", "by", "its", "session", "eighty-first", "2030", "of", "the", "within", "six", "months,", "May", "3"]


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_any_words_give_deadlines_whose_spans_are_their_words(text: str):
    for each in find_deadlines(passage(text), 0, len(text), ADOPTED):
        assert words_at(text, each.spans) == each.text
        assert each.latest is None or (each.earliest is not None and each.earliest <= each.latest)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Requests the Lantern Office to report to the Committee on Lamps at its forty-eighth session;",
            "at its forty-eighth session",
        ),
        (
            "Requests a report to the Executive Board of the Lantern Fund, for its consideration, at its next session;",
            "at its next session",
        ),
    ],
)
def test_the_session_of_a_body_that_is_not_known_is_no_other_bodys(text, words):
    assert found(text) == (words, None, "None", "None")
