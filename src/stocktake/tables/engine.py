"""The engine that answers Ibis expressions: DuckDB in this process, or Apache Spark where the workspace says so.

Knows how each engine is opened and that both take the same expressions. Knows nothing of what is asked. A new engine
is one function and one line in ``ENGINES``.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, Any

from stocktake.errors import MissingPartError, RequestError, nearest

if TYPE_CHECKING:
    import ibis
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Engine:
    """An open engine.

    Attributes:
        name: ``duckdb`` or ``spark``.
        backend: The Ibis backend that runs expressions.
    """

    name: str
    backend: Any

    def table(self, rows: "pa.Table") -> "ibis.Table":
        """The rows of an Arrow table as a table that expressions can start from."""
        import ibis

        return ibis.memtable(rows)

    def parquet(self, paths: Iterable[Path]) -> "ibis.Table":
        """The rows of Parquet files of one schema, as one table.

        Raises:
            RequestError: No path was given: an engine cannot tell the columns of nothing.
        """
        names = [str(path) for path in paths]
        if not names:
            raise RequestError(expected="at least one Parquet file", came="there was none")
        return self.backend.read_parquet(names)

    def collect(self, expression: Any) -> "pa.Table":
        """What a table expression comes to, as an Arrow table. The order of rows is the expression's own."""
        return self.backend.to_pyarrow(expression)


def open_engine(name: str = "duckdb") -> Engine:
    """The engine of that name, opened.

    Raises:
        RequestError: There is no engine of that name.
        MissingPartError: Its libraries are not installed.
    """
    opener = ENGINES.get(name)
    if opener is None:
        raise RequestError(
            expected="an engine",
            came=f"{name!r} is none",
            choices=nearest(name, list(ENGINES)) or tuple(ENGINES),
            advice="Mend the setting `engine` of the workspace.",
        )
    return Engine(name, opener())


def _open_duckdb() -> Any:
    try:
        import duckdb  # noqa: F401  (Ibis would name its own package, not our extra)
        import ibis
    except ImportError as error:
        raise _missing("statistics", error) from error
    # Nothing is fetched behind the user's back, and what does not fit into memory goes to the system's own place.
    return ibis.duckdb.connect(
        autoinstall_known_extensions=False, autoload_known_extensions=False, temp_directory=gettempdir()
    )


def _open_spark() -> Any:
    try:
        import ibis
        import pyspark  # noqa: F401
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise _missing("spark", error) from error
    session = SparkSession.builder.appName("stocktake").getOrCreate()
    return ibis.pyspark.connect(session)


def _missing(extra: str, error: ImportError) -> MissingPartError:
    return MissingPartError(
        expected=f"the optional part {extra!r}",
        came=f"{error.name} is not installed",
        advice=f"Install it with `pip install 'stocktake[{extra}]'`.",
    )


ENGINES: dict[str, Callable[[], Any]] = {"duckdb": _open_duckdb, "spark": _open_spark}
"""Every engine and the function that opens it; the first is the one that is taken where nothing is said."""
