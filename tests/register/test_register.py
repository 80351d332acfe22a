"""The register: what is recorded stays as it is, and every state of it can be seen again."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

import pytest

from stocktake.errors import InputError, InternalError, NotFoundError, RequestError
from stocktake.register import open_register, standing
from stocktake.register.exchange import print_table


def test_what_is_recorded_is_there_again(make, file: Path):
    made = make(quote="Requests «kites», 100 % of them;\tnow", because="=1+1 <b>x</b>")
    with open_register(file) as register:
        assert register.record_correction(made) == made.id
    with open_register(file) as register:
        assert register.corrections() == (made,)


def test_times_of_any_zone_are_kept_as_one_moment(make, file: Path):
    zone = timezone(timedelta(hours=5, minutes=30))
    made = make(recorded_at=datetime(2044, 5, 4, 15, 0, 0, 7, zone))
    with open_register(file) as register:
        register.record_correction(made)
        assert register.corrections()[0].recorded_at == datetime(2044, 5, 4, 9, 30, 0, 7, UTC)
        with pytest.raises(RequestError) as error:
            register.record_correction(make(recorded_at=datetime(2044, 5, 5)))  # noqa: DTZ001
    assert error.value.message == (
        "expected a time with its time zone, but 2044-05-05T00:00:00 has none. "
        "Write it like 2045-01-15T09:30:00+00:00."
    )


def test_as_of_shows_what_was_recorded_then(make, file: Path):
    first, second = make(), make(value="GA-99")
    with open_register(file) as register:
        register.record_correction(first)
        register.record_correction(second)
        register.record_correction(make(value="", withdraws=second.id))
        assert standing(register.corrections(as_of=first.recorded_at)) == (first,)
        assert standing(register.corrections(as_of=second.recorded_at)) == (first, second)
        assert standing(register.corrections()) == (first,)
        assert register.corrections(as_of=first.recorded_at - timedelta(microseconds=1)) == ()
        assert len(register.corrections()) == 3


def test_the_later_one_is_recorded_later(make, file: Path):
    later, earlier = make(), make(recorded_at=datetime(2044, 5, 4, 9, 0, tzinfo=UTC))
    with open_register(file) as register:
        register.record_correction(later)
        with pytest.raises(RequestError) as error:
            register.record_correction(earlier)
        assert register.corrections() == (later,)
    assert error.value.message == (
        "expected a time after the last correction of the same field (2044-05-04T09:31:00+00:00, by A. Person), "
        "but it is 2044-05-04T09:00:00+00:00. Look at that record first (stocktake corrections); "
        "if it is not new, set the clock of this machine."
    )


def test_withdrawals_that_are_none(make, file: Path):
    made, withdrawal = make(), make(value="", withdraws=UUID(int=1))
    said = []
    with open_register(file) as register:
        register.record_correction(made)
        register.record_correction(withdrawal)
        for wrong in (
            make(value="", withdraws=UUID(int=77)),
            make(value="", withdraws=withdrawal.id),
            make(value="", withdraws=made.id),
        ):
            with pytest.raises((RequestError, NotFoundError)) as error:
                register.record_correction(wrong)
            said.append(error.value.message)
        assert register.corrections() == (made, withdrawal)
    assert said == [
        (
            "expected a correction that is recorded, but there is none with the id 00000000-0000-0000-0000-00000000004d. "
            "List them with their ids: stocktake corrections"
        ),
        (
            "expected a correction to withdraw, but 00000000-0000-0000-0000-000000000002 is itself a withdrawal. "
            "Record the correction anew: stocktake correct"
        ),
        (
            "expected a correction that still stands, but A. Person withdrew 00000000-0000-0000-0000-000000000001 "
            "on 2044-05-04. Nothing is left to do; to say it again, record the correction anew."
        ),
    ]


def test_taking_in_ones_own_export_changes_nothing(make, file: Path):
    with open_register(file) as register:
        for each in (make(), make(field="theme", value="C2"), make(value="", withdraws=UUID(int=1))):
            register.record_correction(each)
        before, table = register.corrections(), print_table(register.corrections())
        taken = register.import_corrections(table, "own.csv")
        assert (taken.added, taken.known) == (0, 3)
        assert register.corrections() == before
        assert print_table(register.corrections()) == table


def test_an_export_makes_the_same_register_elsewhere(make, file: Path, tmp_path: Path):
    with open_register(file) as one, open_register(tmp_path / "other.sqlite3") as other:
        for each in (make(), make(value="", withdraws=UUID(int=1))):
            one.record_correction(each)
        other.record_correction(make(field="theme", value="SDG 9"))
        taken = other.import_corrections(print_table(one.corrections()))
        assert (taken.added, taken.known) == (2, 0)
        one.import_corrections(print_table(other.corrections()))
        assert print_table(one.corrections()) == print_table(other.corrections())


def test_a_file_is_taken_in_whole_or_not_at_all(make, file: Path, tmp_path: Path):
    first, second = make(), make(field="theme", value="C2")
    with open_register(file) as register, open_register(tmp_path / "other.sqlite3") as other:
        register.record_correction(first)
        other.record_correction(replace(first, value="GA-97", by="B. Person"))
        other.record_correction(second)
        other.record_correction(make(recorded_at=datetime(2099, 1, 1, tzinfo=UTC)))
        with pytest.raises(InputError) as error:
            register.import_corrections(
                print_table(other.corrections()), "theirs.csv", datetime(2045, 1, 1, tzinfo=UTC)
            )
        assert register.corrections() == (first,)
    assert error.value.message == (
        "theirs.csv: expected a table of corrections without a fault, but 3 cells are wrong: "
        "row 2, column value: the register has GA-98 under this id, the file GA-97; "
        "row 2, column by: the register has A. Person under this id, the file B. Person; "
        "row 4, column recorded_at: 2099-01-01T00:00:00+00:00 is still to come. "
        "Nothing was taken in. Mend the file and take it in again."
    )


def test_the_same_id_twice_and_a_withdrawal_of_nothing(make, file: Path):
    made = make()
    table = print_table([made, made, make(value="", withdraws=UUID(int=9))])
    with open_register(file) as register, pytest.raises(InputError) as error:
        register.import_corrections(table, "t.csv")
    assert "2 cells are wrong: row 3, column id: row 2 has the same id; row 4, column withdraws: " in (
        error.value.message
    )


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE correction SET value = 'none'",
        "DELETE FROM correction",
        (
            "INSERT OR REPLACE INTO correction SELECT id, commitment, text, paragraph, quote, quote_sha256, field, 'none',"
            " because, by, recorded_at, withdraws FROM correction"
        ),
        (
            "INSERT OR REPLACE INTO correction SELECT 'x', commitment, text, paragraph, quote, quote_sha256, field, value,"
            " because, by, recorded_at, withdraws FROM correction WHERE withdraws IS NOT NULL"
        ),
    ],
)
def test_the_database_refuses_to_alter_what_is_recorded(statement: str, make, file: Path):
    with open_register(file) as register:
        register.record_correction(make())
        register.record_correction(make(value="", withdraws=UUID(int=1)))
        before = register.corrections()
    database = sqlite3.connect(file)
    with pytest.raises(sqlite3.IntegrityError, match="records of the register are only ever added"):
        database.execute(statement)
    database.close()
    with open_register(file) as register:
        assert register.corrections() == before


def test_the_models_refuse_to_alter_what_is_recorded(make, file: Path):
    with open_register(file) as register:
        register.record_correction(make())
        from stocktake.register.models import CorrectionRecord

        rows = CorrectionRecord.objects.using(register._alias)
        row = rows.get()
        for alter in (
            row.save,
            row.delete,
            rows.delete,
            lambda: rows.update(value="x"),
            lambda: rows.bulk_update([row], ["value"]),
            lambda: rows.bulk_create([row], ignore_conflicts=True),
            lambda: rows.update_or_create(id=row.id),
        ):
            with pytest.raises(InternalError) as error:
                alter()
            assert error.value.message == (
                "expected records that are only ever added, but one was to be altered or deleted. "
                "Withdraw it by a new record."
            )
        assert len(register.corrections()) == 1


def test_a_reason_and_a_name_are_owed(make, file: Path):
    with open_register(file) as register:
        for part in ("because", "by"):
            with pytest.raises(RequestError, match="but nothing was written"):
                register.record_correction(make(**{part: " "}))
        assert register.corrections() == ()
