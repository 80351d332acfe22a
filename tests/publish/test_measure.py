"""Results of measures for a person and for a spreadsheet: nothing cut off, nothing mixed up, nothing lost."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from stocktake.publish.measure_csv import HEADS, measure_csv
from stocktake.publish.measure_json import measure_to_json
from stocktake.publish.measure_terminal import letter, render_measure
from stocktake.publish.measure_words import number_words, span_words, told_of
from stocktake.publish.terminal import to_text
from stocktake.statistics.measures.result import MemberCoverage, Result, ResultSource
from stocktake.values.interval import Interval
from stocktake.workspace.measuring import Measured

FILE = ResultSource("Kite Survey", "kites.csv", 7, "ab" * 32)
LEVEL = Result(
    "level",
    "LDC",
    "Least developed countries",
    "As published, release of 2043-03-01.",
    period="2041",
    value=30.25,
    unit="per cent",
    vintage=date(2043, 3, 1),
    source=FILE,
    status="A",
)
MADE = Result(
    "aggregate",
    "LDC",
    "Least developed countries",
    "Held back: Fiji, 20.0 per cent of the denominator, has no value, and one member may hold 10.0 per cent at most. "
    "Mean weighted by population of 3 of 4 members, release of 2043-03-01. Not counted: Fiji (20.0 per cent).",
    classified="then",
    period="2041",
    value=31.0,
    unit="per cent",
    coverage=MemberCoverage(4, 3, 0.8),
    bounds=Interval(24.8, 44.8),
    published=False,
    vintage=date(2043, 3, 1),
    source=replace(FILE, row=None),
    status="A",
)


def measured(*results: Result) -> Measured:
    return Measured("17.8.1", "Proportion of individuals using the Internet", date(2044, 1, 15), results)


def page(*results: Result) -> str:
    return to_text(render_measure(measured(*results)))


def test_what_is_published_and_what_is_made_stand_in_tables_of_their_own():
    text = page(LEVEL, MADE, replace(MADE, classified="now"))
    published, made = text.split("MADE HERE FROM THE MEMBERS OF EACH GROUP")
    assert "30.25" in published
    assert "31" not in published
    assert "members as classified then/now; per cent; release 2043-03-01" in made
    assert "held back  24.8–44.8  80.0 % 3/4  30.25  1       a" in made
    assert "Fiji, 20.0 per cent of the denominator, has no value" in made
    assert "1 sha256 abababababab  Kite Survey: kites.csv" in made
    assert "31.0" not in made


def test_no_line_is_longer_than_the_terminal_and_no_cell_is_cut():
    groups = [
        replace(MADE, area=f"G{at}", name="Landlocked developing countries of the north", classified=how, value=at + shift, published=True)
        for at in range(8)
        for how, shift in (("then", 0.1), ("now", 0.2))
    ]  # fmt: skip
    text = page(*groups, *(replace(each, published=False, period="2042") for each in groups))
    assert max(map(len, text.splitlines())) <= 80
    assert text.count("held back") == 16
    assert text.count("24.8–44.8  80.0 % 3/4") == 32


def test_parts_of_a_group_stand_under_a_heading_of_their_own():
    speeds = ("10MBPS", "256KT2MBPS")
    made = [
        replace(
            MADE, breakdown=f"SPEED={speed}", classified=how, period=year, published=True, value=30.0 + len(how)
        )
        for year in ("2041", "2042")
        for speed in speeds
        for how in ("then", "now")
    ]
    text = page(*made)
    assert max(map(len, text.splitlines())) <= 80
    assert text.count("Least developed countries") == 1, "it is the same on every line"
    assert text.count("2042  then") == len(speeds)
    assert text.count("24.8–44.8  80.0 % 3/4") == 2 * len(speeds)
    assert text.index("  10 Mbit/s or more\n") < text.index("  from 256 kbit/s to less than 2 Mbit/s\n")


def test_every_method_has_its_line_also_where_a_met_target_needs_no_number():
    said = {"measure": "progress", "unit": "share of the way", "because": "The methods agree."}
    methods = [
        replace(LEVEL, value=value, details={"method": method, "verdict": verdict}, **said)
        for method, value, verdict in (
            ("growth", None, "met"),
            ("trend", 0.0, "maintain"),
            ("saturation", 0.0, "reached"),
        )
    ]
    text = page(*methods)
    assert "growth          –  met" in text
    assert "trend       0.000  maintain" in text
    assert "saturation  0.000  reached" in text
    assert "No value" not in text


def test_the_reason_is_told_once_for_all_that_have_no_value():
    empty = [replace(LEVEL, area=area, name=area, value=None, source=None, because="Not held.") for area in "ABC"]
    assert "  No value: A 2041, B 2041, C 2041. Not held.\n" in page(*empty)


def test_a_published_figure_of_another_release_does_not_stand_beside_ours():
    others = [replace(LEVEL, vintage=date(2042, 3, 1)), replace(LEVEL, vintage=date(2041, 3, 1))]
    assert "80.0 % 3/4      –" in page(*others, MADE)


def test_what_the_table_shows_is_not_told_again():
    assert told_of(LEVEL, brief=False) == ""
    assert told_of(MADE, brief=True).startswith("Held back: Fiji")
    assert "Mean weighted" not in told_of(MADE, brief=False)
    assert told_of(MADE, brief=False).endswith("Not counted: Fiji (20.0 per cent).")


@pytest.mark.parametrize(
    ("value", "published", "made"),
    [
        (29.7, "29.7", "29.7"),
        (45.03137342, "45.03", "45.0"),
        (0.9166667, "0.9167", "0.917"),
        (-15.3, "-15.3", "-15.3"),
        (-0.0, "0", "0.000"),
        (227882945.0, "227 882 945", "227 882 945"),
        (None, "", ""),
    ],
)
def test_numbers_have_the_places_a_person_wants(value: float | None, published: str, made: str):
    assert number_words(value, exact=True) == published
    assert number_words(value) == made


@pytest.mark.parametrize(("value", "words"), [(1.4467, "1.45"), (0.9, "0.90"), (12.0, "12.00")])
def test_a_ratio_has_two_places_whoever_made_it(value: float, words: str) -> None:
    assert number_words(value, exact=True, unit="ratio") == number_words(value, unit="ratio") == words


def test_letters_go_on_after_z():
    assert [letter(at) for at in (0, 25, 26, 52)] == ["a", "z", "aa", "ba"]


def test_csv_keeps_numbers_and_disarms_words():
    (row,) = csv.DictReader(io.StringIO(measure_csv(measured(replace(LEVEL, value=-15.3, name="=KITE()")))))
    assert tuple(row) == HEADS
    assert (row["value"], row["name"], row["published"], row["bound_low"]) == ("-15.3", "'=KITE()", "true", "")


def test_json_holds_the_unrounded_value():
    data = measure_to_json(measured(replace(LEVEL, value=45.03137342)))
    assert list(data) == ["schema", "indicator", "as_of", "results", "name", "notes"]
    assert data["results"][0]["value"] == 45.03137342


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Interval(57.21, 79.41), "57.2–79.5"),
        (Interval(0.9151, 0.9421), "0.915–0.943"),
        (Interval(99.99, 1234.2), "99.9–1 235"),
    ],
)
def test_the_ends_of_a_span_are_rounded_outwards(span, words):
    assert span_words(span) == words
