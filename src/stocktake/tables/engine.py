"""The engine that answers Ibis expressions: DuckDB in this process, or Apache Spark where the workspace says so.

Knows how each engine is opened, that both take the same expressions, and that writing an expression down as SQL takes
longer than many a question does: a question that comes again is written once. Knows nothing of what is asked. A new
engine is one function and one line in ``ENGINES``.
"""

import os
import re
import shlex
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, Any, Union
from uuid import uuid4
from weakref import finalize

from stocktake.errors import MissingPartError, RequestError, missing_part, nearest

if TYPE_CHECKING:
    import ibis
    import pyarrow as pa


_PREFIX = "stocktake_"
_MOST_WRITTEN = 200
"""How many questions are remembered as SQL: each store opens its files under new names, and a program may run long."""
Question = Callable[..., "ibis.Table"]
"""Makes an expression from tables, by name, and from what else shapes it."""


class Kept:
    """Rows that an engine keeps, and lets go when nobody refers to them any more.

    Attributes:
        name: What the engine calls them.
        schema: Their columns.
    """

    def __init__(self, name: str, schema: "ibis.Schema", release: Callable[[], object]) -> None:
        self.name = name
        self.schema = schema
        # At the end of the program the engine ends with all it keeps.
        finalize(self, release).atexit = False


Rows = Union["ibis.Table", Kept, "pa.Table"]
"""A table of an engine, rows that it keeps, or rows that are given to it."""


@dataclass(frozen=True, slots=True)
class Engine:
    """An open engine.

    Attributes:
        name: ``duckdb`` or ``spark``.
        backend: The Ibis backend that runs expressions.
        written: The SQL and the Arrow schema of each question that was asked before.
    """

    name: str
    backend: Any
    written: dict[Hashable, tuple[str, "pa.Schema"]] = field(default_factory=dict, repr=False, compare=False)

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
        return _READERS[self.name](self.backend, names)

    def collect(self, expression: Any) -> "pa.Table":
        """What a table expression comes to, as an Arrow table. The order of rows is the expression's own."""
        self.backend._run_pre_execute_hooks(expression)  # noqa: SLF001 (Ibis registers tables in memory only here)
        schema = _nullable(expression.schema().to_pyarrow())
        return _RUNNERS[self.name](self.backend, str(self.backend.compile(expression))).cast(schema)

    def close(self) -> None:
        """Nothing; the engine answers no more. A Spark session ends, also one that was open before."""
        _CLOSERS[self.name](self.backend)

    def keep(self, question: Question, shape: tuple[Hashable, ...], tables: Mapping[str, Rows]) -> Kept:
        """What a question comes to, counted once; the engine keeps it as long as the answer is referred to."""
        import ibis

        sql, schema = self._written(question, shape, tables)
        name = f"{_PREFIX}kept_{uuid4().hex}"
        self._bind(tables)
        return Kept(name, ibis.Schema.from_pyarrow(schema), _KEEPERS[self.name](self.backend, name, sql))

    def ask(self, question: Question, shape: tuple[Hashable, ...], tables: Mapping[str, Rows]) -> "pa.Table":
        """What a question comes to. Its expression is made and written as SQL once for each shape.

        Args:
            question: A function of module level: ``question(*shape, **tables)`` makes the expression. What differs from
                one request to the next must come in through the tables, not through the shape.
            shape: Its arguments besides the tables, few and of few values.
            tables: By name: tables of this engine, tables of ``keep``, small Arrow tables.
        """
        sql, schema = self._written(question, shape, tables)
        self._bind(tables)
        return _RUNNERS[self.name](self.backend, sql).cast(schema)

    def _written(
        self, question: Question, shape: tuple[Hashable, ...], tables: Mapping[str, Rows]
    ) -> tuple[str, "pa.Schema"]:
        key = (question, shape, *((name, _kind(table)) for name, table in tables.items()))
        if key not in self.written:
            if len(self.written) >= _MOST_WRITTEN:
                self.written.clear()
            expression = question(*shape, **{name: _leaf(name, table) for name, table in tables.items()})
            schema = _nullable(expression.schema().to_pyarrow())
            self.written[key] = str(self.backend.compile(expression)), schema
        return self.written[key]

    def _bind(self, tables: Mapping[str, Rows]) -> None:
        """The engine knows the tables by the names that the SQL has for them."""
        for name, table in tables.items():
            if isinstance(table, Kept):
                _VIEWERS[self.name](self.backend, _PREFIX + name, table.name)
            elif hasattr(table, "op"):
                # Tables in memory; Ibis has no public name for it.
                self.backend._run_pre_execute_hooks(table)  # noqa: SLF001
            else:
                _GIVERS[self.name](self.backend, _PREFIX + name, table)


def _kind(table: Rows) -> Hashable:
    """What of a table stands in the SQL: its columns; for an expression all of it."""
    if isinstance(table, Kept):
        columns: Hashable = table.schema
        return columns
    if hasattr(table, "op"):
        made: Hashable = table.op()
        return made
    return tuple(table.schema.names), tuple(table.schema.types)


def _leaf(name: str, table: Rows) -> "ibis.Table":
    import ibis

    if hasattr(table, "op"):
        return table
    schema = table.schema if isinstance(table, Kept) else ibis.Schema.from_pyarrow(_nullable(table.schema))
    return ibis.table(schema, name=_PREFIX + name)


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
    """A session on this machine, or on the cluster that the user's own settings or ``SPARK_MASTER`` name.

    A session that is open already is taken as it is.
    """
    try:
        import ibis
        import pyspark  # noqa: F401
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise _missing("spark", error) from error
    session = SparkSession.getActiveSession()
    if session is None:
        builder = SparkSession.builder.appName("stocktake")
        for name, value in spark_settings(os.environ).items():
            builder = builder.config(name, value)
        session = builder.getOrCreate()
    return ibis.pyspark.connect(session)


_SPARK_USUAL = {
    "spark.log.level": "ERROR",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
}
_SPARK_HERE = {
    "spark.ui.enabled": "false",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.memory": "1g",
    # The rows of a request are few once they are chosen: 200 partitions, as Spark has it, cost more than the work.
    "spark.sql.shuffle.partitions": "4",
}
"""What only holds on one machine; a cluster has its own addresses and sizes."""
_LOCAL_MASTER = "local[*]"


def spark_settings(environment: Mapping[str, str]) -> dict[str, str]:
    """The settings to give a new Spark session: ours, but for those the user has made.

    The user's are those in ``spark-defaults.conf`` (in ``SPARK_CONF_DIR``, else in ``conf`` of ``SPARK_HOME``), those
    in ``PYSPARK_SUBMIT_ARGS``, and the master in ``SPARK_MASTER``.
    """
    made = _spark_made(environment)
    master = environment.get("SPARK_MASTER") or made.get("spark.master") or _LOCAL_MASTER
    ours = _SPARK_USUAL | (_SPARK_HERE if master.startswith("local") else {})
    given = {name: value for name, value in ours.items() if name not in made}
    is_named = "spark.master" in made and not environment.get("SPARK_MASTER")
    return given if is_named else {"spark.master": master, **given}


def _spark_made(environment: Mapping[str, str]) -> dict[str, str]:
    """The settings that the user has made outside of stocktake."""
    home = environment.get("SPARK_HOME")
    folder = environment.get("SPARK_CONF_DIR") or (home and str(Path(home) / "conf"))
    made: dict[str, str] = {}
    if folder and (defaults := Path(folder) / "spark-defaults.conf").is_file():
        lines = (line.strip() for line in defaults.read_text("utf-8").splitlines())
        pairs = (re.split(r"[\s=:]+", line, maxsplit=1) for line in lines if line and not line.startswith("#"))
        made |= {pair[0]: pair[-1] for pair in pairs}
    words = shlex.split(environment.get("PYSPARK_SUBMIT_ARGS", ""))
    short = {"--master": "spark.master", "--driver-memory": "spark.driver.memory"}
    for option, value in pairwise(words):
        if option == "--conf":
            name, _, set_to = value.partition("=")
            made[name] = set_to
        elif option in short:
            made[short[option]] = value
    return made


def _nullable(schema: "pa.Schema") -> "pa.Schema":
    """The schema with every column open to nulls: that none is null is not said of what an expression makes."""
    import pyarrow as pa

    return pa.schema([each.with_nullable(nullable=True) for each in schema])


def _missing(extra: str, error: ImportError) -> MissingPartError:
    return missing_part(extra, error.name)


# What differs between the engines besides their dialect. Ibis has no public name for the session of Spark.


def _read_with_duckdb(backend: Any, paths: list[str]) -> "ibis.Table":
    return backend.read_parquet(paths)


def _read_with_spark(backend: Any, paths: list[str]) -> "ibis.Table":
    # Ibis gives Spark one path only.
    name = f"{_PREFIX}files_{uuid4().hex}"
    backend._session.read.parquet(*paths).createOrReplaceTempView(name)  # noqa: SLF001
    return backend.table(name)


def _run_duckdb(backend: Any, sql: str) -> "pa.Table":
    return backend.con.sql(sql).to_arrow_table()


def _run_spark(backend: Any, sql: str) -> "pa.Table":
    return backend._session.sql(sql).toArrow()  # noqa: SLF001


def _keep_in_duckdb(backend: Any, name: str, sql: str) -> Callable[[], object]:
    connection = backend.con
    connection.execute(f'CREATE TEMP TABLE "{name}" AS {sql}')
    return lambda: connection.execute(f'DROP TABLE IF EXISTS "{name}"')


def _keep_in_spark(backend: Any, name: str, sql: str) -> Callable[[], object]:
    frame = backend._session.sql(sql).cache()  # noqa: SLF001
    frame.createOrReplaceTempView(name)

    def release() -> None:
        backend._session.catalog.dropTempView(name)  # noqa: SLF001
        frame.unpersist()

    return release


def _view_in_duckdb(backend: Any, name: str, kept: str) -> None:
    backend.con.execute(f'CREATE OR REPLACE TEMP VIEW "{name}" AS FROM "{kept}"')


def _view_in_spark(backend: Any, name: str, kept: str) -> None:
    backend._session.table(kept).createOrReplaceTempView(name)  # noqa: SLF001


def _give_to_duckdb(backend: Any, name: str, rows: "pa.Table") -> None:
    backend.con.register(name, rows)


def _give_to_spark(backend: Any, name: str, rows: "pa.Table") -> None:
    backend._session.createDataFrame(rows).createOrReplaceTempView(name)  # noqa: SLF001


_READERS: dict[str, Callable[[Any, list[str]], "ibis.Table"]] = {
    "duckdb": _read_with_duckdb,
    "spark": _read_with_spark,
}
_RUNNERS: dict[str, Callable[[Any, str], "pa.Table"]] = {"duckdb": _run_duckdb, "spark": _run_spark}
_KEEPERS: dict[str, Callable[[Any, str, str], Callable[[], object]]] = {
    "duckdb": _keep_in_duckdb,
    "spark": _keep_in_spark,
}
_VIEWERS: dict[str, Callable[[Any, str, str], None]] = {"duckdb": _view_in_duckdb, "spark": _view_in_spark}
_GIVERS: dict[str, Callable[[Any, str, "pa.Table"], None]] = {"duckdb": _give_to_duckdb, "spark": _give_to_spark}
_CLOSERS: dict[str, Callable[[Any], None]] = {
    "duckdb": lambda backend: backend.disconnect(),
    "spark": lambda backend: backend._session.stop(),  # noqa: SLF001
}

ENGINES: dict[str, Callable[[], Any]] = {"duckdb": _open_duckdb, "spark": _open_spark}
"""Every engine and the function that opens it; the first is the one that is taken where nothing is said."""
