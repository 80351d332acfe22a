"""The World Bank's XML and DataBank's series in columns, from specimens with invented figures."""

import pytest
from readings import rows

from stocktake.errors import InputError, UnsupportedError
from stocktake.statistics.reading import read_statistics

ANSWER = """\ufeff<?xml version="1.0" encoding="utf-8"?>
<wb:data page="1" pages="1" per_page="50" total="2" lastupdated="2031-07-01" xmlns:wb="http://www.worldbank.org">
  <wb:data>
    <wb:indicator id="IT.NET.USER.ZS">Individuals using the Internet (% of population)</wb:indicator>
    <wb:country id="NA">Namibia</wb:country>
    <wb:countryiso3code>NAM</wb:countryiso3code>
    <wb:date>2031</wb:date>
    <wb:value>61.5</wb:value>
    <wb:unit />
    <wb:obs_status>E</wb:obs_status>
  </wb:data>
  <wb:data>
    <wb:indicator id="IT.NET.USER.ZS">Individuals using the Internet (% of population)</wb:indicator>
    <wb:country id="XD">High income</wb:country>
    <wb:countryiso3code></wb:countryiso3code>
    <wb:date>2030</wb:date>
    <wb:value />
    <wb:unit />
    <wb:obs_status />
  </wb:data>
</wb:data>"""
DOWNLOAD = """<?xml version="1.0" encoding="utf-8"?>
<Root xmlns:wb="http://www.worldbank.org">
  <data>
    <record>
      <field name="Country or Area" key="FJI">Fiji</field>
      <field name="Item" key="SP.POP.TOTL">Population, total</field>
      <field name="Year">2031</field>
      <field name="Value">901</field>
    </record>
  </data>
</Root>
"""
COLUMNS = """Time,Time Code,Country Name,Country Code,Individuals using it [IT.NET.USER.ZS],"Population, total [SP.POP.TOTL]"
2030,YR2030,Fiji,FJI,11.5,900
2031,YR2031,Fiji,FJI,..,901
,,,,,
Data from database: World Development Indicators,,,,,
Last Updated: 04/05/2031,,,,,
"""


def read(text):
    return read_statistics(text.encode(), "made.xml")


def test_an_answer_in_xml():
    reading = read(ANSWER)
    assert rows(reading, "indicator", "area", "period", "value", "status", "row") == [
        ("17.8.1", "NAM", "2031", 61.5, "E", 1),
        ("17.8.1", "HIC", "2030", None, "O", 2),
    ]
    assert (str(reading.source.vintage), reading.findings) == ("2031-07-01", ())


def test_a_download_in_xml():
    reading = read(DOWNLOAD)
    assert rows(reading, "indicator", "area", "period", "value", "unit") == [
        ("population", "FJI", "2031", 901, "persons")
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ANSWER[:-12], "it breaks off or is broken in line 20"),
        (ANSWER.replace('total="2"', 'total="3"'), "there are 2"),
        (ANSWER.replace("?>", "?><!DOCTYPE a [<!ENTITY b 'c'>]>", 1), "its beginning is of none of them"),
        (ANSWER.replace("<wb:date>2031</wb:date>", ""), "a row lacks one"),
        (
            '<wb:error xmlns:wb="http://www.worldbank.org"><wb:message id="120">Not valid.</wb:message></wb:error>',
            "the service answered with an error: “Not valid”",
        ),
    ],
)
def test_what_is_no_whole_answer_is_an_error(text, said):
    with pytest.raises((InputError, UnsupportedError)) as caught:
        read(text)
    assert said in caught.value.message


def test_series_in_columns():
    reading = read(COLUMNS)
    assert rows(reading, "indicator", "area", "period", "value", "status") == [
        ("17.8.1", "FJI", "2030", 11.5, "A"),
        ("17.8.1", "FJI", "2031", None, "O"),
        ("population", "FJI", "2030", 900, "A"),
        ("population", "FJI", "2031", 901, "A"),
    ]
    assert (reading.source.dataset, str(reading.source.vintage)) == ("World Development Indicators", "2031-04-05")
