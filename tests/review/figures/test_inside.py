"""Figures of one text that cannot both hold, and those that can."""

import pytest
from figured import audit_text, published, resolution_of
from hypothesis import given
from hypothesis import strategies as st

from stocktake.review.figures.audit import audit_figures
from stocktake.review.figures.estimates import mean_range
from stocktake.review.figures.inside import contradictions
from stocktake.values.interval import Interval, exact

SEXES = "Notes that worldwide 62 per cent of men use the Internet, and 57 per cent of women;"


def at_odds(*paragraphs: str) -> list[list[str]]:
    return [
        [place.paragraph for place in each.places]
        for each in contradictions(audit_text(resolution_of(*paragraphs)))
    ]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("Regrets that almost half of the world's population is offline;", [["1", "1", "2"]]),
        ("Regrets that almost half of the world's population lacks access to the Internet;", [["1", "1", "2"]]),
        ("Regrets that 40 per cent of the world's population is offline;", []),
        ("Regrets that approximately a third of the world's population is offline;", []),
        ("Notes that 45 per cent of women worldwide are online;", [["1", "2"]]),
        ("Notes that 45 per cent of women with disabilities worldwide use the Internet;", []),
        ("Notes that 45 per cent of schools worldwide use the Internet;", []),
        ("Notes that Internet use among persons with disabilities worldwide stood at 45 per cent;", []),
        ("Notes that Internet use among the poorest fifth worldwide stood at 45 per cent;", []),
        ("Notes that worldwide the share of people aged 15 to 24 using the Internet is 80 per cent;", []),
        ("Notes that 45 per cent of people worldwide use the Internet to sell lamps;", []),
        ("Notes that women make up half of the world’s population and 47 per cent of Internet users;", []),
        ("Notes that two decades ago 7 per cent of the world's population was online;", []),
        ("Notes that in the 1990s 7 per cent of the world's population was online;", []),
        ("Notes that 90 per cent of the world's population will be online;", []),
        ("Notes that in most of the world 45 per cent of people are online;", []),
        ("Notes that 45 per cent of women in Africa use the Internet;", []),
        ("Notes that 45 per cent of women worldwide used the Internet in 2030;", []),
        ("Notes that 80 per cent of people in developed countries use the Internet, and 40 per cent in developing countries;", [["1", "1", "2", "2"]]),
        ("Notes that 90 per cent of people in developed countries use the Internet, and 56 per cent in developing countries;", []),
        ("Notes that 92 per cent of people in high-income countries use the Internet, and 25 per cent in low-income countries;", []),
    ],
)  # fmt: skip
def test_what_cannot_hold_together(other: str, expected: list[list[str]]):
    assert at_odds(SEXES, other) == expected


def test_a_rise_within_one_clause_and_two_stated_years_are_no_contradiction():
    assert at_odds("Notes that Internet use in Africa went from 20 per cent to 40 per cent;") == []
    assert at_odds(
        "Notes that 20 per cent of people in Africa used the Internet in 2041;",
        "Notes that 40 per cent of people in Africa used the Internet in 2043;",
    ) == []  # fmt: skip


def test_networks_of_several_technologies_are_several_things():
    words = "Notes that {} per cent of the world's population is covered by a mobile{} network;"
    assert at_odds(words.format(95, ""), words.format(84, " broadband")) == []


def test_the_derivation_has_every_number_and_what_is_taken_for_granted():
    text = audit_text(
        resolution_of(SEXES, "Regrets that almost half of the world's population lacks access to the Internet;")
    )
    (found,) = contradictions(text)
    assert found.because == (
        "Proportion of individuals using the Internet (17.8.1), world: “62 per cent” of men in the world (paragraph 1) "
        "and “57 per cent” of women in the world (paragraph 1) put it at 58.8 to 60.2 per cent, since the whole is the "
        "mean of its parts (women 47 to 53 per cent of the people, men 47 to 53 per cent of the people); almost “half” "
        "of people in the world (without access to the Internet) (paragraph 2) puts it at 50 to 55 per cent. The two "
        "have no number in common. Taken for granted: access to the Internet and use of it are taken for the same, the "
        "figures are of the same ages and at most a year apart."
    )


def test_every_figure_that_takes_part_has_the_verdict_beside_what_supports_it():
    men, women = (published(share, 2043, "2043-11-20", sex=sex) for share, sex in ((62, "male"), (57, "female")))
    text = audit_text(
        resolution_of(SEXES, "Regrets that 70 per cent of the world's population is offline;"), (men, women)
    )
    audit = audit_figures([text], None, text.day)
    assert [[each.verdict for each in one.verdicts] for one in audit.figures] == [
        ["contradicted", "supported"],
        ["contradicted", "supported"],
        ["contradicted", "not bound"],
    ]


shares = st.floats(0, 100)


@given(st.lists(st.tuples(st.floats(0.01, 1), shares, st.floats(0, 5)), min_size=2, max_size=5))
def test_every_mean_with_shares_within_their_ranges_is_in_the_range(parts: list[tuple[float, float, float]]):
    total = sum(weight for weight, _, _ in parts)
    true = [(weight / total, value) for weight, value, _ in parts]
    around = [
        (Interval(max(0, share - 0.05), min(1, share + 0.05)), Interval(value - slack, value + slack))
        for (share, value), (_, _, slack) in zip(true, parts, strict=True)
    ]
    found = mean_range(around)
    assert found.low - 1e-6 <= sum(share * value for share, value in true) <= found.high + 1e-6


def test_the_mean_of_exact_parts_is_exact():
    assert mean_range([(exact(0.25), exact(80)), (exact(0.75), exact(40))]) == exact(50)


def test_a_country_keeps_its_name_in_the_derivation():
    text = audit_text(
        resolution_of(
            "Notes that 70 per cent of the population of Nigeria use the Internet;",
            "Notes that 30 per cent of the population of Nigeria use the Internet;",
        )
    )
    (found,) = contradictions(text)
    assert found.because.startswith(
        "Proportion of individuals using the Internet (17.8.1), Nigeria: “70 per cent”"
    )
