"""A process that is killed at any moment loses nothing that it said it had recorded, and leaves no half record."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from uuid import UUID

import pytest

from stocktake.register import open_register

ROUNDS = 14
RECORD = """
import sys
from datetime import UTC, datetime
from uuid import uuid4
from stocktake.register import Correction, open_register
print("begun", flush=True)
with open_register(sys.argv[1]) as register:
    for number in range(1000):
        made = register.record_correction(Correction(uuid4(), f"{uuid4()}", "t", "1", "words " * 500, "theme", "C2",
            "why", "who", datetime.now(UTC)))
        print(made, flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_killing_at_any_moment_loses_nothing(file: Path):
    chance = random.Random(7)  # noqa: S311 - moments, not secrets
    said: set[UUID] = set()
    for round_ in range(ROUNDS):
        # The first rounds end while the register is being opened, the others while records are written.
        opening = round_ < ROUNDS // 2
        made = killed_while_recording(
            file,
            after=chance.uniform(0, 0.6 if opening else 0.02),
            lines=0 if opening else chance.randrange(1, 20),
        )
        said |= made
        with open_register(file) as register:
            records = register.corrections()
        assert said <= {each.id for each in records}
        assert len(records) <= len(said) + round_ + 1, (
            "at most one record a round was on the disk and not yet said"
        )
        assert all(each.quote == "words " * 500 for each in records)
        database = sqlite3.connect(file)
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        database.close()
    assert said, "no run recorded anything: the test proves nothing"


def killed_while_recording(file: Path, *, after: float, lines: int) -> set[UUID]:
    """What a process said it had recorded before it was killed: so many seconds after it had said so many lines."""
    process = subprocess.Popen([sys.executable, "-c", RECORD, str(file)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    said = [process.stdout.readline() for _ in range(lines)]
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    rest = process.stdout.readlines()
    process.wait(timeout=20)
    # A line without its end was not said.
    return {UUID(line.strip()) for line in [*said, *rest] if line.endswith("\n")}
