"""The pages of countries: by the alphabet of the language, figures with their age, groups then and now."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from lxml import html

from stocktake.frameworks.groups import spells
from stocktake.publish.site.areas import area_in, initial, name_order
from stocktake.publish.site.languages import language
from stocktake.publish.site.model import Published
from stocktake.publish.site.pages.countries import lines_of, spells_by_standing
from stocktake.publish.site.writing import site_files
from stocktake.review.countries import CountryFigure
from stocktake.statistics.measures import Result, ResultSource


def test_the_list_is_that_of_the_alphabet(page: Callable[[str], html.HtmlElement]) -> None:
    names = page("countries/index.html").xpath("//ul[@class='names']/li/a/text()")
    assert names == sorted(names)
    assert len(names) == 6


def test_accents_do_not_count_and_letters_of_their_own_do() -> None:
    names = ["Zambie", "Égypte", "Estonie", "Îles Cook", "Inde"]
    assert sorted(names, key=name_order) == ["Égypte", "Estonie", "Îles Cook", "Inde", "Zambie"]
    assert (initial("Égypte"), initial("Йемен"), initial("أفغانستان")) == ("E", "Й", "ا")


def test_a_name_stands_in_the_language_of_the_page() -> None:
    assert [area_in("EGY", language(code)) for code in ("en", "fr", "ru")] == ["Egypt", "Égypte", "Египет"]


def test_a_figure_has_its_year_its_age_and_its_source(page: Callable[[str], html.HtmlElement]) -> None:
    tree = page("countries/xaa.html")
    row = tree.xpath("//table//tbody/tr[1]")[0]
    assert [each.text_content().split()[0] for each in row.xpath("./td")[:2]] == ["64.2", "2043"]
    assert "2 years old" in row.text_content()
    assert row.xpath("./td[last()]/a/@href")[0].startswith("../sources.html#file-")


def test_a_source_says_whose_it_is_beside_its_file(whole: Published) -> None:
    country, figure = whole.countries[0], whole.countries[0].figures[0]
    source = ResultSource("Bureau of Kites", "kites.csv", 7, "a" * 64)
    named = replace(figure, results=tuple(replace(each, source=source) for each in figure.results))
    published = replace(whole, countries=(replace(country, figures=(named,)),))
    files = {each.path: each.data for each in site_files(published, [language("en")])}
    cell = html.fromstring(files[f"countries/{country.code.lower()}.html"]).xpath(
        "//table//tbody/tr[1]/td[last()]"
    )[0]
    assert cell.text_content() == "Bureau of Kites, kites.csv, row 7"


def test_what_is_asked_of_states_leads_to_those_duties(page: Callable[[str], html.HtmlElement]) -> None:
    links = page("countries/xaa.html").xpath("//h2[@id='asked']/following-sibling::ul[1]//a/@href")
    assert links == ["../duties.html#only-who-member-states"]


def test_memberships_stand_as_they_are_on_the_day() -> None:
    nepal = tuple(each for each in spells("LDC") if each.area == "NPL")
    found = spells_by_standing(nepal, date(2027, 1, 1))
    assert [each.exit for each in found["now"]] == ["contested"]
    assert not found["then"]
    botswana = tuple(each for each in spells("LDC") if each.area == "BWA")
    assert [len(each) for each in spells_by_standing(botswana, date(2027, 1, 1)).values()] == [0, 0, 1]


def test_only_the_latest_value_of_an_indicator_has_an_age() -> None:
    old = Result("level", "FJI", "Fiji", "Invented.", period="2017", value=2.0, breakdown="SIZE=BIG")
    new = Result("level", "FJI", "Fiji", "Invented.", period="2021", value=3.0)
    lines = list(lines_of(CountryFigure("use", "17.8.1", (old, new), 5)))
    assert [(each.breakdown, each.age, each.indicator) for each in lines] == [
        (None, 5, "17.8.1"),
        ("SIZE=BIG", None, ""),
    ]


@pytest.mark.parametrize(("code", "words"), [("en", "at least 4G"), ("ar", "شبكة 4G على الأقل")])
def test_a_breakdown_stands_in_words_with_its_code_for_machines(whole: Published, code: str, words: str) -> None:
    country = whole.countries[0]
    figure = next(each for each in country.figures if each.indicator == "17.8.1")
    split = tuple(replace(each, breakdown="TECH=4G") for each in figure.results)
    published = replace(whole, countries=(replace(country, figures=(replace(figure, results=split),)),))
    path = f"{language(code).folder}countries/{country.code.lower()}.html"
    (data,) = (each.data for each in site_files(published, [language(code)]) if each.path == path)
    (told,) = html.fromstring(data).xpath("//table//tbody//th//data")
    assert (told.get("value"), told.text_content()) == ("TECH=4G", words)
