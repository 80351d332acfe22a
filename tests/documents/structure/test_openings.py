"""Numbers, item letters and the order they come in."""

import pytest

from stocktake.documents.structure.openings import bare_number_at, item_at, number_at, part_label, place_item


@pytest.mark.parametrize(
    ("words", "label", "skip"),
    [("1. Requests", "1", 3), ("12.\tDecides", "12", 4), (" 7.Urges", "7", 3), ("103.  Calls upon", "103", 6)],
)
def test_number_is_read_with_what_it_takes(words: str, label: str, skip: int) -> None:
    opening = number_at(words)
    assert opening is not None
    assert (opening.label, opening.skip) == (label, skip)


@pytest.mark.parametrize("words", ["24.4 per cent", "2030 Agenda", "1.5 degrees", "Decides", "(a) To"])
def test_what_is_no_number(words: str) -> None:
    assert number_at(words) is None


def test_bare_number_needs_a_capital_after_it() -> None:
    opening = bare_number_at("6 Also reaffirms")
    assert opening is not None
    assert opening.label == "6"
    assert bare_number_at("6 of them") is None


@pytest.mark.parametrize(
    ("words", "label"), [("(a) To", "a"), ("(iv)\tTo", "iv"), ("( b ) To", "b"), ("(aa) To", "aa")]
)
def test_item_letters(words: str, label: str) -> None:
    opening = item_at(words)
    assert opening is not None
    assert opening.label == label


@pytest.mark.parametrize("words", ["(resumed) meeting", "(2024) of", "a) To", "(a)"])
def test_what_is_no_item(words: str) -> None:
    assert item_at(words) is None


@pytest.mark.parametrize(
    ("before", "label", "after"),
    [
        ((), "a", ("a",)),
        (("a",), "b", ("b",)),
        (("a",), "i", ("a", "i")),
        (("h",), "i", ("i",)),
        (("a", "i"), "ii", ("a", "ii")),
        (("a", "iv"), "v", ("a", "v")),
        (("c", "iv"), "d", ("d",)),
        (("z",), "aa", ("aa",)),
        ((), "i", ("i",)),
        (("ii",), "a", ("ii", "a")),
        ((), "c", None),
        (("a",), "d", None),
    ],
)
def test_which_item_may_follow(before: tuple[str, ...], label: str, after: tuple[str, ...] | None) -> None:
    assert place_item(before, label) == after


@pytest.mark.parametrize(
    ("words", "label"), [("II", "II"), ("IV.", "IV"), ("B", "B"), ("Part III", "III"), ("In", None)]
)
def test_part_labels(words: str, label: str | None) -> None:
    assert part_label(words) == label
