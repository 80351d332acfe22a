"""Needs and offers as pages, tables and JSON: the same facts, hostile words as words, nothing called done."""

import csv
import io
from datetime import date

import pytest
from needed import mismatch, need, offer

from stocktake.publish.needs_csv import COLUMNS, needs_csv
from stocktake.publish.needs_json import needs_to_json, records_to_json
from stocktake.publish.needs_terminal import render_needs, render_records
from stocktake.publish.needs_words import cover_words, money_words
from stocktake.publish.terminal import to_text
from stocktake.register.need import NEEDS
from stocktake.review.needs import Chosen, view_needs
from stocktake.review.needs.cover import cover
from stocktake.review.needs.money import amounts, costs

DAY = date(2026, 11, 22)
HOSTILE = "=HYPERLINK(1) [bold]x[/bold] <script>x</script>"


@pytest.fixture
def records():
    asked = [
        need(recommendation=HOSTILE, cost="1250000", currency="USD", link="https://kites.example/a?b=1&c=2"),
        need(recommendation="Teach kites", policy_area="Kites", status="implemented"),
    ]
    given = [offer(programme=HOSTILE, eligible=("LDC",)), offer(programme="Old", end="2025"), offer(programme="Free", policy_areas=("Strings",))]  # fmt: skip
    return asked, given


def page(records, chosen=None) -> str:
    return to_text(render_needs(view_needs(*records, DAY, chosen)))


def test_a_country_in_the_terminal(records):
    text = page(records, Chosen("ZMB"))
    words = " ".join(text.split())
    assert max(map(len, text.splitlines())) <= 80
    for each in (
        HOSTILE, "USD 1,250,000", "Zambia is in Least developed countries (LDC) on 22 November 2026",
        "Not known".lower(), "was open until 2025", "Free (grant, amount unknown)",
        "implemented, as the assessor says", "An offer that matches is no promise and no payment.",
    ):  # fmt: skip
        assert each in words, each
    assert page(records, Chosen("KEN")).count("No need is recorded. That is not to say that there is none.") == 1


def test_policy_areas_in_the_terminal(records):
    words = " ".join(page(records).split())
    for each in (
        "Payment solutions: partly met", "1 recorded: 0 unmet, 1 partly met, 0 reported implemented",
        "Strings: no need recorded; over-supplied", "OFFERS THAT ARE NOT OPEN",
    ):  # fmt: skip
        assert each in words, each
    assert "ITS OFFERS" in page(records, Chosen(provider="kite"))
    assert "No need is recorded. That is not to say that there is none." in page(records, Chosen("SIDS"))


def test_a_long_list_is_cut_and_says_so():
    assert "and 2 more: --csv has all" in page(([need() for _ in range(12)], []))


def test_nothing_recorded_is_said():
    assert page(([], [])).startswith("No need and no offer is recorded for this on 22 November 2026.\n")


def test_unknown_costs_are_counted_and_currencies_kept_apart():
    asked = [
        need(),
        need(cost="5", currency="USD"),
        need(cost="2.50", currency="EUR"),
        need(cost="1000", currency="USD"),
    ]
    assert money_words(costs(asked), "cost") == "EUR 2.50 and USD 1,005; 1 of 4 costs unknown"
    assert money_words(costs([need()]), "cost") == "1 of 1 cost unknown"
    assert money_words(costs([]), "cost", none="none") == "none"


@pytest.mark.parametrize(
    ("asked", "offered", "words"),
    [
        (["250"], ["1000"], "USD 1,000 against USD 250: would cover the cost"),
        (["250"], ["100"], "USD 100 against USD 250: part of the cost, USD 150 lacking"),
        (["250"], [""], "1 of 1 amount unknown against USD 250: not known whether it is enough"),
        (["250", "50"], ["300"], "USD 300 against the costs of 2 needs (USD 300): would cover them all"),
        (
            ["250", ""],
            ["100"],
            "USD 100 against the costs of 2 needs (USD 250; 1 of 2 costs unknown): would not cover them all, at least USD 150 lacking",
        ),
    ],
)
def test_costs_against_amounts_in_words(asked: list[str], offered: list[str], words: str):
    made = cover(
        costs(need(cost=each, currency="USD" if each else "") for each in asked),
        amounts(offer(amount=each, currency="USD" if each else "") for each in offered),
    )
    assert made is not None
    assert cover_words(made) == words


def test_a_mismatch_is_shown_on_every_side_with_who_says_so_and_why(records):
    asked, given = records
    said = [mismatch(asked[0], given[0], reason=HOSTILE)]
    view = view_needs(asked, given, DAY, Chosen("ZMB", "kite"), said)
    whole = view_needs(asked, given, DAY, None, said)
    words = f"B. Person says on 4 May 2044 that they do not match: {HOSTILE}"
    assert words in " ".join(to_text(render_needs(view_needs(asked, given, DAY, Chosen("ZMB"), said))).split())
    assert words in " ".join(to_text(render_needs(view)).split())
    rows = [each for each in csv.DictReader(io.StringIO(needs_csv(whole))) if each["Said not to match"]]
    assert [(each["Need"], each["Offer"], each["Said not to match"]) for each in rows] == [
        (str(asked[0].id), str(given[0].id), words)
    ]
    made = needs_to_json(whole)
    (told,) = [each for one in made["countries"][0]["needs"] for each in one["mismatched"]]
    assert (told["offer"], told["reason"], told["by"]) == (str(given[0].id), HOSTILE, "B. Person")
    (back,) = [each for one in made["offers"] for each in one["mismatched"]]
    assert (back["need"], back["mismatch"]) == (str(asked[0].id), str(said[0].id))


def test_csv_has_a_row_for_each_match_and_is_never_live(records):
    rows = list(csv.DictReader(io.StringIO(needs_csv(view_needs(*records, DAY)))))
    assert tuple(rows[0]) == COLUMNS
    assert [(each["Recommendation"], each["Programme"], each["Cost"]) for each in rows] == [
        ("Teach kites", "", "unknown"),
        (f"'{HOSTILE}", f"'{HOSTILE}", "1250000"),
        ("", "Free", ""),
        ("", "Old", ""),
    ]
    of_area = list(csv.DictReader(io.StringIO(needs_csv(view_needs(*records, DAY, Chosen("ZMB"))))))
    assert [each["Programme"] for each in of_area].count("Free") == 1


def test_json_keeps_the_order_of_its_keys_and_what_is_unknown(records):
    made = needs_to_json(view_needs(*records, DAY))
    assert list(made) == [
        "schema", "as_of", "area", "provider", "countries", "policy_areas", "offers", "costs", "amounts", "candidates",
    ]  # fmt: skip
    (country,) = made["countries"]
    asked = {each["recommendation"]: each for each in country["needs"]}
    assert asked["Teach kites"]["cost"] is None
    assert asked["Teach kites"]["met"] == "reported implemented"
    (match,) = asked[HOSTILE]["matches"]
    assert [each["rule"] for each in match["reasons"]] == ["policy area", "eligibility", "window"]
    assert country["offers_without_need"] is None
    assert made["costs"] == {"totals": [{"currency": "USD", "amount": "1250000", "records": 1}], "unknown": 0, "of": 1}  # fmt: skip


def test_the_list_shows_every_state(records):
    (first, _), given = records
    later = need(supersedes=first.id, because="it began", status="in progress")
    stands = records_to_json([first, later], given, [], None, history=False)
    every = records_to_json([first, later], given, [], None, history=True)
    assert [each["state"] for each in stands["needs"]] == ["stands"]
    assert [each["state"] for each in every["needs"]] == ["superseded", "stands"]
    text = to_text(render_records(NEEDS, [first, later], history=True))
    assert "2 needs recorded" in text
    assert "need: superseded" in text
