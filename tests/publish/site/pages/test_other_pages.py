"""The pages of figures, themes, dates, signs, needs and downloads: what stands on them and where it leads."""

import json
from collections.abc import Callable

from lxml import html

from stocktake.publish.review_evidence_layout import RUNGS
from stocktake.publish.site.model import Published
from stocktake.publish.site.pages.figures import VERDICTS, figures_in_force
from stocktake.publish.site.pages.themes import theme_path
from stocktake.review.figures.model import VerdictName


def test_every_figure_in_force_has_words_verdicts_and_a_reason(
    page: Callable[[str], html.HtmlElement], whole: Published
) -> None:
    rows = page("figures.html").xpath("//table[contains(@class, 'figures')]/tbody/tr")
    figures = figures_in_force(whole.review)
    assert len(rows) == len(figures) > 0
    for row, each in zip(rows, figures, strict=True):
        assert row.xpath("./th/a/@href")[0].startswith("texts/")
        badges = [badge.text for badge in row.xpath("./td[last()]//span[@class='badge']")]
        assert badges == [verdict.verdict for verdict in each.verdicts]


def test_a_bound_value_leads_to_its_file(page: Callable[[str], html.HtmlElement], whole: Published) -> None:
    bound = [each.binding.bound for each in figures_in_force(whole.review)]
    files = sum(each is not None and each.sha256 is not None for each in bound)
    links = page("figures.html").xpath("//td[2]/a[starts-with(@href, 'sources.html#file-')]")
    assert len(links) == files > 0


def test_every_verdict_has_a_meaning() -> None:
    assert {name for name, _means in VERDICTS} == set(VerdictName.__args__)  # type: ignore[attr-defined]


def test_contradictions_and_expired_targets_are_told(page: Callable[[str], html.HtmlElement]) -> None:
    heads = page("figures.html").xpath("//h2/text()")
    assert "Targets whose year has passed" in heads


def test_each_theme_has_a_place(page: Callable[[str], html.HtmlElement]) -> None:
    assert [theme_path(each) for each in ("C7-elearning", "SDG 9", "GDC 1")] == [
        "action-lines.html#c7-elearning",
        "goals.html#sdg-9",
        "compact.html#gdc-1",
    ]
    assert len(page("action-lines.html").xpath("//main/section/h2[@id]")) == 18
    assert len(page("goals.html").xpath("//main/section/h2[@id]")) == 17
    assert len(page("compact.html").xpath("//main/section/h2[@id]")) == 5


def test_the_tables_of_actions_print_every_count(
    page: Callable[[str], html.HtmlElement], whole: Published
) -> None:
    regions, goals = page("action-lines.html").xpath("//table[@class='heat']")
    counted = [sum(int(each.text) for each in table.xpath(".//td")) for table in (regions, goals)]
    coverage = whole.review.coverage
    assert counted == [
        sum(each.actions for each in table.cells) for table in (coverage.lines_by_region, coverage.lines_by_goal)
    ]


def test_the_calendar_leads_to_the_file_for_programs(
    page: Callable[[str], html.HtmlElement], files: dict[str, bytes]
) -> None:
    tree = page("calendar.html")
    assert tree.xpath("//a[@type='text/calendar']/@href") == ["data/calendar.ics"]
    assert "data/calendar.ics" in files
    assert tree.xpath("//figure//*[local-name()='svg']")


def test_every_dated_entry_stands_in_the_calendar(
    page: Callable[[str], html.HtmlElement], whole: Published
) -> None:
    calendar = whole.review.calendar
    rows = page("calendar.html").xpath("//table[contains(@class, 'calendar')]/tbody/tr")
    assert len(rows) == len(calendar.entries) + len(calendar.undated)


def test_signs_are_advice(page: Callable[[str], html.HtmlElement], whole: Published) -> None:
    tree = page("health.html")
    assert len(tree.xpath("//details//li")) == sum(len(each.notes) for each in whole.review.health)
    assert "none of them says that a paragraph is wrong" in tree.text_content()


def test_needs_stand_by_policy_area_and_by_country(
    page: Callable[[str], html.HtmlElement], whole: Published
) -> None:
    tree = page("needs.html")
    assert len(tree.xpath("//table[1]/tbody/tr")) >= len(whole.review.needs.policy_areas)
    assert len(tree.xpath("//h3")) == len(whole.review.needs.countries)
    assert "An offer that matches is no promise and no payment." in tree.text_content()


def test_every_set_of_data_has_files_and_terms(
    page: Callable[[str], html.HtmlElement], files: dict[str, bytes]
) -> None:
    rows = page("downloads.html").xpath("//table/tbody/tr")
    assert rows
    for row in rows:
        assert row.xpath("./td[2]//a/@href")
        assert all(each in files for each in row.xpath("./td[2]//a/@href"))
        assert row.xpath("./td[3]/a[@rel='license']")


def test_every_set_of_data_is_described_for_machines_once_with_addresses_that_lead_there(
    page: Callable[[str], html.HtmlElement], files: dict[str, bytes]
) -> None:
    tree = page("downloads.html")
    described = [json.loads(each.text) for each in tree.xpath("//script[@type='application/ld+json']")]
    assert len(described) == len(tree.xpath("//table/tbody/tr")) > 0
    assert {one["contentUrl"] for each in described for one in each["distribution"]} <= set(files)
    assert page("ar/downloads.html").xpath("//script[@type='application/ld+json']") == []


def test_every_rung_of_the_ladder_can_be_chosen(page: Callable[[str], html.HtmlElement], whole: Published) -> None:
    reached = {each.rung for each in whole.review.standings}
    shown = {each.text.strip() for each in page("duties.html").xpath("//a[starts-with(@href, '#only-evidence-')]")}
    assert shown <= {name for name, _means in RUNGS}
    assert shown <= reached
