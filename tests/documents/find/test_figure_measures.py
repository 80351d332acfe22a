"""What figures measure, what is denied, and what a figure takes over from the one it is held against."""

import pytest
from laid_out import make_document

from stocktake.documents.find.figures import Figure, find_figures

USE = "individuals using the Internet"


def figures(*paragraphs: str) -> tuple[Figure, ...]:
    return find_figures(make_document(paragraphs))


@pytest.mark.parametrize(
    ("words", "negated"),
    [
        ("4G networks cover 92 per cent of the world population", False),
        ("96 per cent of the population is covered by a 3G network", False),
        ("only 51 per cent of the population is covered by a 5G mobile broadband network", False),
        ("92 per cent of people are within range of a mobile broadband signal", False),
        ("5G coverage reached 51 per cent of the population", False),
        ("38 per cent of the population is not covered by a 4G network", True),
        ("5 per cent of people remain outside the reach of a mobile broadband signal", True),
    ],
)
def test_coverage_by_a_network_of_any_technology_is_one_measure(words: str, negated: bool):
    (figure,) = figures(f"Noting that {words},")
    assert (figure.indicator, figure.negated) == ("9.c.1", negated)


def test_fixed_broadband_is_no_mobile_network():
    (figure,) = figures("Noting that fixed broadband networks cover 40 per cent of homes,")
    assert figure.indicator is None


def test_access_is_not_use_and_what_is_denied_is_said():
    told = [
        (each.measure, each.indicator, each.negated)
        for each in figures(
            "Noting that half of the world’s population, as well as 80 per cent of people in Chad, do not have access to the Internet,",
            "Noting that 27 per cent of people are not using the Internet and 73 per cent are online,",
            "Noting that 9 per cent of quays lack lamps,",
            "Urges keepers to cut by half the number of wrecks,",
        )
    ]
    assert told == [
        ("without access to the Internet", None, True),
        ("without access to the Internet", None, True),
        ("individuals not using the Internet", "17.8.1", True),
        (USE, "17.8.1", False),
        ("quays lack lamps", None, True),
        ("the number of wrecks", None, False),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "68 per cent of people use the Internet, while 40 per cent lack lamps",
            [USE, "lack lamps"],
        ),
        (
            "women, who make up half of the world’s population, account for 47 per cent of Internet users",
            ["world’s population", USE],
        ),
        ("four in ten people use the Internet to sell lamps", ["use the Internet to sell lamps"]),
        ("half of people use the Internet every day", ["use the Internet every day"]),
        (
            "60 per cent of women, compared with 70 per cent of men, hold an account with a bank",
            ["women hold an account with a bank", "men hold an account with a bank"],
        ),
        (
            "62 per cent of men and 57 per cent of women keep a lamp",
            ["men keep a lamp", "women keep a lamp"],
        ),
    ],
)
def test_a_figure_takes_over_only_what_it_leaves_out(words: str, expected: list[str]):
    assert [each.measure for each in figures(f"Noting that {words},")] == expected


@pytest.mark.parametrize(
    "aside", ["of whom half are children", "up from 2 million in 2031", "a record high", "and in particular girls"]
)
def test_what_dwells_on_those_counted_is_not_what_they_do(aside: str):
    assert figures(f"Noting that 3 million people, {aside}, keep no lamp,")[0].measure == "people"


def test_those_held_against_the_young_are_young_too():
    found = figures(
        "Noting that 81 per cent of young people in Europe, against 35 per cent in Africa, are online,"
    )
    assert [each.population for each in found] == ["young people", "young people"]


@pytest.mark.parametrize(
    "words",
    ["in rural areas, only 48 per cent of people keep a lamp", "among rural women the share was 48 per cent"],
)
def test_the_place_may_be_told_before_the_number(words: str):
    (figure,) = figures(f"Noting that {words},")
    assert figure.location == "rural"
