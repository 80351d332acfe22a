"""Files of needs and offers: told by their headings, every fault with its place, and what goes out comes back."""

import io
import json
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from stocktake.documents.formats.document_json import dump_json
from stocktake.publish.form_xlsx import records_xlsx
from stocktake.publish.needs_json import export_to_json, template_to_json
from stocktake.publish.needs_xlsx import needs_form_xlsx
from stocktake.register import Mismatch, Need, Offer
from stocktake.register.form import EXAMPLE
from stocktake.register.form_table import form_csv, print_records
from stocktake.register.intake import read_records
from stocktake.register.mismatch import MISMATCHES
from stocktake.register.need import NEEDS
from stocktake.register.needs_checking import NEED_RULES, OFFER_RULES
from stocktake.register.offer import OFFERS
from stocktake.register.record_checking import Stamp, parse_record
from stocktake.register.words import printable

NOW = datetime(2044, 5, 4, 9, tzinfo=UTC)
STAMP = Stamp("A. Person", NOW, NOW)
NEED = {"area": "Zambia", "policy_area": "payments", "recommendation": "Kites", "assessment": "Readiness", "status": "In Progress"}  # fmt: skip
OFFER = {"provider": "Kite Fund", "programme": "Kites", "kind": "Grants", "policy_areas": "any", "eligible": "LDC; Africa; everyone"}  # fmt: skip
CONTRIBUTION = {"who": "Kite Office", "entity_type": "government", "title": "Kites", "where": "Kenya", "from": "2041", "evidence": "self-report"}  # fmt: skip


def read(data: bytes):
    return read_records(data, "file", STAMP)


def csv(*rows: dict[str, str]) -> bytes:
    return "\n".join([",".join(rows[0]), *(",".join(each.values()) for each in rows)]).encode()


def test_what_a_file_holds_is_told_by_its_headings():
    (asked,), (given_,) = read(csv(NEED)).needs, read(csv(OFFER)).offers
    assert (asked.record.area, asked.record.policy_area, asked.record.status) == (
        "ZMB", "Payment solutions", "in progress",
    )  # fmt: skip
    assert (given_.record.kind, given_.record.policy_areas, given_.record.eligible) == (
        "grant", ("any",), ("LDC", "M49-002", "WLD"),
    )  # fmt: skip
    assert len(read(csv(CONTRIBUTION)).rows) == 1


def test_a_policy_area_written_twice_counts_once():
    (only,) = read(csv({**OFFER, "policy_areas": "payments; Kites; kites; Payment solutions"})).offers
    assert only.record.policy_areas == ("Payment solutions", "Kites")


def test_a_workbook_may_hold_both():
    book = Workbook()
    book.active.title = "Needs"
    for row in ([NEEDS.by_name[name].title for name in NEED], list(NEED.values())):
        book.active.append(row)
    offers = book.create_sheet("What is offered")
    for row in (list(OFFER), list(OFFER.values())):
        offers.append(row)
    out = io.BytesIO()
    book.save(out)
    reading = read(out.getvalue())
    assert (len(reading.needs), len(reading.offers), reading.problems) == (1, 1, [])


def test_contributions_are_not_taken_in_with_needs():
    reading = read(json.dumps({"contributions": [CONTRIBUTION], "needs": [NEED]}).encode())
    assert [str(each) for each in reading.problems] == [
        "the file: it holds contributions, and needs or offers; take them in from files of their own"
    ]


def test_withdrawals_alone_are_told_by_the_key_or_the_sheet():
    gone = {"withdraws": str(UUID(int=5)), "because": "why"}
    (only,) = read(json.dumps({"offers": [gone]}).encode()).offers
    assert only.record.withdraws == UUID(int=5)


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"area": "LDC"}, "column area: expected one country or area, by name or code, but 'LDC' is a group, a region or a former area"),
        ({"area": "Zamba"}, "column area: expected one country or area, by name or code, but 'Zamba' is none (nearest: Zambia (ZMB), Gambia (GMB), Namibia (NAM))"),
        ({"policy_area": "Paymants"}, "column policy_area: expected a known policy area by its name, or another one, but 'Paymants' is nearly one (nearest: Payment solutions)"),
        ({"policy_area": "a; b"}, "column policy_area: expected one policy area, but 'a; b' is several"),
        ({"status": "done"}, "column status: expected where the need stands, but 'done' is none (nearest: open)"),
        ({"cost": "0", "currency": "USD"}, "column cost: expected an amount above nought, or nothing where it is not known, but it is 0"),
        ({"cost": "unknown", "currency": "USD"}, "column cost: expected a number such as 4000 or 12.5, but 'unknown' is none"),
        ({"cost": "5", "currency": "$"}, "column currency: expected a currency by its three letters (USD, EUR, ZMW), but '$' is none"),
        ({"cost": "5"}, "column currency: cost and currency go together"),
        ({"currency": "USD"}, "column cost: cost and currency go together"),
        ({"assessed": "2050"}, "column assessed: 2050 is still to come"),
        ({"recommendation": ""}, "column recommendation: it is empty; What is to be done, in words."),
        ({"supersedes": str(UUID(int=5))}, "column because: a new state of a record says why"),
    ],
)  # fmt: skip
def test_a_wrong_cell_of_a_need_has_its_place(cells: dict[str, str], problem: str):
    assert [str(each) for each in read(json.dumps([{**NEED, **cells}]).encode()).problems] == [
        f"entry 1, {problem}"
    ]


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"kind": "lone"}, "column kind: expected a kind of offer, but 'lone' is none (nearest: loan)"),
        ({"policy_areas": "any; payments"}, "column policy_areas: expected one policy area, but 'any' is several"),
        ({"eligible": "Atlantis"}, "column eligible: expected countries, areas, M49 regions, groups of countries, or everyone, but 'Atlantis' is none (nearest: Albania (ALB), Malaysia (MYS), Germany (DEU))"),
        ({"from": "2042", "until": "2041-12"}, "column until: 2041-12 is before 2042"),
        ({"amount": "5"}, "column currency: amount and currency go together"),
        ({"link": "kites.example"}, "column link: expected a link that begins with http:// or https://, but 'kites.example' is none"),
    ],
)  # fmt: skip
def test_a_wrong_cell_of_an_offer_has_its_place(cells: dict[str, str], problem: str):
    assert [str(each) for each in read(json.dumps([{**OFFER, **cells}]).encode()).problems] == [
        f"entry 1, {problem}"
    ]


def test_headings_that_lack_or_are_not_known():
    lines = [
        str(each) for each in read(csv({"area": "Zambia", "policy area": "x", "recomendation": "y"})).problems
    ]
    assert lines[:2] == [
        "row 1, column C: the heading 'recomendation' is unknown (nearest: recommendation)",
        "row 1: there is no heading recommendation, assessment, status",
    ]


@pytest.mark.parametrize("form", [NEEDS, OFFERS])
def test_the_template_is_right_but_for_its_mark_and_refused_as_it_is(form):
    rules = {NEEDS.name: NEED_RULES, OFFERS.name: OFFER_RULES}[form.name]
    cells = {each.name: each.example.removeprefix(EXAMPLE).strip() for each in form.columns}
    made, faults = parse_record(rules, cells, STAMP)
    assert (faults, made is not None) == ([], True)
    for data in (needs_form_xlsx(form), form_csv(form), dump_json(template_to_json(form)).encode()):
        problems = read(data).problems
        assert problems
        assert all("belongs to the template" in each.what for each in problems)
    assert needs_form_xlsx(form) == needs_form_xlsx(form)


def test_the_workbook_offers_lists_and_takes_other_policy_areas():
    book = load_workbook(io.BytesIO(needs_form_xlsx(NEEDS)))
    strict = {
        str(each.sqref).split("2:")[0]: each.showErrorMessage
        for each in book["Needs"].data_validations.dataValidation
    }
    assert strict == {"A": False, "B": False, "G": True, "K": False, "L": False, "M": False}


def _fit(text: str) -> bool:
    try:
        return printable(text, "x") == text and not {"\ufffe", "\uffff"} & set(text)
    except Exception:  # noqa: BLE001 - what cannot be written is not drawn
        return False


WORDS = (st.text(min_size=1, max_size=30) | st.sampled_from(["=1+1", "+1", "@A", "'=x", "''", "<b>x</b>", "_x0041_"])).filter(_fit)  # fmt: skip
MONEY = st.sampled_from([("", ""), ("12.5", "USD"), ("4000000", "ZMW")])
RECORDED = {
    "id": st.uuids(),
    "by": WORDS,
    "recorded_at": st.datetimes(datetime(2041, 1, 1), datetime(2043, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
}
ASKED = st.builds(
    lambda money, **parts: Need(cost=money[0], currency=money[1], **parts),
    MONEY,
    area=st.sampled_from(["ZMB", "LAO"]),
    policy_area=st.sampled_from(["Payment solutions", "Kites", "=kites"]),
    recommendation=WORDS,
    assessment=WORDS,
    assessed=st.sampled_from(["", "2041", "2041-03"]),
    link=st.sampled_from(["", "https://kites.example/?a=1&b=%20"]),
    status=st.sampled_from(["open", "in progress", "implemented", "unknown"]),
    lead=WORDS | st.just(""),
    action_lines=st.sampled_from([(), ("C2", "C7-ehealth")]),
    sdgs=st.sampled_from([(), ("4", "9")]),
    gdc=st.sampled_from([(), ("1",)]),
    **RECORDED,
)
GIVEN = st.builds(
    lambda money, **parts: Offer(amount=money[0], currency=money[1], **parts),
    MONEY,
    provider=WORDS.filter(lambda each: not each.startswith("EX")),
    programme=WORDS,
    description=WORDS | st.just(""),
    kind=st.sampled_from(["grant", "training"]),
    policy_areas=st.sampled_from([("any",), ("Payment solutions", "Kites")]),
    eligible=st.sampled_from([("WLD",), ("LDC", "M49-002", "KEN")]),
    start=st.sampled_from(["", "2041", "2041-03-04"]),
    end=st.sampled_from(["", "2042"]),
    link=st.just(""),
    **RECORDED,
)


APART = st.builds(Mismatch, need=st.uuids(), offer=st.uuids(), reason=WORDS, **RECORDED)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(ASKED, min_size=1, max_size=3, unique_by=lambda each: each.id),
    st.lists(GIVEN, min_size=1, max_size=3, unique_by=lambda each: each.id),
    st.lists(APART, min_size=1, max_size=3, unique_by=lambda each: each.id),
)
def test_what_goes_out_comes_back(needs: list[Need], offers: list[Offer], apart: list[Mismatch]):
    withdrawal = Need(id=UUID(int=5), because="why", by="who", recorded_at=NOW, withdraws=needs[0].id)
    back = Mismatch(id=UUID(int=6), because="why", by="who", recorded_at=NOW, withdraws=apart[0].id)
    needs, offers, apart = (
        sorted(each, key=lambda one: one.order) for each in ([*needs, withdrawal], offers, [*apart, back])
    )
    both = read(dump_json(export_to_json(needs, offers, apart)).encode())
    assert both.problems == []
    assert ([each.record for each in both.needs], [each.record for each in both.offers]) == (needs, offers)
    assert [each.record for each in both.mismatches] == apart
    for form, records in ((NEEDS, needs), (OFFERS, offers), (MISMATCHES, apart)):
        for data in (print_records(form, records), records_xlsx(form, records)):
            reading = read(data)
            assert reading.problems == []
            assert [each.record for each in (*reading.needs, *reading.offers, *reading.mismatches)] == records


def test_no_cell_is_exported_live():
    asked = Need(id=UUID(int=1), area="ZMB", policy_area="=x", recommendation="+1", assessment="@A", by="-b", recorded_at=NOW)  # fmt: skip
    cells = print_records(NEEDS, [asked]).decode("utf-8-sig").splitlines()[1].split(",")
    assert [each for each in cells if each[:1] in {"=", "+", "-", "@"}] == []
    assert cells[1:4] == ["'=x", "'+1", "'@A"]
