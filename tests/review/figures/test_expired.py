"""Targets whose year is over, and dates that are of something else."""

from datetime import date

import pytest
from figured import audit_text, resolution_of

from stocktake.review.figures.expired import find_expired
from stocktake.review.figures.model import Expired

AS_OF = date(2044, 6, 1)


def expired(words: str, session: int = 98) -> list[Expired]:
    text = audit_text(resolution_of(words, session=session))
    return list(find_expired(text, [text], AS_OF))


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("Recalls the goal of bringing string to every town by 2040;", "goal of bringing string to every town by 2040"),
        ("Notes their commitment to tidy lofts, striving to mend all kites by 2041;", "striving to mend all kites by 2041"),
        ("Calls upon towns to eradicate torn tails no later than the end of 2042;", "eradicate torn tails no later than the end of 2042"),
        ("Calls upon towns to, by 2041, substantially reduce the waste of string, and to fly kites;", "by 2041, substantially reduce the waste of string"),
        ("Calls upon towns to ensure dry lofts before March 2043;", "ensure dry lofts before March 2043"),
    ],
)  # fmt: skip
def test_a_wanted_state_whose_date_is_over(words: str, quote: str):
    assert [each.quote for each in expired(words)] == [quote]


@pytest.mark.parametrize(
    "words",
    [
        "Recalls the goal of bringing string to every town by 2060;",
        "Requests the Keeper to submit a report on how to ensure dry lofts by 2040;",
        "Recalls the Kite Festival, held by 2040 in all towns;",
        "Notes that, by 2040, half of the towns had reached the goal of dry lofts;",
        "Regrets that the goal of dry lofts was not met by 2040;",
        "Notes that the strings are expected to expire by 2040;",
        "Notes that the lofts burned down in 2040, and strives to ensure dry lofts;",
        "Recalls the commitment of the towns, and welcomes the review held by 2040;",
    ],
)
def test_what_happened_what_is_handed_in_and_what_is_ahead_is_none(words: str):
    assert expired(words) == []


def test_the_words_since_and_the_reason():
    words = "Recalls the goal of bringing string to every town by 2040;"
    texts = [audit_text(resolution_of(words, session=each), key=str(each)) for each in (98, 97, 96)]
    (found,) = find_expired(texts[0], texts, AS_OF)
    assert (found.text, found.paragraph, found.year, found.target, found.since) == (
        "98",
        "1",
        2040,
        None,
        ("96", "97"),
    )
    assert found.because == (
        "The words want it by 31 December 2040, which had passed when the text was adopted, on 12 December 2043. The "
        "same words stand in 96, 97. The words do not say what became of it."
    )
    source = texts[0].document.source_text
    assert "".join(source[span.start : span.end] for span in found.spans) == found.quote


def test_a_date_that_passed_since_says_so():
    (found,) = expired("Recalls the goal of bringing string to every town by March 2044;")
    assert found.because.startswith("The words want it by 31 March 2044, which has passed as of 1 June 2044.")


def test_a_target_of_the_frameworks_is_named():
    group = "the least developed countries"
    (found,) = expired(
        f"Notes the goal of giving {group} universal and affordable access to the Internet by 2020;"
    )
    assert found.target == "sdg-9-c"
    assert (
        "It is a target set in 2015 for 2020: Sustainable Development Goals (A/RES/70/1, target" in found.because
    )
