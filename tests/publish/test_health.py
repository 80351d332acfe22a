"""The health of mandates as a page of the terminal and as JSON."""

from datetime import date

from operative import operative

from stocktake.documents.formats.document_json import dump_json
from stocktake.publish.health_json import health_to_json
from stocktake.publish.health_terminal import render_health
from stocktake.publish.terminal import WIDTH, to_text
from stocktake.review.health import assess_health, mandate_facts
from stocktake.review.health_model import Health


def health() -> Health:
    text = operative(
        "Urges keepers to light every quay by 2040;",
        "Looks forward to the Festival of Wicks, to be held in Sampleton on 4 May 2044;",
    )
    return assess_health(mandate_facts(text, date(2047, 6, 1)), frozenset({"date-expired", "past-event"}))


def test_json_has_the_shape_of_the_contract() -> None:
    made = health_to_json(health())
    assert list(made) == ["schema", "document", "as_of", "rules", "health"]
    assert made["schema"] == "stocktake/health/1"
    assert [each["rule"] for each in made["rules"]] == ["date-expired", "past-event"]
    assert made["health"][0] == {
        "rule": "date-expired",
        "paragraph": "1",
        "commitment": None,
        "quote": "Urges keepers to light every quay by 2040",
        "spans": [[0, 41]],
        "because": (
            "The date in “by 2040” had passed when the text was adopted, on 15 December 2044. The commitment may need "
            "a new date, or words that say what became of it."
        ),
        "against": [],
    }
    assert dump_json(made) == dump_json(health_to_json(health()))


def test_the_page_counts_quotes_and_advises_within_its_width() -> None:
    page = to_text(render_health(health()))
    assert max(map(len, page.splitlines())) <= WIDTH
    assert page.startswith("Health of the mandates of A/RES/99/1, as of 1 June 2047\n")
    assert "None of them says that a paragraph is" in page
    assert "DATE-EXPIRED (1 SIGN)" in page
    assert "  1: “Urges keepers to light every quay by 2040”" in page


def test_a_text_without_signs_says_so_by_its_counts() -> None:
    text = operative("Urges keepers to light every quay;")
    page = to_text(render_health(assess_health(mandate_facts(text, date(2047, 6, 1)))))
    assert "no-addressee" in page
    assert "SIGN)" not in page
