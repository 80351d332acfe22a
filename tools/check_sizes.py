"""House rule: small functions and small files. Exits 1 and names what is too long.

A function counts the lines from its ``def`` to its end, without blank lines and without docstrings; what is nested
in it counts too. Nine functions in ten stay under 25 lines, none goes over 60; no file goes over 400 lines.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

USUAL = 25
LONGEST = 60
FILE = 400
ONE_IN = 10
FUNCTION_FOLDERS = ("src", "tools", "bench")
FILE_FOLDERS = ("src", "tools", "bench", "tests")


@dataclass(frozen=True, slots=True)
class Function:
    """A function: where it stands, its name, and how many lines it has."""

    place: str
    name: str
    lines: int


def functions_in(source: str, path: str) -> Iterator[Function]:
    """Every function of one module, nested ones and methods included."""
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield Function(f"{path}:{node.lineno}", node.name, _length(node, lines))


def _length(function: ast.AST, lines: list[str]) -> int:
    start, end = _extent(function)
    skipped = {line for node in ast.walk(function) for line in _docstring(node)}
    return sum(1 for line in range(start, end + 1) if line not in skipped and lines[line - 1].strip())


def _extent(node: ast.AST) -> tuple[int, int]:
    return int(getattr(node, "lineno", 0)), int(getattr(node, "end_lineno", 0))


def _docstring(node: ast.AST) -> range:
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) or not ast.get_docstring(node):
        return range(0)
    first, last = _extent(node.body[0])
    return range(first, last + 1)


def function_faults(functions: list[Function]) -> list[str]:
    """One line for each function over the limit, and one where too many are long."""
    faults = [
        f"{each.place}: {each.name} has {each.lines} lines, at most {LONGEST}"
        for each in functions
        if each.lines > LONGEST
    ]
    long = [each for each in functions if each.lines >= USUAL]
    if len(long) * ONE_IN > len(functions):
        faults.append(f"{len(long)} of {len(functions)} functions have {USUAL} lines or more, at most one in ten")
        faults += [
            f"  {each.place}: {each.name} has {each.lines}" for each in sorted(long, key=lambda each: -each.lines)
        ]
    return faults


def file_faults(path: Path) -> list[str]:
    """One line where the file is too long, else none."""
    count = len(path.read_text("utf-8").splitlines())
    return [f"{path}: {count} lines, at most {FILE}"] if count > FILE else []


def _modules(folders: tuple[str, ...]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(Path(folder).rglob("*.py"))


def main() -> int:
    """The exit code: 1 where something is too long."""
    functions = [
        each for path in _modules(FUNCTION_FOLDERS) for each in functions_in(path.read_text("utf-8"), str(path))
    ]
    faults = function_faults(functions) + [fault for path in _modules(FILE_FOLDERS) for fault in file_faults(path)]
    print("\n".join(faults), end="\n" if faults else "")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
