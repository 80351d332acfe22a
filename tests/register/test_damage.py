"""A register whose file was damaged, and a server that breaks off: said in our words, and nothing half recorded."""

import random
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from stocktake.errors import StocktakeError
from stocktake.register import open_register
from stocktake.register.intake import Placed, Reading
from stocktake.register.record_checking import Stamp


@pytest.fixture
def filled(file: Path, make, report) -> bytes:
    """The bytes of a register with a few records."""
    with open_register(file) as register:
        register.record_correction(make())
        rows = [Placed("", at, report()) for at in range(2, 40)]
        register.evidence.take_in(Reading(rows=rows), Stamp("A. Person", rows[-1].record.recorded_at))
    return file.read_bytes()


def read_all(file: Path) -> None:
    with open_register(file) as register:
        register.corrections()
        register.evidence.contributions()


@pytest.mark.parametrize(
    ("there", "damage"),
    [
        (b"000000000000000000000000000003f0", b"000000000000000000000000000003#0"),
        (b"self-report", b"self-repo\xf1t"),
        (b"2044-05-04 09:31", b"2044-55-04 09:31"),
    ],
    ids=["id", "words", "time"],
)
def test_a_damaged_row_is_said(filled: bytes, file: Path, there: bytes, damage: bytes):
    assert there in filled
    file.write_bytes(filled.replace(there, damage))
    with pytest.raises(StocktakeError) as error:
        read_all(file)
    assert error.value.message == (
        f"{file}: expected a register, but the file is no database, or it is damaged. Restore it from a copy, "
        "or move it away and take an export in: stocktake corrections --import FILE"
    )


def test_no_bit_that_is_turned_in_the_file_is_our_fault(filled: bytes, file: Path):
    chance = random.Random(5)  # noqa: S311 - places, not secrets
    for _ in range(40):
        data = bytearray(filled)
        for _ in range(chance.randint(1, 40)):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        for each in file.parent.glob(f"*{file.name}*"):
            each.unlink()
        file.write_bytes(bytes(data))
        with suppress(StocktakeError):
            read_all(file)


def test_a_server_that_breaks_off_in_the_midst_has_recorded_nothing(postgresql: str, report, capfd):
    import psycopg

    with psycopg.connect(postgresql.format(name="postgres"), autocommit=True) as other:
        other.execute("CREATE DATABASE breaks_off")
        end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'breaks_off'"
        made = report(answers=("97/901:3",))
        stamp = Stamp("A. Person", made.recorded_at + timedelta(1))
        reading = Reading(rows=[Placed("", 2, made)])

        def break_off(_answer: str) -> None:
            other.execute(end)

        with (
            open_register(postgresql.format(name="breaks_off")) as register,
            pytest.raises(StocktakeError, match="expected a server that answers, but it does not"),
        ):
            register.evidence.take_in(reading, stamp, break_off)
        with open_register(postgresql.format(name="breaks_off")) as register:
            assert register.evidence.contributions() == ()
            assert register.evidence.take_in(reading, stamp).added == 1
    assert capfd.readouterr().err == ""
