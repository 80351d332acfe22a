"""Corrections as a table: what goes out comes back, nothing in it is a formula, and every fault has its cell."""

import csv
import io
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.errors import InputError, StocktakeError
from stocktake.register import Correction
from stocktake.register.checking import checked
from stocktake.register.exchange import COLUMNS, guarded, parse_table, print_table, refuse, unguarded

WORDS = st.text(min_size=1, max_size=30) | st.sampled_from(
    ["=1+1", "+1", "-1", "@SUM(A1)", "'=x", "''", "<b>x</b>"]
)


def corrections() -> st.SearchStrategy[Correction]:
    return st.builds(
        Correction,
        id=st.uuids(),
        commitment=WORDS,
        text=WORDS,
        paragraph=WORDS,
        quote=st.text(min_size=1),
        field=st.just("addressee"),
        value=WORDS,
        because=WORDS,
        by=WORDS,
        recorded_at=st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    )


@given(st.lists(corrections(), max_size=4, unique_by=lambda each: each.id))
def test_what_goes_out_comes_back(given_corrections: list[Correction]):
    fit = []
    for each in given_corrections:
        try:
            fit.append(checked(each))
        except StocktakeError:
            continue
    table = parse_table(print_table(fit), "t.csv")
    assert table.problems == ()
    assert [row.correction for row in table.rows] == sorted(fit, key=lambda each: each.order)


@given(st.text())
def test_a_guarded_cell_is_no_formula_and_loses_nothing(cell: str):
    assert guarded(cell)[:1] not in {"=", "+", "-", "@", "\t", "\r", "\n"} or not cell
    assert unguarded(guarded(cell)) == cell


def test_a_formula_goes_out_as_text(make):
    made = make(field="addressee", value="=HYPERLINK(1)", because="@SUM(A1)", by="-1")
    row = next(iter(csv.DictReader(io.StringIO(print_table([made]).decode("utf-8-sig")))))
    assert (row["value"], row["because"], row["by"]) == ("'=HYPERLINK(1)", "'@SUM(A1)", "'-1")


def test_spreadsheets_that_put_semicolons_are_read(make):
    made = make()
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerows(csv.reader(io.StringIO(print_table([made]).decode("utf-8-sig"))))
    assert [row.correction for row in parse_table(text.getvalue().encode(), "t.csv").rows] == [made]


def test_every_fault_is_named_by_row_and_column(make):
    rows = list(csv.reader(io.StringIO(print_table([make(), make(), make(), make()]).decode("utf-8-sig"))))
    for row, column, cell in (
        (1, "id", "7"),
        (1, "value", "GA"),
        (2, "recorded_at", "yesterday"),
        (2, "by", " "),
        (2, "quote", "Requests something else"),
        (3, "field", "dead line"),
    ):
        rows[row][COLUMNS.index(column)] = cell
    rows[4].pop()
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    table = parse_table(text.getvalue().encode(), "t.csv")
    assert table.rows == ()
    with pytest.raises(InputError) as error:
        refuse(table.problems, "t.csv")
    assert error.value.message == (
        "t.csv: expected a table of corrections without a fault, but 7 cells are wrong: "
        "row 2, column id: '7' is not the id of a record; "
        "row 2, column value: expected a deadline, but 'GA' is none; "
        "row 3, column recorded_at: 'yesterday' is not a time with its time zone (2045-01-15T09:30:00+00:00); "
        "row 3, column by: expected a name, but nothing was written; "
        "row 3, column quote: these are not the words of the checksum in quote_sha256; "
        "row 4, column field: expected a field that can be corrected, but 'dead line' is none (nearest: deadline); "
        "row 5: it has 11 cells, the header has 12. "
        "Nothing was taken in. Mend the file and take it in again."
    )


@pytest.mark.parametrize(
    ("data", "came"),
    [
        (b"", f"{'; '.join(f'there is no column {each!r}' for each in COLUMNS)}. The columns are: {', '.join(COLUMNS)}."),
        (b"PK\x03\x04xx", "it is a packed file, such as a workbook. Save the sheet as CSV (UTF-8) and take that in."),
        (b"SQLite format 3\0", "it is a database. Save the sheet as CSV (UTF-8) and take that in."),
        (b"id,\xff", "row 1 (byte 3) is no UTF-8. Save it as CSV in UTF-8."),
        (b'id,"x', "it is broken (unexpected end of data). Export it anew."),
        (
            ",".join([*COLUMNS[:-1], "quote_sha", "by"]).encode(),
            ("there is no column 'quote_sha256'; column 'quote_sha' is unknown (nearest: quote_sha256); "
            f"column 'by' stands there twice. The columns are: {', '.join(COLUMNS)}."),
        ),
    ],
)  # fmt: skip
def test_what_is_no_table(data: bytes, came: str):
    with pytest.raises(InputError) as error:
        parse_table(data, "t.csv")
    assert error.value.message == f"t.csv: expected a table of corrections in CSV, but {came}"


def test_a_withdrawal_has_no_value(make):
    made = make(withdraws=UUID(int=99), value="GA-1")
    problems = parse_table(print_table([made]), "t.csv").problems
    assert list(map(str, problems)) == [
        "row 2, column value: expected no value in a withdrawal, but it has 'GA-1'"
    ]
