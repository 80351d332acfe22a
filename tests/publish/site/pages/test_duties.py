"""The page of duties: each once, under the first that it asks; a link chooses without a script; evidence is worded."""

from collections.abc import Callable

import pytest
from lxml import html

from stocktake.publish.site.languages import language
from stocktake.publish.site.model import Published
from stocktake.publish.site.pages import duties
from stocktake.publish.site.pages.duties import asking_filters, duties_in_force, duty_pages


def test_each_duty_in_force_stands_once_with_its_words(
    page: Callable[[str], html.HtmlElement], whole: Published
) -> None:
    rows = page("duties.html").xpath("//table//tr[th[@scope='row']]")
    every = duties_in_force(whole.review)
    assert len(rows) == len(every) > 0
    links = {row.xpath("./th/a/@href")[0] for row in rows}
    assert all(each.startswith("texts/") and "#" in each for each in links)


def test_what_the_text_only_reports_is_not_among_them(whole: Published) -> None:
    assert {each.commitment.standing for each in duties_in_force(whole.review)} == {"asked"}


def test_a_filter_shows_as_many_rows_as_it_says(page: Callable[[str], html.HtmlElement]) -> None:
    tree = page("duties.html")
    choices = tree.xpath("//dl[@class='choose']//a")
    assert choices
    for each in choices:
        name = each.get("href").removeprefix("#only-")
        rows = tree.xpath(f"//tr[th[@scope='row']][contains(concat(' ', @class, ' '), ' {name} ')]")
        assert len(rows) == int(each.xpath("./b")[0].text)
        assert f"#only-{name}:target ~ .rows tr:not(.{name})" in tree.xpath("//style")[0].text


def test_a_group_is_shown_with_any_of_its_rows(page: Callable[[str], html.HtmlElement]) -> None:
    for body in page("duties.html").xpath("//tbody"):
        head, *rows = body.xpath("./tr")
        assert set(head.get("class").split()) - {"group"} == {
            name for row in rows for name in (row.get("class") or "").split()
        }


def test_no_evidence_found_is_not_called_not_done(page: Callable[[str], html.HtmlElement]) -> None:
    words = page("duties.html").text_content()
    assert "no evidence found" in words
    assert "“No evidence found” does not say that nothing was done" in words


def test_who_is_asked_leads_to_just_those_duties(whole: Published) -> None:
    ways = asking_filters(whole.review)
    assert ways["Member States"] == ("duties.html#only-who-member-states", 5)


def test_many_duties_go_on_the_next_page(whole: Published, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(duties, "MOST", 6)
    pages = list(duty_pages(whole, language("en")))
    every = duties_in_force(whole.review)
    assert [each.path for each in pages][:2] == ["duties.html", "duties.2.html"]
    assert len(pages) >= len(every) / 6
    shown = [row for each in pages for group in each.context["groups"] for row in group.rows]  # type: ignore[attr-defined]
    assert len(shown) == len(every)
    assert asking_filters(whole.review)["Member States"][0] == "duties.html"
