"""The tables of the open data: all of them, in the order in which they are listed."""

from stocktake.publish.opendata.model import Table
from stocktake.publish.opendata.tables.attention import REVIEW_TABLES
from stocktake.publish.opendata.tables.duties import DUTY_TABLES
from stocktake.publish.opendata.tables.figures import FIGURE_TABLES
from stocktake.publish.opendata.tables.register import REGISTER_TABLES
from stocktake.publish.opendata.tables.statistics import STATISTICS_TABLES
from stocktake.publish.opendata.tables.texts import TEXT_TABLES

TABLES: tuple[Table, ...] = (
    *TEXT_TABLES,
    *DUTY_TABLES,
    *FIGURE_TABLES,
    *STATISTICS_TABLES,
    *REGISTER_TABLES,
    *REVIEW_TABLES,
)
