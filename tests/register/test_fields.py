"""The values that a field takes, and what is said where it does not take one."""

from typing import get_args

import pytest

from stocktake.documents.commitments.model import Strength
from stocktake.errors import RequestError
from stocktake.register.fields import FIELDS, STRENGTHS, parse_field, parse_value, split_value


def test_the_strengths_are_those_of_the_duties():
    assert get_args(Strength) == STRENGTHS


def test_every_field_has_values():
    assert {
        field: parse_value(field, value)
        for field, value in zip(FIELDS, ("ITU", "2026", "C2", "other", "yes", "ITU", "Superseded"), strict=True)
    }


@pytest.mark.parametrize(
    ("field", "written", "kept"),
    [
        ("addressee", " Member  States ;Secretary-General;Member States", "Member States; Secretary-General"),
        ("addressee", "None", "none"),
        ("through", "Economic and Social Council", "Economic and Social Council"),
        ("deadline", "ga-81", "GA-81"),
        ("deadline", "GA-S-32", "GA-S-32"),
        ("deadline", "2026-03", "2026-03"),
        ("deadline", "NONE", "none"),
        ("theme", "c2; sdg9 ;GDC  1;C7-ehealth; C2", "C2; SDG 9; GDC 1; C7-ehealth"),
        ("strength", "Calls upon", "calls upon"),
        ("not-a-duty", "YES", "yes"),
    ],
)
def test_one_form_for_what_means_the_same(field, written, kept):
    assert parse_value(field, written) == kept
    assert parse_value(field, kept) == kept


def test_several_values_are_split():
    assert split_value("C2; SDG 9") == ("C2", "SDG 9")
    assert split_value("none") == ()


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("strength", "request", "expected a strength, but 'request' is none. Nearest: requests, urges. Name one of: decides, requests, urges, calls upon, invites, encourages, stresses, other."),
        ("deadline", "2026-02-30", "expected a deadline, but '2026-02-30' is none. Write a date as far as it is known (2026, 2026-03, 2026-03-31), the code of a session (GA-81) or none."),
        ("theme", "SDG 18", "expected codes of themes with semicolons between them, or none, but 'SDG 18' is none. Nearest: SDG 8, SDG 1, SDG 17. Write an action line (C2, C7-ehealth), a Goal (SDG 9) or an objective of the Compact (GDC 1)."),
        ("not-a-duty", "maybe", "expected yes (it is no duty) or no (it is one), but 'maybe' is neither. Write yes or no."),
        ("addressee", "none; ITU", "expected one or several names with semicolons between them, or none, but 'none; ITU' is neither. Write the names as the frameworks have them: Secretary-General; Member States."),
        ("addressee", " \n ", "expected a value, but nothing was written. Write it in a few words."),
        ("addressee", "x" * 1001, "expected a value of at most 1000 characters, but it has 1001. Write it shorter."),
        ("addressee", "a\u202eb", "expected a value in signs that can be seen, but it holds the character U+202E. Type it anew instead of pasting it."),
        ("addressee", "a\x1b[2J", "expected a value in signs that can be seen, but it holds the character U+001B. Type it anew instead of pasting it."),
        ("addressee", "a\udc80", "expected a value in signs that can be seen, but it holds the character U+DC80. Type it anew instead of pasting it."),
    ],
)  # fmt: skip
def test_what_a_field_does_not_take(field, value, message):
    with pytest.raises(RequestError) as error:
        parse_value(field, value)
    assert error.value.message == message


def test_a_field_that_is_none():
    assert parse_field(" Deadline ") == "deadline"
    with pytest.raises(RequestError) as error:
        parse_field("adressee")
    assert error.value.message == (
        "expected a field that can be corrected, but 'adressee' is none. Nearest: addressee. "
        "Name one of: addressee, deadline, theme, strength, not-a-duty, through, status."
    )
