"""Dated events named in paragraphs."""

import pytest
from laid_out import make_document

from stocktake.documents.find.events import find_events
from stocktake.values.span import words_at


def events(*paragraphs: str) -> list[tuple[str, str | None, str, str]]:
    return [
        (each.name, each.place, str(each.start), str(each.end)) for each in find_events(make_document(paragraphs))
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Recalling the Lantern Summit at its first phase, held in Examplia from 10 to 12 December 2003,",
            ("Lantern Summit at its first phase", "Examplia", "2003-12-10", "2003-12-12"),
        ),
        (
            "Welcoming the convening of the Fourth Conference on Ferries from 30 June to 3 July 2025 in Quayside, Examplia,",
            ("Fourth Conference on Ferries", "Quayside, Examplia", "2025-06-30", "2025-07-03"),
        ),
        (
            "Noting the sixth meeting of the Working Group on Lanterns and the Quays, on 4 and 5 December 2025,",
            ("sixth meeting of the Working Group on Lanterns and the Quays", None, "2025-12-04", "2025-12-05"),
        ),
        (
            "Noting the organization of the Quay Forum 2012 in Port el-Examplia from 14 to 18 May 2012,",
            ("Quay Forum 2012", "Port el-Examplia", "2012-05-14", "2012-05-18"),
        ),
        (
            "Welcoming the Harbour Summit on 22-23 September 2024 at the Harbour Headquarters in Quayside at which it met,",
            ("Harbour Summit", "Quayside", "2024-09-22", "2024-09-23"),
        ),
        (
            "Recalling the special session of the Assembly entitled “Wells and beyond: water for all”, held in Quayside from 26 June to 1 July 2000,",
            ("special session of the Assembly", "Quayside", "2000-06-26", "2000-07-01"),
        ),
        (
            "Welcoming the Quay Conference, under the theme “Ferries for all”, from 4 to 8 December 2023 in Quayside,",
            ("Quay Conference", "Quayside", "2023-12-04", "2023-12-08"),
        ),
        (
            "Recalling the Well Conference, co-hosted by Examplia and Sampland, to be held in Quayside from 9 to 13 June 2025,",
            ("Well Conference", "Quayside", "2025-06-09", "2025-06-13"),
        ),
        (
            "Looking forward to the “Quay Forum High-level Event”, to be held in Quayside in 2026,",
            ("Quay Forum High-level Event", "Quayside", "2026", "2026"),
        ),
        (
            "Noting the virtual holding of the Ferry Forum, from March to June 2022,",
            ("Ferry Forum", None, "2022-03", "2022-06"),
        ),
        (
            "Noting that the Working Group on Wells held five meetings between September 2016 and January 2018,",
            ("five meetings", None, "2016-09", "2018-01"),
        ),
        (
            "Noting that it will report after its eighth session, in April 2025, on wells,",
            ("eighth session", None, "2025-04", "2025-04"),
        ),
        (
            "Welcoming the 2019 Lantern Summit convened by the Keeper on 23 September,",
            ("2019 Lantern Summit", None, "2019-09-23", "2019-09-23"),
        ),
        (
            "Welcoming the World Well Summit: Water for All, held in Quayside on 14 and 15 June 2023,",
            ("World Well Summit: Water for All", "Quayside", "2023-06-14", "2023-06-15"),
        ),
        (
            "Reaffirming the Quay Agenda, adopted at the Conference on Quays (Quay III), held in Quayside from 17 to 20 October 2016,",
            ("Conference on Quays (Quay III)", "Quayside", "2016-10-17", "2016-10-20"),
        ),
    ],
)
def test_an_event_has_name_place_and_dates(words: str, expected: tuple[str, str | None, str, str]):
    assert events(words) == [expected]


def test_one_name_goes_with_a_list_of_places_and_years():
    words = (
        "Recalling the meetings of the Quay Forum, held in Aton in 2006, in Rio de Example, Examplia, in 2007, in "
        "Cento, in 2008 and the meeting to be held in Dort in 2009,"
    )
    assert events(words) == [
        ("meetings of the Quay Forum", "Aton", "2006", "2006"),
        ("meetings of the Quay Forum", "Rio de Example, Examplia", "2007", "2007"),
        ("meetings of the Quay Forum", "Cento", "2008", "2008"),
        ("meeting", "Dort", "2009", "2009"),
    ]


def test_one_name_goes_with_two_years_and_respective_places():
    assert events("Noting the first and second Well Fair, held in 2011 and 2012,") == [
        ("first and second Well Fair", None, "2011", "2011"),
        ("first and second Well Fair", None, "2012", "2012"),
    ]
    assert events(
        "Noting the third and fourth sessions of the Board of Wells held, respectively, in Aton, Examplia, from "
        "30 November to 13 December 2023 and in Cento from 11 to 22 November 2024,"
    ) == [
        ("third and fourth sessions of the Board of Wells", "Aton, Examplia", "2023-11-30", "2023-12-13"),
        ("third and fourth sessions of the Board of Wells", "Cento", "2024-11-11", "2024-11-22"),
    ]


def test_two_events_in_one_paragraph_keep_their_own_names():
    assert [
        name
        for name, *_ in events(
            "Looks forward to the holding of the sixth meeting of the Group on Wells, on 4 and 5 December 2025, and the "
            "ninth session of the Group of Experts on Ferries and the Quays, from 11 to 13 May 2026;"
        )
    ] == ["sixth meeting of the Group on Wells", "ninth session of the Group of Experts on Ferries and the Quays"]


@pytest.mark.parametrize(
    "words",
    [
        "Recalling its resolution 68/2 of 4 May 2014 on the Lantern Summit,",
        "Noting the report of the Keeper, presented on 11 June 2020,",
        "Noting the Convention on Ferries, which entered into force on 15 January 1999,",
        "Recalling the Programme adopted by the World Conference on Wells on 25 June 1993,",
        "Requests the Keeper to report to it at its ninth session on the lanterns in 2024,",
        "Decides to do so no later than the end of March 2025 and by 2030 at the next session,",
        "Noting weather events in 2023 and the Lantern Forum Report 2024,",
        "Noting the decade 2018–2028 and the Convention of 12 August 1949,",
    ],
)
def test_other_dates_are_no_events(words: str):
    assert events(words) == []


def test_the_quote_goes_from_the_name_to_the_last_of_place_and_date():
    document = make_document(["Welcoming the Well\nFair from 1 to|\n3 May 2020 in Aton, and more,"])
    (event,) = find_events(document)
    assert event.paragraph == "P1"
    assert event.quote == "Well Fair from 1 to 3 May 2020 in Aton"
    assert words_at(document.source_text, event.spans) == event.quote
    assert len(event.spans) == 2


def test_dates_in_notes_are_those_of_publications():
    assert (
        find_events(make_document([], {"1": "Report of the Well Conference, held in Aton from 1 to 3 May 2020."}))
        == ()
    )
