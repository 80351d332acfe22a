"""Files of contributions: whatever a spreadsheet makes of them, every fault has its place, and what goes out comes back."""

import io
import json
import random
from contextlib import suppress
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from filled_in import HEAD, NOW, ROW, STAMP, one, read, row, said, sheet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from stocktake.documents.formats.document_json import dump_json
from stocktake.errors import InputError, StocktakeError
from stocktake.publish.evidence_json import contributions_to_json, template_to_json
from stocktake.publish.form_xlsx import contributions_xlsx, template_xlsx
from stocktake.register import Contribution
from stocktake.register.columns import CONTRIBUTIONS
from stocktake.register.contribution_checking import RULES
from stocktake.register.duplicates import find_duplicates, likeness
from stocktake.register.form_table import form_csv, print_records
from stocktake.register.record_checking import Stamp, parse_record
from stocktake.register.words import printable


def test_a_row_of_words_numbers_dates_and_blanks():
    head = [*HEAD, "To", "SDGs", "reach", "Reach unit", "Answers"]
    made = one(
        sheet(
            [*head, None],
            [
                *row(**{"from": date(2041, 3, 4)}),
                date(2041, 4, 1),
                4,
                12.5,
                "\u00a0pupils ",
                " A/RES/97/901:3 ; 97/901:4(a)#1",
            ],
            [None, " ", "\u00a0"],
        )
    )
    assert (made.start, made.end, made.sdgs, made.reach, made.reach_unit) == (
        "2041-03-04",
        "2041-04-01",
        ("4",),
        "12.5",
        "pupils",
    )
    assert (made.answers, made.where, made.by, made.recorded_at) == (
        ("97/901:3", "97/901:4(a)#1"),
        ("KEN",),
        "A. Person",
        NOW,
    )


def test_a_date_cell_is_known_as_far_as_it_is_shown():
    def months(book: Workbook) -> None:
        book.active.cell(2, 5).number_format = "mmm\\-yy"
        book.active.cell(3, 5).number_format = "yyyy"

    data = sheet(HEAD, row(**{"from": date(2041, 3, 1)}), row(**{"from": date(2041, 1, 1)}), also=months)
    assert [each.record.start for each in read(data).rows] == ["2041-03", "2041"]


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"who": '=HYPERLINK("x")'}, 'column who: it holds a formula (=HYPERLINK("x")); write the value itself'),
        ({"who": "#REF!"}, "column who: it holds an error (#REF!); write the value itself"),
        ({"who": None}, "column who: it is empty; The entity that did it, by name."),
        ({"who": "Kite\u202eOffice"}, "column who: expected a name in signs that can be seen, but it holds the character U+202E"),
        ({"entity_type": "goverment"}, "column entity_type: expected a kind of entity, but 'goverment' is none (nearest: government)"),
        ({"where": "Kenia; Atlantis"}, "column where: expected countries, areas or M49 regions, or global, but 'Kenia' is none (nearest: Kenya (KEN)"),
        ({"where": "LDC"}, "column where: expected countries, areas or M49 regions, or global, but 'LDC' is a group or a former area"),
        ({"from": "3/4/2041"}, "column from: expected a date such as 2025, 2025-03 or 2025-03-31, but '3/4/2041' is none"),
        ({"from": "2041-02-30"}, "column from: expected a date such as 2025, 2025-03 or 2025-03-31, but '2041-02-30' is none"),
        ({"from": 2050}, "column from: 2050 is still to come; only what was begun is reported"),
        ({"evidence": "implemented"}, "column evidence: expected a kind of evidence, but 'implemented' is none (nearest: self-report, document, indicator)"),
        ({"evidence": "document"}, "column document: evidence of the kind document names one"),
    ],
)  # fmt: skip
def test_a_wrong_cell_has_its_place(cells: dict[str, object], problem: str):
    (line,) = said(sheet(HEAD, row(**cells)))
    assert line.startswith(f"sheet 'Sheet', row 2, {problem}")


@pytest.mark.parametrize(
    ("column", "cell", "problem"),
    [
        ("link", "javascript:alert(1)", "expected a link that begins with http:// or https://, but 'javascript:alert(1)' is none"),
        ("link", "https://kites.example@other.example/", "expected a link that begins with http:// or https://, but 'https://kites.example@other.example/' is none"),
        ("answers", "97/901", "expected a text and its paragraph or duty, such as 80/118:13 or 80/118:13#1, but '97/901' is none"),
        ("sdgs", "4; 18", "expected numbers of Goals (1 to 17), but '18' is none (nearest: 8, 1, 17)"),
        ("action_lines", "C12", "expected codes of WSIS action lines (C1 to C11, C7-elearning), but 'C12' is none (nearest: C2, C1, C11)"),
        ("gdc", "6", "expected numbers of objectives of the Compact (1 to 5), but '6' is none"),
        ("to", "2040", "2040 is before 2041"),
        ("reach", "many", "expected a number such as 4000 or 12.5, but 'many' is none"),
        ("document", "somewhere", "expected the symbol or link of a document, or the code of an indicator, but 'somewhere' is neither"),
        ("id", "7", "expected the id of a record, or nothing, but '7' is none"),
        ("recorded_at", "2041-01-01", "expected a time with its time zone (2045-01-15T09:30:00+00:00), but '2041-01-01' is none"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_named_with_what_is_near(column: str, cell: str, problem: str):
    _, faults = parse_record(RULES, {**ROW, "reach_unit": "x", "reach": "1", column: cell}, STAMP)
    assert faults == [(column, problem)]


def test_headings_are_known_in_any_dress_and_others_named():
    assert one(sheet([each.replace("_", " ").upper() for each in HEAD], row())).who == "Kite Office"
    head = ["Whom", *HEAD[1:], "Title"]
    assert said(sheet(head, [*row(), "x"])) == [
        "sheet 'Sheet', row 1, column A: the heading 'Whom' is unknown (nearest: Who)",
        "sheet 'Sheet', row 1, column G: the heading 'title' stands there twice",
        "sheet 'Sheet', row 1: there is no heading who",
    ]
    assert said(sheet(HEAD, [*row(), "lost"])) == ["sheet 'Sheet', row 2, column G: it stands under no heading"]


def test_merged_cells_two_sheets_and_hidden_ones():
    def more(book: Workbook) -> None:
        second = book.create_sheet("More")
        for each in (HEAD, row(title="Second"), row(title="Third")):
            second.append(each)
        second.merge_cells("A2:A3")
        book.create_sheet("Notes").append(["only", "words"])

    data = sheet(HEAD, row(), also=more)
    assert said(data) == [
        "sheet 'More', row 2, column A: the cells A2:A3 are merged; part them and fill in each",
        "sheet 'More', row 3, column who: it is empty; The entity that did it, by name.",
    ]
    assert read(data).passed_over == ["Notes"]

    def hide(book: Workbook) -> None:
        book.create_sheet("Seen")
        book.active.sheet_state = "hidden"
        book.active = 1

    assert said(sheet(HEAD, row(), also=hide)) == [
        "sheet 'Sheet': it is hidden and holds contributions; show it or delete it"
    ]


def test_words_that_begin_like_a_formula_are_words():
    def text(book: Workbook) -> None:
        book.active.cell(2, 3).data_type = "s"

    assert one(sheet(HEAD, row(title="=1+1"), also=text)).title == "=1+1"


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_csv_as_spreadsheets_write_it(mark: str, between: str):
    lines = [between.join(HEAD) + between * 2, between.join(map(str, row())) + between, between * 3]
    assert one((mark + "\r\n".join(lines)).encode()).title == "Kites"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_csv_that_says_what_parts_its_cells(encoding: str, end: str):
    lines = ["sep=;", ";".join(HEAD), ";".join(map(str, row(title="Kites, and tails")))]
    made = read(end.join(lines).encode(encoding))
    assert [(each.number, each.record.title) for each in made.rows] == [(3, "Kites, and tails")]


def test_csv_in_utf_16_as_spreadsheets_write_it():
    lines = ["\t".join(HEAD), "\t".join(map(str, row(title="Écoles aux cerfs-volants")))]
    assert one("\r\n".join(lines).encode("utf-16")).title == "Écoles aux cerfs-volants"


def test_csv_that_is_cut_in_utf_16():
    with pytest.raises(InputError) as error:
        read("who;title".encode("utf-16")[:-1])
    assert error.value.came == "row 1 (byte 18) is no UTF-16"


def test_csv_that_is_none():
    with pytest.raises(InputError) as error:
        read("who,title\nKité".encode("latin-1"))
    assert error.value.message == (
        "file: expected contributions, needs or offers in a workbook (XLSX), in CSV or in JSON, but row 2 (byte 13) is no UTF-8. Save it as CSV in UTF-8."
    )
    with pytest.raises(InputError) as error:
        read(b"a,b\n1,2\n")
    assert error.value.message.startswith(
        "file: expected contributions, needs or offers in a workbook (XLSX), in CSV or in JSON, but it has none of the headings "
        "(row 1 begins with 'a', 'b'). Name the columns as a template does: stocktake evidence template; "
        "for needs and offers stocktake needs template."
    )


def test_a_damaged_workbook():
    with pytest.raises(InputError) as error:
        read(sheet(HEAD, row())[:-300])
    assert "but the workbook is damaged" in error.value.message


def test_no_bit_that_is_turned_in_a_workbook_is_our_fault():
    whole, chance = sheet(HEAD, *[row()] * 20), random.Random(3)  # noqa: S311 - places, not secrets
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        with suppress(StocktakeError):
            read(bytes(data))


def test_digits_of_other_scripts_are_no_date():
    (line,) = said(sheet(HEAD, row(**{"from": "٢٠٢٥"})))
    assert line == (
        "sheet 'Sheet', row 2, column from: expected a date such as 2025, 2025-03 or 2025-03-31, but '٢٠٢٥' is none"
    )


@pytest.mark.parametrize(
    ("content", "came"),
    [
        (b"[1]", "the file is no list of objects"),
        (b'{"contribution": []}', "it has 'contribution'"),
        (b"[{", "it is no JSON that we read (Expecting property name enclosed in double quotes: line 1 column 3 (char 2))"),
        (b'[{"who": "a", "who": "b"}]', "it is no JSON that we read (the key 'who' stands twice in one object)"),
        (b"[" * 100_000, "it is no JSON that we read"),
        (b'[{"reach": NaN}]', "it is no JSON that we read (NaN is no number)"),
    ],
)  # fmt: skip
def test_json_that_is_none(content: bytes, came: str):
    with pytest.raises(InputError) as error:
        read(content)
    assert error.value.came.startswith(came)


def test_json_entries_are_counted():
    entry = {**ROW, "sdgs": [4, "9"], "reach": 7, "reach_unit": "pupils"}
    assert one(json.dumps([entry]).encode()).sdgs == ("4", "9")
    assert said(json.dumps([entry, {**entry, "title": {"a": 1}}]).encode()) == [
        'entry 2, column title: {"a": 1} is neither text nor number nor a list of them'
    ]


@pytest.mark.parametrize(
    "data", [template_xlsx(), form_csv(CONTRIBUTIONS), dump_json(template_to_json()).encode()]
)
def test_the_rows_of_the_template_are_refused(data: bytes):
    lines = said(data)
    assert lines
    assert all("belongs to the template" in line for line in lines)


def test_the_template_is_right_but_for_its_mark_and_offers_lists():
    made, faults = parse_record(RULES, {each.name: each.example for each in CONTRIBUTIONS.columns}, STAMP)
    assert (faults, made is not None) == ([], True)
    book = load_workbook(io.BytesIO(template_xlsx()))
    offered = {
        str(each.sqref).split("2:")[0]: each.formula1
        for each in book["Contributions"].data_validations.dataValidation
    }
    assert offered == {
        "B": "Codes!$A$2:$A$8",
        "E": offered["E"],
        "J": "Codes!$E$2:$E$19",
        "K": "Codes!$G$2:$G$18",
        "L": "Codes!$I$2:$I$6",
        "O": "Codes!$K$2:$K$4",
    }
    assert template_xlsx() == template_xlsx()


def test_the_same_row_twice_has_the_same_id_and_later_by_another_person_too():
    first, _ = parse_record(RULES, ROW, STAMP)
    second, _ = parse_record(RULES, {**ROW, "who": " Kite  Office "}, Stamp("B. Person", NOW))
    other, _ = parse_record(RULES, {**ROW, "title": "Other"}, STAMP)
    assert first is not None
    assert second is not None
    assert other is not None
    assert first.id == second.id != other.id


def _fit(text: str) -> bool:
    try:
        return printable(text, "x") == text and not {"\ufffe", "\uffff"} & set(text)
    except Exception:  # noqa: BLE001 - what cannot be written is not drawn
        return False


WORDS = (st.text(min_size=1, max_size=30) | st.sampled_from(["=1+1", "+1", "@A", "'=x", "''", "<b>x</b>", "_x0041_", "a_x000D_b"])).filter(_fit)  # fmt: skip
MADE = st.builds(
    Contribution,
    id=st.uuids(),
    who=WORDS.filter(lambda each: not each.startswith("EX")),
    entity_type=st.sampled_from(["government", "academia"]),
    title=WORDS,
    description=WORDS | st.just(""),
    where=st.sampled_from([("WLD",), ("KEN", "M49-002")]),
    start=st.sampled_from(["2041", "2041-03", "2041-03-04"]),
    end=st.sampled_from(["", "2042"]),
    link=st.sampled_from(["", "https://kites.example/?a=1&b=%20"]),
    answers=st.sampled_from([(), ("97/901:3", "E/RES/2041/5:2(a)#1")]),
    action_lines=st.sampled_from([(), ("C2", "C7-ehealth")]),
    sdgs=st.sampled_from([(), ("4", "9")]),
    gdc=st.sampled_from([(), ("1",)]),
    reach=st.just("12.5"),
    reach_unit=WORDS,
    evidence=st.just("document"),
    document=st.sampled_from(["A/97/40", "https://kites.example/report"]),
    by=WORDS,
    recorded_at=st.datetimes(datetime(2041, 1, 1), datetime(2043, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(MADE, min_size=1, max_size=3, unique_by=lambda each: each.id))
def test_what_goes_out_comes_back(made: list[Contribution]):
    withdrawal = Contribution(id=UUID(int=5), because="why", by="who", recorded_at=NOW, withdraws=made[0].id)
    records = sorted([*made, withdrawal], key=lambda each: each.order)
    for data in (
        print_records(CONTRIBUTIONS, records),
        dump_json(contributions_to_json(records, ())).encode(),
        contributions_xlsx(records),
    ):
        reading = read(data)
        assert reading.problems == []
        assert [each.record for each in reading.rows] == records


def test_what_may_be_one_action_is_found_and_what_differs_in_numbers_is_not(report):
    a, b = report(title="Kites for all schools of Examplia"), report(title="Kites for all school of Examplia")
    assert [(each.first, each.second) for each in find_duplicates([b, a])] == [(a.id, b.id)]
    assert find_duplicates([a, b], {frozenset((a.id, b.id))}) == ()
    assert find_duplicates([a, report(title="Kites for all schools of Examplia", who="Other")]) == ()
    assert find_duplicates([a, report(title="Kites for all schools of Examplia", start="2039")]) == ()
    assert find_duplicates([report(title="Kites, phase 1"), report(title="Kites, phase 2")]) == ()
    linked = [
        report(who=name, link=link)
        for name, link in (("a", "http://www.kites.example/x/"), ("b", "https://kites.example/x#top"))
    ]
    assert [each.because for each in find_duplicates(linked)] == ["the same link"]


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_is_the_same_both_ways(first: str, second: str):
    assert likeness(first, first) == 1
    assert likeness(first, second) == likeness(second, first) <= 1
