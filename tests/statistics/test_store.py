"""The store: releases stand side by side, a value says where it came from, a crash leaves what was."""

from datetime import date

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stocktake.errors import NotFoundError, RequestError
from stocktake.statistics.reading import read_statistics
from stocktake.statistics.store import ObservationStore
from stocktake.tables import open_engine

OLD, NEW = date(2030, 1, 1), date(2031, 1, 1)
ENGINE = open_engine()


def reading(values, vintage=None, code="17.8.1", remark=""):
    """A made file: values by (area, year)."""
    rows = "".join(f"{code},{area},{year},{value},per cent,{remark}\n" for (area, year), value in values.items())
    return read_statistics(f"indicator,area,period,value,unit,note\n{rows}".encode(), "made.csv", vintage)


def values(store, *args, **kwargs):
    table = store.engine.collect(store.observations(*args, **kwargs))
    return sorted((row["area"], row["period"], row["value"], row["vintage"]) for row in table.to_pylist())


@pytest.fixture
def store(tmp_path):
    return ObservationStore(tmp_path / "observations", ENGINE)


def test_an_empty_store_has_the_columns(store):
    assert values(store) == []
    assert store.sources() == ()
    assert "indicator" in store.observations().columns


def test_the_newest_release_alone_and_all(store):
    store.record(reading({("FJI", 2019): 40, ("FJI", 2011): 20, ("NAM", 2019): 7}, OLD))
    store.record(reading({("FJI", 2019): 30}, NEW))
    assert values(store) == [("FJI", "2019", 30, NEW), ("NAM", "2019", 7, OLD)]
    assert len(values(store, "all")) == 4
    assert values(store, OLD) == [("FJI", "2011", 20, OLD), ("FJI", "2019", 40, OLD), ("NAM", "2019", 7, OLD)]
    assert [each.vintage for each in sorted(store.sources(), key=lambda each: str(each.vintage))] == [OLD, NEW]


def test_what_a_file_comes_to_is_noted_in_it(store):
    made = reading({("FJI", 2019): 40, ("FJI", 2011): 20, ("NAM", 2019): 7}, OLD)
    store.record(made, {"kite": "red"})
    note = store.note(made.source.sha256)
    assert (note["observations"], note["areas"], note["first"], note["last"]) == (3, 2, "2011", "2019")
    assert note["kite"] == "red"


def test_a_release_after_the_as_of_date_is_not_known_yet(store):
    store.record(reading({("FJI", 2019): 40}, OLD))
    store.record(reading({("FJI", 2019): 30}, NEW))
    assert values(store, as_of=date(2030, 6, 1)) == [("FJI", "2019", 40, OLD)]


def test_a_dated_release_comes_before_an_undated_one(store):
    store.record(reading({("FJI", 2019): 40}))
    store.record(reading({("FJI", 2019): 30}, OLD))
    assert values(store) == [("FJI", "2019", 30, OLD)]


def test_undated_releases_stand_side_by_side(store):
    store.record(reading({("FJI", 2019): 40}))
    store.record(reading({("FJI", 2019): 30}))
    table = store.engine.collect(store.observations())
    assert sorted(table["value"].to_pylist()) == [30, 40]
    assert len(set(table["source"].to_pylist())) == 2


def test_one_release_in_two_files_is_counted_once(store):
    store.record(reading({("FJI", 2019): 40, ("NAM", 2019): 7}, OLD))
    store.record(reading({("FJI", 2019): 40}, OLD, remark="again"))
    assert values(store) == [("FJI", "2019", 40, OLD), ("NAM", "2019", 7, OLD)]


def test_series_do_not_stand_in_each_others_way(store):
    store.record(reading({("FJI", 2019): 40}, OLD))
    store.record(reading({("FJI", 2019): 5}, NEW, code="5.b.1"))
    assert len(values(store)) == 2


def test_recording_twice_changes_nothing(store):
    made = reading({("FJI", 2019): 40}, OLD)
    assert store.record(made)
    path = next(store.folder.iterdir())
    before = path.read_bytes()
    assert not store.record(made)
    assert path.read_bytes() == before
    assert len(list(store.folder.iterdir())) == 1


def test_the_same_file_with_another_vintage_is_what_is_now_known_of_it(store):
    store.record(reading({("FJI", 2019): 40}))
    assert store.record(reading({("FJI", 2019): 40}, OLD))
    assert values(store, "all") == [("FJI", "2019", 40, OLD)]


def test_where_a_value_came_from(store):
    made = reading({("FJI", 2019): 40}, OLD)
    store.record(made)
    assert store.provenance(made.source.sha256) == made.source
    assert store.findings(made.source.sha256) == made.findings
    assert store.sources() == (made.source,)


def test_a_source_that_is_not_held(store):
    with pytest.raises(NotFoundError) as caught:
        store.provenance("abc")
    assert caught.value.message == (
        "expected the checksum of a file of statistics that is held, but 'abc' is none. "
        "See which are held: stocktake status"
    )


def test_removing_a_source(store):
    made = reading({("FJI", 2019): 40})
    store.record(made)
    store.remove(made.source.sha256)
    assert values(store, "all") == []


def test_a_crash_leaves_what_was(store, monkeypatch):
    store.record(reading({("FJI", 2019): 40}, OLD))

    def crash(*_args, **_kwargs):
        raise OSError("disk full")

    monkeypatch.setattr(pq, "write_table", crash)
    with pytest.raises(OSError, match="disk full"):
        store.record(reading({("FJI", 2019): 30}, NEW))
    assert values(store) == [("FJI", "2019", 40, OLD)]
    assert len(list(store.folder.iterdir())) == 1


def test_a_word_that_is_no_vintage(store):
    with pytest.raises(RequestError) as caught:
        store.observations("latest")
    assert caught.value.message == (
        "expected a vintage: a date, newest or all, but 'latest' is none. Write the day of the release, such as 2025-07-01."
    )


@settings(deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.sampled_from(["FJI", "NAM"]), st.sampled_from([2018, 2019])), st.integers(0, 100), min_size=1
    ),
    st.dictionaries(
        st.tuples(st.sampled_from(["FJI", "NAM"]), st.sampled_from([2018, 2019])), st.integers(0, 100), min_size=1
    ),
    st.booleans(),
)
def test_the_order_of_recording_does_not_matter(tmp_path_factory, old, new, turned):
    readings = [reading(old, OLD, remark="old"), reading(new, NEW, remark="new")]
    store = ObservationStore(tmp_path_factory.mktemp("store"), ENGINE)
    for each in reversed(readings) if turned else readings:
        store.record(each)
    areas = {area for area, _ in new}
    expected = [(area, str(year), value, NEW) for (area, year), value in new.items()]
    expected += [(area, str(year), value, OLD) for (area, year), value in old.items() if area not in areas]
    assert values(store) == sorted(expected)
