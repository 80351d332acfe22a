"""Needs and offers in the register, in a file and on a server: only added, seen as of any day, all of a file or nothing."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from needed import mismatch, need, offer

from stocktake.errors import InternalError, NotFoundError, RequestError
from stocktake.register import open_register
from stocktake.register.history import standing
from stocktake.register.intake import Placed, Reading
from stocktake.register.needs import Withdrawal


def take(register, needs=(), offers=(), mismatches=()):
    reading = Reading(
        mismatches=[Placed("", at, each) for at, each in enumerate(mismatches, 2)],
        needs=[Placed("", at, each) for at, each in enumerate(needs, 2)],
        offers=[Placed("", at, each) for at, each in enumerate(offers, 2)],
    )
    return register.needs.take_in(reading)


def withdrawal(of, **parts):
    usual = {"id": uuid4(), "withdraws": of.id, "because": "by mistake", "by": "B. Person"}
    return Withdrawal(**{**usual, "recorded_at": of.recorded_at + timedelta(2), **parts})


def test_what_is_taken_in_is_there_again(place: str):
    asked = need(
        recommendation="=1+1 <b>x</b> 'q' % $$ «ü»", cost="12.5", currency="USD", sdgs=("4", "9"), gdc=("1",),
        action_lines=("C2",), assessed="2043-03", link="https://kites.example/a", lead="Kite Office",
    )  # fmt: skip
    given = offer(
        eligible=("LDC", "M49-002"), policy_areas=("Payment solutions", "Kites"), start="2041", end="2042-01-02"
    )
    with open_register(place) as register:
        taken = take(register, [asked], [given])
        assert (taken.needs, taken.offers, taken.known, taken.problems) == ((asked,), (given,), 0, ())
        assert take(register, [asked], [given]).known == 2
    with open_register(place) as register:
        assert (register.needs.needs(), register.needs.offers()) == ((asked,), (given,))


def test_every_state_is_seen_as_of_a_day(place: str):
    first = need()
    second = replace(
        first, id=uuid4(), status="in progress", supersedes=first.id, because="it began",
        recorded_at=first.recorded_at + timedelta(1),
    )  # fmt: skip
    away = withdrawal(second)
    with open_register(place) as register:
        take(register, [first])
        take(register, [second])
        assert register.needs.withdraw(away) == second
        at = register.needs.needs
        assert standing(at(first.recorded_at)) == (first,)
        assert standing(at(second.recorded_at)) == (second,)
        assert standing(at()) == ()
        assert at()[-1].because == "by mistake"
        with pytest.raises(RequestError) as error:
            register.needs.withdraw(withdrawal(second))
    assert error.value.message == (
        f"expected a need that stands, but {second.id} was replaced or withdrawn already by {away.id}. "
        "Look at it: stocktake needs list"
    )


def test_an_offer_is_withdrawn_and_what_is_not_there_is_not(place: str):
    given = offer()
    with open_register(place) as register:
        take(register, offers=[given])
        register.needs.withdraw(withdrawal(given))
        assert standing(register.needs.offers()) == ()
        with pytest.raises(NotFoundError) as error:
            register.needs.withdraw(withdrawal(offer(id=UUID(int=7))))
        with pytest.raises(RequestError, match="expected a reason, but nothing was written"):
            register.needs.withdraw(withdrawal(given, because=" "))
    assert error.value.message == (
        "expected a need, an offer or a mismatch that is recorded, "
        "but there is none with the id 00000000-0000-0000-0000-000000000007. "
        "List them with their ids: stocktake needs list"
    )


def test_all_of_a_file_or_nothing(place: str):
    good, bad = need(), offer(supersedes=UUID(int=7), because="new")
    with open_register(place) as register:
        taken = take(register, [good, replace(good, lead="Other")], [bad])
        assert (register.needs.needs(), register.needs.offers()) == ((), ())
        take(register, [good])
        other = take(register, [replace(good, lead="Other")])
    assert [str(each) for each in taken.problems] == [
        (
            "row 2, column supersedes: there is no record 00000000-0000-0000-0000-000000000007; "
            "list them: stocktake needs list"
        ),
        "row 3: it is the same record as row 2",
    ]
    assert [str(each) for each in other.problems] == [
        "row 2, column id: the register has other words under this id; a new state has a new id"
    ]


def test_the_database_itself_refuses_to_alter(place: str):
    from django.db import connections
    from django.db.utils import DatabaseError

    with open_register(place) as register:
        asked, given = need(), offer()
        take(register, [asked], [given], [mismatch(asked, given)])
        for words in (
            "UPDATE need SET lead = 'x'",
            "DELETE FROM need",
            "UPDATE offer SET kind = 'x'",
            "DELETE FROM offer",
            "UPDATE mismatch SET reason = 'x'",
            "DELETE FROM mismatch",
        ):
            with connections[register._alias].cursor() as cursor, pytest.raises(DatabaseError) as error:
                cursor.execute(words)
            assert "records of the register are only ever added" in str(error.value)
        assert len(register.needs.needs()) == len(register.needs.offers()) == 1


def test_the_database_itself_asks_for_what_a_record_says(place: str):
    from django.db.utils import IntegrityError

    with open_register(place) as register:
        for asked, given in ([need(area="")], []), ([], [offer(eligible=())]):
            with pytest.raises(IntegrityError):
                take(register, asked, given)
        asked, given = need(), offer()
        with pytest.raises(IntegrityError):
            take(register, [asked], [given], [mismatch(asked, given, reason="")])


def test_a_mismatch_is_recorded_once_taken_back_and_seen_as_of_a_day(place: str):
    asked, given = need(), offer()
    later = replace(
        asked, id=uuid4(), status="in progress", supersedes=asked.id, because="it began",
        recorded_at=given.recorded_at + timedelta(1),
    )  # fmt: skip
    said = mismatch(asked, given)
    with open_register(place) as register:
        take(register, [asked, later], [given])
        register.needs.set_apart(said)
        with pytest.raises(RequestError) as error:
            register.needs.set_apart(mismatch(later, given, by="C. Person"))
        back = withdrawal(said)
        assert register.needs.withdraw(back) == said
        register.needs.set_apart(again := mismatch(later, given, recorded_at=said.recorded_at + timedelta(3)))
        at = register.needs.mismatches
        assert standing(at(said.recorded_at)) == (said,)
        assert standing(at(back.recorded_at)) == ()
        assert standing(at()) == (again,)
    assert error.value.message == (
        "expected a pair of which nobody said yet that it does not match, but B. Person said so already. "
        f"To take that back: stocktake needs withdraw {said.id} --because WHY --by NAME"
    )


def test_a_mismatch_of_what_is_not_recorded_is_refused(place: str):
    asked, given = need(), offer()
    with open_register(place) as register:
        take(register, [asked], [given])
        with pytest.raises(
            NotFoundError, match=f"expected an offer that is recorded, but there is none with the id {asked.id}"
        ):
            register.needs.set_apart(mismatch(asked, asked))
        with pytest.raises(RequestError, match="expected a reason, but nothing was written"):
            register.needs.set_apart(mismatch(asked, given, reason=" "))
        taken = take(register, mismatches=[mismatch(offer(id=UUID(int=7)), given)])
        assert register.needs.mismatches() == ()
    assert [str(each) for each in taken.problems] == [
        "row 2, column need: there is no need 00000000-0000-0000-0000-000000000007; list them: stocktake needs list"
    ]


def test_the_models_refuse_to_alter(place: str):
    from stocktake.register.models import NeedRecord

    with open_register(place) as register:
        take(register, [need()])
        row = NeedRecord.objects.using(register._alias).get()
        for act in (row.save, row.delete, NeedRecord.objects.using(register._alias).delete):
            with pytest.raises(InternalError):
                act()


def test_a_register_of_the_version_before_is_brought_up_to_date(report, make, place: str, monkeypatch):
    """What was recorded before there were needs is there afterwards, and still cannot be altered."""
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor
    from django.db.utils import DatabaseError

    from stocktake.register import opening
    from stocktake.register.record_checking import Stamp

    before = opening._executor

    def until_second(connection, kept):
        executor, _ = before(connection, kept)
        return executor, [("register", "0002_contributions")]

    told, corrected = report(), make()
    with monkeypatch.context() as patch:
        patch.setattr(opening, "_executor", until_second)
        with open_register(place) as register:
            stamp = Stamp("A. Person", told.recorded_at)
            register.evidence.take_in(Reading(rows=[Placed("", 2, told)]), stamp)
            register.record_correction(corrected)
            assert "need" not in connections[register._alias].introspection.table_names()
    with open_register(place) as register:
        connection = connections[register._alias]
        applied = {name for _, name in MigrationExecutor(connection).loader.applied_migrations}
        assert "0003_needs_and_offers" in applied
        assert register.evidence.contributions() == (told,)
        assert register.corrections() == (corrected,)
        assert take(register, [need()], [offer()]).problems == ()
        with connection.cursor() as cursor, pytest.raises(DatabaseError):
            cursor.execute("DELETE FROM contribution")


def test_the_models_are_those_of_the_migrations(place: str):
    from django.db import connections
    from django.db.migrations.autodetector import MigrationAutodetector
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.state import ProjectState

    with open_register(place) as register:
        loader = MigrationLoader(connections[register._alias])
        from django.apps import apps

        found = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps)).changes(loader.graph)
    changed = {
        type(operation).__name__
        for each in found.get("register", [])
        for operation in each.operations
        if type(operation).__name__ != "AlterModelManagers"
    }
    assert changed == set()
