"""Offers against needs on a day: each condition by itself, its reason in words, and what is not known."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from needed import mismatch, need, offer

from stocktake.review.needs.eligibility import eligible, is_eligible
from stocktake.review.needs.matching import Matching

DAY = date(2026, 11, 22)


def found(asked, *given_, day=DAY):
    return Matching([asked], given_, day).view(asked)


def test_a_match_says_each_reason_and_what_is_not_known():
    given_ = offer(eligible=("LDC",), start="2025-03", end="2027-06-30")
    view = found(need(), given_)
    (match,) = view.matches
    assert match.offer is given_
    assert [(each.rule, each.words) for each in match.reasons] == [
        ("policy area", "the offer is for Payment solutions"),
        ("eligibility", "Zambia is in Least developed countries (LDC) on 22 November 2026"),
        ("window", "open from March 2025 to 30 June 2027"),
    ]
    assert match.unknown == ("no amount is named",)
    assert view.met == "partly met"


@pytest.mark.parametrize(
    ("parts", "words", "unknown"),
    [
        ({"eligible": ("ZMB",)}, "the offer names Zambia", ()),
        ({"eligible": ("WLD",)}, "the offer is open to everyone", ()),
        ({"eligible": ("M49-002",)}, "Zambia is in Africa (M49-002) on 22 November 2026", ()),
        ({"policy_areas": ("any",)}, "the offer is for any policy area", ()),
        ({"start": "", "end": ""}, "no window is named: taken as open", ("no last day is named",)),
        ({"start": "2026"}, "open from 2026 to 2027", ("on which day of 2026 it opens",)),
        ({"end": "2026-11"}, "open from 2025 to November 2026", ("on which day of November 2026 it closes",)),
        ({"start": "", "end": "2026-11-22"}, "open until 22 November 2026", ()),
    ],
)
def test_each_condition_in_words(parts: dict[str, object], words: str, unknown: tuple[str, ...]):
    usual = {"amount": "5", "currency": "USD", "start": "2025", "end": "2027"}
    (match,) = found(need(), offer(**{**usual, **parts})).matches
    assert words in [each.words for each in match.reasons]
    assert match.unknown == unknown


@pytest.mark.parametrize(
    "parts",
    [
        {"policy_areas": ("Access to financing",)},
        {"eligible": ("SIDS", "KEN")},
        {"start": "2026-11-23"},
        {"end": "2026-11-21"},
        {"end": "2026-10"},
    ],
)
def test_what_does_not_match(parts: dict[str, object]):
    view = found(need(), offer(**parts))
    assert (view.matches, view.met) == ((), "unmet")


def test_policy_areas_in_other_letters_are_the_same():
    assert found(need(policy_area="Kite Schools"), offer(policy_areas=("kite schools",))).matches


def test_what_is_not_open_is_said_and_does_not_match():
    gone = offer(programme="A")
    withdrawn = offer(withdraws=gone.id, because="no money", provider="", policy_areas=(), eligible=())
    closed, ahead = offer(programme="B", end="2025"), offer(programme="C", start="2028-02")
    view = found(need(), gone, withdrawn, closed, ahead)
    assert view.matches == ()
    assert [(each.offer, each.state, each.because) for each in view.not_open] == [
        (gone, "withdrawn", "withdrawn on 4 May 2044 by A. Person: no money"),
        (closed, "closed", "was open until 2025"),
        (ahead, "not yet open", "will be open from February 2028"),
    ]


def test_only_the_newest_state_of_an_offer_counts():
    first = offer()
    second = replace(first, id=UUID(int=1), end="2025", supersedes=first.id)
    assert found(need(), first, second).matches == ()


def test_what_is_reported_as_implemented_is_matched_with_nothing():
    view = found(need(status="implemented"), offer())
    assert (view.matches, view.not_open, view.met) == ((), (), "reported implemented")


def test_what_a_person_says_does_not_match_is_shown_with_its_reason_and_meets_nothing():
    asked, given_, closed = need(), offer(programme="A"), offer(programme="B", end="2025")
    said = [mismatch(asked, given_), mismatch(asked, closed)]
    other = need()
    matching = Matching([asked, other], [given_, closed], DAY, said)
    view = matching.view(asked)
    assert (view.matches, view.not_open, view.met) == ((), (), "unmet")
    assert [(each.available.offer, each.mismatch) for each in view.mismatched] == [
        (given_, said[0]),
        (closed, said[1]),
    ]
    assert [each.offer for each in matching.view(other).matches] == [given_]


def test_a_mismatch_holds_for_later_states_until_it_is_taken_back():
    asked, given_ = need(), offer()
    said = mismatch(asked, given_)
    later, other = (
        replace(each, id=UUID(int=at), supersedes=each.id, because="new")
        for at, each in enumerate((asked, given_), 1)
    )
    back = mismatch(asked, given_, need=None, offer=None, reason="", withdraws=said.id, because="an error")
    needs, offers = [asked, later], [given_, other]
    assert Matching(needs, offers, DAY, [said]).view(later).matches == ()
    assert len(Matching(needs, offers, DAY, [said, back]).view(later).matches) == 1


def test_a_mismatch_of_what_the_rules_do_not_match_is_not_shown():
    asked, given_ = need(), offer(policy_areas=("Kites",))
    assert Matching([asked], [given_], DAY, [mismatch(asked, given_)]).view(asked).mismatched == ()


def test_what_is_in_progress_is_partly_met_without_an_offer():
    assert found(need(status="in progress")).met == "partly met"


def test_a_country_that_graduates_is_eligible_until_the_day_before():
    asked, given_ = need(area="LAO"), offer(eligible=("LDC",))
    (match,) = found(asked, given_, day=date(2026, 11, 23)).matches
    assert match.reasons[1].words == (
        "Lao People's Democratic Republic is in Least developed countries (LDC) on 23 November 2026; "
        "it is to leave on 24 November 2026"
    )
    assert found(asked, given_, day=date(2026, 11, 24)).matches == ()


def test_a_contested_graduation_counts_as_member_and_is_said():
    (match,) = found(need(area="NPL"), offer(eligible=("LDC",)), day=date(2026, 12, 1)).matches
    assert match.unknown[0] == "whether Nepal leaves LDC on 24 November 2026, which is contested"


def test_an_income_group_that_is_carried_on_is_said():
    from stocktake.frameworks.groups import held, members

    last = held("LIC")[1]
    assert last is not None
    area = min(members("LIC", last))
    (match,) = found(need(area=area), offer(eligible=("LIC",)), day=last).matches
    assert match.unknown[0].startswith("the classification in force since 1 July")


@given(st.lists(st.sampled_from(["LDC", "LLDC", "SIDS", "WLD", "ZMB", "M49-002", "LIC", "DEV"]), max_size=4), st.sampled_from(["ZMB", "LAO", "FJI", "NOR"]))  # fmt: skip
def test_who_is_eligible_has_a_reason_and_nobody_else(named: list[str], area: str):
    why = eligible(named, area, DAY)
    assert is_eligible(named, area, DAY) == (why is not None)
    assert why is None or 1 <= len(why.reasons) <= len(named)
