"""Matrices that a user brings: read whole, faults named by line, cells never made up."""

from datetime import date
from pathlib import Path

import pytest

from stocktake.errors import InputError
from stocktake.frameworks.matrices import Disagreement, disagreements, parse_matrix, read_matrix

HEADER = "matrix,WSIS-SDG\nversion,3 of Examplia\nsource,The Lantern Office, Sampleton\ndate,2044-06-01\n"
COLUMNS = "row,column,related,rationale\n"


def test_a_matrix_is_read_with_its_header(tmp_path: Path) -> None:
    file = tmp_path / "matrix.csv"
    file.write_text(f"\ufeff{HEADER}{COLUMNS}C2,9,yes,Quays, mostly\nC7-elearning,14,No,\n", "utf-8")
    matrix = read_matrix(file)
    assert (matrix.rows, matrix.columns, matrix.version, matrix.date) == (
        "WSIS",
        "SDG",
        "3 of Examplia",
        date(2044, 6, 1),
    )
    assert matrix.source == "The Lantern Office, Sampleton"
    assert [(each.row, each.related, each.line) for each in matrix.cells] == [
        ("C2", True, 6),
        ("C7-elearning", False, 7),
    ]
    assert matrix.cells[0].rationale == "Quays, mostly"
    assert matrix.cell("C2", "10") is None


def test_all_faults_are_named_with_their_lines() -> None:
    text = f"matrix,WSIS-SDG\nversion,1\ndate,June\n{COLUMNS}C2,9,yes,\nC12,9,yes,\nC2,9,no,\nC3,18,perhaps,\nC4\n"
    with pytest.raises(InputError) as raised:
        parse_matrix(text, "matrix.csv")
    assert raised.value.message == (
        "matrix.csv: expected a matrix with the lines matrix, version, source and date, then "
        "row,column,related,rationale, but there is no line 'source'; the date is 'June', not a day such as "
        "2015-06-01; line 6: WSIS has no 'C12' (nearest: C2); line 7: C2 and 9 stand in line 5 already; "
        "line 8: SDG has no '18' (nearest: 8); line 8: related is 'perhaps', not yes or no; "
        "line 9: there are 1 cells, at least 3 are needed. "
        "Mend these lines. Leave out the cells that the publisher leaves empty."
    )


def test_a_file_of_another_encoding_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "matrix.csv"
    file.write_bytes(b"matrix,\xff")
    with pytest.raises(InputError) as raised:
        read_matrix(file)
    assert raised.value.message == (
        "matrix.csv: expected a matrix as CSV in UTF-8, but byte 7 is no UTF-8. Save the file as CSV in UTF-8."
    )


def test_labels_and_matrix_disagree_and_nothing_is_settled() -> None:
    matrix = parse_matrix(f"{HEADER}{COLUMNS}C2,9,yes,\nC2,14,no,not by sea\nC2,1,yes,lamps\n", "m.csv")
    found = disagreements(
        matrix,
        {
            "1": [("WSIS", "C2"), ("SDG", "9"), ("SDG", "14"), ("SDG", "5")],
            "2": [("SDG", "9")],
            "3": [("GDC", "1")],
        },
    )
    assert found == (
        Disagreement("1", "C2", "1", "matrix only", "lamps"),
        Disagreement("1", "C2", "5", "unknown", ""),
        Disagreement("1", "C2", "14", "labels only", "not by sea"),
    )
