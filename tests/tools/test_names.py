"""The rule of names: which names say nothing."""

from pathlib import Path

from check_names import wrong_names


def test_names_that_say_nothing_are_refused_wherever_they_stand():
    paths = [
        Path("src/lamp/utils.py"),
        Path("src/core/wick.py"),
        Path("tests/oil_helpers.py"),
        Path("src/lamp/wick.py"),
    ]
    assert wrong_names(paths) == [
        "src/lamp/utils.py: the name 'utils' says nothing of what it holds",
        "src/core/wick.py: the name 'core' says nothing of what it holds",
        "tests/oil_helpers.py: the name 'oil_helpers' says nothing of what it holds",
    ]
