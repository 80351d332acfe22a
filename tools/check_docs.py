"""House rule: what a person can meet is explained. Exits 1 and names what the documents leave out or get wrong.

Every command and option, finding code, error, exit code, format and setting is named in ``docs/reference``; every
link leads to a file (and a heading) that is there, and so does every page that the program names; every ``make``
target and ``stocktake`` command that a page tells to type exists.
"""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

REFERENCE = Path("docs") / "reference"
_LINK = re.compile(r"(?<!\!)\[[^\]\n]+\]\(([^)\s]+)\)|!\[[^\]\n]*\]\(([^)\s]+)\)")
_CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
_PAGE = re.compile(r"\bdocs/[\w/-]+\.md\b")
_TARGET = re.compile(r"\bmake ([a-z]+)\b")
_COMMAND = re.compile(r"\bstocktake ([a-z]+)\b(?!\.)(?: ([a-z]+)\b)?")


def unnamed(names: Sequence[str], text: str) -> list[str]:
    """The names that stand nowhere in the code words of a page."""
    code = " ".join(_CODE.findall(text))
    return [name for name in names if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", code)]


def broken_links(page: Path, text: str) -> Iterator[str]:
    """One line for each link of a page to a file or heading that is not there."""
    for found in _LINK.finditer(_CODE.sub("", text)):
        link = found[1] or found[2]
        if "://" not in link and not link.startswith("mailto:"):
            yield from _broken_link(page, link)


def _broken_link(page: Path, link: str) -> Iterator[str]:
    path, _, heading = link.partition("#")
    target = page.parent / path if path else page
    if not target.exists():
        yield f"{page}: the link {link} leads nowhere"
    elif heading and heading not in anchors(target.read_text("utf-8")):
        yield f"{page}: {target.name} has no heading #{heading}"


def unwritten_pages(module: Path, source: str) -> list[str]:
    """One line for each page of ``docs`` that a module sends its reader to and that is not there."""
    return [
        f"{module}: there is no {page}" for page in sorted(set(_PAGE.findall(source))) if not Path(page).is_file()
    ]


def anchors(text: str) -> set[str]:
    """The names by which the headings of a Markdown page can be linked."""
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def unknown_calls(page: Path, text: str, targets: set[str], commands: set[str]) -> Iterator[str]:
    """One line for each ``make`` target and each command that a page names and that is not there."""
    code = "\n".join(_CODE.findall(text))
    yield from (
        f"{page}: there is no target `make {name}`" for name in _TARGET.findall(code) if name not in targets
    )
    groups = {name.split()[0] for name in commands if " " in name}
    for first, second in _COMMAND.findall(code):
        name = f"{first} {second}" if first in groups and second else first
        if name not in commands:
            yield f"{page}: there is no command `stocktake {name}`"


def make_targets(makefile: str) -> set[str]:
    """The targets that a Makefile says what they do of."""
    return set(re.findall(r"^([a-z]+):.*##", makefile, re.MULTILINE))


def command_options() -> Mapping[str, list[str]]:
    """Every command of the program with its options, except ``--help``; of a group as ``needs add``."""
    from typer.main import get_command

    from stocktake.cli.app import app

    return dict(_options_below(get_command(app)))


def _options_below(group: Any, before: str = "") -> Iterator[tuple[str, list[str]]]:
    for name, command in getattr(group, "commands", {}).items():
        options = [option for each in command.params for option in each.opts if option.startswith("--")]
        yield before + name, [each for each in options if each != "--help"]
        yield from _options_below(command, f"{before}{name} ")


def reference_names(commands: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """For each page of the reference, what has to stand there."""
    from stocktake.documents.sources import SOURCES
    from stocktake.errors import StocktakeError
    from stocktake.findings import Code
    from stocktake.workspace.settings import Settings

    errors = StocktakeError.__subclasses__()
    options = sorted({option for each in commands.values() for option in each})
    return {
        "commands.md": [*(name if " " in name else f"stocktake {name}" for name in commands), *options],
        "findings.md": [code.value for code in Code],
        "errors.md": [*(each.__name__ for each in errors), *sorted({str(each.exit_code) for each in errors})],
        "formats.md": [source.NAME.lower() for source in SOURCES],
        "workspace.md": [each.name for each in fields(Settings)],
    }


def main() -> int:
    """The exit code: 1 where the documents leave something out or get it wrong."""
    commands = command_options()
    targets = make_targets(Path("Makefile").read_text("utf-8"))
    faults: list[str] = []
    for page in sorted([*Path().glob("*.md"), *Path("docs").rglob("*.md")]):
        text = page.read_text("utf-8")
        faults += [*broken_links(page, text), *unknown_calls(page, text, targets, set(commands))]
    for module in sorted(Path("src").rglob("*.py")):
        faults += unwritten_pages(module, module.read_text("utf-8"))
    for name, needed in reference_names(commands).items():
        text = (REFERENCE / name).read_text("utf-8")
        faults += [f"{REFERENCE / name}: does not name `{each}`" for each in unnamed(needed, text)]
    print("\n".join(faults), end="\n" if faults else "")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
