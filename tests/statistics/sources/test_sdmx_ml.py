"""SDMX-ML 2.1 and 3.0, generic and structure-specific, from invented figures to observations; bad messages."""

import io
from contextlib import suppress

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sdmx
from stocktake.errors import InputError, UnsupportedError
from stocktake.findings import Code
from stocktake.statistics.reading import read_statistics
from stocktake.statistics.sources import sdmx_events
from stocktake.statistics.sources.sdmx_columns import Columns
from stocktake.statistics.sources.sdmx_events import MessageEvents, read_batches

SPACE = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
SPACE_3 = SPACE.replace("v2_1", "v3_0")
HEADER = """<mes:Header><mes:ID>T</mes:ID><mes:Test>true</mes:Test><mes:Prepared>2031-01-01T00:00:00</mes:Prepared><mes:Sender id="X"/>
<mes:Structure structureID="S" dimensionAtObservation="{over}"{more}><com:Structure>{reference}</com:Structure></mes:Structure></mes:Header>"""
REFERENCE = '<Ref agencyID="IAEG-SDGs" id="SDG" version="1.0"/>'
URN = "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=IAEG-SDGs:SDG(1.0)"


def specific(body, space=SPACE, reference=REFERENCE, over="TIME_PERIOD", dataset=""):
    head = HEADER.format(over=over, reference=reference, more=' namespace="urn:x"')
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<mes:StructureSpecificData xmlns:mes="{space}/message" xmlns:com="{space}/common" '
        f'xmlns:ss="{space}/data/structurespecific" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:n="urn:x">{head}\n'
        f'<mes:DataSet ss:structureRef="S" ss:dataScope="DataStructure" xsi:type="n:DataSetType"{dataset}>{body}</mes:DataSet></mes:StructureSpecificData>\n'
    )


def generic(body, over="TIME_PERIOD"):
    head = HEADER.format(over=over, reference=REFERENCE, more="")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<mes:GenericData xmlns:mes="{SPACE}/message" xmlns:com="{SPACE}/common" '
        f'xmlns:g="{SPACE}/data/generic">{head}<mes:DataSet structureRef="S" action="Information">{body}</mes:DataSet></mes:GenericData>\n'
    )


def values(**components):
    return "".join(f'<g:Value id="{name}" value="{value}"/>' for name, value in components.items())


BY_SERIES = specific(
    '<Group xsi:type="n:Sibling" SERIES="IT_USE_ii99" UNIT_MEASURE="PERCENT"/>'
    '<Series FREQ="A" SERIES="IT_USE_ii99" REF_AREA="516" SEX="F"><Obs TIME_PERIOD="2030" OBS_VALUE="41.5" OBS_STATUS="E"/>'
    '<Obs TIME_PERIOD="2031"/></Series>'
    '<Series FREQ="A" SERIES="IT_USE_ii99" REF_AREA="1" SEX="_T"><Obs TIME_PERIOD="2030" OBS_VALUE="60"/></Series>'
)
FLAT = specific(
    '<Obs SERIES="IT_USE_ii99" REF_AREA="516" SEX="F" TIME_PERIOD="2030" OBS_VALUE="41.5" OBS_STATUS="E"/>'
    '<Obs SERIES="IT_USE_ii99" REF_AREA="516" SEX="F" TIME_PERIOD="2031"/>'
    '<Obs SERIES="IT_USE_ii99" REF_AREA="1" SEX="_T" TIME_PERIOD="2030" OBS_VALUE="60"/>',
    SPACE_3, URN, "AllDimensions", ' UNIT_MEASURE="PERCENT"',
)  # fmt: skip
GENERIC = generic(
    f"<g:Group type='S'><g:GroupKey>{values(SERIES='IT_USE_ii99')}</g:GroupKey><g:Attributes>{values(UNIT_MEASURE='PERCENT')}</g:Attributes></g:Group>"
    f"<g:Series><g:SeriesKey>{values(FREQ='A', SERIES='IT_USE_ii99', REF_AREA='516', SEX='F')}</g:SeriesKey>"
    f"<g:Obs><g:ObsDimension value='2030'/><g:ObsValue value='41.5'/><g:Attributes>{values(OBS_STATUS='E')}</g:Attributes></g:Obs>"
    "<g:Obs><g:ObsDimension value='2031'/></g:Obs></g:Series>"
    f"<g:Series><g:SeriesKey>{values(FREQ='A', SERIES='IT_USE_ii99', REF_AREA='1', SEX='_T')}</g:SeriesKey>"
    f"<g:Attributes>{values(REMARK='x')}</g:Attributes>"
    "<g:Obs><g:ObsDimension value='2030'/><g:ObsValue value='60'/></g:Obs></g:Series>"
)
GENERIC_FLAT = generic(
    "".join(
        f"<g:Obs><g:ObsKey>{values(SERIES='IT_USE_ii99', REF_AREA=area, SEX=sex, TIME_PERIOD=year)}</g:ObsKey>"
        f"{value}<g:Attributes>{values(UNIT_MEASURE='PERCENT', **more)}</g:Attributes></g:Obs>"
        for area, sex, year, value, more in [
            ("516", "F", "2030", "<g:ObsValue value='41.5'/>", {"OBS_STATUS": "E"}),
            ("516", "F", "2031", "", {}),
            ("1", "_T", "2030", "<g:ObsValue value='60'/>", {}),
        ]
    ),
    "AllDimensions",
)
EXPECTED = [
    ("17.8.1", "NAM", "F", "2030", 41.5, "per cent", "E", 1),
    ("17.8.1", "NAM", "F", "2031", None, "per cent", "O", 2),
    ("17.8.1", "WLD", "_T", "2030", 60.0, "per cent", "A", 3),
]


def read(text, name="x.xml"):
    return read_statistics(text if isinstance(text, bytes) else text.encode(), name)


def rows(reading):
    names = ("indicator", "area", "sex", "period", "value", "unit", "status", "row")
    return [tuple(row[name] for name in names) for row in reading.observations.to_pylist()]


@pytest.mark.parametrize(
    "text", [BY_SERIES, FLAT, GENERIC, GENERIC_FLAT], ids=["series", "flat 3.0", "generic", "generic flat"]
)
def test_every_layout_gives_the_same_observations(text):
    reading = read(text)
    assert rows(reading) == EXPECTED
    assert (reading.source.publisher, reading.source.format) == ("UNSD", "sdmx-ml")
    assert [each.message for each in reading.findings] == (["Not read: “REMARK”."] if text is GENERIC else [])


@pytest.mark.parametrize("text", [BY_SERIES, GENERIC, GENERIC_FLAT], ids=["series", "generic", "generic flat"])
def test_another_implementation_reads_the_same_values(text):
    message = sdmx.read_sdmx(io.BytesIO(text.encode()))
    theirs = [None if not each.value else float(each.value) for each in message.data[0].obs]
    assert theirs == [row[4] for row in EXPECTED]


def test_values_of_several_words_stand_in_elements_of_their_own():
    text = specific(
        '<Series SERIES="IT_USE_ii99" REF_AREA="516"><Comp id="TITLE"><Value>One</Value><Value>Two</Value></Comp>'
        '<Comp id="UNIT_MEASURE"><Value>PERCENT</Value></Comp>'
        '<Obs TIME_PERIOD="2030" OBS_VALUE="1"><Comp id="OBS_STATUS"><Value>E</Value></Comp></Obs><Obs TIME_PERIOD="2031" OBS_VALUE="2"/></Series>',
        SPACE_3, URN,
    )  # fmt: skip
    assert [(row[4], row[5], row[6]) for row in rows(read(text))] == [
        (1.0, "per cent", "E"),
        (2.0, "per cent", "A"),
    ]


def test_what_stands_on_a_data_set_holds_for_every_series_of_it():
    said = "<g:Attributes>" + values(UNIT_MEASURE="PERCENT", OBS_STATUS="E") + "</g:Attributes><g:Series>"
    head, first, *rest = GENERIC.replace(values(OBS_STATUS="E"), "").split("<g:Series>")
    found = rows(read("".join([head.split("<g:Group")[0], said, first, *(f"<g:Series>{each}" for each in rest)])))
    assert [(row[5], row[6]) for row in found] == [("per cent", "E"), ("per cent", "E"), ("per cent", "E")]


def test_observations_across_batches_keep_their_series_and_late_components():
    series = "".join(
        f'<Series SERIES="S{n}" REF_AREA="516">' + "".join(f'<Obs TIME_PERIOD="{year}" OBS_VALUE="{n}"><Comp id="OBS_STATUS"><Value>E</Value></Comp></Obs>' for year in range(1990, 2030)) + "</Series>"
        for n in range(2_500)
    )  # fmt: skip
    batches = list(read_batches(io.BytesIO(specific(series).encode()), "x", MessageEvents()))
    table = pa.concat_tables(batches)
    assert len(batches) > 1
    assert table[""].to_pylist() == list(range(1, 100_001))
    assert table["SERIES"].to_pylist() == [f"S{value}" for value in table["OBS_VALUE"].to_pylist()]
    assert set(table["OBS_STATUS"].to_pylist()) == {"E"}


@given(st.lists(st.tuples(st.integers(0, 2), st.booleans()), max_size=40), st.integers(1, 7))
def test_columns_are_the_same_wherever_a_batch_ends(steps, size):
    def taken(limit):
        columns, tables = Columns(), []
        for number, (kind, begins) in enumerate(steps):
            if begins:
                columns.enter(["S", str(number)])
                if len(columns.widths) >= limit:
                    tables.append(columns.take(whole=False))
            names = ("A", "B", "C")[: kind + 1]
            columns.add([text for name in names for text in (name, f"{name}{number}")])
            if kind == 0:
                columns.add_late("L", str(number))
            if len(columns.widths) >= limit:
                tables.append(columns.take(whole=False))
        tables.append(columns.take(whole=True))
        table = pa.concat_tables(tables, promote_options="default")
        return [{name: value for name, value in row.items() if value is not None} for row in table.to_pylist()]

    whole = taken(1_000)
    assert taken(size) == whole
    assert [row[""] for row in whole] == list(range(1, len(steps) + 1))
    assert all(("L" in row) == (steps[place][0] == 0) for place, row in enumerate(whole))


@pytest.mark.parametrize(
    "text", [BY_SERIES, FLAT, GENERIC, GENERIC_FLAT], ids=["series", "flat", "generic", "all"]
)
@pytest.mark.parametrize("size", [1, 7, 64])
def test_a_message_is_the_same_wherever_it_is_parted(text, size, monkeypatch):
    """A part may end behind the beginning of a series, while the last observation before it still waits."""
    monkeypatch.setattr(sdmx_events, "_CHUNK", size)
    monkeypatch.setattr(sdmx_events, "_BATCH", 1)
    assert rows(read(text)) == EXPECTED


BREAKS = (
    b"",
    b"\x00",
    b"<",
    b">",
    b'"',
    b"/>",
    b"</Obs>",
    b"<Obs>",
    b"<Series>",
    b"</Series>",
    b"\xff",
    b"&amp;",
    b"=",
    b" ",
)


@settings(deadline=None)
@given(st.sampled_from([BY_SERIES, FLAT, GENERIC, GENERIC_FLAT]), st.data())
def test_whatever_is_damaged_the_error_is_one_of_the_tree(text, draw):
    data = bytearray(text.encode())
    for _ in range(draw.draw(st.integers(1, 4))):
        place = draw.draw(st.integers(0, len(data) - 1))
        data[place : place + draw.draw(st.integers(0, 9))] = draw.draw(st.sampled_from(BREAKS))
    with suppress(InputError, UnsupportedError):
        read(bytes(data))


@given(st.sampled_from([BY_SERIES, FLAT, GENERIC, GENERIC_FLAT]), st.data())
def test_a_message_cut_anywhere_is_refused(text, draw):
    data = text.encode()
    end = draw.draw(st.integers(0, len(data.rstrip()) - 1))
    with pytest.raises((InputError, UnsupportedError)):
        read(data[:end])


def test_a_declared_encoding_is_believed_where_it_holds():
    text = BY_SERIES.replace("UTF-8", "ISO-8859-1").replace('SEX="_T"', 'SEX="é"')
    assert Code.ENCODING_GUESSED not in [each.code for each in read(text.encode("latin-1")).findings]
    assert rows(read(b"\xfe\xff" + BY_SERIES.replace("UTF-8", "UTF-16").encode("utf-16-be"))) == EXPECTED


BOMB = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + BY_SERIES.split(
    "?>\n"
)[1].replace('"F"', '"&b;"')


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        (BY_SERIES[:-60], InputError, "x.xml: expected a whole SDMX-ML message, but it breaks off or is broken in line 4, column 373. Get it again."),
        (BY_SERIES.replace("</Series>", "", 1), InputError, "x.xml: expected a whole SDMX-ML message, but it breaks off or is broken in line 4, column 415. Get it again."),
        (
            BOMB,
            InputError,
            ("x.xml: expected an SDMX-ML message, but it has a document type declaration, which no such message has. "
            "It could make a program read other files or fill its memory: get the message from its publisher."),
        ),
        (
            BY_SERIES.replace('"F"', '"é"').encode("cp1252"),
            InputError,
            "x.xml: expected text in UTF-8, as its first line says, but it is in another encoding. Save it as UTF-8.",
        ),
        (
            BY_SERIES.replace("UTF-8", "windows-1251"),
            InputError,
            "x.xml: expected text in WINDOWS-1251, as its first line says, but that encoding is not read. Save it as UTF-8.",
        ),
        (specific(""), InputError, "x.xml: expected observations, but the message holds none. Ask the service again: the query may have matched nothing."),
        (
            BY_SERIES.replace('"41.5"', '"' + "7" * 3_000_000 + '"'),
            InputError,
            ("x.xml: expected values of at most 65,536 characters, but one of OBS_VALUE is longer. "
            "No code, number or note is that long: the file is broken. Get it again."),
        ),
        (
            BY_SERIES.replace("StructureSpecificData", "Structure"),
            UnsupportedError,
            "x.xml: expected a data message of SDMX-ML 2.1 or 3.0, but it holds structures and no observations. Add the data message of this structure.",
        ),
        (
            BY_SERIES.replace("StructureSpecificData", "CompactData").replace("v2_1", "v2_0"),
            UnsupportedError,
            ("x.xml: expected a data message of SDMX-ML 2.1 or 3.0, but its root is CompactData of http://www.sdmx.org/resources/sdmxml/schemas/v2_0/message. "
            "Ask the service for data in SDMX-ML 2.1 or 3.0, or in SDMX-CSV."),
        ),
        (
            BY_SERIES.replace('"60"', '"sixty"'),
            InputError,
            "x.xml: expected numbers in the column of values, but there is “sixty” (line 3). ",
        ),
    ],
    ids=["cut", "broken", "entities", "encoding", "unread encoding", "empty", "huge", "structures", "2.0", "words"],
)  # fmt: skip
def test_what_cannot_be_read_is_said(text, error, message):
    with pytest.raises(error) as raised:
        read(text)
    assert raised.value.message[: len(message)] == message
    assert message.endswith(" ") or raised.value.message == message


def test_nothing_outside_the_message_is_ever_opened(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("7")
    text = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{secret.as_uri()}">]>' + BY_SERIES.split("?>\n")[1].replace(
        '"60"', '"&a;"'
    )
    with pytest.raises(InputError, match="document type declaration"):
        read(text)


def test_what_the_standard_says_of_a_data_set_is_no_component_with_or_without_its_namespace():
    body = '<Obs SERIES="IT_USE_ii99" REF_AREA="516" SEX="F" TIME_PERIOD="2030" OBS_VALUE="41.5"/>'
    said = ' action="Information" setID="one" UNIT_MEASURE="PERCENT"'
    message = specific(body, SPACE_3, URN, "AllDimensions", said)
    reading = read_statistics(message.encode(), "said.xml", None)
    assert reading.observations.column("breakdown").to_pylist() == ["_T"]
