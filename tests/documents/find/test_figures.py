"""Figures: whose they are, of which year, what they measure; and the grammar of ellipsis."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laid_out import make_document

from stocktake.documents.find.figures import Figure, find_figures
from stocktake.documents.model import Document, HeadingData, NoteMark
from stocktake.values.span import words_at

USE = "individuals using the Internet"


def figures(*paragraphs: str) -> tuple[Figure, ...]:
    return find_figures(make_document(paragraphs))


def whose(words: str) -> list[tuple[str, str | None, str | None]]:
    return [(each.printed, each.area, each.sex) for each in figures(words)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Noting that 88 per cent of people in high-income countries use the Internet compared with only 21 per cent in low-income countries,",
            [("88 per cent", "HIC", None), ("21 per cent", "LIC", None)],
        ),
        (
            "Noting that, worldwide, 61 per cent of men keep a lamp compared with 58 per cent of women, notes that in least developed countries just 12 per cent of women do, as against 14 per cent of men,",
            [
                ("61 per cent", "WLD", "male"),
                ("58 per cent", "WLD", "female"),
                ("12 per cent", "LDC", "female"),
                ("14 per cent", "LDC", "male"),
            ],
        ),
        (
            "Noting that a third of the world’s population, especially women and girls, as well as half of people in small island developing States, lack lamps,",
            [("a third", "WLD", None), ("half", "SIDS", None)],
        ),
        (
            "Noting that more than three quarters of girls and only one half of boys go to school in Nepal,",
            [("three quarters", "NPL", "female"), ("one half", "NPL", "male")],
        ),
        (
            "Noting that ferries declined by 7 per cent in developing countries, including a fall of 3.3 per cent in Africa from 54 billion dollars in 2022 to 52 billion dollars in 2023,",
            [
                ("7 per cent", "DVG", None),
                ("3.3 per cent", "M49-002", None),
                ("54 billion dollars", "M49-002", None),
                ("52 billion dollars", "M49-002", None),
            ],
        ),
        (
            "Noting that 70 and 65 per cent of men and women, respectively, use the Internet,",
            [("70", None, "male"), ("65 per cent", None, "female")],
        ),
        (
            "Noting that in Kenya, Uganda and Nepal 30 per cent, 25 per cent and 20 per cent, respectively, keep lamps,",
            [("30 per cent", "KEN", None), ("25 per cent", "UGA", None), ("20 per cent", "NPL", None)],
        ),
        ("Noting that 9 per cent in Kenya and Nepal keep lamps,", [("9 per cent", None, None)]),
        ("Noting that 9 per cent in Asia and the Pacific do,", [("9 per cent", None, None)]),
        ("Noting that 9 per cent in sub-Saharan Africa do,", [("9 per cent", "M49-202", None)]),
        ("Urges keepers to cut by half the proportion of men, women and children at sea,", [("half", None, None)]),
        (
            "Noting that women are 12 per cent less likely than men to keep a lamp, and boys twice as likely as girls,",
            [("12 per cent", None, "female"), ("twice", None, "male")],
        ),
        (
            "Noting that lamps rose from 57 per cent of women in 2021 to 62 per cent in 2024,",
            [("57 per cent", None, "female"), ("62 per cent", None, "female")],
        ),
        ("Noting that 9 per cent of people in LDCs do,", [("9 per cent", "LDC", None)]),
        (
            "Noting that a third of the world’s population, or 3 billion people, remains in the dark,",
            [("a third", "WLD", None), ("3 billion people", "WLD", None)],
        ),
        ("Noting that women hold 27 per cent of seats,", [("27 per cent", None, "female")]),
        ("Noting that 9 per cent in developed and developing countries do,", [("9 per cent", None, None)]),
        (
            "Noting that 92 and 68 per cent of people in high- and low-income countries, respectively, keep lamps,",
            [("92", "HIC", None), ("68 per cent", "LIC", None)],
        ),
        (
            "Noting that the share of women among keepers rose from 30 per cent in 2015 to 36 per cent in 2024,",
            [("30 per cent", None, "female"), ("36 per cent", None, "female")],
        ),
        ("Noting that 12 million girls keep no lamp,", [("12 million girls", None, "female")]),
        (
            "Noting that women (57 per cent) and men (62 per cent) keep lamps,",
            [("57 per cent", None, "female"), ("62 per cent", None, "male")],
        ),
        (
            "Noting that 51 per cent of lamps are lit worldwide, leaving a gap in Africa, where 11 per cent are,",
            [("51 per cent", "WLD", None), ("11 per cent", "M49-002", None)],
        ),
        ("Noting that the Global Lamp Fund received 9 million dollars,", [("9 million dollars", None, None)]),
    ],
)
def test_group_and_sex_are_those_of_each_figure(words: str, expected: list[tuple[str, str | None, str | None]]):
    assert whose(words) == expected


def years(words: str) -> list[tuple[int | None, str | None]]:
    return [(each.year, each.year_basis) for each in figures(words)]


def test_a_year_is_stated_implied_or_not_known():
    assert years("Noting that 7 per cent sank in 2011, compared with 9 per cent of tugs,") == [
        (2011, "stated"),
        (2011, "stated"),
    ]
    assert years("Noting that traffic fell by 7 per cent in 2011, to 9 million tons,") == [(2011, "stated")] * 2
    assert years("Noting that 7 per cent sank in 2011, and that 9 per cent of tugs leak,") == [
        (2011, "stated"),
        (2011, "implied"),
    ]
    assert years("Noting that 7 per cent sank in 2011, and recognizing that 9 per cent of tugs leak,")[1] == (
        None,
        None,
    )
    assert years("Noting that, despite the rise in 2011, lamps fell by about 5 per cent,") == [(None, None)]
    assert years("Noting the Forum held in Quayside in 2011 and that 5 per cent came,") == [(None, None)]
    assert years("Noting that use rose from 57 to 67 per cent between 2020 and 2024,") == [
        (2020, "stated"),
        (2024, "stated"),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the share was 29.5 per cent and 29.7 per cent, respectively, in 2018 and 2019", [2018, 2019]),
        ("65, 67 and 70 per cent of quays were lit in 2020, 2021 and 2024, respectively", [2020, 2021, 2024]),
        ("in 2020 and 2024, 65 and 70 per cent of quays, respectively, were lit", [2020, 2024]),
        ("29.5 per cent and 29.7 per cent of Chad and Nepal, respectively, were lit in 2019", [2019, 2019]),
        ("the share rose from 57 per cent in 2021 to 62 per cent in 2024", [2021, 2024]),
        ("between 2015 and 2024, the share rose from 40 per cent to 68 per cent", [2015, 2024]),
        ("the share fell from 29.8 to 29.5 per cent in 2019", [None, 2019]),
        ("the share reached 68 per cent (2024)", [2024]),
        ("67 per cent of lamps (5.4 million people) were lit in 2023", [2023, 2023]),
        (
            "84 per cent of the urban population and 55 per cent of the rural population kept lamps in 2024",
            [2024, 2024],
        ),
        ("the share was 93 per cent in Chad and 60 per cent in Nepal in 2023", [2023, 2023]),
        ("wrecks fell by 9 per cent by 2023 relative to 2019", [2023]),
        ("1,450 civilians drowned between January and September 2024", [2024]),
        ("3 million people drowned in the first half of 2024", [2024]),
        ("over the period 2013–2023, output rose by 2 per cent", [2023]),
    ],
)
def test_each_figure_has_its_own_year(words: str, expected: list[int | None]):
    assert [year for year, _ in years(f"Noting that {words},")] == expected


def test_the_words_around_a_figure_are_its_own_where_its_digits_stand_twice():
    found = figures("Noting that 84 per cent of men in Chad, but only 4 per cent of women there, keep a lamp,")
    assert [each.words_after.split(",")[0] for each in found] == [" of men in Chad", " of women there"]
    assert [each.words_before for each in found] == ["", "84 per cent of men in Chad, but only "]


@pytest.mark.parametrize(
    "words",
    [
        "68 per cent of the world population, or 5.5 billion people, use the Internet",
        "5.5 billion people, or some 68 per cent of the world population, use the Internet",
        "67 per cent of the world’s population (5.4 billion people) was online",
    ],
)
def test_what_is_said_twice_is_of_one_measure_and_group(words: str):
    assert [(each.measure, each.area) for each in figures(f"Noting that {words},")] == [(USE, "WLD")] * 2


def with_note(note: str) -> Document:
    words = "Noting that 9 per cent of lamps are lit, and that the cost is high;"
    document = make_document([words], {"4": note})
    marked = replace(document.paragraphs[0], marks=(NoteMark("4", len(words)),))
    return replace(document, paragraphs=(marked,))


def test_the_year_of_the_source_is_that_of_its_title():
    (figure,) = find_figures(with_note("Office of Lamps, Lamps in Figures 2019 (Quayside, 2021)."))
    assert (figure.notes, figure.year, figure.year_basis) == (("4",), 2019, "source")


@pytest.mark.parametrize(
    "note", ["Resolution 1999 of the Harbour.", "Lamps 2018 and Lamps 2019.", "Lamps (Quayside, 2021)."]
)
def test_no_year_is_taken_from_a_text_from_two_titles_or_from_the_day_of_print(note: str):
    (figure,) = find_figures(with_note(note))
    assert (figure.year, figure.year_basis) == (None, None)


def test_a_level_a_change_and_a_target_are_told_apart():
    kinds = [
        each.kind
        for each in figures(
            "Noting that prices fell by 4 per cent in ports, 5 per cent at sea, to reach 8 million dollars,",
            "Recalling the target of 0.9 per cent of lamps and 0.1 to 0.2 per cent of wicks,",
            "Urges keepers to halve the number of wrecks,",
        )
    ]
    assert kinds == ["change", "change", "level", "target", "target", "target"]


@pytest.mark.parametrize("words", ["5 million, to 22 million", "5 per cent, to 22 per cent"])
def test_where_a_change_led_is_a_level(words: str):
    found = figures(f"Noting that the number of keepers rose by {words}, in 2031,")
    assert [each.kind for each in found] == ["change", "level"]


@pytest.mark.parametrize(
    "words",
    [
        "women are 12 per cent less likely than men to keep a lamp",
        "lamps are up by 3 per cent",
        "the gap is 9 percentage points",
        "twice as many keepers were at sea",
        "2 million more women than men keep no lamp",
        "a 26 per cent increase was seen",
        "keepers grew by 227 million",
        "traffic came to 9 million tons, up 5 per cent",
    ],
)
def test_a_difference_is_no_level(words: str):
    figure = figures(f"Noting that {words},")[-1]
    assert figure.kind == "change"


@pytest.mark.parametrize(
    ("words", "sides"),
    [
        ("a gap of 9 percentage points between women and men", [("women", "female"), ("men", "male")]),
        ("a gap between men and women of 9 percentage points", [("men", "male"), ("women", "female")]),
        ("women are 12 per cent less likely than men to keep a lamp", [("women", "female"), ("men", "male")]),
        ("2 million more men than women keep a lamp", [("men", "male"), ("women", "female")]),
        (
            "a gap of 9 percentage points between urban and rural areas",
            [("urban areas", None), ("rural areas", None)],
        ),
        (
            "a gap of 9 percentage points between developed and developing countries",
            [("developed countries", None), ("developing countries", None)],
        ),
        ("a gap of 9 percentage points between 2021 and 2024", []),
        ("the gap is 9 percentage points", []),
    ],
)
def test_a_difference_names_both_its_sides(words: str, sides: list[tuple[str, str | None]]):
    (figure,) = figures(f"Noting that {words},")
    assert [(each.name, each.sex) for each in figure.sides] == sides
    assert (figure.kind, figure.group, figure.area) == ("change", None, None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "2.2 billion people (26 per cent) keep no lamp",
            [("2.2 billion people", "keep no lamp", None), ("26 per cent", "keep no lamp", "2.2 billion people")],
        ),
        (
            "2.6 billion people, 32 per cent of the world population, are offline",
            [
                ("2.6 billion people", "individuals not using the Internet", None),
                ("32 per cent", "individuals not using the Internet", "2.6 billion people"),
            ],
        ),
        (
            "5 million people, 32 per cent of them women, use the Internet",
            [("5 million people", "people", None), ("32 per cent", "individuals using the Internet", None)],
        ),
        (
            "5 million people (32 per cent women) use the Internet",
            [("5 million people", "individuals using the Internet", None), ("32 per cent", "individuals using the Internet", None)],
        ),
    ],
)  # fmt: skip
def test_an_aside_gives_the_same_people_once_more(words: str, expected: list[tuple[str, str, str | None]]):
    found = figures(f"Noting that {words},")
    assert [(each.printed, each.measure, each.restates) for each in found] == expected


def test_asides_leave_two_shares_one_pair():
    found = figures(
        "Noting that 70 per cent of men (2.8 billion) and 65 per cent of women (2.6 billion) use the Internet,"
    )
    assert [(each.printed, each.sex, each.measure, each.restates) for each in found] == [
        ("70 per cent", "male", USE, None),
        ("2.8 billion", "male", USE, "70 per cent"),
        ("65 per cent", "female", USE, None),
        ("2.6 billion", "female", USE, "65 per cent"),
    ]


def test_a_score_of_parity_is_a_ratio_of_its_own():
    found = figures(
        "Noting that the gender parity score of Internet use in least developed countries fell from 0.74 in 2019 to 0.70 in 2024,"
    )
    assert [(each.value, each.unit, each.kind, each.indicator, each.area, each.year) for each in found] == [
        (0.74, "ratio", "level", "gender-parity-internet", "LDC", 2019),
        (0.70, "ratio", "level", "gender-parity-internet", "LDC", 2024),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "the gender parity score rose by 0.02",
        "the gender parity index is published; version 1.2 of the lamp standard applies",
        "standard 0.94 of the lamp makers",
        "the gender parity score is part of annex 1.2.3",
    ],
)
def test_a_bare_number_is_no_score(words: str):
    assert figures(f"Noting that {words},") == ()


def test_what_is_foreseen_is_not_wanted():
    document = make_document(["Noting that by 2031 an estimated 5 million people will still live in the dark;"])
    document = replace(document, data=HeadingData(adopted="2024-12-19"))
    (figure,) = find_figures(document)
    assert (figure.kind, figure.year) == ("level", 2031)


def test_a_year_to_come_makes_a_target():
    document = make_document(["Welcomes the restoration of 1 billion hectares of reefs by 2031;"])
    document = replace(document, data=HeadingData(adopted="2024-12-19"))
    (figure,) = find_figures(document)
    assert (figure.kind, figure.year, figure.year_basis) == ("target", 2031, "stated")


def test_quote_and_printed_words_stand_at_their_spans():
    document = make_document(
        ["Recognizing the wells, and noting that some 9 per |cent of lamps are lit; and calls for more,"]
    )
    (figure,) = find_figures(document)
    assert figure.quote == "some 9 per cent of lamps are lit"
    assert words_at(document.source_text, figure.spans) == figure.quote
    assert words_at(document.source_text, figure.printed_spans) == figure.printed == "9 per cent"


@given(
    st.lists(
        st.sampled_from(
            ["half of", "9 per cent of", "$4 million", "in Chad", "women", ", while", "; and notes that", "in 2019", "lamps",
             "people", "compared with", "a third of", "one in five", "by", "and", "from 3 to 4 per cent", "“", "”", ","]
        ),
        max_size=14,
    )
)  # fmt: skip
def test_every_span_gives_the_words_whatever_the_order(parts: list[str]):
    document = make_document([f"Noting that {' '.join(parts)} lamps,"])
    for each in find_figures(document):
        assert words_at(document.source_text, each.spans) == each.quote
        assert words_at(document.source_text, each.printed_spans) == each.printed
        assert f"{each.words_before}{each.printed}{each.words_after}" == each.quote
        assert each.upper is None or (each.value is not None and each.value <= each.upper)
        assert (each.year is None) == (each.year_basis is None)
