"""Duties as CSV and as a workbook: the three columns that people draw up by hand, then what else is known."""

import csv
import io

from invented import resolution
from openpyxl import load_workbook
from workshop import AS_OF, document

from stocktake.publish.commitments_csv import commitments_csv
from stocktake.publish.commitments_layout import COLUMNS, heads
from stocktake.publish.commitments_xlsx import commitments_xlsx
from stocktake.review.asked import list_asked

OPERATIVE = (
    (
        "Requests the Secretary-General to submit to the General Assembly, through the Economic and Social Council, an "
        "annual report on torn tails by 30 June 2043;"
    ),
    "Invites Member States and the International Telecommunication Union to mend nine kites;",
    "Welcomes the gift of nine balls of string to the towns that lost theirs;",
)


def asked():
    return list_asked(document(resolution(97, 901, operative=OPERATIVE)), AS_OF)


def test_the_first_columns_are_those_that_people_draw_up():
    assert heads()[:3] == ["Paragraph", "Action requested", "Asked entities"]
    assert commitments_csv(asked()).startswith("Paragraph,Action requested,Asked entities,Strength,")


def test_one_row_per_duty_and_the_same_cells_in_both():
    made = asked()
    from_csv = list(csv.reader(io.StringIO(commitments_csv(made), newline="")))
    sheet = load_workbook(io.BytesIO(commitments_xlsx(made))).active
    from_xlsx = [[cell.value or "" for cell in row] for row in sheet.iter_rows()]
    assert from_csv == from_xlsx
    assert len(from_csv) == 1 + len(made)
    assert [len(COLUMNS)] * len(from_csv) == [len(row) for row in from_csv]


def test_what_stands_in_the_columns():
    row = dict(zip(heads(), list(csv.reader(io.StringIO(commitments_csv(asked()), newline="")))[1], strict=True))
    assert (row["Paragraph"], row["Asked entities"], row["Strength"]) == ("1", "Secretary-General", "requests")
    assert (row["Through"], row["Deliverable"], row["Rhythm"]) == (
        "Economic and Social Council",
        "report",
        "annual",
    )
    assert (row["Due by"], row["State"], row["Text"]) == ("2043-06-30", "passed", "A/RES/97/901")
    assert row["Words of the text"].startswith("Requests the Secretary-General to submit")


def test_several_addressees_stand_in_one_cell():
    row = list(csv.reader(io.StringIO(commitments_csv(asked()), newline="")))[2]
    assert row[2] == "Member States; International Telecommunication Union"


def test_no_duty_gives_the_heads_alone():
    assert list(csv.reader(io.StringIO(commitments_csv([])))) == [heads()]
    assert load_workbook(io.BytesIO(commitments_xlsx([]))).active.max_row == 1
