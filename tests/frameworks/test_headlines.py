"""Headline figures and editions: complete, of their time, and in keeping with one another."""

from dataclasses import replace
from datetime import date

import pytest

from stocktake.errors import InternalError
from stocktake.frameworks import headlines
from stocktake.frameworks.headlines import Edition, HeadlineFigure, edition_cited, editions, headline_figures
from stocktake.frameworks.indicators import indicators
from stocktake.frameworks.listing import framework_records
from stocktake.values.interval import Interval, ratio

Cell = tuple[str, str, int, str, str | None, str | None, str | None, bool]


def cell(figure: HeadlineFigure, *, sex: str | None = None, location: str | None = None) -> Cell:
    """What a figure is of, in which edition."""
    who = (figure.area, sex, location)
    return figure.edition, figure.indicator, figure.year, figure.unit, *who, figure.is_negated


def by_cell() -> dict[Cell, HeadlineFigure]:
    shares = [each for each in headline_figures().values() if each.breakdown is None]
    return {cell(each, sex=each.sex, location=each.location): each for each in shares}


def rounding(figure: HeadlineFigure) -> Interval:
    return Interval(figure.value - figure.last / 2, figure.value + figure.last / 2)


def test_an_edition_says_nothing_of_a_year_after_it_came_out():
    assert all(each.year <= editions()[each.edition].published.year for each in headline_figures().values())


def test_shares_lie_within_the_limits_of_their_indicator():
    for each in headline_figures().values():
        limits = indicators()[each.indicator]
        if each.unit == limits.unit:
            assert limits.low is None or each.value >= limits.low, each.id
            assert limits.high is None or each.value <= limits.high, each.id


def test_no_edition_has_two_figures_of_one_thing():
    assert len(by_cell()) == sum(each.breakdown is None for each in headline_figures().values())


def test_each_edition_came_out_in_a_year_of_its_own():
    ordered = sorted(editions().values(), key=lambda each: each.published)
    assert [each.title[-4:] for each in ordered] == [str(each.published.year) for each in ordered]
    assert editions()["itu-ff-2025"].published == date(2025, 11, 17)


def test_the_whole_lies_between_its_parts():
    found, checked = by_cell(), 0
    for each in found.values():
        pairs = [({"sex": "female"}, {"sex": "male"}), ({"location": "rural"}, {"location": "urban"})]
        for low, high in pairs:
            parts = [found.get(cell(each, **part)) for part in (low, high)]
            if each.sex is None and each.location is None and None not in parts:
                below, above = (rounding(part) for part in parts if part)
                assert below.low <= rounding(each).high, each.id
                assert rounding(each).low <= above.high, each.id
                checked += 1
    assert checked > 3


def test_a_parity_score_is_the_women_s_share_by_the_men_s_within_rounding():
    found, checked = by_cell(), 0
    for each in found.values():
        if each.indicator == "gender-parity-internet":
            shares = [
                found.get(cell(replace(each, indicator="17.8.1", unit="per cent"), sex=sex))
                for sex in ("female", "male")
            ]
            if all(shares):
                women, men = (rounding(share) for share in shares if share)
                assert ratio(women, men).overlaps(rounding(each)), each.id
                checked += 1
    assert checked == 3


def test_a_revision_is_another_value_of_the_same_year():
    before, after = headline_figures()["ff2024-world-offline"], headline_figures()["ff2025-world-offline-before"]
    assert (before.year, before.value) == (2024, 2_600_000_000)
    assert (after.year, after.value) == (2024, 2_300_000_000)


def test_no_figure_is_known_only_because_a_resolution_prints_it():
    assert all(each.confidence != "seed" for each in headline_figures().values())


@pytest.mark.parametrize(
    ("note", "edition"),
    [
        (
            "Example Union, *Measuring Digital Development: Facts and Figures 2024* (Sampleton, 2024).",
            "itu-ff-2024",
        ),
        ("See Facts and figures 2021, p. 3.", "itu-ff-2021"),
        ("Facts and Figures 2024, which replaced Facts and Figures 2023.", None),
        ("Facts and Figures 2099.", None),
        ("Facts and Figures: Focus on the Isles of Examplia 2024.", None),
        ("See resolution 199/7.", None),
    ],
)
def test_the_edition_that_a_note_cites(note: str, edition: str | None):
    found = edition_cited(note)
    assert (found.id if found else None) == edition


def test_the_frameworks_list_them():
    for name, loaded in (("headline_figures", headline_figures()), ("editions", editions())):
        about, records = framework_records(name)
        assert about.endswith(".")
        assert [each["id"] for each in records] == list(loaded)
        assert all(each["source"] and each["confidence"] for each in records)


def test_a_figure_of_what_is_not_known_is_a_fault(monkeypatch: pytest.MonkeyPatch):
    strange = replace(headline_figures()["ff2025-world"], id="odd", edition="nowhere", area="XXX", unit="kites")
    monkeypatch.setattr(headlines, "load_records", lambda *_: (strange,))
    headline_figures.cache_clear()
    with pytest.raises(InternalError) as caught:
        headline_figures()
    headline_figures.cache_clear()
    assert str(caught.value) == (
        "expected each record once, of what is known, in frameworks/data/headline_figures.yaml, but odd: nowhere is "
        "not known; odd: XXX is not known; odd: kites is not known. Mend the file and run the tests of frameworks."
    )


def test_an_edition_that_stands_twice_is_a_fault(monkeypatch: pytest.MonkeyPatch):
    one = Edition("a", "P", "T", ("T",), date(2024, 1, 1), "source", "memory")
    monkeypatch.setattr(headlines, "load_records", lambda *_: (one, one))
    editions.cache_clear()
    with pytest.raises(InternalError) as caught:
        editions()
    editions.cache_clear()
    assert str(caught.value) == (
        "expected each record once, of what is known, in frameworks/data/editions.yaml, but one stands twice. "
        "Mend the file and run the tests of frameworks."
    )
