"""The error tree: what a message says, and that errors survive the way between processes."""

import pickle

import pytest

from stocktake.errors import (
    InputError,
    InternalError,
    MissingPartError,
    NotFoundError,
    RequestError,
    StocktakeError,
    UnsupportedError,
    nearest,
)

EXIT_CODES = {
    RequestError: 2,
    InputError: 3,
    NotFoundError: 4,
    UnsupportedError: 5,
    MissingPartError: 5,
    InternalError: 1,
}


@pytest.mark.parametrize("kind", EXIT_CODES)
def test_exit_codes_and_the_whole_message(kind: type[StocktakeError]) -> None:
    error = kind(
        expected="a lamp", came="there is a wick", where="x", choices=["lantern", "light"], advice="Look."
    )
    assert error.exit_code == EXIT_CODES[kind]
    assert str(error) == "x: expected a lamp, but there is a wick. Nearest: lantern, light. Look."


def test_parts_that_are_empty_are_left_out() -> None:
    assert str(InputError(expected="a lamp", came="there is none")) == "expected a lamp, but there is none."


def test_an_error_survives_the_way_between_processes() -> None:
    error = InputError(expected="a lamp", came="there is none", where="x", choices=["wick"], advice="Look.")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (type(again), str(again), again.choices) == (InputError, str(error), ("wick",))


def test_nearest_choices_come_best_first() -> None:
    assert nearest("lampe", ["wick", "lamp", "lamps", "light"]) == ("lamp", "lamps")
