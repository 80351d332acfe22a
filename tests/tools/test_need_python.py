"""The one sentence for a Python that cannot run Stocktake."""

from need_python import fault, has_venv


def test_an_old_python_is_told_what_to_do():
    assert fault((3, 9, 2), has_venv=True) == (
        "Stocktake needs Python 3.11 or later, but this is Python 3.9: say make PYTHON=python3.11."
    )


def test_a_python_without_environments_is_told_what_to_install():
    assert fault((3, 12, 1), has_venv=False) == (
        "This Python cannot make environments: install the package python3.12-venv and try again."
    )


def test_a_whole_python_has_no_fault():
    assert fault((3, 11, 0), has_venv()) == ""
