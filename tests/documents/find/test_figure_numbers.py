"""Quantities: every form in which they are printed, the comparator, and what is no figure."""

from itertools import pairwise

import pytest

from stocktake.documents.find.figure_numbers import scan_quantities


def found(words: str) -> list[tuple[str, float | None, float | None, str, str | None]]:
    return [
        (words[each.start : each.end], each.value, each.upper, each.unit, each.comparator)
        for each in scan_quantities(words)
    ]


@pytest.mark.parametrize(
    ("words", "printed", "value", "unit", "comparator"),
    [
        ("that 24.4 per cent of keepers", "24.4 per cent", 24.4, "per cent", None),
        ("that approximately a third of the ferries", "a third", 33.3, "per cent", "approximately"),
        ("almost half of the quays", "half", 50.0, "per cent", "almost"),
        ("more than two thirds of keepers", "two thirds", 66.7, "per cent", "more than"),
        ("falling by a quarter, and", "a quarter", 25.0, "per cent", None),
        ("more than four in five people", "four in five", 80.0, "per cent", "more than"),
        ("one in every four lamps is dark", "one in every four", 25.0, "per cent", None),
        ("7 out of 11 ferry personnel", "7 out of 11", 63.6, "per cent", None),
        ("the vast majority of lamps", "the vast majority", None, "share", None),
        ("a loss of $1.5 trillion", "$1.5 trillion", 1.5e12, "US dollars", None),
        ("some US$ 20 million was pledged", "US$ 20 million", 2e7, "US dollars", "some"),
        ("the estimated annual 4 trillion dollar gap", "4 trillion dollar", 4e12, "US dollars", "estimated"),
        ("3,396,308 United States dollars", "3,396,308 United States dollars", 3396308.0, "US dollars", None),
        ("at least 45.3 million euros", "45.3 million euros", 45.3e6, "euros", "at least"),
        ("over 3.2 billion people", "3.2 billion people", 3.2e9, "persons", "over"),
        ("a shortfall of 10 million lamp workers", "10 million", 1e7, "persons", None),
        ("only about 444 recorded attacks", "444", 444.0, "number", "about"),
        ("56 of those cases were heard", "56", 56.0, "number", None),
        ("restore 1 billion hectares of land", "1 billion hectares", 1e9, "hectares", None),
        ("stay well below 2°C above", "2°C", 2.0, "degrees Celsius", "below"),
        ("197 deaths per 100,000 live births", "197 deaths per 100,000 live births", 197.0, "per 100,000 live births", None),
        ("18.4 fixed broadband subscriptions per 100 inhabitants", "18.4 fixed broadband subscriptions per 100 inhabitants", 18.4, "per 100 inhabitants", None),
        ("only 2.3 wick-makers per 1,000 people", "2.3 wick-makers per 1,000 people", 2.3, "per 1,000 inhabitants", "only"),
        ("some 4.7 tons per capita", "4.7 tons per capita", 4.7, "tons per capita", "some"),
        ("at least 12 dollars per person", "12 dollars per person", 12.0, "US dollars per capita", "at least"),
        ("a grant of USD 100 million", "USD 100 million", 1e8, "US dollars", None),
        ("more than half a billion people", "half a billion people", 5e8, "persons", "more than"),
        ("one and a half million lanterns", "one and a half million", 1.5e6, "number", None),
        ("nearly three quarters (of them new)", "three quarters", 75.0, "per cent", "nearly"),
        ("fell by more than half between two winters", "half", 50.0, "per cent", "more than"),
        ("lamps grew fivefold in a year", "fivefold", 5.0, "times", None),
        ("demand doubled in a year", "doubled", 2.0, "times", None),
        ("decides to halve the number of wrecks", "halve", 0.5, "times", None),
        ("three times more likely to sink", "three times", 3.0, "times", None),
        ("rose by no more than 3 percentage points", "3 percentage points", 3.0, "percentage points", "at most"),
    ],
)  # fmt: skip
def test_each_form_is_found(words: str, printed: str, value: float, unit: str, comparator: str):
    assert found(words) == [(printed, value, None, unit, comparator)]


@pytest.mark.parametrize(
    "words",
    [
        "the 17 Sustainable Development Goals, Goal 4 and target 9.c",
        "resolutions 57/270 B, 65/141 and 217 A (III)",
        "five meetings, 193 Member States, 113 countries and two Co-Facilitators",
        "from 10 to 12 December 2003 and at the fiftieth anniversary of 2015",
        "a two-thirds majority of the members present and voting",
        "one third of the members of the Committee",
        "for more than half a century, in the first half of 2026 and the third quarter of 2025",
        "resettlement in a third country and a third meeting on a quarter day",
        "the report entitled “Ferries at 1.5°C: 10 per cent more”",
        "the Special Report on Global Warming of 1.5°C",
        "the objective is twofold; redouble efforts and end double taxation",
        "the number of lamps per 100 inhabitants",
        "two and a half years, 16 different languages and 36 months",
        "on behalf of the Group of 77 and the COVID-19 response, paragraph 5 persons",
        "a majority of three fourths of the members",
        "24 keepers of the lamp, half of whom shall be replaced every two years",
        "to double our efforts, a doubling of efforts and doubling down",
        "by a third party and by a quarter session",
    ],
)
def test_what_is_only_a_number_is_no_figure(words: str):
    assert found(words) == []


def test_a_range_is_one_figure_and_a_change_from_one_to_another_two():
    assert found("the target of 0.15 to 0.20 per cent") == [("0.15 to 0.20 per cent", 0.15, 0.2, "per cent", None)]
    assert found("between 10 and 20 per cent") == [("10 and 20 per cent", 10.0, 20.0, "per cent", None)]
    assert found("USD 1.7 trillion to 2.1 trillion") == [
        ("USD 1.7 trillion to 2.1 trillion", 1.7e12, 2.1e12, "US dollars", None)
    ]
    assert found("$900 million to $1.2 billion") == [
        ("$900 million to $1.2 billion", 9e8, 1.2e9, "US dollars", None)
    ]
    assert found("between 720 million and 811 million people") == [
        ("720 million and 811 million people", 7.2e8, 8.11e8, "persons", None)
    ]
    assert [each[:2] for each in found("$1.5 million and $300 million")] == [
        ("$1.5 million", 1.5e6),
        ("$300 million", 3e8),
    ]
    assert [each[:2] for each in found("rose from 57 to 67 per cent")] == [("57", 57.0), ("67 per cent", 67.0)]
    assert [each[:2] for each in found("31, 30 and 19 per cent of lamps")] == [
        ("31", 31.0),
        ("30", 30.0),
        ("19 per cent", 19.0),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("between $4 and $7 are saved", ("$4 and $7", 4.0, 7.0)),
        ("at USD 215 billion to USD 387 billion", ("USD 215 billion to USD 387 billion", 2.15e11, 3.87e11)),
        ("$1.5 million to 12 harbours", ("$1.5 million", 1.5e6, None)),
        ("growth of -3.1 per cent", ("-3.1 per cent", -3.1, None)),
        ("3-5 per cent", ("3-5 per cent", 3.0, 5.0)),
        ("zero per cent of lamps", ("zero per cent", 0.0, None)),
        ("nine out of 10 keepers", ("nine out of 10", 90.0, None)),
        ("that is one in three.", ("one in three", 33.3, None)),
        ("a quarter of a billion people", ("a quarter of a billion people", 2.5e8, None)),
        ("grew by a factor of three", ("a factor of three", 3.0, None)),
        ("to cut by one third premature wrecks", ("one third", 33.3, None)),
        ("Four billion people sail", ("Four billion people", 4e9, None)),
        ("A third of people sail", ("A third", 33.3, None)),
        ("41 births per 1,000 girls", ("41 births per 1,000 girls", 41.0, None)),
    ],
)
def test_numbers_as_the_united_nations_prints_them(words: str, expected: tuple[str, float, float | None]):
    assert [each[:3] for each in found(words)] == [expected]


@pytest.mark.parametrize(
    ("words", "comparator"),
    [
        ("just over one fifth of lamps", "just over"),
        ("a little under half of lamps", "just under"),
        ("costs exceeded $2.4 trillion", "more than"),
        ("barely 4 per cent of lamps", "only"),
        ("60 per cent or more of lamps", "at least"),
        ("only about 9 per cent of lamps", "about"),
    ],
)
def test_the_comparator_is_the_one_nearest_in_sense(words: str, comparator: str):
    assert [each[4] for each in found(words)] == [comparator]


def test_a_count_is_carried_on_through_its_list():
    words = "with 26 fatalities, of which 11 were at sea, 24 wrecks and 16 strandings, and at least 9 personnel killed, 14 wounded and 18 marooned"
    assert [(each[0], each[3]) for each in found(words)] == [
        ("26 fatalities", "number"),
        ("11", "number"),
        ("24", "number"),
        ("16", "number"),
        ("9 personnel", "persons"),
        ("14", "persons"),
        ("18", "persons"),
    ]


def test_quantities_stand_in_order_and_never_overlap():
    words = "of the 8 billion people, nearly 3 billion, or 37 per cent, and $4 million for half of the 2.2 million refugees"
    quantities = scan_quantities(words)
    assert [words[each.start : each.end] for each in quantities] == [
        "8 billion people",
        "3 billion",
        "37 per cent",
        "$4 million",
        "half",
        "2.2 million refugees",
    ]
    assert all(one.end <= other.start for one, other in pairwise(quantities))
