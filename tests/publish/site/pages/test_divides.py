"""The pages of the divides: every divide is there, charts with their tables, what is not known, the way to sources."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import html

from stocktake.publish.site.languages import language
from stocktake.publish.site.model import Published
from stocktake.publish.site.pages.indicator_pictures import Facts, by_breakdown, class_limits, indicator_pictures
from stocktake.publish.site.pages.pictures import picture_of
from stocktake.publish.site.writing import site_files
from stocktake.review.divides import Measured
from stocktake.review.histories import History
from stocktake.review.keeping import made_anew
from stocktake.statistics.measures import Result, ResultSource


def level(year: int, value: float, area: str = "WLD", **parts: object) -> Result:
    """An invented level."""
    source = ResultSource("Kites", "kites.csv", year, str(parts.pop("sha256", "a" * 64)))
    usual = {"name": area, "because": "Invented.", "period": str(year), "unit": "kites", "source": source}
    return Result("level", area, value=value, **{**usual, **parts})  # type: ignore[arg-type]


def drawn(*rows: Result) -> list[tuple[str, str, str]]:
    """The kinds of charts that a history gives, with title and breakdown."""
    facts = Facts(Measured("kites", "Kites", rows[:1]), History("kites", rows), (), example=True)
    return [(each.picture.chart.kind, each.title, each.breakdown) for each in indicator_pictures(facts)]


def test_every_divide_is_named_measured_or_not(page: Callable[[str], html.HtmlElement], whole: Published) -> None:
    tree = page("divides/index.html")
    assert all(tree.xpath("//*[@id=$id]", id=each.id) for each in whole.review.divides)
    assert "no indicator is known that measures it" in tree.xpath("//dl")[0].text_content()


def test_an_indicator_shows_charts_and_the_same_as_tables(page: Callable[[str], html.HtmlElement]) -> None:
    figures = page("divides/17-8-1.html").xpath("//figure")
    assert len(figures) >= 3
    for each in figures:
        pictures = each.xpath(".//*[local-name()='svg']")
        assert pictures
        assert {one.get("role") for one in pictures} == {"img"}
        assert each.xpath("./details//table//tbody/tr")


def test_its_sources_stand_among_the_sources(page: Callable[[str], html.HtmlElement]) -> None:
    links = page("divides/17-8-1.html").xpath("//a[starts-with(@href, '../sources.html#')]")
    assert links


def test_what_is_not_known_is_said(page: Callable[[str], html.HtmlElement]) -> None:
    words = page("divides/17-8-1.html").text_content()
    assert "What is not known" in words
    assert "members have a value" in words


def test_lines_need_two_years() -> None:
    assert drawn(level(2041, 3.0)) == []
    assert drawn(level(2041, 3.0), level(2042, 4.0)) == [("trend", "Through the years", "")]


def test_more_series_than_there_are_lines_are_named_below() -> None:
    rows = [level(year, 1.0 + at, f"A{at}") for at in range(10) for year in (2041, 2042)]
    facts = Facts(Measured("kites", "Kites", ()), History("kites", tuple(rows)), (), example=True)
    (shown,) = indicator_pictures(facts)
    assert shown.picture.chart.notes == ("Not drawn for want of room: A8, A9.",)


def test_a_projection_of_another_release_is_no_part_of_the_line() -> None:
    rows = (level(2041, 3.0), level(2042, 4.0))
    ahead = replace(level(2042, 9.0, sha256="b" * 64), measure="projection", details={"goal_year": 2050})
    facts = Facts(Measured("kites", "Kites", (ahead,)), History("kites", rows), (), example=True)
    (shown,) = indicator_pictures(facts)
    assert [line.ahead for line in shown.picture.chart.content.lines] == [()]  # type: ignore[attr-defined]


def test_the_total_goes_before_breakdowns_and_few_of_them_are_shown() -> None:
    parts = [level(2041, 1.0, breakdown=f"SIZE={at}") for at in range(5) for _ in range(at + 1)]
    assert [name for name, _rows in by_breakdown(parts)] == ["SIZE=2", "SIZE=3", "SIZE=4"]
    assert [name for name, _rows in by_breakdown([*parts, level(2041, 1.0)])] == [""]


@pytest.mark.parametrize(
    ("values", "unit", "limits"),
    [
        ([3.0], "per cent", (20.0, 40.0, 60.0, 80.0)),
        ([1.0, 2.0, 2.0], "kites", ()),
        ([float(each) for each in range(1, 100)], "kites", (20.0, 40.0, 60.0, 80.0)),
        ([0.111, 0.222, 0.333, 0.444, 0.555], "index", (0.13, 0.27, 0.4, 0.53)),
    ],
)
def test_classes_of_a_tile_map(values: list[float], unit: str, limits: tuple[float, ...]) -> None:
    assert class_limits(values, unit) == limits


def test_a_chart_is_drawn_once_for_all_languages() -> None:
    rows = (level(2041, 3.0), level(2042, 4.0))
    facts = Facts(Measured("kites", "Kites", ()), History("kites", rows), (), example=True)
    (first,), (second,) = indicator_pictures(facts), indicator_pictures(facts)
    assert first.picture is second.picture is picture_of(first.picture.chart, made_anew)


def test_the_kinds_of_a_breakdown_have_a_row_of_their_own_above_their_areas(whole: Published) -> None:
    review = whole.review
    (divide,) = (each for each in review.divides if any(one.indicator == "17.8.1" for one in each.measured))
    measured = next(one for one in divide.measured if one.indicator == "17.8.1")
    split = replace(
        measured,
        results=tuple(
            replace(each, breakdown=breakdown)
            for breakdown in ("TECH=2G", "TECH=4G")
            for each in measured.results
            if each.measure in ("level", "coverage")
        ),
    )
    divides = tuple(replace(each, measured=(split,)) if each is divide else each for each in review.divides)
    published = replace(whole, review=replace(review, divides=divides))
    files = {each.path: each.data for each in site_files(published, [language("en")])}
    for path in ("divides/17-8-1.html", "divides/index.html"):
        heads = html.fromstring(files[path]).xpath("//table[contains(@class, 'measured')]//tr[@class='group']/th")
        assert [" ".join(each.text_content().split()) for each in heads if "TECH" in each.text_content()] == [
            "at least 2G TECH=2G",
            "at least 4G TECH=4G",
        ]


def test_each_target_has_a_line_of_its_own(page: Callable[[str], html.HtmlElement]) -> None:
    cells = page("ar/divides/17-8-1.html").xpath("//td[span[@class='also']/span[contains(., 'points to')]]")
    assert cells
    for each in cells:
        assert [one.get("dir") for one in each.xpath("./span/span")] == ["ltr"] * len(each.xpath("./span"))
        assert "".join(each.xpath("./text()")).strip() == ""
