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
from typing import TYPE_CHECKING, Any
from uuid import uuid4
from weakref import finalize

from stocktake.errors import MissingPartError, RequestError, nearest

if TYPE_CHECKING:
    import ibis
    import pyarrow as pa


_PREFIX = "stocktake_"
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
        finalize(self, release)


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
        return self.backend.read_parquet(names)

    def collect(self, expression: Any) -> "pa.Table":
        """What a table expression comes to, as an Arrow table. The order of rows is the expression's own."""
        return self.backend.to_pyarrow(expression)

    def close(self) -> None:
        """Nothing; the engine answers no more. A Spark session ends, also one that was open before."""
        _CLOSERS[self.name](self.backend)

    def keep(self, expression: "ibis.Table") -> Kept:
        """The rows of an expression, counted once; the engine keeps them as long as the answer is referred to."""
        name = f"{_PREFIX}kept_{uuid4().hex}"
        return Kept(name, expression.schema(), _KEEPERS[self.name](self.backend, name, expression))

    def ask(
        self,
        question: Question,
        shape: tuple[Hashable, ...],
        kept: Mapping[str, Kept],
        given: Mapping[str, "pa.Table"] | None = None,
    ) -> "pa.Table":
        """What a question comes to. Its expression is made and written as SQL once for each shape.

        Args:
            question: A function of module level: ``question(**tables, shape...)`` makes the expression. What differs
                from one request to the next must come in through the tables, not through the shape.
            shape: Its further arguments, few and of few values.
            kept: Tables of ``keep`` by name.
            given: Small Arrow tables by name.
        """
        import ibis

        given = given or {}
        schemas = {name: table.schema for name, table in kept.items()}
        schemas |= {name: ibis.Schema.from_pyarrow(table.schema) for name, table in given.items()}
        key = (question, shape, tuple(schemas.items()))
        if key not in self.written:
            named = {name: ibis.table(schema, name=_PREFIX + name) for name, schema in schemas.items()}
            expression = question(*shape, **named)
            self.written[key] = str(self.backend.compile(expression)), _nullable(expression.schema().to_pyarrow())
        sql, schema = self.written[key]
        views = {_PREFIX + name: table.name for name, table in kept.items()}
        return _RUNNERS[self.name](self.backend, sql, views, {_PREFIX + name: each for name, each in given.items()}).cast(schema)


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
    return MissingPartError(
        expected=f"the optional part {extra!r}",
        came=f"{error.name} is not installed",
        advice=f"Install it with `pip install 'stocktake[{extra}]'`.",
    )


Runner = Callable[[Any, str, Mapping[str, str], Mapping[str, "pa.Table"]], "pa.Table"]


def _run_duckdb(backend: Any, sql: str, kept: Mapping[str, str], given: Mapping[str, "pa.Table"]) -> "pa.Table":
    for name, table in kept.items():
        backend.con.execute(f'CREATE OR REPLACE TEMP VIEW "{name}" AS SELECT * FROM "{table}"')
    for name, rows in given.items():
        backend.con.register(name, rows)
    return backend.con.sql(sql).to_arrow_table()


def _run_spark(backend: Any, sql: str, kept: Mapping[str, str], given: Mapping[str, "pa.Table"]) -> "pa.Table":
    session = backend._session  # noqa: SLF001 (Ibis has no public name for it)
    for name, table in kept.items():
        session.table(table).createOrReplaceTempView(name)
    for name, rows in given.items():
        session.createDataFrame(rows).createOrReplaceTempView(name)
    return session.sql(sql).toArrow()


_RUNNERS: dict[str, Runner] = {"duckdb": _run_duckdb, "spark": _run_spark}


def _sql(backend: Any, expression: "ibis.Table") -> str:
    """An expression as SQL; tables in memory are known to the engine from here on."""
    backend._run_pre_execute_hooks(expression)  # noqa: SLF001 (Ibis has no public name for it)
    return str(backend.compile(expression))


def _keep_in_duckdb(backend: Any, name: str, expression: "ibis.Table") -> Callable[[], object]:
    backend.con.execute(f'CREATE TEMP TABLE "{name}" AS {_sql(backend, expression)}')
    return lambda: backend.con.execute(f'DROP TABLE IF EXISTS "{name}"')


def _keep_in_spark(backend: Any, name: str, expression: "ibis.Table") -> Callable[[], object]:
    frame = backend._session.sql(_sql(backend, expression)).cache()  # noqa: SLF001
    frame.createOrReplaceTempView(name)
    return frame.unpersist


_KEEPERS: dict[str, Callable[[Any, str, "ibis.Table"], Callable[[], object]]] = {
    "duckdb": _keep_in_duckdb,
    "spark": _keep_in_spark,
}


_CLOSERS: dict[str, Callable[[Any], None]] = {
    "duckdb": lambda backend: backend.disconnect(),
    "spark": lambda backend: backend._session.stop(),  # noqa: SLF001
}

ENGINES: dict[str, Callable[[], Any]] = {"duckdb": _open_duckdb, "spark": _open_spark}
"""Every engine and the function that opens it; the first is the one that is taken where nothing is said."""
