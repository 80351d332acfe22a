"""Files as people really send them: a title above the headings, marks in them, cells that say nothing, other tongues."""

import json

import pytest
from filled_in import HEAD, ROW, STAMP, one, read, row, said, sheet
from openpyxl import Workbook

from stocktake.errors import InputError
from stocktake.register.contribution_checking import RULES
from stocktake.register.record_checking import parse_record


def test_headings_may_stand_below_a_title_and_have_marks_added():
    head = ["Who *", "Entity\ntype", "Title:", "Where : ", "From?", "Evidence* "]

    def merge(book: Workbook) -> None:
        book.active.merge_cells("A1:F1")

    data = sheet(["Inputs to the report"], [None, "Due in May"], [], head, row(), also=merge)
    (only,) = read(data).rows
    assert (only.number, only.record.title) == (5, "Kites")
    lines = ["Inputs to the report", "", ";".join(HEAD), ";".join(map(str, row(title="Kites, and tails")))]
    assert one("\n".join(lines).encode()).title == "Kites, and tails"


def test_what_stands_in_brackets_in_a_heading_may_be_a_unit_and_is_not_passed_over():
    lines = said(sheet([*HEAD, "Reach (million)", "Reach unit"], [*row(), 1.5, "pupils"]))
    assert (
        lines[0]
        == "sheet 'Sheet', row 1, column G: the heading 'Reach (million)' is unknown (nearest: Reach unit)"
    )


def test_words_between_rows_are_no_headings():
    words = [["Link", "where it comes from"], ["Document", "Evidence"]] * 15
    with pytest.raises(InputError) as error:
        read(sheet(["Notes"], *words))
    assert error.value.came == "it has none of the headings (sheet 'Sheet', row 1 begins with 'Notes')"


def test_headings_in_another_language_are_shown_as_they_are():
    with pytest.raises(InputError) as error:
        read(sheet(["Qui", "Type", "Titre", "Où", "De", "Preuve"], row()))
    assert error.value.came == (
        "it has none of the headings (sheet 'Sheet', row 1 begins with 'Qui', 'Type', 'Titre', 'Où')"
    )


def test_a_heading_that_is_like_none_has_a_next_step():
    assert said(sheet([*HEAD, "Téléphone"], row())) == [
        (
            "sheet 'Sheet', row 1, column G: the heading 'Téléphone' is unknown; "
            "delete the column, or name it as the template does"
        )
    ]


@pytest.mark.parametrize("nothing", ["n/a", "N/A", "-", "\u2014", "TBD", "none", "n.a."])
def test_a_cell_that_says_that_nothing_is_known_is_to_be_empty(nothing: str):
    assert said(sheet([*HEAD, "to", "description"], [*row(), nothing, nothing])) == [
        f"sheet 'Sheet', row 2, column {each}: {nothing!r} says nothing; leave it empty"
        for each in ("to", "description")
    ]


def test_namibia_is_not_nothing():
    assert one(sheet(HEAD, row(where="NA"))).where == ("NAM",)


def test_a_number_that_may_be_two_is_refused():
    cells = {**ROW, "reach_unit": "pupils"}
    _, faults = parse_record(RULES, {**cells, "reach": "4.000"}, STAMP)
    assert faults == [
        ("reach", "expected a number that can be read in one way (4000, or 4.0000), but it is '4.000'")
    ]
    for written, kept in (("4.0000", "4"), ("12.3450", "12.345"), ("0.125", "0.125"), ("4,000.5", "4000.5")):
        made, faults = parse_record(RULES, {**cells, "reach": written}, STAMP)
        assert (faults, made and made.reach) == ([], kept)


def test_a_number_that_went_out_comes_back():
    went_out = {**ROW, "reach_unit": "pupils", "reach": "12.345", "id": "6b1d4a3e-6f0f-5d0a-9d7e-2f3c1a5b7e91"}
    made, faults = parse_record(RULES, went_out, STAMP)
    assert (faults, made and made.reach) == ([], "12.345")


def test_several_with_commas_between_them_are_told_how():
    (line,) = said(sheet(HEAD, row(where="Kenya, Zambia")))
    assert "but 'Kenya, Zambia' is none; put semicolons between several (nearest: " in line


def test_a_number_that_the_file_calls_one_is_read_in_one_way():
    (exact,) = read(sheet([*HEAD, "Reach", "Reach unit"], [*row(), 4.125, "pupils"])).rows
    (whole,) = read(json.dumps([{**ROW, "reach": 12.345, "reach_unit": "pupils"}]).encode()).rows
    assert (exact.record.reach, whole.record.reach) == ("4.125", "12.345")


def test_json_of_one_object_on_each_line():
    data = "\n".join(json.dumps({**ROW, "title": each}) for each in ("Kites", "Tails")) + "\n"
    assert [(each.number, each.record.title) for each in read(data.encode()).rows] == [(1, "Kites"), (2, "Tails")]
