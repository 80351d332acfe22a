"""Binding: which published value a figure is of, and why none where there is none."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.documents.find.figures import Figure, find_figures
from stocktake.documents.model import Coverage, Document, HeadingData, Note, NoteMark, Paragraph, Provenance
from stocktake.review.figures.binding import MOST_YEARS_BACK, bind_figures, wanted_of
from stocktake.review.figures.model import Binding, Value
from stocktake.review.figures.values import Candidate, Known
from stocktake.statistics.measures.published import Wanted
from stocktake.values.interval import rounded
from stocktake.values.span import Span

USE = "Proportion of individuals using the Internet (17.8.1)"
ACCESS = (
    f"Its words say access to the Internet. The indicator closest to that, {USE}, does not count the same, so that "
    "none of its values can bear the figure out."
)
CHANGE = (
    "It says by how much something changed, or one differs from another; what is published is how much there was."
)
OF_SOME = "It is a share of some of the people only, or of something else; the values held are of all the people."
LAMPS = "Notes that only 44 per cent of people in least developed countries use the Internet"
ABSENT = "Notes that about a third of people in least developed countries are not using the Internet"
DAY = "2031-12-10"


def document(words: str, note: str = "", *, adopted: str | None = DAY, distributed: str | None = None) -> Document:
    """A text of one paragraph, with a note at its end where one is given."""
    marks = (NoteMark("1", len(words)),) if note else ()
    paragraph = Paragraph("1", "operative", "1", "Notes", words, marks, (Span(0, len(words)),))
    return Document(
        data=HeadingData(adopted=adopted, distributed=distributed),
        source=Provenance("specimen.txt", "text", "0" * 64),
        paragraphs=(paragraph,),
        notes=(Note("1", note, ("1",), ()),) if note else (),
        headings=(),
        annexes=(),
        votes=None,
        coverage=Coverage(0, 0, 0, 0, 0),
        findings=(),
        source_text=words,
    )


def series(value: float, period: int, published: date | None = None, reaches: int | None = None) -> Candidate:
    """A value of a loaded series."""
    made = Value(
        basis="series",
        indicator="17.8.1",
        area="LDC",
        sex=None,
        location=None,
        period=str(period),
        value=value,
        unit="per cent",
        range=rounded(value, 0),
        edition="Example Bureau",
        published=published,
        population=None,
        source="example.csv, row 3",
    )
    return Candidate(made, None, None, is_negated=False, reaches=reaches or period)


def headline(value: float, period: int, published: date, edition: str = "itu-ff-2024") -> Candidate:
    """A headline figure of an edition."""
    made = series(value, period, published)
    return replace(made, value=replace(made.value, basis="headline"), edition=edition)


def bound(text: Document, *candidates: Candidate, day: date | None = None) -> Binding:
    """What the one figure of a text is bound to, where these values are known of whomever it is of."""
    figures = find_figures(text)
    known = Known(date(2040, 1, 1), dict.fromkeys(wanted_of(figures), candidates))
    (binding,) = bind_figures(text, figures, known, day)
    return binding


def chosen(binding: Binding) -> tuple[float, str, str] | None:
    return (binding.bound.value, binding.bound.period, binding.bound.basis) if binding.bound else None


# ------------------------------------------------------------------------------------------------ which value it is


def test_what_came_out_after_the_text_is_shown_and_not_bound():
    early, late = series(44, 2030, date(2031, 6, 1)), series(44, 2031, date(2032, 6, 1))
    binding = bound(document(LAMPS), late, early)
    assert chosen(binding) == (44, "2030", "series")
    assert binding.values == (early.value, late.value)
    assert binding.because == (
        "The text gives no year. Of what was out by 10 December 2031 this is the latest value that fits its words."
    )


def test_the_latest_that_fits_goes_before_the_latest():
    old, new = series(44, 2029, date(2030, 6, 1)), series(49, 2030, date(2031, 6, 1))
    assert chosen(bound(document(LAMPS), new, old)) == (44, "2029", "series")


def test_where_none_fits_the_latest_is_bound_and_it_is_said():
    old, new = series(39, 2029, date(2030, 6, 1)), series(49, 2030, date(2031, 6, 1))
    binding = bound(document(LAMPS), new, old)
    assert chosen(binding) == (49, "2030", "series")
    assert binding.because == (
        "The text gives no year. Nothing that was out by 10 December 2031 fits its words; this is the latest of it."
    )


def test_a_loaded_series_goes_before_a_headline_figure_of_the_same_year():
    loaded, told = series(44, 2030, date(2031, 3, 1)), headline(44, 2030, date(2031, 6, 1))
    assert chosen(bound(document(LAMPS), told, loaded)) == (44, "2030", "series")


def test_of_one_year_the_value_believed_most_is_bound():
    first, second = series(44.2, 2030, date(2031, 3, 1)), series(44, 2030, date(2031, 6, 1))
    assert chosen(bound(document(LAMPS), first, second)) == (44.2, "2030", "series")


def test_the_edition_that_the_note_cites_goes_before_all():
    text = document(LAMPS, "Example Union, Facts and Figures 2024 (Sampleton, 2024).")
    loaded, told = series(44, 2024, date(2025, 3, 1)), headline(43, 2024, date(2024, 11, 27))
    binding = bound(text, loaded, told)
    assert chosen(binding) == (43, "2024", "headline")
    assert binding.because == (
        "The title that its note cites gives the year 2024. The value is that of the edition its note cites."
    )


def test_a_stated_year_is_kept_to():
    text = document("Notes that 44 per cent of people in least developed countries used the Internet in 2028")
    of_the_year, newer = series(41, 2028, date(2029, 6, 1)), series(44, 2030, date(2031, 6, 1))
    assert chosen(bound(text, newer, of_the_year)) == (41, "2028", "series")
    assert bound(text, newer).because == (
        f"No published value of {USE} for 2028 is held for Least developed countries; there is 2030."
    )


def test_a_release_without_a_day_came_out_after_the_years_it_holds():
    later = series(44, 2030, reaches=2035)
    binding = bound(document(LAMPS), later)
    assert chosen(binding) == (44, "2030", "series")
    assert binding.because == (
        "The text gives no year. This value fits its words, and came out only after the text; nothing that was out "
        "by 10 December 2031 is held."
    )


def test_a_release_without_a_day_may_have_come_out_later():
    assert bound(document(LAMPS), series(44, 2030)).because == (
        "The text gives no year. Of what was out by 10 December 2031 this is the latest value that fits its words. "
        "Its file prints no day of release, so that it may have come out after the text."
    )


def test_a_revision_that_came_out_later_contradicts_nothing():
    text = document("Notes that 44 per cent of people in least developed countries used the Internet in 2028")
    binding = bound(text, series(41, 2028, date(2035, 6, 1)))
    assert binding.bound is None
    assert binding.because == (
        f"What is held of {USE} for 2028 came out after the text, and does not fit its words. The publisher may have "
        "revised it since; what was out when the text was settled is not held."
    )


def test_a_share_of_the_others_is_held_against_100_minus_the_value():
    binding = bound(document(ABSENT), series(66, 2030, date(2031, 6, 1)), series(33, 2029, date(2030, 6, 1)))
    assert binding.is_negated
    assert chosen(binding) == (66, "2030", "series")
    assert binding.because.endswith("The text counts the others, so that it is held against 100 minus the value.")


def test_what_is_not_sure_is_bound_only_where_nothing_else_is():
    unsure = series(44, 2030, date(2031, 6, 1))
    unsure = replace(unsure, value=replace(unsure.value, is_sure=False))
    sure = series(49, 2029, date(2030, 6, 1))
    assert chosen(bound(document(LAMPS), unsure, sure)) == (49, "2029", "series")
    binding = bound(document(LAMPS), unsure)
    assert chosen(binding) == (44, "2030", "series")
    assert binding.because.endswith("The record is not sure, and decides nothing.")


def test_the_day_of_a_draft_is_that_of_its_distribution_or_what_the_caller_says():
    value = series(44, 2030, date(2031, 11, 20))
    draft = document(LAMPS, adopted=None, distributed="2031-11-01")
    assert "came out only after the text" in bound(draft, value).because
    assert "Of what was out by 10 December 2031" in bound(draft, value, day=date(2031, 12, 10)).because


def test_where_the_day_is_not_known_a_year_is_needed():
    undated = document(LAMPS, adopted=None)
    assert bound(undated, series(44, 2030)).because == "Neither its words nor the text say of which year it is."
    words = "Notes that 44 per cent of people in least developed countries used the Internet in 2028"
    assert bound(document(words, adopted=None), series(41, 2028)).because == (
        f"No value held of {USE} for 2028 fits its words. When the text was settled is not known, so that it may "
        "rest on an edition that is not held."
    )
    assert chosen(bound(document(words, adopted=None), series(44, 2028))) == (44, "2028", "series")


# ------------------------------------------------------------------------------------------------- why there is none


@pytest.mark.parametrize(
    ("words", "because"),
    [
        (
            "Notes the goal of 44 per cent of people in least developed countries using the Internet",
            "It says how much is wanted; what is published is how much there is.",
        ),
        (
            "Notes that Internet use in least developed countries increased by 44 per cent",
            CHANGE,
        ),
        (
            "Notes that women in least developed countries are 44 per cent less likely than men to use the Internet",
            CHANGE,
        ),
        (
            "Notes that Internet use in least developed countries rose by 44 percentage points",
            CHANGE,
        ),
        (
            "Notes that in least developed countries 5G networks cover 44 per cent of the land area",
            OF_SOME,
        ),
        (
            "Notes that 44 per cent of kites in least developed countries are green",
            "The words name no indicator that we recognise, so that no published value is held against the figure.",
        ),
        (
            "Notes that the majority of people in least developed countries use the Internet",
            "It names no number that a published value could be held against.",
        ),
        (
            "Notes that 44 per cent of people use the Internet",
            "The text does not say of which countries or areas it is.",
        ),
        (
            "Notes that 44 per cent of persons with disabilities in least developed countries use the Internet",
            OF_SOME,
        ),
        (
            "Notes that women account for 44 per cent of Internet users in least developed countries",
            OF_SOME,
        ),
        (
            "Notes that of those using the Internet in least developed countries, 44 per cent are women",
            OF_SOME,
        ),
        (
            "Notes that people in least developed countries use the Internet, but that 44 per cent did not",
            "It counts those of whom the words before it do not hold, and does not say of whom.",
        ),
        (
            "Notes that 44 per cent of people in least developed countries have access to the Internet",
            ACCESS,
        ),
        (
            "Notes that 44 million people in least developed countries use the Internet",
            f"What is held of {USE} for Least developed countries is in per cent, and the figure in persons.",
        ),
    ],
)
def test_why_a_figure_is_not_bound(words: str, because: str):
    binding = bound(document(words), series(44, 2030, date(2031, 6, 1)))
    assert binding.bound is None
    assert binding.because == because


def test_a_figure_of_which_nothing_is_held():
    words = "Notes that 44 per cent of women in least developed countries use the Internet"
    assert bound(document(words)).because == (
        f"No published value of {USE} is held for Least developed countries (female)."
    )


def test_a_value_too_far_back_is_not_what_a_text_repeats():
    old = series(44, 2031 - MOST_YEARS_BACK - 1, date(2021, 6, 1))
    assert bound(document(LAMPS), old).because == (
        f"No published value of {USE} for 2021 to 2031 is held for Least developed countries; there is 2020."
    )


COVERED = "Notes that 44 per cent of people in least developed countries are covered by a mobile network"


def of_technology(code: str, value: float) -> Candidate:
    return replace(series(value, 2030, date(2031, 6, 1)), breakdown=f"TECH={code}")


def test_a_part_is_bound_where_the_words_name_it():
    parts = (of_technology("4G", 70), of_technology("5G", 44))
    assert chosen(bound(document(f"{COVERED} of 5G"), *parts)) == (44, "2030", "series")
    assert bound(document(COVERED), *parts).because == (
        "What is held of Proportion of population covered by a mobile network, by technology (9.c.1) for Least "
        "developed countries is by part (4G, 5G), and its words name none of them, or several."
    )


def test_a_number_of_those_offline_is_no_rest_of_those_online():
    words = "Notes that 44 million people in least developed countries are not using the Internet"
    online = series(44_000_000, 2030, date(2031, 6, 1))
    online = replace(online, value=replace(online.value, unit="persons"))
    assert bound(document(words), online).because == (
        f"What is held of {USE} for Least developed countries counts the others."
    )
    binding = bound(document(words), replace(online, is_negated=True))
    assert chosen(binding) == (44_000_000, "2030", "series")
    assert not binding.is_negated


# ------------------------------------------------------------------------------------------------------------- laws


def test_all_that_is_wanted_is_asked_once():
    figures: list[Figure] = [*find_figures(document(LAMPS)), *find_figures(document(ABSENT))]
    assert wanted_of(figures) == {Wanted("17.8.1", "LDC")}


@given(
    st.lists(
        st.builds(
            series,
            st.integers(0, 100),
            st.integers(2015, 2036),
            st.none() | st.dates(date(2016, 1, 1), date(2037, 1, 1)),
        ),
        max_size=6,
    )
)
def test_a_value_bound_is_one_that_is_held_and_of_the_text_s_time(candidates: list[Candidate]):
    binding = bound(document(LAMPS), *candidates)
    assert sorted(map(repr, binding.values)) == sorted(repr(each.value) for each in candidates)
    assert binding.because
    if binding.bound is not None:
        assert binding.bound in binding.values
        assert int(binding.bound.period) <= int(DAY[:4])
        is_later = binding.bound.published is not None and binding.bound.published > date.fromisoformat(DAY)
        assert not is_later or "only after the text" in binding.because
