"""Words of a report as runs, cells and paragraphs, in the United Nations' style: small numbers written out, "per cent".

Knows how sentences are put together and how numbers, days and resolutions are written. Knows no review and computes
nothing.
"""

import re
from collections.abc import Iterable, Sequence

from stocktake.publish.report.model import Cell, Paragraph, Points, Run, Runs, Source, TablePart
from stocktake.review.words import capital, long_date

Part = str | Run
"""A plain string is our own words."""
_WRITTEN_OUT = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_DAY = re.compile(r"(?<![\w.-])\d{4}-\d{2}-\d{2}(?![\w.-])")
_PERCENT = re.compile(r"(?<=\d)\s?%")
_RESOLUTION = re.compile(r"(?P<organ>[AES])/RES/(?P<number>\S+)")
_ORGANS = {"A": "resolution", "E": "Economic and Social Council resolution", "S": "Security Council resolution"}
MOST_ROWS = 60
"""So many rows of a table stand in a report; the rest stands in its annex."""


def plain(text: str, *sources: Source) -> Run:
    """Our own words, with what they come from."""
    return Run(text, sources=sources)


def quoted(text: str, language: str | None = None, *sources: Source) -> Run:
    """Words of a text, verbatim."""
    return Run(text, "quoted", language or "", sources)


def bold(text: str) -> Run:
    """Words that lead into a point."""
    return Run(text, "bold")


def runs(*parts: Part) -> Runs:
    """The parts as runs, empty ones left out."""
    return tuple(each for part in parts if (each := plain(part) if isinstance(part, str) else part).text)


def paragraph(*parts: Part) -> Paragraph:
    """A numbered paragraph."""
    return Paragraph(runs(*parts))


def points(items: Iterable[Runs], most: int, more: str) -> tuple[Points, ...]:
    """Lettered points, at most so many; nothing where there are none.

    Args:
        items: The points.
        most: How many are shown.
        more: What is left out, for the last point: ``figures``.
    """
    every = tuple(items)
    kept = every[:most]
    if len(every) > most:
        kept = (*every[: most - 1], runs(f"And {counted(len(every) - most + 1, 'more', 'more')} {more}."))
    return (Points(kept),) if kept else ()


def cell(*parts: Part) -> Cell:
    """A cell with words."""
    return Cell(runs(*parts))


def number_cell(number: int | str) -> Cell:
    """A cell with a number, printed as it is."""
    return Cell(runs(str(number)), is_number=True)


def table(title: str, columns: Sequence[tuple[str, float]], rows: Iterable[Sequence[Cell]]) -> TablePart:
    """A table of columns, each with its head and its width; sources and notes are added with ``replace``."""
    heads, widths = zip(*columns, strict=True)
    return TablePart(title, heads, tuple(tuple(row) for row in rows), widths=widths)


def counted(number: int, one: str, many: str | None = None) -> str:
    """``no duties``, ``one duty``, ``nine duties``, ``42 duties``, ``1 250 duties``: numbers under ten in words."""
    return f"{number_words(number)} {one if number == 1 else many or f'{one}s'}"


def number_words(number: int) -> str:
    """A number under ten in words, any other in digits, in groups of three."""
    return _WRITTEN_OUT[number] if 0 <= number < len(_WRITTEN_OUT) else f"{number:,}".replace(",", "\u00a0")


def are(number: int) -> str:
    """``is`` or ``are``, for what is counted before it."""
    return "is" if number == 1 else "are"


def listed(names: Sequence[str], last: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    *first, end = names or ("",)
    return f"{', '.join(first)} {last} {end}" if first else end


def some_of(names: Sequence[str], most: int) -> str:
    """The first names, and how many more there are."""
    if len(names) <= most:
        return listed(names)
    return f"{', '.join(names[:most])} and {number_words(len(names) - most)} more"


def sentence(words: str) -> str:
    """Words as a sentence: a capital first, a full stop at the end."""
    own = capital(words.strip())
    return own if not own or own[-1] in ".!?" else f"{own}."


def in_style(words: str) -> str:
    """Sentences of the review in the United Nations' style: days written out, ``%`` as ``per cent``."""
    dated = _DAY.sub(lambda found: long_date(found[0]), words)
    return _PERCENT.sub(" per cent", dated)


def text_name(key: str) -> str:
    """What a text is called in a sentence: ``resolution 80/118``; a file's name where it prints no symbol."""
    found = _RESOLUTION.fullmatch(key)
    return f"{_ORGANS[found['organ']]} {found['number']}" if found else key
