"""The rule of sizes: how lines are counted, and what is refused."""

from pathlib import Path

from check_sizes import FILE, LONGEST, Function, file_faults, function_faults, functions_in

MODULE = '''
class Lamp:
    def light(self) -> None:
        """Light it.

        Twice, if it rains.
        """
        wick = 1

        def trim() -> int:
            """Trim."""
            return wick
        trim()

def off() -> None: ...
'''


def test_blank_lines_and_docstrings_do_not_count_and_nested_functions_do():
    counted = {each.name: each.lines for each in functions_in(MODULE, "lamp.py")}
    assert counted == {"light": 5, "off": 1, "trim": 2}


def test_a_function_over_the_limit_is_named_with_its_place():
    functions = [Function("lamp.py:3", "light", LONGEST + 1), *[Function("lamp.py:9", "off", 1)] * 20]
    assert function_faults(functions) == ["lamp.py:3: light has 61 lines, at most 60"]


def test_more_than_one_long_function_in_ten_is_a_fault():
    functions = [Function("lamp.py:3", "light", 25), *[Function("lamp.py:9", "off", 24)] * 8]
    assert function_faults(functions) == [
        "1 of 9 functions have 25 lines or more, at most one in ten",
        "  lamp.py:3: light has 25",
    ]
    assert function_faults([*functions, Function("lamp.py:9", "off", 24)]) == []


def test_a_file_over_the_limit_is_named(tmp_path: Path):
    path = tmp_path / "lamp.py"
    path.write_text("x\n" * FILE, "utf-8")
    assert file_faults(path) == []
    path.write_text("x\n" * (FILE + 1), "utf-8")
    assert file_faults(path) == [f"{path}: 401 lines, at most 400"]
