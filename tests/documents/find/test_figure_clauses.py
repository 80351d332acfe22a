"""Clauses: where they begin and end, and whose the words between two quantities are."""

from stocktake.documents.find.figure_clauses import clauses, own_words
from stocktake.documents.find.figure_numbers import scan_quantities


def cut(words: str) -> list[tuple[str, bool]]:
    return [(words[each.start : each.end], each.goes_on) for each in clauses(words)]


def test_a_paragraph_is_cut_at_verbs_semicolons_and_what_is_stated():
    words = "Recognizes that lamps are few and that wicks are dear, notes that oil burns; and calls for more;"
    assert cut(words) == [
        ("Recognizes ", False),
        ("lamps are few", True),
        ("wicks are dear", True),
        ("notes ", False),
        ("oil burns", True),
        ("calls for more;", False),
    ]


def test_a_relative_clause_is_no_clause_of_its_own():
    assert len(cut("the lamps that burn oil and which light quays,")) == 1


def test_what_a_verb_states_ends_with_its_last_clause():
    words = "Notes that lamps are few and that wicks are dear, and requests oil;"
    ends = {words[: each.whole_end][-4:] for each in clauses(words)[:3]}
    assert ends == {"dear"}


def test_words_between_two_quantities_are_parted_at_what_holds_them_against_each_other():
    words = "9 per cent of men in Chad, compared with 7 per cent of women"
    ((first, second),) = own_words(words, scan_quantities(words))
    assert (first.right, second.left) == (" of men in Chad", ", compared with ")
    assert (first.gap, second.gap) == (None, " of men in Chad, compared with ")
