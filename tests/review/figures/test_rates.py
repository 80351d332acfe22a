"""What texts say of women against men, held against the rates of the two: ratios and differences of rounded numbers."""

from dataclasses import replace
from datetime import date

import pytest
from figured import AS_OF, audit_text, published, resolution_of
from hypothesis import given
from hypothesis import strategies as st

from stocktake.review.figures.case import Case
from stocktake.review.figures.model import Value, VerdictName
from stocktake.review.figures.rates import rates_wanted, recomputed
from stocktake.review.figures.verdicts import judge
from stocktake.statistics.measures.published import Wanted

WOMEN = published(65, 2042, "2042-11-25", sex="female")
MEN = published(70, 2042, "2042-11-25", sex="male")
RATES = "In 2042, 70 per cent of men and 65 per cent of women worldwide used the Internet"


def case(words: str, rates: tuple[tuple[Value, ...], tuple[Value, ...]] = ((), ()), rule: str = "score") -> Case:
    """The case of the score or the gap in a paragraph; nothing published is known of it itself."""
    text = audit_text(resolution_of(words))
    at = next(at for at, each in enumerate(text.figures) if rule in (each.rule, each.unit))
    return Case(text, text.figures[at], replace(text.bindings[at], rates=rates), AS_OF)


def names(of: Case) -> list[VerdictName]:
    return [each.verdict for each in judge(of)]


@pytest.mark.parametrize(
    ("score", "verdict"),
    [
        ("0.90", "contradicted"),
        ("0.91", "consistent after rounding"),
        ("0.92", "consistent after rounding"),
        ("0.94", "consistent after rounding"),
        ("0.95", "contradicted"),
        ("1.08", "consistent after rounding"),
        ("about 0.9", "consistent after rounding"),
    ],
)
def test_a_score_is_held_against_the_rates_beside_it(score: str, verdict: VerdictName):
    made = case(f"Notes that {RATES[0].lower()}{RATES[1:]}, a gender parity score of {score};")
    assert names(made) == [verdict]


def test_the_derivation_names_both_rates_and_both_ranges():
    (found,) = judge(case(f"Notes that {RATES[0].lower()}{RATES[1:]}, a gender parity score of 0.90;"))
    assert found.because == (
        "The text says “0.90”. The rates beside it, “65 per cent” of women and “70 per cent” of men, leave, before "
        "rounding, a ratio of 0.915 to 0.942; what is printed leaves 0.895 to 0.905. The two have no number in common."
    )
    assert [each.printed for each in found.places] == ["65 per cent", "70 per cent"]


@pytest.mark.parametrize(
    "words",
    [
        # Of another year, another group, or no more than one of the two.
        "Notes that in 2040 the gender parity score of Internet use was 0.5, and that in 2042, 70 per cent of men and 65 per cent of women used the Internet;",
        "Notes that 70 per cent of men and 65 per cent of women in Kenya used the Internet, the gender parity score worldwide being 0.5;",
        "Notes that 70 per cent of men used the Internet, a gender parity score of 0.5;",
        "Notes that the gender parity score of Internet use went from 0.5 to 0.6, with 70 per cent of men and 65 per cent of women using the Internet;",
    ],
)  # fmt: skip
def test_what_may_be_of_other_rates_is_never_an_alarm(words: str):
    assert "contradicted" not in names(case(words))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("was 5 percentage points in 2042", ["consistent after rounding"]),
        ("was 4 percentage points in 2042", ["consistent after rounding"]),
        ("was 21 percentage points in 2042", ["contradicted"]),
        # A revision may be the reason; or it is of an edition that is not held.
        ("was 9 percentage points in 2042", ["not checkable"]),
        ("is 21 percentage points", ["not checkable"]),
        # The change of a gap is no gap.
        ("narrowed by 5 percentage points in 2042", ["not checkable"]),
    ],
)
def test_a_gap_is_held_against_published_rates(words: str, expected: list[VerdictName]):
    text = f"Notes that the gap in the use of the Internet between women and men worldwide {words};"
    assert names(case(text, ((WOMEN,), (MEN,)), "percentage points")) == expected


def test_what_published_rates_would_make_of_a_gap_is_said():
    words = (
        "Notes that the gap in the use of the Internet between women and men worldwide is 21 percentage points;"
    )
    (found,) = judge(case(words, ((WOMEN,), (MEN,)), "percentage points"))
    assert found.because.endswith(
        "65 per cent for 2042 (Example Facts 2042, 25 November 2042) of women and 70 per cent for 2042 (Example Facts "
        "2042, 25 November 2042) of men would make it 4 to 6 percentage points."
    )


def test_rates_of_two_editions_are_never_put_together():
    words = "Notes that in 2042 the gap in the use of the Internet between women and men worldwide was 5 percentage points;"
    later = replace(MEN, edition="Example Facts 2043", published=date(2043, 11, 20))
    assert recomputed(case(words, ((WOMEN,), (later,)), "percentage points")) is None


def test_whose_rates_a_figure_asks_for():
    words = "Notes that the gender parity score of Internet use in least developed countries is 0.70;"
    assert rates_wanted(case(words).figure) == (Wanted("17.8.1", "LDC", "female"), Wanted("17.8.1", "LDC", "male"))
    plain = audit_text(resolution_of("Notes that 65 per cent of women worldwide use the Internet;")).figures[0]
    assert rates_wanted(plain) is None


@given(st.floats(1, 99), st.floats(1, 99))
def test_rates_that_are_rounded_never_contradict_their_own_score_and_gap(women: float, men: float):
    beside = f"in 2042, {men:.0f} per cent of men and {women:.0f} per cent of women worldwide used the Internet"
    if women / men < 3:
        score = case(f"Notes that {beside}, a gender parity score of {women / men:.2f};")
        assert "contradicted" not in names(score)
    gap = case(
        f"Notes that {beside}, a gap of {abs(men - women):.0f} percentage points between women and men;",
        rule="percentage points",
    )
    assert "contradicted" not in names(gap)
