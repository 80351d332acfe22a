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
    eurostat_tsv,
    faostat,
    hdr,
    hxl,
    ilostat,
    imf,
    itu,
    itu_api,
    itu_datahub,
    json_stat,
    long_rows,
    not_observations,
    oecd_stat,
    owid,
    plain,
    sdmx_csv,
    sdmx_json,
    sdmx_ml,
    series_columns,
    uis,
    un_desa_egov,
    unctad,
    undata_export,
    undata_yearbook,
    unsd_api,
    unsd_csv,
    unsd_wide,
    who_athena,
    who_gho,
    world_bank_api,
    world_bank_columns,
    world_bank_long,
    world_bank_wide,
    world_bank_xml,
    wpp,
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
    sdmx_json,
    json_stat,
    eurostat_tsv,
    oecd_stat,
    hxl,
    world_bank_wide,
    world_bank_long,
    world_bank_columns,
    world_bank_api,
    world_bank_xml,
    unsd_api,
    unsd_csv,
    unsd_wide,
    undata_yearbook,
    undata_export,
    itu,
    itu_datahub,
    itu_api,
    uis,
    ilostat,
    unctad,
    faostat,
    imf,
    who_gho,
    who_athena,
    hdr,
    un_desa_egov,
    wpp,
    owid,
    plain,
    ddf,
    long_rows,
    year_columns,
    series_columns,
    error_answers,
    not_observations,
)
"""Every format, in the order in which they are asked; what holds no observations comes last."""
