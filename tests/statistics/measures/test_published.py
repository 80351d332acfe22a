"""Every release of a value, those believed first."""

from dataclasses import replace
from datetime import date

from invented_observations import NAMES, USE, row

from stocktake.statistics.measures.published import Wanted, published_values
from stocktake.statistics.measures.request import PublisherFacts
from stocktake.statistics.measures.result import ResultSource
from stocktake.statistics.model import Source

ITU, BANK = PublisherFacts("Custodian", "Custodian"), PublisherFacts("Bank", "Bank")
SOURCES = {
    "a" * 64: Source("new.csv", "a" * 64, "plain", "Custodian", "Invented use"),
    "b" * 64: Source("old.csv", "b" * 64, "plain", "Custodian", "Invented use"),
    "c" * 64: Source("bank.csv", "c" * 64, "plain", "Bank"),
    "d" * 64: Source("somebody.csv", "d" * 64, "plain"),
    "e" * 64: Source("other.csv", "e" * 64, "plain", "Another"),
}


def held(hold, rows):
    facts = {"use": replace(USE, publishers=(ITU, BANK))}
    return hold(rows, indicators=facts, sources=SOURCES, names=NAMES)


def rows():
    return [
        row("ARC", 2023, 61.6, source="b" * 64, vintage=date(2024, 1, 1), row=7),
        row("ARC", 2022, 60.0, source="b" * 64, vintage=date(2024, 1, 1)),
        row("ARC", 2023, 65.0, source="a" * 64, vintage=date(2025, 1, 1)),
        row("ARC", 2023, 66.0, source="a" * 64, vintage=date(2025, 1, 1), age="Y15"),
        row("ARC", 2023, 64.0, source="c" * 64, vintage=date(2026, 1, 1), code="BANK"),
        row("ARC", 2023, 63.0, source="d" * 64, vintage=date(2027, 1, 1)),
        row("ARC", 2023, 62.0, source="e" * 64, vintage=None),
        row("ARC", 2023, 58.0, source="a" * 64, sex="F"),
        row("BOR", 2023, 12.0),
    ]


def test_those_believed_first_then_the_newest_and_nobody_last(hold):
    wanted = Wanted("use", "ARC", period="2023")
    found = published_values(held(hold, rows()), [wanted])[wanted]
    assert [(each.publisher, each.value, each.age) for each in found] == [
        ("Custodian", 65.0, None),
        ("Custodian", 66.0, "Y15"),
        ("Custodian", 61.6, None),
        ("Bank", 64.0, None),
        ("Another", 62.0, None),
        (None, 63.0, None),
    ]


def test_a_value_says_where_it_stands_and_how_it_was_printed(hold):
    wanted = Wanted("use", "ARC")
    found = published_values(held(hold, rows()), [wanted])[wanted]
    (old, older) = (each for each in found if each.source.file == "old.csv")
    assert (old.period, older.period) == ("2023", "2022")
    assert old.source == ResultSource("Invented use", "old.csv", 7, "b" * 64)
    assert (older.value, older.decimals) == (60.0, 1)
    assert (old.unit, old.status, old.code, old.vintage) == ("per cent", "A", "USE", date(2024, 1, 1))


def test_many_are_answered_in_one_question(hold):
    women, nobody = Wanted("use", "ARC", sex="female"), Wanted("use", "COK", location="rural")
    coded = Wanted("use", "ARC", sex="F")
    found = published_values(held(hold, rows()), [women, nobody, coded])
    assert [each.value for each in found[women]] == [58.0]
    assert found[coded] == found[women]
    assert found[nobody] == ()


def test_what_was_released_later_can_be_left_out(hold):
    wanted = Wanted("use", "ARC", period="2023")
    found = published_values(held(hold, rows()), [wanted], as_of=date(2024, 6, 1))[wanted]
    assert [each.value for each in found] == [61.6, 62.0]


def test_what_two_files_of_one_release_say_alike_is_there_once(hold):
    wanted = Wanted("use", "ARC")
    twice = [row("ARC", 2023, 65.0, source=each * 64) for each in "ab"]
    (found,) = published_values(held(hold, twice), [wanted])[wanted]
    assert found.source.file == "new.csv"


def test_nothing_wanted_is_nothing_asked(hold):
    assert published_values(held(hold, rows()), []) == {}
