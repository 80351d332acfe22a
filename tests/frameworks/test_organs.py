"""Bodies that adopt resolutions, and the symbols of what they adopt."""

import pytest

from stocktake.frameworks.organs import load_organs
from stocktake.values.resolution_number import match_number

ORGANS = {organ.name: organ for organ in load_organs()}


def number(text: str):
    matched = match_number(text)
    assert matched is not None
    return matched[0]


@pytest.mark.parametrize(
    ("organ", "printed", "symbol"),
    [
        ("General Assembly", "57/270 B", "A/RES/57/270[B]"),
        ("General Assembly", "217 A (III)", "A/RES/217(III)[A]"),
        ("Economic and Social Council", "2025/18", "E/RES/2025/18"),
        ("Security Council", "1373 (2001)", "S/RES/1373(2001)"),
        ("Human Rights Council", "48/13", "A/HRC/RES/48/13"),
        (
            "United Nations Environment Assembly of the United Nations Environment Programme",
            "5/14",
            "UNEP/EA.5/Res.14",
        ),
    ],
)
def test_a_resolution_has_its_symbol(organ: str, printed: str, symbol: str):
    assert str(ORGANS[organ].symbol(number(printed), "resolution")) == symbol


def test_a_body_whose_numbers_give_no_symbol_has_none():
    assert ORGANS["Commission on Narcotic Drugs"].symbol(number("60/2"), "resolution") is None


@pytest.mark.parametrize(
    ("organ", "printed", "can"),
    [
        ("General Assembly", "31/1", True),
        ("General Assembly", "30/1", False),
        ("General Assembly", "1514 (XV)", True),
        ("General Assembly", "1503 (XLVIII)", False),
        ("General Assembly", "S-32/1", True),
        ("General Assembly", "2025/18", False),
        ("Human Rights Council", "60/25", True),
        ("Human Rights Council", "60/251", False),
        ("Security Council", "70/1", False),
    ],
)
def test_a_number_rules_bodies_out(organ: str, printed: str, can: bool):
    assert ORGANS[organ].can_have(number(printed), "resolution") is can


def test_names_are_unique_and_patterns_give_symbols():
    assert len(ORGANS) == len(load_organs())
    samples = {"session": "40/2", "year": "2005/2", "roman": "88 (XX)", "serial": "88 (2000)"}
    for organ in load_organs():
        sample = number(samples[organ.numbering[0]])
        assert (organ.symbol(sample, "resolution") is None) == (organ.resolution is None)
        assert (organ.symbol(sample, "decision") is None) == (organ.decision is None)


def test_the_principal_organs_come_first():
    principal = [organ.name for organ in load_organs() if organ.principal]
    assert principal == ["General Assembly", "Economic and Social Council", "Security Council"]
