"""The history of records that are only added: what stands, and what took the place of what."""

from dataclasses import replace
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from stocktake.register.history import followers, newest_states, standing, states


def test_a_new_state_that_is_withdrawn_does_not_bring_the_old_one_back(report):
    first = report()
    second = replace(report(), supersedes=first.id)
    third = replace(report(), withdraws=second.id)
    other = report()
    records = (third, other, second, first)
    assert states(records) == {
        first.id: "superseded",
        second.id: "withdrawn",
        third.id: "withdrawal",
        other.id: "stands",
    }
    assert standing(records) == (other,)
    assert followers(records) == {first.id: second.id, second.id: third.id}
    assert newest_states(records) == {first.id: second.id, second.id: second.id}


@given(st.integers(0, 6), st.booleans())
def test_a_chain_of_states_has_one_end(length: int, withdrawn: bool):
    from datetime import UTC, datetime

    from stocktake.register import Need

    now = datetime(2044, 5, 4, tzinfo=UTC)
    chain = [
        Need(id=UUID(int=at + 1), by="x", recorded_at=now, supersedes=UUID(int=at) if at else None)
        for at in range(length + 1)
    ]
    end = [Need(id=UUID(int=99), by="x", recorded_at=now, withdraws=chain[-1].id)] if withdrawn else []
    assert standing([*end, *chain]) == (() if withdrawn else (chain[-1],))
