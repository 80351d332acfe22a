"""The loader of reference records: what is whole comes out in order, what is not is named by file and line."""

from dataclasses import dataclass
from datetime import date
from importlib.resources import files

import pytest

from stocktake.errors import InternalError
from stocktake.frameworks.listing import framework_names, framework_records
from stocktake.frameworks.records import Confidence, load_table, parse_records, parse_table

ADVICE = "Mend the file and run the tests of frameworks."


@dataclass(frozen=True)
class Lamp:
    name: str
    source: str
    confidence: Confidence
    oils: tuple[str, ...] = ()


def test_records_take_the_defaults_of_the_file_and_keep_its_order():
    text = """
about: Lamps of Examplia.
defaults: {source: invented, confidence: memory}
records:
  - {name: Red, oils: [fish, palm]}
  - {name: Green, source: the keeper, confidence: published}
"""
    red, green = parse_records(text, "lamps.yaml", Lamp)
    assert red == Lamp("Red", "invented", "memory", ("fish", "palm"))
    assert green == Lamp("Green", "the keeper", "published")


def test_all_faults_are_named_with_their_lines():
    text = """records:
  - {name: Red, source: invented, confidence: sure}
  - {name: Green, colour: green}
  - Blue
"""
    with pytest.raises(InternalError) as caught:
        parse_records(text, "lamps.yaml", Lamp)
    assert str(caught.value) == (
        "expected complete records in frameworks/data/lamps.yaml, but "
        "line 2: confidence is 'sure', not one of seed, published, memory, unsure; "
        "line 3: unknown field 'colour'; line 3: no 'confidence'; line 3: no 'source'; "
        "line 4: unknown field '(not a mapping)'; line 4: no 'confidence'; line 4: no 'name'; "
        "line 4: no 'source'. " + ADVICE
    )


def test_a_word_that_yaml_reads_as_something_else_is_a_fault():
    text = "records:\n  - {name: no, source: s, confidence: memory, oils: [fish, on]}\n"
    with pytest.raises(InternalError) as caught:
        parse_records(text, "lamps.yaml", Lamp)
    assert str(caught.value) == (
        "expected complete records in frameworks/data/lamps.yaml, but line 2: no 'name'; "
        "line 2: 'name' is False, which is of the wrong type; "
        "line 2: 'oils' is ['fish', True], which is of the wrong type. " + ADVICE
    )


@pytest.mark.parametrize("text", ["", "- Red", "records: none", "about: nothing"])
def test_a_file_without_records_is_refused(text: str):
    with pytest.raises(InternalError) as caught:
        parse_records(text, "lamps.yaml", Lamp)
    assert str(caught.value) == (
        "expected complete records in frameworks/data/lamps.yaml, but line 1: there is no list `records`. "
        + ADVICE
    )


def test_every_file_says_what_it_is_about():
    data = files("stocktake.frameworks").joinpath("data")
    yamls = [each for each in data.iterdir() if each.name.endswith(".yaml")]
    assert yamls
    assert [each.name for each in yamls if "about:" not in each.read_text("utf-8")] == []


@dataclass(frozen=True)
class Shelf:
    name: str
    source: str
    confidence: Confidence
    built: date | None = None
    boards: int = 0
    woods: tuple[str, ...] = ()


def test_the_rows_of_a_table_are_records_of_their_types():
    text = "name,built,boards,woods\nTall,2020-05-01,7,oak|ash\nBare,,,\n"
    tall, bare = parse_table(text, "shelves.csv", {"source": "s", "confidence": "memory"}, Shelf)
    assert tall == Shelf("Tall", "s", "memory", date(2020, 5, 1), 7, ("oak", "ash"))
    assert bare == Shelf("Bare", "s", "memory")


def test_the_faults_of_a_table_are_named_with_their_lines():
    text = "name,built,boards,colour\nTall,May,many,red\nCut\nLong,,,,more\n"
    with pytest.raises(InternalError) as caught:
        parse_table(text, "shelves.csv", {"source": "s", "confidence": "memory"}, Shelf)
    assert str(caught.value) == (
        "expected complete records in frameworks/data/shelves.csv, but line 2: unknown field 'colour'; "
        "line 2: 'built' is 'May', which is of the wrong type; line 2: 'boards' is 'many', which is of the wrong type; "
        "line 3: unknown field 'colour'; line 3: 'built' is '(no cell)', which is of the wrong type; "
        "line 3: 'boards' is '(no cell)', which is of the wrong type; "
        "line 4: unknown field '(more cells than columns)'. " + ADVICE
    )


def test_a_table_file_is_named_by_its_heading():
    with pytest.raises(InternalError) as caught:
        load_table("units", Shelf)
    assert str(caught.value) == (
        "expected complete records in frameworks/data/units.yaml, but line 1: there is no `table`. " + ADVICE
    )


def test_every_table_is_named_by_a_heading_and_listed():
    data = files("stocktake.frameworks").joinpath("data")
    tables = {each.name.removesuffix(".csv") for each in data.iterdir() if each.name.endswith(".csv")}
    assert tables
    assert tables <= set(framework_names())
    for name in sorted(tables):
        _, records = framework_records(name)
        assert records
        assert all(record["source"] and record["confidence"] for record in records)
