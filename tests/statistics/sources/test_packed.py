"""Packages and compressed files with one table of statistics, from specimens with invented figures."""

import gzip
import io
import zipfile

import pytest
from openpyxl import Workbook

from stocktake.errors import InputError, UnsupportedError
from stocktake.statistics.reading import format_of, read_statistics
from stocktake.statistics.sources import packed

TABLE = "indicator,area,period,value\n17.8.1,FJI,2031,41.5\n"
COUNTRIES = '"Country Code","Region","IncomeGroup"\n"FJI","East Asia & Pacific","Upper middle income"\n'


def package(**members):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "."), data)
    return made.getvalue()


def workbook():
    book = Workbook()
    for row in (["indicator", "area", "period", "value"], ["17.8.1", "FJI", 2031, 41.5]):
        book.active.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def read(data):
    return read_statistics(data, "made.zip")


def values(reading):
    return [(row["area"], row["value"], row["row"]) for row in reading.observations.to_pylist()]


def refused(data, kind=InputError):
    with pytest.raises(kind) as caught:
        read(data)
    return caught.value.message


def test_the_one_table_of_a_package_and_what_else_is_in_it():
    data = package(Metadata__csv=COUNTRIES, readme__md="# Boats\n", table__csv=TABLE)
    assert format_of(data, "made.zip") == "plain-csv"
    reading = read(data)
    assert values(reading) == [("FJI", 41.5, 2)]
    assert reading.source.name == "made.zip"
    assert [finding.message for finding in reading.findings] == [
        "Read from the package: table.csv; beside it, not read: Metadata.csv, readme.md."
    ]


def test_the_bulk_package_of_the_world_bank():
    data = package(
        WDICSV__csv='"Country Name","Country Code","Indicator Name","Indicator Code","2030","2031"\n'
        '"Fiji","FJI","Population, total","SP.POP.TOTL","900","901"\n',
        WDICountry__csv='"Country Code","Short Name","Region","Income Group"\n"FJI","Fiji","East Asia & Pacific","x"\n',
        WDISeries__csv='"Series Code","Topic","Indicator Name","Long definition"\n"SP.POP.TOTL","x","x","x"\n',
        WDIfootnote__csv='"CountryCode","SeriesCode","Year","DESCRIPTION"\n"FJI","SP.POP.TOTL","YR2030","2 boats"\n',
    )
    assert values(read(data)) == [("FJI", 900, 2), ("FJI", 901, 2)]


def test_a_workbook_in_a_package():
    assert values(read(package(table__xlsx=workbook()))) == [("FJI", 41.5, 2)]


def test_a_stored_workbook_does_not_make_a_workbook_of_its_package():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("table.xlsx", workbook())
    assert values(read(made.getvalue())) == [("FJI", 41.5, 2)]


@pytest.mark.parametrize("parts", [1, 2])
def test_a_compressed_file_of_one_part_or_several(parts):
    whole = TABLE.encode()
    cut = len(whole) // parts
    pieces = [whole[place : place + cut + 1] for place in range(0, len(whole), cut + 1)]
    reading = read(b"".join(map(gzip.compress, pieces)))
    assert values(reading) == [("FJI", 41.5, 2)]


def test_the_same_table_packed_and_bare_differs_in_its_checksum_alone():
    bare, zipped = read(TABLE.encode()), read(gzip.compress(TABLE.encode()))
    assert bare.observations.drop_columns("source").equals(zipped.observations.drop_columns("source"))
    assert bare.source.sha256 != zipped.source.sha256


def test_two_tables_are_refused_by_name():
    assert refused(package(a__csv=TABLE, b__csv=TABLE)) == (
        "made.zip: expected a package with one table of statistics, but there are 2: a.csv, b.csv. "
        "Unpack it and add each of them, so that each has its checksum."
    )


def test_a_package_without_a_table_says_what_is_in_it():
    said = refused(
        package(a__pdf=b"%PDF-1.7", Metadata__csv=COUNTRIES, b__zip=package(c__csv=TABLE)), UnsupportedError
    )
    assert said == (
        "made.zip: expected a package with one table of statistics in a format that we read, but none of what it holds "
        "is one: a.pdf, Metadata.csv, b.zip. "
        "Unpack it, and write the table as the plain CSV of docs/reference/statistics-formats.md."
    )


def test_an_empty_package():
    assert "none of what it holds is one: it is empty" in refused(package(), UnsupportedError)


@pytest.mark.parametrize(
    "pack", [lambda text: package(table__csv=text), lambda text: gzip.compress(text.encode())]
)
def test_what_unpacks_to_too_much_is_refused(pack, monkeypatch):
    monkeypatch.setattr(packed, "MOST_BYTES", 70_000)
    assert "the package unpacks to more" in refused(pack(TABLE + "17.8.1,FJI,2030,1\n" * 5_000))


def test_a_package_that_is_cut_is_an_error():
    zipped, compressed = package(table__csv=TABLE * 99), gzip.compress(TABLE.encode() * 99)
    for data in (zipped[: len(zipped) // 2], compressed[: len(compressed) // 2], compressed[:-1]):
        assert "it cannot be unpacked" in refused(data)
