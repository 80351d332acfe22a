"""Words of a report as runs, cells and paragraphs, in the United Nations' style: small numbers written out, "per cent".

Knows how sentences are put together and how numbers, days and resolutions are written. Knows no review and computes
nothing.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from stocktake.publish.report.model import Cell, Paragraph, Points, Run, Runs, Source, TablePart
from stocktake.review.words import capital, long_date, place_name

Part = str | Run
"""A plain string is our own words."""
_WRITTEN_OUT = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_DAY = re.compile(r"(?<![\w.-])\d{4}-\d{2}-\d{2}(?![\w-]|\.\w)")
_LEADING = re.compile(r"^[1-9]\d?(?= [a-z])")
_PERCENT = re.compile(r"(?<=\d)\s?%")
_RESOLUTION = re.compile(r"(?P<organ>[AES])/RES/(?P<number>\S+)")
_CITED = re.compile(r"\bA/RES/(?=\d+/\d)")
_PREAMBULAR = re.compile(r"\b(?P<p>[Pp])aragraph P(?=\d)")
_CLAUSE = re.compile(r"(?:resolution |(?<![\w/.:-]))(?P<text>\d+/\d+):(?P<place>[^\s#]+)#r?\d+")
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
        kept = (*every[: most - 1], runs(f"And {number_words(len(every) - most + 1)} more {more}."))
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
    return _WRITTEN_OUT[number] if 0 <= number < len(_WRITTEN_OUT) else _digits(number)


def _digits(number: int) -> str:
    return f"{number:,}".replace(",", "\u00a0")


def series(counts: Mapping[str, int]) -> dict[str, str]:
    """The numbers of one series by what they count: under ten in words, all in digits where one of them is not."""
    in_digits = max(counts.values(), default=0) >= len(_WRITTEN_OUT)
    return {name: _digits(each) if in_digits and each else number_words(each) for name, each in counts.items()}


def leading(number: int, one: str, many: str | None = None) -> str:
    """The same at the beginning of a sentence, where numbers under a hundred stand in words: ``Forty-two duties``."""
    return f"{capital(_in_words(number))} {one if number == 1 else many or f'{one}s'}"


def _in_words(number: int) -> str:
    ten, hundred = len(_WRITTEN_OUT), 100
    if not ten <= number < hundred:
        return number_words(number)
    if number < ten + len(_TEENS):
        return _TEENS[number - ten]
    tens, ones = divmod(number, ten)
    return f"{_TENS[tens - 2]}-{_WRITTEN_OUT[ones]}" if ones else _TENS[tens - 2]


def are(number: int) -> str:
    """``is`` or ``are``, for what is counted before it."""
    return agreeing(number, "is", "are")


def agreeing(number: int, one: str, many: str) -> str:
    """The form of a verb for what is counted before it."""
    return one if number == 1 else many


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
    return own if not own or own[-1] in ".!?…" else f"{own}."


def in_style(words: str) -> str:
    """Sentences of the review in the United Nations' style: days and a leading number written out, ``%`` as words.

    Paragraphs and clauses that are named by our ids are named as a person would.
    """
    dated = _DAY.sub(lambda found: long_date(found[0]), words)
    cited = _CITED.sub("resolution ", _PERCENT.sub(" per cent", dated))
    cited = _PREAMBULAR.sub(lambda found: f"{found['p']}reambular paragraph ", cited)
    cited = _CLAUSE.sub(lambda found: f"resolution {found['text']}, {place_name(found['place'])}", cited)
    return _LEADING.sub(lambda found: capital(_in_words(int(found[0]))), cited)


def text_name(key: str) -> str:
    """What a text is called in a sentence: ``resolution 80/118``; a file's name where it prints no symbol."""
    found = _RESOLUTION.fullmatch(key)
    return f"{_ORGANS[found['organ']]} {found['number']}" if found else key


def texts_named(keys: Sequence[str], most: int) -> str:
    """Several texts: ``resolutions 62/182, 63/202 and two more``."""
    names = [text_name(each) for each in keys]
    if len(names) > 1 and all(each.startswith(f"{_ORGANS['A']} ") for each in names):
        return f"resolutions {some_of([each.removeprefix(_ORGANS['A']).strip() for each in names], most)}"
    return some_of(names, most)


def short_place(place: str) -> str:
    """A paragraph as a table names it: ``26``; ``preamble 33``; ``note 3``."""
    return place_name(place).removeprefix("paragraph ").replace("preambular paragraph", "preamble")
