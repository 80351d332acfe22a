"""Contributions in the register, in a file and on a server: only added, seen as of any day, never merged silently."""

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from stocktake.errors import InputError, InternalError, NotFoundError, RequestError
from stocktake.register import Judgement, open_register
from stocktake.register.contribution import standing_contributions
from stocktake.register.evidence_list import Choice, by_theme, list_evidence
from stocktake.register.exchange import print_table
from stocktake.register.intake import Placed, Reading
from stocktake.register.record_checking import Stamp


def take(register, *contributions, check=None):
    rows = [Placed("", number, each) for number, each in enumerate(contributions, 2)]
    stamp = Stamp("A. Person", contributions[0].recorded_at)
    return register.evidence.take_in(Reading(rows=rows), stamp, check)


def judgement(first, second, **parts):
    usual = {
        "id": uuid4(),
        "first": first.id,
        "second": second.id,
        "verdict": "same",
        "because": "one",
        "by": "B. Person",
    }
    return Judgement(**{**usual, "recorded_at": second.recorded_at + timedelta(hours=1), **parts})


def test_what_is_taken_in_is_there_again(report, place: str):
    made = report(
        title="=1+1 <b>x</b> 'q' % $$ «ü»", where=("KEN", "M49-002"), answers=("97/901:3#1", "E/RES/2041/5:2"),
        sdgs=("4", "9"), gdc=("1",), action_lines=("C2",), reach="12.5", reach_unit="pupils", link="https://kites.example/a",
    )  # fmt: skip
    with open_register(place) as register:
        assert (take(register, made).added, take(register, made).known) == (1, 1)
    with open_register(place) as register:
        assert register.evidence.contributions() == (made,)


def test_corrections_are_kept_there_too(make, place: str):
    made = make(quote="Requests «kites», 100 % of them;\tnow", because="=1+1 <b>x</b>")
    with open_register(place) as register:
        register.record_correction(made)
        assert register.corrections() == (made,)
        assert register.import_corrections(print_table(register.corrections())).known == 1


def test_every_state_is_seen_as_of_a_day(report, place: str):
    first = report()
    second = replace(
        first,
        id=uuid4(),
        title="Kites for all",
        supersedes=first.id,
        because="more came",
        recorded_at=first.recorded_at + timedelta(1),
    )
    away = report(
        id=uuid4(), withdraws=second.id, because="by mistake", recorded_at=first.recorded_at + timedelta(2)
    )
    away = replace(away, who="", entity_type="", title="", where=(), start="", evidence=None)
    with open_register(place) as register:
        take(register, first)
        take(register, second)
        register.evidence.withdraw(away)
        at = register.evidence.contributions
        assert standing_contributions(at(first.recorded_at)) == (first,)
        assert standing_contributions(at(second.recorded_at)) == (second,)
        assert standing_contributions(at()) == ()
        assert len(at()) == 3
        with pytest.raises(RequestError) as error:
            register.evidence.withdraw(replace(away, id=uuid4()))
    assert error.value.message == (
        f"expected a contribution that stands, but {second.id} was replaced or withdrawn already by {away.id}. "
        "Look at it: stocktake evidence list"
    )


def test_all_of_a_file_or_nothing(report, place: str):
    good, bad = report(), report(supersedes=UUID(int=7), because="new")
    with open_register(place) as register:
        taken = take(register, good, bad, replace(good, title="Other"))
        assert register.evidence.contributions() == ()
    assert [str(each) for each in taken.problems] == [
        (
            "row 3, column supersedes: there is no record 00000000-0000-0000-0000-000000000007; "
            "list them: stocktake evidence list"
        ),
        "row 4: it is the same record as row 2",
    ]
    assert taken.added == 0


def test_other_words_under_an_id_are_refused(report, place: str):
    made = report()
    with open_register(place) as register:
        take(register, made)
        taken = take(register, replace(made, title="Other"))
    assert [str(each) for each in taken.problems] == [
        "row 2, column id: the register has other words under this id; a new state has a new id"
    ]


def test_two_new_states_of_one_record_are_refused(report, place: str):
    first = report()
    states = [replace(first, id=uuid4(), supersedes=first.id, because="new") for _ in range(2)]
    with open_register(place) as register:
        taken = take(register, first, *states)
    assert [str(each) for each in taken.problems] == [
        f"row 4, column supersedes: {first.id} was replaced or withdrawn already by {states[0].id}"
    ]


def test_answers_are_checked_by_whoever_holds_the_texts(report, place: str):
    with open_register(place) as register:
        taken = take(
            register, report(answers=("97/901:3", "97/901:99")), check={"97/901:99": "no such paragraph"}.get
        )
    assert [str(each) for each in taken.problems] == ["row 2, column answers: no such paragraph"]


def test_the_database_itself_refuses_to_alter(report, place: str):
    from django.db import connections
    from django.db.utils import DatabaseError

    with open_register(place) as register:
        take(register, report())
        for words in (
            "UPDATE contribution SET title = 'x'",
            "DELETE FROM contribution",
            "DELETE FROM judgement",
            "TRUNCATE contribution",
        ):
            if words.startswith("TRUNCATE") and "://" not in place:
                continue
            changed = pytest.raises(DatabaseError) if words != "DELETE FROM judgement" else None
            with connections[register._alias].cursor() as cursor:
                if changed is None:
                    cursor.execute(words)
                    continue
                with changed as error:
                    cursor.execute(words)
                assert "records of the register are only ever added" in str(error.value)
        assert len(register.evidence.contributions()) == 1


def test_the_models_refuse_to_alter(report, place: str):
    from stocktake.register.models import ContributionRecord

    with open_register(place) as register:
        take(register, report())
        row = ContributionRecord.objects.using(register._alias).get()
        for act in (row.save, row.delete, ContributionRecord.objects.using(register._alias).delete):
            with pytest.raises(InternalError):
                act()


def test_a_pair_is_offered_then_judged_then_judged_anew(report, place: str):
    first, second = report(title="Kites for the schools"), report(title="Kites for the school", sdgs=("4",))
    with open_register(place) as register:
        take(register, first, second)
        evidence = register.evidence
        offered = list_evidence(evidence.contributions(), evidence.judgements())
        assert [(each.first, each.second, each.because) for each in offered.candidates] == [
            (first.id, second.id, "the same entity and time, nearly the same title")
        ]
        assert offered.actions == 2
        evidence.judge(judgement(first, second))
        merged = list_evidence(evidence.contributions(), evidence.judgements())
        assert (merged.actions, merged.candidates) == (1, ())
        assert [each.counted_under for each in merged.entries] == [None, first.id]
        with pytest.raises(RequestError) as error:
            evidence.judge(judgement(second, first))
        later = second.recorded_at + timedelta(hours=2)
        evidence.judge(judgement(first, second, verdict="different", recorded_at=later))
        apart = list_evidence(evidence.contributions(), evidence.judgements())
        assert (apart.actions, apart.candidates) == (2, ())
        assert list_evidence(evidence.contributions(), evidence.judgements(second.recorded_at)).candidates
    assert (
        error.value.message
        == "expected two contributions on which something new is said, but B. Person said so already."
    )


def test_a_judgement_on_nothing(report, place: str):
    first = report()
    with open_register(place) as register:
        take(register, first)
        with pytest.raises(NotFoundError) as error:
            register.evidence.judge(judgement(first, report(id=UUID(int=9))))
    assert error.value.message == (
        "expected a contribution that is recorded, but there is none with the id 00000000-0000-0000-0000-000000000009. "
        "List them with their ids: stocktake evidence list"
    )


def test_choosing_and_the_three_views(report):
    made = [
        report(answers=("97/901:3#1",), sdgs=("4",), action_lines=("C2",)),
        report(who="Other", answers=("97/901:33",)),
    ]
    listed = list_evidence(made, (), Choice("A/RES/97/901:3"))
    assert [each.contribution for each in listed.entries] == [made[0]]
    assert [each.contribution for each in list_evidence(made, (), Choice(who="OTHER")).entries] == [made[1]]
    everything = list_evidence(made, ())
    counts = {each.code: len(each.contributions) for each in by_theme(everything, "SDG")}
    assert (counts["4"], counts["5"], counts[""], len(counts)) == (1, 0, 1, 18)
    assert {each.code for each in by_theme(everything, "WSIS") if each.contributions} == {"C2", ""}
    assert [each.code for each in by_theme(everything, "GDC") if each.contributions] == [""]


RECORD = """
import sys
from datetime import UTC, datetime
from uuid import uuid4
from stocktake.register import Contribution, open_register
from stocktake.register.record_checking import Stamp
from stocktake.register.intake import Placed, Reading
print("begun", flush=True)
with open_register(sys.argv[1]) as register:
    for number in range(int(sys.argv[2])):
        now = datetime.now(UTC)
        rows = [Placed("", at, Contribution(id=uuid4(), who="who", entity_type="academia", title="words " * 80, where=("WLD",),
            start="2041", evidence="self-report", by="by", recorded_at=now)) for at in range(3)]
        taken = register.evidence.take_in(Reading(rows=rows), Stamp("by", now))
        print(*taken.new, flush=True)
"""


def start(place: str, rounds: int) -> "subprocess.Popen[str]":
    call = [sys.executable, "-c", RECORD, place, str(rounds)]
    return subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_two_that_open_and_write_at_once_lose_nothing(place: str):
    writers = [start(place, 8) for _ in range(2)]
    assert [writer.communicate()[1] for writer in writers] == ["", ""]
    with open_register(place) as register:
        assert len(register.evidence.contributions()) == 48


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_killing_at_any_moment_loses_nothing(place: str):
    said: set[str] = set()
    for lines in (0, 0, 1, 2, 3, 5):
        process = start(place, 1000)
        assert process.stdout is not None
        process.stdout.readline()
        told = [process.stdout.readline() for _ in range(lines)]
        process.kill()
        told += process.stdout.readlines()
        process.wait(timeout=20)
        assert process.stderr is not None
        process.stderr.close()
        said |= {each for line in told if line.endswith("\n") for each in line.split()}
        with open_register(place) as register:
            there = [str(each.id) for each in register.evidence.contributions()]
        assert said <= set(there)
        assert len(there) % 3 == 0, "a file is taken in whole or not at all"
    assert said, "no run recorded anything: the test proves nothing"


def test_a_server_that_does_not_answer(tmp_path):
    pytest.importorskip("psycopg")
    with pytest.raises(InputError) as error:
        open_register(f"postgresql://kites:secret@/none?host={tmp_path}")
    assert error.value.message == (
        "postgresql:///none: expected a server that answers, but it does not. "
        "Check the address in DATABASE_URL, that the server runs, and name and password."
    )


def test_a_database_that_is_not_there(postgresql: str):
    with pytest.raises(InputError) as error:
        open_register(postgresql.format(name="nothing"))
    assert error.value.message == (
        "postgresql:///nothing: expected a database that is there, but the server has none of this name. "
        "Make it (createdb) or name another."
    )


def test_somebody_who_writes_on_the_server_and_does_not_end(report, place: str, monkeypatch):
    if "://" not in place:
        pytest.skip("the file has its own test")
    import psycopg

    from stocktake.register.opening import _LOCK

    open_register(place).close()
    monkeypatch.setattr("stocktake.register.setup.WAIT_SECONDS", 2)
    with psycopg.connect(place) as other, open_register(place) as register:
        other.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        assert register.evidence.contributions() == ()
        with pytest.raises(RequestError) as error:
            take(register, report())
    assert error.value.came == "another process is writing to it"


def test_a_disk_that_is_full_in_the_midst_of_a_file_takes_nothing_of_it(report, file: Path):
    from django.db import connections

    with open_register(file) as register:
        take(register, report(), report())
        with connections[register._alias].cursor() as cursor:
            pages = cursor.execute("PRAGMA page_count").fetchone()[0]
            cursor.execute(f"PRAGMA max_page_count={pages + 20}")
        with pytest.raises(InputError) as error:
            take(register, *(report(description="kite " * 400) for _ in range(1500)))
        assert len(register.evidence.contributions()) == 2
    assert error.value.message == (
        f"{file}: expected room on the disk, but there is none left. Nothing was recorded. Make room and call again."
    )


def test_a_file_that_the_system_does_not_let_grow_keeps_what_is_there(report, file: Path):
    pytest.importorskip("resource", reason="this system sets no such limits")
    with open_register(file) as register:
        take(register, report())
    limited = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))\n"
        "from stocktake.errors import StocktakeError\n"
        f"try:\n{''.join(f'    {line}' for line in RECORD.strip().splitlines(keepends=True))}\n"
        "except StocktakeError as error: print(error.message)"
    )
    call = [sys.executable, "-c", limited, str(file), "1"]
    done = subprocess.run(call, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert "Nothing was recorded." in done.stdout
    with open_register(file) as register:
        assert len(register.evidence.contributions()) == 1


def test_one_more_row_is_held_against_what_it_may_contradict_and_not_against_everything(
    report, place: str, monkeypatch
):
    from stocktake.register.models import ContributionRecord

    records = [report() for _ in range(1200)]
    with open_register(place) as register:
        assert take(register, *records).added == 1200
        looked_at: list[UUID] = []
        monkeypatch.setattr(
            ContributionRecord,
            "contribution",
            lambda row, made=ContributionRecord.contribution: looked_at.append(row.id) or made(row),
        )
        newer = report(supersedes=records[7].id, because="more came")
        assert take(register, newer).added == 1
        assert looked_at == [records[7].id]
        taken = take(register, report(supersedes=records[7].id, because="more came"))
        assert [each.what for each in taken.problems] == [
            f"{records[7].id} was replaced or withdrawn already by {newer.id}"
        ]
        assert take(register, *records[:3], records[7]).known == 4
