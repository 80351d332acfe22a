"""Makes holdings of invented observations, on the default engine."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

pytest.importorskip("ibis", reason="the extra `statistics` is not installed")

from invented_observations import USUAL

from stocktake.statistics.measures.request import Holdings
from stocktake.tables import Engine, observation_schema, open_engine


@pytest.fixture(scope="session")
def engine() -> Engine:
    return open_engine()


@pytest.fixture
def hold(engine: Engine) -> Callable[..., Holdings]:
    """A function that makes holdings of rows."""

    def make(rows: Iterable[dict[str, Any]], **given: Any) -> Holdings:
        import pyarrow as pa

        table = engine.table(pa.Table.from_pylist(list(rows), schema=observation_schema()))
        return Holdings(table, engine, **{**USUAL, **given})

    return make
