"""Settings are read strictly."""

import pytest

from stocktake.errors import InputError
from stocktake.workspace.settings import Settings, parse_settings, print_settings


def test_a_new_workspace_has_settings_that_can_be_read():
    assert parse_settings(print_settings(), "stocktake.toml") == Settings()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"schema = 1\nschem = 2\n",
            (
                "stocktake.toml: expected a known setting, but 'schem' is none. Nearest: schema. "
                "Take the line out or mend its name."
            ),
        ),
        (
            b"schema = 2\n",
            (
                "stocktake.toml: expected a workspace of layout 1, but this one has layout 2. "
                "Use the version of Stocktake that made it, or make a new workspace."
            ),
        ),
    ],
)
def test_what_is_wrong_is_said(data: bytes, message: str):
    with pytest.raises(InputError) as caught:
        parse_settings(data, "stocktake.toml")
    assert caught.value.message == message


def test_what_is_no_toml_is_refused():
    with pytest.raises(InputError, match="expected settings in TOML"):
        parse_settings(b"schema ! 1", "stocktake.toml")
