"""Every published file beside the checkout is read or refused with its reason, and says the figures it is known for."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from stocktake.errors import UnsupportedError
from stocktake.statistics.reading import handles, read_statistics
from stocktake.statistics.store import ObservationStore
from stocktake.tables import KEY

pytestmark = pytest.mark.real

REFUSED = {
    "gapminder-systema-globalis/ddf--concepts.csv": "the concepts of a DDF data set",
    "gapminder-systema-globalis/ddf--entities": "the entities of a DDF data set",
    "gender-access-2020/": "values without a period",
    "mobile-data-prices-speeds-2022/": "values without a period",
    "owid-datasets/country-income-classification-world-bank-2017.csv": "holds classes under numbers",
    "owid-datasets/country-income-classification-world-bank-2017.datapackage.json": "the description of another file",
    "owid-datasets/income-classification": "the description of another file",
    "owid-datasets/internet-use-in-the-us": "the description of another file",
    "owid-datasets/mobile-bank-accounts-by-region-gsma-2019.datapackage.json": "the description of another file",
    "owid-datasets/population-covered-by-the-internet-internet-world-stats-2019.datapackage.json": "the description of another file",
    "owid-datasets/price-of-mobile-data-alliance-for-affordable-internet-2019.datapackage.json": "the description of another file",
    "unsd-m49/UNSD": "the list of areas of M49",
    "unsd-m49/country-codes.csv": "a list of areas and their codes",
    "unsd-sdg-2020/ddf--concepts": "the concepts of a DDF data set",
    "unsd-sdg-2020/ddf--entities": "the codes of a dimension",
    "worldbank-income-groups/CLASS.xlsx": "a classification of countries by income",
    "worldbank-income-groups/Historical": "classifications of countries by fiscal year",
    "worldbank-income-groups/OGHIST": "classifications of countries by fiscal year",
    "worldbank-wdi-2021-topics/Metadata": "the World Bank's list of countries",
    "worldbank-wdi-2024-longrun/WDI_Metadata": "descriptions of series",
}
"""Where the path of a file begins, and why it is refused."""

GAPMINDER = "gapminder-systema-globalis/ddf--datapoints--"
SDG = "unsd-sdg-2020/ddf--datapoints--"
READ = {
    f"{GAPMINDER}broadband_subscribers--": ("ddf", 4135),
    f"{GAPMINDER}broadband_subscribers_per_100_people--": ("ddf", 4135),
    f"{GAPMINDER}cell_phones_per_100_people--": ("ddf", 10350),
    f"{GAPMINDER}cell_phones_total--": ("ddf", 10374),
    f"{GAPMINDER}female_population_with_projections--": ("ddf", 35636),
    f"{GAPMINDER}gnipercapita_atlasmethod_current_us--": ("ddf", 10365),
    f"{GAPMINDER}gnipercapita_ppp_current_international--": ("ddf", 6636),
    f"{GAPMINDER}hdi_human_development_index--": ("ddf", 5940),
    f"{GAPMINDER}internet_users--": ("ddf", 6024),
    f"{GAPMINDER}male_population_with_projections--": ("ddf", 35636),
    f"{GAPMINDER}personal_computers_per_100_people--": ("ddf", 2196),
    f"{GAPMINDER}rural_population--by--geo": ("ddf", 13945),
    f"{GAPMINDER}rural_population--by--global": ("ddf", 65),
    f"{GAPMINDER}rural_population_percent_of_total--by--geo": ("ddf", 13975),
    f"{GAPMINDER}rural_population_percent_of_total--by--global": ("ddf", 65),
    f"{GAPMINDER}urban_population--by--geo": ("ddf", 13945),
    f"{GAPMINDER}urban_population--by--global": ("ddf", 65),
    f"{GAPMINDER}urban_population_percent_of_total--by--geo": ("ddf", 13975),
    f"{GAPMINDER}urban_population_percent_of_total--by--global": ("ddf", 65),
    f"{SDG}it_mob_2gntwk": ("ddf", 3179),
    f"{SDG}it_mob_3gntwk": ("ddf", 1791),
    f"{SDG}it_mob_4gntwk": ("ddf", 1233),
    f"{SDG}it_mob_own": ("ddf", 589),
    f"{SDG}it_net_bbn--": ("ddf", 6750),
    f"{SDG}it_net_bbp--": ("ddf", 6748),
    f"{SDG}it_use_ii99": ("ddf", 4436),
    f"{SDG}se_acc_comp": ("ddf", 1557),
    f"{SDG}se_acc_elec": ("ddf", 2163),
    f"{SDG}se_acc_intn": ("ddf", 1470),
    f"{SDG}se_adt_acts": ("ddf", 4795),
    f"{SDG}se_gpi_icts": ("ddf", 261),
    "owid-datasets/mobile-bank-accounts-by-region-gsma-2019.csv": ("owid", 103),
    "owid-datasets/population-covered-by-the-internet-internet-world-stats-2019.csv": ("owid", 58),
    "owid-datasets/price-of-mobile-data-alliance-for-affordable-internet-2019.csv": ("owid", 45),
    **{f"undesa-egdi/EGOV_DATA_{year}": ("un-desa-egov", 1156) for year in (2003, 2004, 2005)},
    **{f"undesa-egdi/EGOV_DATA_{year}": ("un-desa-egov", 1157) for year in (2008, 2010)},
    **{f"undesa-egdi/EGOV_DATA_{year}": ("un-desa-egov", 1158) for year in range(2012, 2023, 2)},
    "unsd-syb64-2021/": ("undata-yearbook", 1357),
    "worldbank-wdi-2015-2023/7_EG": ("world-bank-wide", 2367),
    "worldbank-wdi-2015-2023/8_NY": ("world-bank-wide", 2309),
    "worldbank-wdi-2015-2023/9_IT": ("world-bank-wide", 1997),
    "worldbank-wdi-2015-2023/SP": ("world-bank-wide", 2385),
    "worldbank-wdi-2021-topics/urban": ("world-bank-wide", 127220),
    "worldbank-wdi-2024-longrun/IT.NET.BBND.P2": ("world-bank-long", 4919),
    "worldbank-wdi-2024-longrun/IT.NET.USER.ZS": ("world-bank-long", 9044),
    "worldbank-wdi-2024-longrun/SP.POP.TOTL": ("world-bank-long", 9044),
    "worldbank-wdi-world-sex/it_net_user_fe": ("ddf", 4),
    "worldbank-wdi-world-sex/it_net_user_ma": ("ddf", 4),
    "worldbank-wdi-world-sex/it_net_user_zs": ("ddf", 20),
}
"""Where the path of a file begins, which format it has, and how many observations it holds."""

WDI_2025 = "worldbank-wdi-2015-2023/9_IT.NET.USER.ZS.csv"
WDI_2024 = "worldbank-wdi-2024-longrun/IT.NET.USER.ZS.csv"
SDG_USE = f"{SDG}it_use_ii99--by--geo_area--nature--units--year.csv"
SDG_4G = f"{SDG}it_mob_4gntwk--by--geo_area--nature--units--year.csv"
SDG_OWN = f"{SDG}it_mob_own--by--geo_area--nature--sex--units--year.csv"
SYB = "unsd-syb64-2021/SYB64_314_202110_Internet_Usage.csv"
EGDI = "undesa-egdi/EGOV_DATA_2022.csv"
SEX = "worldbank-wdi-world-sex/it_net_user_{}_zs_world.csv"

FIGURES = [
    (WDI_2025, "17.8.1", "WLD", "2019", 52.9),
    (WDI_2025, "17.8.1", "WLD", "2023", 65.4),
    (WDI_2025, "17.8.1", "NGA", "2019", 29.7),
    (WDI_2025, "17.8.1", "NGA", "2022", 37.7),
    (WDI_2025, "17.8.1", "NOR", "2022", 99.0),
    (WDI_2025, "17.8.1", "HIC", "2023", 92.3),
    (WDI_2025, "17.8.1", "LIC", "2023", 25.2),
    (WDI_2025, "17.8.1", "LDC", "2023", 32.5),
    (WDI_2024, "17.8.1", "WLD", "2019", 53.75),  # 53.7489
    (WDI_2024, "17.8.1", "NGA", "2019", 45.0),
    (WDI_2024, "17.8.1", "NOR", "2011", 93.5),
    (WDI_2024, "17.8.1", "HIC", "2011", 72.0),
    (SDG_USE, "17.8.1", "WLD", "2011", 31.15),
    (SDG_USE, "17.8.1", "WLD", "2018", 51.4),
    (SDG_USE, "17.8.1", "NOR", "2011", 93.5),
    (SDG_USE, "17.8.1", "DEV", "2011", 67.7),
    (SDG_USE, "17.8.1", "DVG", "2011", 23.1),
    (SDG_4G, "9.c.1", "WLD", "2018", 79.9),
    (SDG_4G, "9.c.1", "LDC", "2018", 32.8),
    (SDG_4G, "9.c.1", "SIDS", "2018", 54.3),
    (SYB, "17.8.1", "WLD", "2019", 51.4),
    (SYB, "17.8.1", "NGA", "2017", 7.5),
    (EGDI, "egdi", "DNK", "2022", 0.9717),
    (EGDI, "egdi", "NGA", "2022", 0.4525),
    (SEX.format("ma"), "17.8.1", "WLD", "2022", 67.2),
    (SEX.format("fe"), "17.8.1", "WLD", "2022", 61.6),
]


def beginning(path: str, table: dict):
    """What the table says of the longest beginning of the path that it has."""
    found = [key for key in table if path.startswith(key)]
    return table[max(found, key=len)] if found else None


@cache
def reading(folder: Path, name: str):
    return read_statistics((folder / name).read_bytes(), Path(name).name)


def test_every_file_is_read_or_refused_with_a_reason(data):
    names = sorted(
        str(path.relative_to(data)) for path in data.rglob("*") if path.is_file() and path.suffix != ".md"
    )
    assert len(names) > 90
    for name in names:
        assert handles((data / name).read_bytes(), Path(name).name), name
        expected, reason = beginning(name, READ), beginning(name, REFUSED)
        assert (expected is None) != (reason is None), name
        if reason is not None:
            with pytest.raises(UnsupportedError) as caught:
                reading(data, name)
            assert reason in caught.value.message
        else:
            read = reading(data, name)
            assert (read.source.format, read.observations.num_rows) == expected, name


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: f"{figure[2]}-{figure[3]}-{figure[4]}")
def test_figures_that_the_files_are_known_for(data, figure):
    name, indicator, area, period, value = figure
    rows = [
        row["value"]
        for row in reading(data, name).observations.to_pylist()
        if (row["indicator"], row["area"], row["period"]) == (indicator, area, period)
    ]
    half = 0.5 / 10 ** len(str(value).partition(".")[2])
    assert rows == [pytest.approx(value, abs=half * 1.001)]


def test_mobile_ownership_by_sex(data):
    rows = reading(data, SDG_OWN).observations.to_pylist()
    by_sex = {
        row["sex"]: round(row["value"], 1) for row in rows if (row["area"], row["period"]) == ("NGA", "2017")
    }
    assert (by_sex["F"], by_sex["M"]) == (32.4, 49.0)


def test_a_printed_date_is_the_vintage(data):
    assert reading(data, "worldbank-wdi-2021-topics/urban-development-raw-2021.csv").source.vintage == date(
        2021, 9, 15
    )


def test_each_observation_stands_there_once(data):
    for name in (WDI_2025, WDI_2024, SDG_USE, SDG_OWN, SYB, EGDI):
        rows = reading(data, name).observations
        assert rows.group_by(list(KEY)).aggregate([]).num_rows == rows.num_rows


def test_nigeria_in_two_releases(data, tmp_path):
    store = ObservationStore(tmp_path / "observations")
    for name, vintage in ((WDI_2025, date(2025, 10, 7)), (WDI_2024, date(2024, 1, 1))):
        store.record(read_statistics((data / name).read_bytes(), Path(name).name, vintage))
    rows = store.observations("all")
    rows = rows.filter((rows.area == "NGA") & (rows.period == "2019")).order_by("vintage")
    assert [round(value, 1) for value in store.engine.collect(rows)["value"].to_pylist()] == [45.0, 29.7]
    newest = store.observations()
    newest = newest.filter((newest.area == "NGA") & (newest.period == "2019"))
    assert store.engine.collect(newest)["value"].to_pylist() == [29.7]
