"""The words of SDMX messages."""

import pytest

from stocktake.frameworks.sdmx_words import agency_of, ids_of, nearest_components, part_of
from stocktake.frameworks.statistical_words import dimension_of


@pytest.mark.parametrize(
    ("component", "part"),
    [
        ("REF_AREA", "area"), ("geo", "area"), ("TIME_PERIOD", "period"), ("OBS_VALUE", "value"), ("SERIES", "code"),
        ("INDICATOR", "indicator"), ("UNIT_MULT", "multiplier"), ("DECIMALS", "attribute"), ("SEX", "dimension"), ("urbanisation", "dimension"),
        ("REF_AREAS", None),
    ],
)  # fmt: skip
def test_components_have_parts(component, part):
    assert part_of(component) == part


def test_the_preferred_id_comes_first():
    assert [ids_of(part)[0] for part in ("area", "period", "value")] == ["REF_AREA", "TIME_PERIOD", "OBS_VALUE"]


def test_the_nearest_are_named():
    assert nearest_components("REF_AREAS")[0] == "REF_AREA"
    assert nearest_components("SEXES")[0] == "SEX"
    assert nearest_components("KINDS", ("KIND",))[0] == "KIND"


def test_every_dimension_has_a_name_and_codes():
    assert all(dimension_of(component) is not None for component in ids_of("dimension"))


def test_agencies_and_their_parts():
    assert agency_of("IAEG-SDGs:SDG(1.0)").publisher == "UNSD"
    assert agency_of("OECD.SDD.NAD:DSD_X(1.0)").publisher == "OECD"
    unknown = agency_of("XYZ:FLOW(1.0)")
    assert (unknown.publisher, unknown.prefix, unknown.scheme) == ("XYZ", "XYZ", "any")
    assert (agency_of("").publisher, agency_of("").prefix) == ("", "X")
