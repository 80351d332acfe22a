"""The index is read strictly and printed back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.errors import InputError
from stocktake.workspace.index import Holding, parse_index, print_index

NAMES = st.text(min_size=1).filter(lambda name: not {"/", "\\"} & set(name) and name.isprintable())
HOLDINGS = st.builds(
    Holding,
    name=NAMES,
    sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
    kind=st.just("text"),
    symbol=st.none() | st.just("A/RES/97/901"),
    status=st.sampled_from([None, "adopted", "draft"]),
    example=st.booleans(),
)


@given(st.lists(HOLDINGS, max_size=4))
def test_print_then_parse_gives_the_same(holdings: list[Holding]):
    assert parse_index(print_index(holdings), "index.json") == tuple(holdings)


@given(HOLDINGS)
def test_the_copy_has_a_short_name_that_begins_with_the_checksum(holding: Holding):
    assert holding.kept_as.startswith(holding.sha256[:16])
    assert len(holding.kept_as.encode()) < 230


def test_every_wrong_record_is_named():
    data = b'{"schema": "stocktake/index/1", "holdings": [{"name": "../a", "sha256": "0", "colour": 1}, 7]}'
    with pytest.raises(InputError) as caught:
        parse_index(data, "index.json")
    assert caught.value.message == (
        "index.json: expected an index of the schema stocktake/index/1, but record 1: unknown field 'colour'; "
        "record 1: no 'name', or one with a folder in it; record 1: no 'sha256' of 64 hexadecimal digits; "
        "record 2: it is no object. Restore index.json from a copy, or make a new workspace and add the files of "
        "texts/ to it."
    )


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"schema": "stocktake/index/9", "holdings": []}'])
def test_another_shape_is_refused(data: bytes):
    with pytest.raises(InputError, match="expected an index of the schema stocktake/index/1"):
        parse_index(data, "index.json")
