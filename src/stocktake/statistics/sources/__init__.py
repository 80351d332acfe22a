"""What publishers publish: one file per format, asked in order which of them knows the beginning of a file.

A new format is one new file with ``NAME``, ``handles(head)`` and ``read(file, vintage)``, and one line in ``SOURCES``.
Formats are told apart by content. The one exception is DDF, whose convention puts the dimensions into a file's name.
"""

from datetime import date
from typing import Protocol

from stocktake.statistics.model import Reading
from stocktake.statistics.sources import (
    ddf,
    error_answers,
    itu,
    not_observations,
    owid,
    plain,
    sdmx_csv,
    sdmx_ml,
    un_desa_egov,
    undata_export,
    undata_yearbook,
    unsd_api,
    unsd_csv,
    world_bank_api,
    world_bank_long,
    world_bank_wide,
    year_columns,
)
from stocktake.statistics.sources.head import File, Head


class Format(Protocol):
    """A module that reads one format."""

    NAME: str

    def handles(self, head: Head) -> bool:
        """Whether a file that begins so is of this format."""

    def read(self, file: File, vintage: date | None) -> Reading:
        """The observations; an error of the tree where the file is damaged, nothing half read."""


SOURCES: tuple[Format, ...] = (
    sdmx_csv,
    sdmx_ml,
    world_bank_wide,
    world_bank_long,
    world_bank_api,
    unsd_api,
    unsd_csv,
    undata_yearbook,
    undata_export,
    itu,
    un_desa_egov,
    owid,
    plain,
    ddf,
    year_columns,
    error_answers,
    not_observations,
)
"""Every format, in the order in which they are asked; what holds no observations comes last."""
