"""Two texts compared: classes, moves, crossings, splits, merges, notes."""

from tests.documents.compare.factories import SUBJECTS, document, paragraph, provision, provisions

from stocktake.documents.compare import Comparison, Pair, compare_documents


def changes(comparison: Comparison) -> list[tuple[str, str, str]]:
    return [("+".join(pair.old), "+".join(pair.new), pair.change) for pair in comparison.pairs]


def not_identical(comparison: Comparison) -> list[tuple[str, str, str]]:
    return [each for each in changes(comparison) if each[2] != "identical"]


def pair_of(comparison: Comparison, new: str) -> Pair:
    return next(pair for pair in comparison.pairs if new in pair.new)


def test_a_text_with_itself_is_all_identical_and_in_place():
    text = document(provisions(), [provision(9)])
    comparison = compare_documents(text, text)
    assert changes(comparison) == [(each.id, each.id, "identical") for each in text.paragraphs]
    assert comparison.summary == {
        "identical": 9,
        "edited": 0,
        "split": 0,
        "merged": 0,
        "added": 0,
        "dropped": 0,
        "moved": 0,
        "crosses": 0,
    }


def test_the_symbols_of_both_texts_are_kept_and_one_that_prints_none_has_none():
    comparison = compare_documents(document(provisions(), symbol=None), document(provisions(), symbol="X/RES/2/1"))
    assert (comparison.old, comparison.new) == (None, "X/RES/2/1")


def test_case_punctuation_typography_and_note_marks_do_not_count():
    old = document(
        [paragraph("Notes the ferry's 'large type', co-operation and lanterns;", marks="1")], notes={"1": "X/1."}
    )
    new = document(
        [paragraph("notes the Ferry’s “large type” co‑operation, and lanterns.", marks="7")], notes={"7": "X/1."}
    )
    (pair,) = compare_documents(old, new).pairs
    assert (pair.change, pair.notes_changed) == ("identical", False)


def test_one_other_letter_makes_a_paragraph_edited():
    old, new = (
        document(["Notes the harbour lanterns of Examplia;"]),
        document(["Notes the harbour lantern of Examplia;"]),
    )
    assert changes(compare_documents(old, new)) == [("1", "1", "edited")]


def test_same_words_but_another_document_cited_changes_the_note_only():
    words = "Takes note of the report of the Keeper of Lanterns;"
    old = document([paragraph(words, marks="1")], notes={"1": "X/1/62."})
    new = document([paragraph(words, marks="1")], notes={"1": "X/2/80."})
    (pair,) = compare_documents(old, new).pairs
    assert (pair.change, pair.notes_changed) == ("identical", True)


def test_a_mark_that_is_used_twice_is_told_apart_by_the_paragraph_that_carries_it():
    words = provisions(2)
    old = document([paragraph(words[0], marks="*"), paragraph(words[1], place="2", marks="*")])
    first = document([paragraph(words[0], marks="*")], notes={"*": "See X/1."}).notes
    second = document([paragraph(words[1], place="2", marks="*")], notes={"*": "See X/2."}).notes
    changed = document([paragraph(words[1], place="2", marks="*")], notes={"*": "See X/3."}).notes
    old, new = (
        type(old)(**{name: getattr(old, name) for name in old.__slots__} | {"notes": (*first, *notes)})
        for notes in (second, changed)
    )
    assert [pair.notes_changed for pair in compare_documents(old, new).pairs] == [False, True]


def test_a_paragraph_that_came_in_renumbers_the_rest_and_moves_nothing():
    old = provisions()
    comparison = compare_documents(document(old), document([old[0], provision(12), *old[1:]]))
    assert not_identical(comparison) == [("", "2", "added")]
    assert comparison.summary["moved"] == 0


def test_a_paragraph_planted_elsewhere_is_one_move_in_either_direction():
    old = provisions(10)
    for source, target in ((1, 8), (8, 1), (3, 4), (0, 9), (9, 0)):
        new = [each for place, each in enumerate(old) if place != source]
        new.insert(target, old[source])
        comparison = compare_documents(document(old), document(new))
        assert not_identical(comparison) == []
        assert comparison.summary["moved"] == 1
        if abs(source - target) > 1:
            assert pair_of(comparison, str(target + 1)).moved


def test_a_planted_paragraph_that_was_edited_too_is_one_move():
    old = provisions(10)
    new = [*old[:2], old[7].replace("consider", "examine without delay"), *old[2:7], *old[8:]]
    comparison = compare_documents(document(old), document(new))
    assert not_identical(comparison) == [("8", "3", "edited")]
    assert [pair.new for pair in comparison.pairs if pair.moved] == [("3",)]


def test_of_two_neighbours_that_change_places_the_shorter_one_moved():
    old = [*provisions(4), "Notes the ferries of Examplia;"]
    comparison = compare_documents(document(old), document([*old[:3], old[4], old[3]]))
    assert [pair.old for pair in comparison.pairs if pair.moved] == [("5",)]


def test_a_paragraph_that_goes_from_the_preamble_to_the_operative_part_crosses():
    rest = provisions(6)
    words = f"of the role of {SUBJECTS[11]} and their long service"
    old = document(rest, [provision(8), f"Recognizing the importance {words},"])
    new = document([*rest, f"Recognizes the importance {words};"], [provision(8)])
    pair = pair_of(compare_documents(old, new), "7")
    assert (pair.old, pair.change, pair.crosses, pair.verb.shift) == (("P2",), "edited", True, "same")
    assert compare_documents(new, old).summary["crosses"] == 1


def test_an_item_belongs_to_the_part_of_its_chapeau():
    items = [paragraph(f"To support {SUBJECTS[3]};", place="P1(a)", kind="item", verb="")]
    chapeau = paragraph(f"Bearing in mind {SUBJECTS[5]}:", place="P1", kind="preambular")
    text = document(provisions(2), [chapeau, *items])
    comparison = compare_documents(text, text)
    assert [pair.crosses for pair in comparison.pairs] == [False] * 4
    assert pair_of(comparison, "P1(a)").verb.shift is None


def test_an_item_that_leaves_a_preambular_chapeau_for_an_operative_one_crosses():
    item = f"To support {SUBJECTS[3]};"
    preambular = [
        paragraph(f"Bearing in mind {SUBJECTS[5]}:", place="P1", kind="preambular"),
        paragraph(item, place="P1(a)", kind="item", verb=""),
    ]
    old = document(provisions(2), preambular)
    new = document([*provisions(2), paragraph(item, place="2(a)", kind="item", verb="")], preambular[:1])
    pair = pair_of(compare_documents(old, new), "2(a)")
    assert (pair.old, pair.change, pair.crosses) == (("P1(a)",), "identical", True)


HALVES = (
    f"Urges all municipalities to protect {SUBJECTS[8]}",
    f"to publish every year a survey of {SUBJECTS[13]}",
)


def test_a_split_is_found_beside_and_at_a_distance():
    rest = provisions(7)
    old = document([f"{HALVES[0]}, and {HALVES[1]};", *rest])
    parts = [f"{HALVES[0]};", f"Requests the Keeper {HALVES[1]};"]
    beside = compare_documents(old, document([*parts, *rest]))
    assert not_identical(beside) == [("1", "1+2", "split")]
    distant = compare_documents(old, document([parts[0], *rest, parts[1]]))
    assert not_identical(distant) == [("1", "1+9", "split")]
    assert distant.summary["moved"] == 0


def test_a_merge_is_found_beside_and_at_a_distance():
    rest = provisions(7)
    new = document([f"{HALVES[0]}, and {HALVES[1]};", *rest])
    parts = [f"{HALVES[0]};", f"Requests the Keeper {HALVES[1]};"]
    assert not_identical(compare_documents(document([*parts, *rest]), new)) == [("1+2", "1", "merged")]
    assert not_identical(compare_documents(document([parts[0], *rest, parts[1]]), new)) == [("1+9", "1", "merged")]


def test_a_paragraph_cut_in_three_has_three_parts():
    thirds = [f"the upkeep of {SUBJECTS[number]}" for number in (8, 11, 13)]
    old = document([f"Supports {', '.join(thirds)};", *provisions(5)])
    new = document([*(f"Supports {third};" for third in thirds), *provisions(5)])
    assert not_identical(compare_documents(old, new)) == [("1", "1+2+3", "split")]


def test_a_clause_that_leaves_one_paragraph_for_another_is_both_split_and_merged():
    rest = provisions(5)
    other = f"Decides to remain seized of {SUBJECTS[10]}"
    old = document([f"{HALVES[0]}, and {HALVES[1]};", *rest, f"{other};"])
    new = document([f"{HALVES[0]};", *rest, f"{other}, and {HALVES[1]};"])
    assert not_identical(compare_documents(old, new)) == [("1", "1+7", "split"), ("1+7", "7", "merged")]


def test_a_list_that_moves_into_a_note_leaves_the_same_paragraph():
    dates = [f"{number}/{number + 80} of {number} March {1990 + number}" for number in range(20, 30)]
    old = document(provisions(6), [f"Recalling its resolutions {', '.join(dates)},"])
    first = paragraph(
        "Recalling its resolution 35/118 of 4 May 2025 on the upkeep of lanterns, and earlier ones on the issue,",
        place="P1",
        kind="preambular",
        marks="1",
    )
    listed = "Resolutions " + ", ".join(f"{number}/{number + 80}" for number in range(20, 34)) + "."
    new = document(provisions(6), [first], notes={"1": listed})
    assert not_identical(compare_documents(old, new)) == [("P1", "P1", "edited")]
    assert pair_of(compare_documents(old, new), "P1").notes_changed


def test_a_successor_on_the_same_subject_in_new_words_is_no_continuation():
    rest = provisions(6)
    old = document(
        [*rest, "Looks forward to the Conference on Lanterns to be held in Northport in June next year;"]
    )
    new = document(
        [*rest, "Endorses the Northport Pledge, in which keepers committed themselves to cleaner lanterns;"]
    )
    assert not_identical(compare_documents(old, new)) == [("7", "", "dropped"), ("", "7", "added")]


def test_of_two_equal_paragraphs_each_keeps_its_place():
    twice = [provision(1), *provisions(5), provision(1)]
    comparison = compare_documents(document(twice), document(twice))
    assert changes(comparison) == [(str(number), str(number), "identical") for number in range(1, 8)]
    once = compare_documents(document(twice), document(twice[1:]))
    assert not_identical(once) == [("1", "", "dropped")]


def test_unrelated_texts_have_nothing_in_common():
    old, new = document(provisions(5)), document([f"Deplores {subject} elsewhere;" for subject in SUBJECTS[7:12]])
    assert compare_documents(old, new).summary == {
        "identical": 0,
        "edited": 0,
        "split": 0,
        "merged": 0,
        "added": 5,
        "dropped": 5,
        "moved": 0,
        "crosses": 0,
    }


def test_an_empty_text_against_a_full_one_is_all_added_or_all_dropped():
    full, empty = document(provisions(3)), document([])
    assert {pair.change for pair in compare_documents(empty, full).pairs} == {"added"}
    assert {pair.change for pair in compare_documents(full, empty).pairs} == {"dropped"}
    assert compare_documents(empty, empty).pairs == ()


def test_a_dropped_paragraph_stands_after_the_one_it_followed():
    old = provisions(5)
    comparison = compare_documents(document(old), document([old[0], *old[2:]]))
    assert [pair.old for pair in comparison.pairs] == [("1",), ("2",), ("3",), ("4",), ("5",)]


def test_added_and_dropped_carry_their_verb_and_all_their_words():
    comparison = compare_documents(document([provision(0)]), document([provision(3)]))
    added, dropped = (
        next(each for each in comparison.pairs if each.change == name) for name in ("added", "dropped")
    )
    assert (dropped.verb.old, dropped.verb.new, dropped.verb.shift) == ("Requests", None, None)
    assert (added.verb.old, added.verb.new, added.verb.shift) == (None, "Welcomes", None)
    assert dropped.words == (("delete", provision(0)),)
    assert added.words == (("insert", provision(3)),)


def test_the_verb_of_a_merge_is_that_of_the_part_that_gave_most_words():
    rest = provisions(5)
    parts = [f"Takes note of {SUBJECTS[9]};", f"Welcomes {SUBJECTS[12]} and {SUBJECTS[10]} and their keepers;"]
    merged = f"Takes note of {SUBJECTS[12]} and {SUBJECTS[10]} and their keepers, and of {SUBJECTS[9]};"
    old = document([paragraph(parts[0], verb="Takes note"), *parts[1:], *rest])
    new = document([paragraph(merged, verb="Takes note"), *rest])
    pair = pair_of(compare_documents(old, new), "1")
    assert (pair.change, pair.verb.old, pair.verb.new, pair.verb.shift) == (
        "merged",
        "Welcomes",
        "Takes note",
        "weaker",
    )


REWRITTEN = "Welcomes the lighting of the great lantern of the outer harbour of northern Examplia"


def rewritten(between: bool) -> list[tuple[str, str, str]]:
    neighbours = provisions()
    ours = [f"{REWRITTEN} {SUBJECTS[12]} and {SUBJECTS[11]} and {SUBJECTS[10]};"]
    theirs = [f"{REWRITTEN} {SUBJECTS[13]} and {SUBJECTS[9]};"]
    before = [*neighbours[:3], *ours, *neighbours[3:]]
    after = [*neighbours[:3], *theirs, *neighbours[3:]] if between else [*neighbours, *theirs]
    return not_identical(compare_documents(document(before), document(after)))


def test_a_paragraph_rewritten_after_its_opening_is_known_by_its_place():
    assert rewritten(between=True) == [("4", "4", "edited")]
    assert [change for _, _, change in rewritten(between=False)] == ["dropped", "added"]
