"""What one text asks as of a date, and some of it by name, strength, theme and day."""

from datetime import date

import pytest
from invented import resolution
from workshop import document

from stocktake.review.asked import Wanted, addressee_names, all_names, list_asked, narrow

OPERATIVE = (
    (
        "Requests the Secretary-General to submit to the General Assembly, through the Economic and Social Council, a "
        "report on torn tails by 30 June 2043"
    ),
    "Invites Member States and the International Telecommunication Union to mend nine kites by the end of 2044",
    "Encourages the private sector of Examplia to close the digital divide in rural areas",
    "Welcomes the gift of nine balls of string",
)
AS_OF = date(2044, 1, 15)


@pytest.fixture(scope="module")
def asked():
    return list_asked(document(resolution(97, 901, operative=tuple(f"{each};" for each in OPERATIVE))), AS_OF)


def ids(asked) -> list[str]:
    return [each.commitment.id for each in asked]


def test_every_duty_in_the_order_of_the_text_with_its_state(asked):
    assert ids(asked) == ["97/901:1#1", "97/901:2#1", "97/901:3#1"]
    assert [each.state for each in asked] == ["passed", "ahead", "open-ended"]
    assert {each.text for each in asked} == {"A/RES/97/901"}


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), [1, 2, 3]),
        (Wanted(addressee="ITU"), [2]),
        (Wanted(addressee="international telecommunication union"), [2]),
        (Wanted(addressee="private"), [3]),
        (Wanted(addressee="Economic and Social Council"), []),
        (Wanted(naming="ECOSOC"), [1]),
        (Wanted(naming="General Assembly"), [1]),
        (Wanted(strength="invites"), [2]),
        (Wanted(due_by=date(2043, 6, 30)), [1]),
        (Wanted(due_by=date(2043, 6, 29)), []),
        (Wanted(due_by=date(2050, 1, 1)), [1, 2]),
        (Wanted(addressee="ITU", strength="requests"), []),
        (Wanted(theme="no such code"), []),
    ],
)
def test_some_by_what_is_wanted(asked, wanted: Wanted, found: list[int]):
    assert ids(narrow(asked, wanted)) == [f"97/901:{each}#1" for each in found]


def test_a_theme_is_wanted_by_its_code_in_any_case(asked):
    themed = next(each for each in asked if each.themes)
    assert ids(narrow(asked, Wanted(theme=themed.themes[0].lower()))) == [
        each.commitment.id for each in asked if themed.themes[0] in each.themes
    ]


def test_names_come_once_each_in_order(asked):
    assert addressee_names(asked[1].commitment) == ("Member States", "International Telecommunication Union")
    assert all_names(asked[0].commitment) == (
        "Secretary-General",
        "Economic and Social Council",
        "General Assembly",
    )


def test_a_text_without_a_symbol_goes_by_its_file():
    assert document("The General Assembly,\n\n1. Decides to fly a kite.\n", "kite.txt").name == "kite.txt"
