"""Packages and old workbooks: for the readers of statistics, or refused with what to do."""

import gzip
import io
import zipfile

import pytest

from stocktake.errors import UnsupportedError
from stocktake.workspace.kinds import kind_of, refuse_unsupported

TABLE = b"indicator,area,period,value\n17.8.1,FJI,2031,41.5\n"


def package(**members):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()


@pytest.mark.parametrize(
    "data",
    [gzip.compress(TABLE), package(a=TABLE), package(a=TABLE, b=TABLE), package(a=b"x")],
    ids=["gzip", "one table", "two tables", "no table"],
)
def test_a_package_is_for_the_readers_of_statistics_were_it_only_to_be_refused(data):
    assert kind_of(data, "made") == "statistics"


def test_an_old_workbook_is_refused_with_what_to_do():
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "Workbook".encode("utf-16-le") + bytes(500)
    assert kind_of(data, "made.xls") == "text"
    with pytest.raises(UnsupportedError) as caught:
        refuse_unsupported(data, "made.xls")
    assert "this is an old workbook (XLS), to be saved as XLSX or CSV" in caught.value.message
