"""Blocks, repeats, duties and refinements on invented texts."""

from tests.documents.compare.factories import SUBJECTS, document, paragraph
from tests.documents.threads.chains import chain, of, symbol, text

from stocktake.documents.commitments import find_commitments
from stocktake.documents.threads.build import build_threads
from stocktake.documents.threads.duties import carried_duties
from stocktake.documents.threads.refine import refined_by


def test_a_block_is_followed_through_all_texts_it_travels_through():
    texts = [text(91, of(0, 1, 2, 3)), text(92, of(9, 0, 1, 2, 3)), text(93, of(9, 10, 1, 2, 3))]
    blocks = build_threads(texts).blocks
    where = [
        [(each.document, each.paragraphs[0], each.paragraphs[-1]) for each in block.stretches] for block in blocks
    ]
    assert where == [
        [(symbol(91), "2", "4"), (symbol(92), "3", "5"), (symbol(93), "3", "5")],
        [(symbol(91), "1", "4"), (symbol(92), "2", "5")],
    ]
    assert [block.size for block in blocks] == [3, 4]


def test_two_paragraphs_make_no_block_and_the_preamble_ends_one():
    assert build_threads([text(91, of(1, 2)), text(92, of(1, 2))]).blocks == ()
    texts = [text(91, of(1, 2), of(3, 4)), text(92, of(1, 2), of(3, 4))]
    assert build_threads(texts).blocks == ()


def test_what_is_said_twice_in_one_text_is_shown_with_the_sign():
    long_words = "the silver cups of the old rowing club of Examplia"
    formula = (
        f"Notes {SUBJECTS[3]} so that zebras gladly yodel;",
        f"Urges zebras to gladly yodel {SUBJECTS[4]};",
    )
    operative = [
        *of(1),
        of(1)[0].replace("Invites", "Welcomes"),
        f"Notes {SUBJECTS[5]} and {long_words} too;",
        f"Urges {SUBJECTS[6]} or else {long_words} as well;",
        *formula,
    ]
    repeats = build_threads([text(91, operative)]).repeats
    found = {each.paragraphs: (each.kind, each.words) for each in repeats}
    assert found["1", "2"] == ("alike", "")
    assert found["3", "4"] == ("same words", long_words.lower())
    assert found["5", "6"] == ("same formula", "zebras … gladly … yodel")


def test_the_preamble_and_items_of_one_paragraph_are_no_repeats():
    items = [
        paragraph("Decides upon lamps:", place="1"),
        paragraph(f"To mend {SUBJECTS[0]};", place="1(a)", kind="item", verb=""),
        paragraph(f"To mend {SUBJECTS[0]} again;", place="1(b)", kind="item", verb=""),
    ]
    assert build_threads([document(items)]).repeats == ()
    assert build_threads([text(91, of(1), of(1))]).repeats == ()


def test_paragraphs_carry_what_they_ask_and_not_what_they_report():
    asked = [
        "Recalls the lamps, and requests the Keeper to mend them;",
        "Notes that, as requested by the Harbour Board in its resolution 2030/3, the Keeper will paint them;",
    ]
    found = document(asked, ["Requesting nothing,"])
    carried = carried_duties(find_commitments(found), "91/1")
    assert {place: [(each.id, each.verb, each.text) for each in duties] for place, duties in carried.items()} == {
        "1": [("91/1:1#1", "requests", "requests the Keeper to mend them")],
    }


def test_a_text_that_is_added_says_what_it_made_better_known():
    middle = of(3)[0].replace("to consider", "to look after")
    late = middle.replace("all municipalities", "every municipality of Examplia")
    texts = {
        91: text(91, of(0, 1, 2, 3)),
        92: text(92, [*of(0, 2), middle, *of(4, 5)]),
        93: text(93, [*of(0), late, *of(4)]),
    }
    known = chain(91, 92, 93)
    before, after = (
        build_threads([texts[each] for each in held], chain=known) for held in ((91, 93), (91, 92, 93))
    )
    said = {each.kind: (each.threads, each.words) for each in refined_by(before, after)}
    assert said["first seen"] == (
        ("92/1:4",),
        (
            "1 provision was first seen in A/RES/93/1, with one text before it not held; "
            "it is first seen in A/RES/92/1 now."
        ),
    )
    assert said["gone"] == (
        ("91/1:2",),
        (
            "1 provision was said to be gone in A/RES/93/1, with one text before it not held; "
            "it is gone in A/RES/92/1 already."
        ),
    )
    assert said["stood longer"] == (
        ("91/1:3",),
        "1 provision was last seen in A/RES/91/1; it is last seen in A/RES/92/1 now.",
    )
    assert said["seen only here"] == (
        ("92/1:5",),
        "1 provision was not known; it is known from A/RES/92/1 alone.",
    )
    assert refined_by(after, after) == ()


def test_a_return_and_an_edit_are_dated_to_the_text_that_was_added():
    edited = of(3)[0].replace("to consider", "to look after")
    texts = {
        91: text(91, of(0, 1, 3)),
        92: text(92, of(0, 3)),
        93: text(93, [*of(0, 1), edited]),
        94: text(94, [*of(0, 1), edited]),
    }
    known = chain(91, 92, 93, 94)
    before, after = (build_threads([texts[each] for each in held], chain=known) for held in ((91, 92, 94), texts))
    said = {each.kind: (each.document, each.threads, each.words) for each in refined_by(before, after)}
    assert said["back"] == (
        symbol(93),
        ("91/1:2",),
        "1 provision was said to be back in A/RES/94/1; it is back in A/RES/93/1 already.",
    )
    assert said["edited"] == (
        symbol(93),
        ("91/1:3",),
        (
            "1 provision was said to be edited in A/RES/94/1, with one text before it not held; "
            "it is edited in A/RES/93/1, and not again in A/RES/94/1."
        ),
    )
