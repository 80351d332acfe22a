"""Countries, areas and sets of areas: found by exact codes and recorded names, never by likeness."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.errors import InternalError, NotFoundError
from stocktake.frameworks.areas import (
    LANGUAGES,
    _without_clash,
    aggregates,
    area_name,
    area_of,
    areas,
    named,
    nearest_areas,
)


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("NOR", "NOR"),
        ("NO", "NOR"),
        ("578", "NOR"),
        ("4", "AFG"),
        ("NA", "NAM"),
        ("Korea, Rep.", "KOR"),
        ("Korea, Dem. People's Rep.", "PRK"),
        ("Egypt, Arab Rep.", "EGY"),
        ("Congo, Dem. Rep.", "COD"),
        ("Congo", "COG"),
        ("Türkiye", "TUR"),
        ("Turkey", "TUR"),
        ("Côte d’Ivoire", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("Czechia", "CZE"),
        ("Czech Republic ", "CZE"),
        ("Hong Kong SAR, China", "HKG"),
        ("West Bank and Gaza", "PSE"),
        ("Kosovo", "XKX"),
        ("XK", "XKX"),
        ("Channel Islands", "CHI"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Нигерия", "NGA"),
        ("尼日利亚", "NGA"),
        ("نيجيريا", "NGA"),
        ("Trinidad & Tobago", "TTO"),
        ("World", "WLD"),
        ("1W", "WLD"),
        ("1", "WLD"),
        ("Total, all countries or areas", "WLD"),
        ("199", "LDC"),
        ("432", "LLDC"),
        ("722", "SIDS"),
        ("514", "DEV"),
        ("515", "DVG"),
        ("High income", "HIC"),
        ("Least developed countries: UN classification", "LDC"),
        ("M49-002", "M49-002"),
        ("Africa", "M49-002"),
        ("EAS", "WB-EAS"),
        ("East Asia & Pacific", "WB-EAS"),
        ("WB-EAS", "WB-EAS"),
    ],
)
def test_a_code_or_a_recorded_name_is_its_area(printed: str, code: str):
    assert area_of(printed) == code


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Bolivia, Plurinational State of", "BOL"),
        ("Bolivia (Plurin. State of)", "BOL"),
        ("Plurinational State of Bolivia", "BOL"),
        ("Congo, Democratic Republic of the", "COD"),
        ("Congo (Dem. Rep. of the)", "COD"),
        ("Virgin Islands, British", "VGB"),
        ("Moldova (Rep. of)", "MDA"),
        ("Solomon Isl.", "SLB"),
        ("Russian Fed.", "RUS"),
        ("Lao P.D.R.", "LAO"),
        ("St. Vincent & the Grenadines", "VCT"),
        ("Republic of North Macedonia", "MKD"),
        ("Hong Kong SAR", "HKG"),
        ("EL", "GRC"),
    ],
)
def test_a_name_in_another_form_is_the_same_area(printed: str, code: str):
    assert area_of(printed) == code


@given(st.sampled_from(sorted(code for code, area in areas().items() if ", " in area.en or "(" in area.en)))
def test_brackets_and_the_inverted_form_say_the_same(code: str):
    name = areas()[code].en
    assert area_of(name.replace(" (", ", ").rstrip(")")) in (code, None)


@pytest.mark.parametrize(
    "printed", ["Republic of China", "Republic of Viet Nam", "Korea, Rep. of the North", "el"]
)
def test_a_name_of_no_area_or_of_two_is_none(printed: str):
    assert area_of(printed) is None


@pytest.mark.parametrize(
    "printed", ["", "Norge", "nor", "Korea", "Examplia", "9999", "Nigerria", "N A", "the", "and"]
)
def test_anything_else_is_none(printed: str):
    assert area_of(printed) is None


@pytest.mark.parametrize(
    ("printed", "scheme", "code"),
    [
        ("Sub-Saharan Africa", "name", "M49-202"),
        ("Sub-Saharan Africa", "wb", "WB-SSF"),
        ("Norway", "wb", "NOR"),
        ("ZAR", "wb", "COD"),
        ("nor", "geo", "NOR"),
        ("hos", "geo", "VAT"),
        ("NOR", "geo", None),
        ("NA", "iso2", "NAM"),
        ("NA", "iso3", None),
        ("NOR", "iso2", None),
        ("036", "m49", "AUS"),
        ("36", "m49", "AUS"),
        ("AUS", "m49", None),
        ("AUS", "name", None),
    ],
)
def test_a_scheme_has_its_own_codes(printed, scheme, code):
    assert area_of(printed, scheme) == code


@given(st.sampled_from(sorted(areas())), st.sampled_from(LANGUAGES))
def test_every_area_is_found_by_its_codes_and_by_its_name_in_every_language(code: str, language):
    area = areas()[code]
    assert area_of(code, "iso3") == code
    assert area.iso2 is None or area_of(area.iso2, "iso2") == code
    assert area.m49 is None or area_of(area.m49, "m49") == code
    assert area_of(area_name(code, language).upper()) == code


@given(st.sampled_from(sorted(aggregates())))
def test_every_set_of_areas_is_found_by_its_codes(code: str):
    known = aggregates()[code]
    assert area_of(code) == code
    assert known.m49 is None or area_of(known.m49, "m49") == code
    assert all(area_of(each, "wb") == code for each in (known.wb, known.wb2) if each)


def test_a_country_of_m49_has_codes_names_and_a_region():
    listed = [area for area in areas().values() if area.confidence == "published"]
    assert len(listed) == 248
    assert [area.code for area in listed if not all(getattr(area, each) for each in LANGUAGES)] == []
    assert [area.code for area in listed if not (area.region and area.subregion)] == ["ATA"]
    assert {f"M49-{area.region}" for area in listed if area.region} <= set(aggregates())


def test_names_are_those_of_the_united_nations():
    assert area_name("NGA", "ru") == "Нигерия"
    assert area_name("TUR") == "Türkiye"
    assert area_name("LDC", "fr") == "Pays les moins avancés"
    assert area_name("WB-EAS", "fr") == "East Asia & Pacific"
    note = named("XKX").note
    assert note == (
        "References to Kosovo shall be understood to be in the context of Security Council resolution 1244 (1999)."
    )


def test_a_message_offers_the_nearest_names():
    assert nearest_areas("Nigerria")[0] == "Nigeria (NGA)"
    assert nearest_areas("zzzz") == ()


def test_a_message_on_a_code_offers_no_unrelated_names():
    assert nearest_areas("nam") == ("Namibia (NAM)",)
    assert nearest_areas("NIG") == ("Niger (NER)", "Nigeria (NGA)")
    assert nearest_areas("xyz") == ()


def test_invented_names_are_offered_in_the_example_alone():
    assert nearest_areas("Glass Isles", example=True)[0] == "Glass Isles (example) (XAC)"
    assert nearest_areas("gla", example=True) == ("Glass Isles (example) (XAC)",)
    assert nearest_areas("nam", example=True) == ()
    assert not any("example" in each for each in nearest_areas("Glass Isles"))


def test_an_unknown_code_is_refused_with_the_nearest():
    with pytest.raises(NotFoundError) as caught:
        area_name("WB-EASX")
    assert str(caught.value) == (
        "expected the code of an area, but 'WB-EASX' is none. Nearest: WB-EAS, WB-TEA, WB-SAS. "
        "List them: stocktake frameworks areas, stocktake frameworks aggregates"
    )


def test_a_name_of_two_areas_is_a_fault():
    with pytest.raises(InternalError) as caught:
        _without_clash(iter([("red", "AAA"), ("red", "BBB")]), "names")
    assert str(caught.value) == (
        "expected each of the names of areas for one area in frameworks/data, but 'red' stands for two. "
        "Mend areas.csv, areas_more.yaml, aggregates.yaml or area_aliases.yaml."
    )


DATA = Path(__file__).resolve().parents[3] / "shared" / "data"


@pytest.mark.real
@pytest.mark.skipif(not DATA.is_dir(), reason="the real data are not here")
def test_every_economy_and_member_state_in_the_real_tables_is_known():
    wide = DATA / "worldbank-wdi-2015-2023" / "SP.POP.TOTL.csv"
    with wide.open(encoding="utf-8-sig", newline="") as file:
        economies = [(row["Country Name"], row["Country Code"]) for row in csv.DictReader(file)]
    full = [(name, code) for name, code in economies if name and len(code) == 3]
    assert len(full) > 200
    assert [pair for pair in full if area_of(pair[1], "wb") != area_of(pair[0], "wb")] == []
    survey = DATA / "undesa-egdi" / "EGOV_DATA_2022.csv"
    with survey.open(encoding="utf-8-sig", newline="") as file:
        states = [row["Country Name"] for row in csv.DictReader(file)]
    assert len({area_of(state) for state in states} - {None}) == 193
