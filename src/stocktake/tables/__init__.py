"""The only door to the engine: Ibis expressions on DuckDB or Spark, Arrow tables, Parquet files.

Knows how a table is opened, asked and written whole. Knows nothing of statistics but the columns of an observation.
The heavy libraries are imported inside the functions, so that importing this package costs nothing.
"""

from stocktake.tables.engine import ENGINES, Engine, Kept, Question, Rows, open_engine
from stocktake.tables.parquet import read_note, table_bytes, table_of, write_table
from stocktake.tables.schema import COLUMNS, KEY, SERIES, observation_schema

__all__ = [
    "COLUMNS",
    "ENGINES",
    "KEY",
    "SERIES",
    "Engine",
    "Kept",
    "Question",
    "Rows",
    "observation_schema",
    "open_engine",
    "read_note",
    "table_bytes",
    "table_of",
    "write_table",
]
