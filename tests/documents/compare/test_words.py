"""The redline inside a pair: phrases that a reader can follow."""

from stocktake.documents.compare.words import redline


def test_one_word_changed_is_one_deletion_and_one_insertion():
    assert redline(
        "Decides to meet at its eightieth session;", "Decides to meet at its eighty-first session;"
    ) == (
        ("equal", "Decides to meet at its"),
        ("delete", " eightieth"),
        ("insert", " eighty-first"),
        ("equal", " session;"),
    )


def test_few_equal_words_between_two_changes_go_into_the_change():
    old = "Welcomes the lanterns of green glass and brass fittings installed by the Keeper;"
    new = "Welcomes the lanterns of blue paper and wooden frames installed by the Keeper;"
    assert redline(old, new) == (
        ("equal", "Welcomes the lanterns of"),
        ("delete", " green glass and brass fittings"),
        ("insert", " blue paper and wooden frames"),
        ("equal", " installed by the Keeper;"),
    )


def test_a_longer_phrase_between_two_changes_is_kept():
    old = "Invites seven towns to light the northern harbour lanterns before dusk;"
    new = "Invites nine villages to light the northern harbour lanterns after dusk;"
    assert [run.operation for run in redline(old, new)] == [
        "equal",
        "delete",
        "insert",
        "equal",
        "delete",
        "insert",
        "equal",
    ]


def test_an_inserted_clause_is_one_insertion_with_its_comma():
    assert redline("Notes the lamps;", "Notes the lamps, and the oil;") == (
        ("equal", "Notes the lamps"),
        ("insert", ", and the oil"),
        ("equal", ";"),
    )


def test_a_change_at_the_very_beginning_has_no_space_before_it():
    assert redline("Requests the Keeper;", "Invites the Keeper;") == (
        ("delete", "Requests"),
        ("insert", "Invites"),
        ("equal", " the Keeper;"),
    )


def test_nothing_and_something():
    assert redline("", "Notes;") == (("insert", "Notes;"),)
    assert redline("Notes;", "") == (("delete", "Notes;"),)
    assert redline("", "") == ()


def test_equal_texts_are_one_run():
    assert redline("Notes the lamps;", "Notes the lamps;") == (("equal", "Notes the lamps;"),)


def test_many_repetitions_of_a_common_word_are_not_junk():
    old = "Notes " + "the lamp and " * 120 + "the oil;"
    new = "Notes " + "the lamp and " * 120 + "the wick;"
    assert redline(old, new)[-3:] == (("delete", " oil"), ("insert", " wick"), ("equal", ";"))
