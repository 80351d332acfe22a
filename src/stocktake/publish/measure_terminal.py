"""Results of measures in the terminal: what is published, what is made here, notes and sources. Computes nothing.

A publisher's figure and one of ours never stand in one column. What is the same on every line of a table stands once
above it; what has to be said of a line stands below under its letter, where it came from under its number.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from string import ascii_lowercase

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Words

from stocktake.publish.measure_words import (
    bounds_words,
    coverage_words,
    detail_heads,
    detail_words,
    headline,
    merged,
    number_words,
    of_whom,
    release_column,
    told_of,
)
from stocktake.publish.terminal import heading, indented, pages
from stocktake.review.words import counted, long_date
from stocktake.statistics.measures import Result, ResultSource
from stocktake.workspace.measuring import Measured

_SHORT_SHA = 12
_OURS = ("aggregate", "inequality")
_NONE = "–"
_ABOUT = ("area", "of whom")
_FOLDING = (*_ABOUT, "unit", "verdict")
_MANY = 6
"""With more lines than so many, only what holds a value back is told of each."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of a table.

    Attributes:
        head: What stands over it.
        cells: Its cells.
        number: It holds numbers, which stand on the right.
        caption: How its word is put where it is the same on every line and stands above the table instead.
    """

    head: str
    cells: list[str]
    number: bool = False
    caption: str | None = None


@dataclass(slots=True)
class _Legend:
    """The notes and sources named so far, in the order in which they were."""

    notes: list[str] = field(default_factory=list)
    sources: list[ResultSource] = field(default_factory=list)

    def note(self, words: str) -> str:
        """The letter under which words stand below; the same words have one letter, none has none."""
        if not words:
            return ""
        if words not in self.notes:
            self.notes.append(words)
        return letter(self.notes.index(words))

    def sources_of(self, result: Result) -> str:
        """The numbers of the files that a value stands in; a dash for one made from many."""
        several = result.details.get("sources")
        if result.source is None and isinstance(several, list):
            places = (ResultSource(None, each["file"], each["row"], each["sha256"]) for each in several)
            return " ".join(map(self.source, places)) or _NONE
        return _NONE if result.source is None else self.source(result.source)

    def source(self, source: ResultSource) -> str:
        """The number of a file, with the row after a colon."""
        digests = [each.sha256 for each in self.sources]
        if source.sha256 not in digests:
            self.sources.append(source)
            digests.append(source.sha256)
        number = str(digests.index(source.sha256) + 1)
        return number if source.row is None else f"{number}:{source.row}"


def letter(place: int) -> str:
    """The letters of the alphabet one after another, then ``aa``, ``ab`` and so on."""
    first, second = divmod(place, len(ascii_lowercase))
    return (ascii_lowercase[first - 1] if first else "") + ascii_lowercase[second]


def render_measure(measured: Measured) -> Group:
    """The page: one table for each measure, then the notes and the sources that its lines name."""
    legend = _Legend()
    title = f"{measured.indicator}  {measured.name}" if measured.name != measured.indicator else measured.name
    measures = dict.fromkeys(each.measure for each in measured.results)
    parts = [part for name in measures for part in _part(name, measured.results, legend)]
    notes = [(letter(at), words) for at, words in enumerate(legend.notes)]
    sources = [_source(*each) for each in enumerate(legend.sources, 1)]
    return pages(
        Words(title, style="bold"),
        Words(f"as of {long_date(measured.as_of.isoformat())}"),
        *parts,
        *_listing("Notes", "", [*notes, *(("", words) for words in measured.notes)]),
        *_listing("Sources", "In the tables, the number of the file and its row.", sources),
    )


def _part(name: str, results: Sequence[Result], legend: _Legend) -> list[RenderableType]:
    own = [each for each in results if each.measure == name]
    valued = [each for each in own if _is_answered(each)]
    shown = _last_ones(valued) if name in _OURS else valued
    lines = merged(shown)
    columns = _columns(lines, results, legend)
    caption = "; ".join(_leaving(columns))
    return [
        heading(headline(name)),
        *([indented(Words(caption, style="dim"))] if caption else []),
        *([indented(_tables(columns))] if shown else []),
        *_left_out(valued, shown, brief=len(lines) > _MANY),
        *_not_computed([each for each in own if not _is_answered(each)]),
    ]


def _is_answered(result: Result) -> bool:
    """Whether there is a value, or a verdict that needs none: a target that is met."""
    return result.value is not None or bool(result.details.get("verdict"))


def _last_ones(results: Sequence[Result]) -> list[Result]:
    """For each group and classification the last published value, and the last one held back."""
    last: dict[tuple[object, ...], Result] = {}
    for each in sorted(results, key=lambda one: one.period or ""):
        last[each.area, each.classified, of_whom(each), each.vintage, each.published] = each
    kept = {id(each) for each in last.values()}
    return [each for each in results if id(each) in kept]


def _columns(lines: Sequence[tuple[Result, str]], results: Sequence[Result], legend: _Legend) -> list[_Column]:
    rows = [each for each, _ in lines]
    brief = len(rows) > _MANY
    # Beside coverage and a span there is no room for them, and the notes hold them.
    is_full = any(each.coverage and (each.bounds or each.interval) for each in rows)
    before, after = ((), ()) if not rows or is_full else detail_heads(rows[0].measure)
    wanted = [
        _Column("year", [each.period or "" for each in rows]),
        _Column("area", [each.name for each in rows], caption="{}" if len(rows) > 1 else None),
        _Column("of whom", [of_whom(each) for each in rows], caption="{}"),
        _Column("classed", [told for _, told in lines], caption="members as classified {}"),
        *(
            _Column(head, [detail_words(each, name) for each in rows], number=name != "method")
            for head, name in before
        ),
        _Column("value", [_value(each) for each in rows], number=True),
        _Column("between", [bounds_words(each) for each in rows], number=True),
        _Column("unit", [each.unit or "unit not known" for each in rows], caption="{}"),
        _Column("coverage", [coverage_words(each) for each in rows], number=True),
        *(_Column(head, [detail_words(each, name) for each in rows]) for head, name in after),
        _Column("publ.", [_published(each, results) for each in rows], number=True),
        _Column("release", [release_column(each) for each in rows], caption="release {}"),
        _Column("source", [legend.sources_of(each) for each in rows]),
        _Column("note", [legend.note(told_of(each, brief=brief)) for each in rows]),
    ]
    return [each for each in wanted if any(each.cells)]


def _value(result: Result) -> str:
    if not result.published:
        return "held back"
    return number_words(result.value, exact=result.measure == "level") or _NONE


def _published(result: Result, results: Sequence[Result]) -> str:
    """What the publisher says for the same group and year, beside ours; a dash where nothing of it is shown."""
    if result.measure != "aggregate":
        return ""
    key = (result.area, result.period, of_whom(result))
    same = (
        each
        for each in results
        if each.measure == "level" and each.value is not None and (each.area, each.period, of_whom(each)) == key
    )
    found = sorted(same, key=lambda each: each.vintage != result.vintage)
    is_one = len({each.vintage for each in found}) == 1 or (found and found[0].vintage == result.vintage)
    return number_words(found[0].value, exact=True) if is_one else _NONE


def _leaving(columns: list[_Column]) -> list[str]:
    """What stands above the table: the columns that say one thing on every line are taken out of it."""
    gone = [each for each in columns if each.caption and len(set(each.cells)) == 1]
    for each in gone:
        columns.remove(each)
    return [str(each.caption).format(each.cells[0]) for each in gone]


def _tables(columns: Sequence[_Column]) -> RenderableType:
    """The table; where coverage takes the room, whom several lines are about stands above them."""
    about = [each for each in columns if each.head in _ABOUT]
    whom = [", ".join(filter(None, cells)) for cells in zip(*(each.cells for each in about), strict=True)]
    has_coverage = any(each.head == "coverage" for each in columns)
    if not has_coverage or len(set(whom)) == len(whom):
        return _table(columns, range(len(columns[0].cells)))
    rest = [each for each in columns if each.head not in _ABOUT]
    parts: list[RenderableType] = [_table(rest, (), fixed=True)]
    for name in dict.fromkeys(whom):
        places = [at for at, each in enumerate(whom) if each == name]
        parts += [Words(name), indented(_table(rest, places, fixed=True, head=False))]
    return Group(*parts)


def _table(columns: Sequence[_Column], places: Iterable[int], *, fixed: bool = False, head: bool = True) -> Table:
    """The lines at these places; ``fixed`` columns are as wide as their widest cell, wherever that stands."""
    table = Table(
        box=box.SIMPLE_HEAD if head else None,
        show_header=head,
        pad_edge=False,
        show_edge=False,
        padding=(0, 1, 0, 0) if head else (0, 2, 0, 0),
    )
    for each in columns:
        folds = each.head in _FOLDING
        table.add_column(
            each.head,
            justify="right" if each.number else "left",
            no_wrap=not folds,
            overflow="fold",
            width=max(map(len, (each.head, *each.cells))) if fixed else None,
        )
    for at in places:
        table.add_row(*(Words(each.cells[at]) for each in columns))
    return table


def _left_out(valued: Sequence[Result], shown: Sequence[Result], *, brief: bool) -> list[RenderableType]:
    """What is not shown here, and where it is."""
    words = []
    if len(shown) < len(valued):
        words.append(f"{counted(len(valued) - len(shown), 'value')} of the years between")
    if brief and any(each.coverage for each in shown):
        words.append("who is not counted")
    return [indented(Words(f"Not shown here: {' and '.join(words)}; see --json or --csv.", style="dim"))] * bool(
        words
    )


def _not_computed(results: Sequence[Result]) -> list[RenderableType]:
    """What has no value: the reason once, with all that it holds for."""
    reasons: dict[str, list[str]] = {}
    for each in results:
        period = f" {each.period}" if each.period else ""
        part = f" ({of_whom(each)})" if of_whom(each) else ""
        reasons.setdefault(each.because, []).append(f"{each.name}{period}{part}")
    return [
        indented(Words(f"No value: {', '.join(dict.fromkeys(areas))}. {because}"))
        for because, areas in reasons.items()
    ]


def _listing(title: str, words: str, rows: Sequence[tuple[str, str]]) -> list[RenderableType]:
    if not rows:
        return []
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True, justify="right")
    table.add_column(overflow="fold")
    for mark, told in rows:
        table.add_row(mark, Words(told))
    return [heading(title), *([indented(Words(words, style="dim"))] if words else []), indented(table)]


def _source(number: int, source: ResultSource) -> tuple[str, str]:
    name = f"{source.name}: " if source.name and source.name != source.file else ""
    return str(number), f"sha256 {source.sha256[:_SHORT_SHA]}  {name}{source.file}"
