"""The columns of an observation are those of the design, in its order."""

import pyarrow as pa

from stocktake.tables import COLUMNS, KEY, SERIES, observation_schema


def test_schema_has_every_column_in_order():
    schema = observation_schema()
    assert schema.names == list(COLUMNS)
    assert schema.field("value").type == pa.float64()
    assert schema.field("vintage").type == pa.date32()
    assert schema.field("row").type == pa.int32()


def test_only_what_can_be_unknown_may_be_null():
    assert [field.name for field in observation_schema() if field.nullable] == ["value", "unit", "vintage"]


def test_the_key_is_the_series_and_the_period():
    assert (*SERIES, "period") == KEY
    assert set(KEY) < set(COLUMNS)
