"""Reading a file of records: every row checked, every problem with its place, nothing recorded.

Knows which formats there are, by which headings a sheet is told, which heading means which column, and what is passed
over on purpose: empty rows, and sheets without the headings. Each format brings a file to sheets of cells; each row is
understood by the rules of its form (``record_checking.py``).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from types import ModuleType
from typing import Any, Generic, NamedTuple, TypeVar

from stocktake.errors import nearest
from stocktake.register import contribution_checking, intake_csv, intake_json, intake_xlsx
from stocktake.register.columns import CONTRIBUTIONS
from stocktake.register.contribution import Contribution
from stocktake.register.form import EXAMPLE, EXPLAINED, Form, is_of_template
from stocktake.register.history import Record
from stocktake.register.intake_model import (
    Book,
    Cell,
    Line,
    Problem,
    Progress,
    RawJudgement,
    Sheet,
    Unreadable,
    broken,
)
from stocktake.register.mismatch import Mismatch
from stocktake.register.need import Need
from stocktake.register.needs_checking import MISMATCH_RULES, NEED_RULES, OFFER_RULES
from stocktake.register.offer import Offer
from stocktake.register.record_checking import Rules, Stamp, parse_record

FORMATS: tuple[ModuleType, ...] = (intake_xlsx, intake_json, intake_csv)
"""In order: the first that handles a file reads it."""
_FEWEST_HEADINGS = 2
# A title and a few lines of words may stand above the headings; so many rows are looked at.
_ROWS_ABOVE = 20
_SHOWN = 4
_EVERY = 500
R = TypeVar("R", bound=Record)


class Placed(NamedTuple, Generic[R]):
    """A record and where it stands in its file."""

    sheet: str
    number: int
    record: R
    unit: str = "row"

    def problem(self, column: str, what: str) -> Problem:
        """What is wrong in one of its cells."""
        return Problem(self.sheet, self.number, column, what, self.unit)


@dataclass(slots=True)
class Reading:
    """What a file holds: rows that are right, what is wrong with the others, sheets that were passed over.

    Attributes:
        rows: Its contributions.
        needs: Its needs.
        offers: Its offers.
        mismatches: Its mismatches.
        problems: What is wrong.
        passed_over: Sheets without the headings, by name.
        strange: What stands in them where headings should.
        judgements: Judgements on pairs of contributions, as the file has them.
        kinds: Of which records there are sheets, by the names of their forms, whether or not a row is right.
    """

    rows: list[Placed[Contribution]] = field(default_factory=list)
    needs: list[Placed[Need]] = field(default_factory=list)
    offers: list[Placed[Offer]] = field(default_factory=list)
    mismatches: list[Placed[Mismatch]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    judgements: tuple[RawJudgement, ...] = ()
    kinds: set[str] = field(default_factory=set)


class _Kind(NamedTuple):
    """One kind of records: its rules, and the rows of a file that are of it."""

    rules: Rules[Any]
    rows_of: Callable[[Reading], list[Placed[Any]]]


_KINDS = (
    _Kind(contribution_checking.RULES, lambda reading: reading.rows),
    _Kind(NEED_RULES, lambda reading: reading.needs),
    _Kind(OFFER_RULES, lambda reading: reading.offers),
    _Kind(MISMATCH_RULES, lambda reading: reading.mismatches),
)


class _Table(NamedTuple):
    """A sheet whose headings were understood: of which kind it is, and which column stands where."""

    sheet: Sheet
    kind: _Kind
    heads: dict[int, str]
    reported: frozenset[int]


def silent(_done: int, _total: int) -> None:
    """Show nothing of how far the work has come."""


def read_records(data: bytes, name: str, stamp: Stamp, progress: Progress = silent) -> Reading:
    """Every row of every sheet that holds contributions, needs, offers or mismatches.

    Args:
        data: The bytes of the file.
        name: What it is called, for messages.
        stamp: What a row is recorded with that does not say so itself.
        progress: Told how many rows are read, of how many.

    Raises:
        InputError: The file cannot be read at all, or no sheet has the headings.
    """
    book: Book = next(each for each in FORMATS if each.handles(data)).read(data, name)
    reading = Reading(judgements=book.judgements)
    total = sum(each.rows for each in book.sheets)
    for sheet in book.sheets:
        lines = iter(sheet.lines)
        table = _table(sheet, lines, reading)
        for line in lines if table else ():
            _read_line(table, line, stamp, reading)
            if line.number % _EVERY == 0:
                progress(line.number, max(total, line.number))
    if not reading.kinds and not reading.problems and not book.judgements:
        raise broken(
            name,
            f"it has none of the headings{_strange(reading)}",
            "Name the columns as a template does: stocktake evidence template; for needs and offers stocktake needs "
            "template.",
        )
    reading.problems += _mixed(reading)
    return reading


def _strange(reading: Reading) -> str:
    return f" ({'; '.join(reading.strange[:_SHOWN])})" if reading.strange else ""


def _mixed(reading: Reading) -> list[Problem]:
    contributions = CONTRIBUTIONS.name in reading.kinds or reading.judgements
    if not contributions or not reading.kinds - {CONTRIBUTIONS.name}:
        return []
    what = "it holds contributions, and needs or offers; take them in from files of their own"
    return [Problem("", 0, "", what)]


def _table(sheet: Sheet, lines: Iterator[Line], reading: Reading) -> _Table | None:
    """The sheet with its headings; None where it holds something else."""
    first = list(islice((line for line in lines if any(map(_said, line.cells))), 1))
    if not first:
        return None
    head = next(filter(partial(_is_head, sheet, first=first[0]), chain(first, islice(lines, _ROWS_ABOVE))), None)
    if head is None:
        reading.passed_over += [sheet.name] if sheet.name else []
        reading.strange += [_begins_with(sheet, first[0])]
        return None
    kind = _kind_of(sheet, head)
    form = kind.rules.form
    known = _known(form, head)
    if sheet.hidden:
        reading.problems.append(
            Problem(sheet.name, 0, "", f"it is hidden and holds {form.name}; show it or delete it")
        )
        return None
    reading.kinds.add(form.name)
    reading.problems += _head_problems(form, sheet, head, known)
    reading.problems += _merged_problems(sheet, head)
    heads = {at: name for at, name in enumerate(known) if name}
    return _Table(
        sheet, kind, heads, frozenset(at for at, cell in enumerate(head.cells) if _said(cell) and at not in heads)
    )


def _is_head(sheet: Sheet, line: Line, first: Line) -> bool:
    """Whether a row is that of the headings: two are enough in the first one, below it half of those needed."""
    form = _kind_of(sheet, line).rules.form
    found = set(_known(form, line)) - {None}
    if line is first:
        return len(found) >= _FEWEST_HEADINGS
    return 2 * len(found.intersection(form.needed)) >= len(form.needed)


def _known(form: Form, line: Line) -> list[str | None]:
    """The column that each cell of a row means as a heading."""
    return [form.heading_of(cell) if isinstance(cell, str) else None for cell in line.cells]


def _begins_with(sheet: Sheet, line: Line) -> str:
    """What stands where headings should."""
    words = [cell.strip() if isinstance(cell, str) else cell.what for cell in line.cells if _said(cell)]
    where = f"sheet {sheet.name!r}, " if sheet.name else ""
    return f"{where}row {line.number} begins with {', '.join(repr(each[:40]) for each in words[:_SHOWN])}"


def _kind_of(sheet: Sheet, head: Line) -> _Kind:
    """The kind that the format or the name of the sheet says, or whose headings stand there: those needed first."""

    def fits(kind: _Kind) -> tuple[bool, int, bool, int]:
        form = kind.rules.form
        known = set(_known(form, head))
        needed = len(known.intersection(form.needed))
        return sheet.of == form.name, needed, sheet.name.casefold() == form.name, len(known)

    return max(_KINDS, key=fits)


def _head_problems(form: Form, sheet: Sheet, head: Line, known: Sequence[str | None]) -> Iterator[Problem]:
    for at, (cell, name) in enumerate(zip(head.cells, known, strict=True)):
        if name is None and _said(cell):
            words = cell if isinstance(cell, str) else cell.what
            near = nearest(words.strip(), form.headings, 1)
            meant = f" (nearest: {near[0]})" if near else "; delete the column, or name it as the template does"
            yield Problem(
                sheet.name,
                head.number,
                _letter(at),
                f"the heading {words.strip()!r} is unknown{meant}",
                sheet.unit,
            )
        elif name is not None and name in known[:at]:
            yield Problem(
                sheet.name, head.number, _letter(at), f"the heading {name!r} stands there twice", sheet.unit
            )
    lacking = [name for name in form.needed if name not in known]
    # A file of withdrawals alone has no need of what a record says.
    if lacking and "withdraws" not in known:
        yield Problem(sheet.name, head.number, "", f"there is no heading {', '.join(lacking)}", sheet.unit)


def _merged_problems(sheet: Sheet, head: Line) -> Iterator[Problem]:
    for first, last, top, bottom in sheet.merged:
        if bottom >= head.number and first <= len(head.cells):
            where = f"{_letter(first - 1)}{top}:{_letter(last - 1)}{bottom}"
            yield Problem(
                sheet.name,
                top,
                _letter(first - 1),
                f"the cells {where} are merged; part them and fill in each",
                sheet.unit,
            )


def _letter(at: int) -> str:
    """The letters of a column as spreadsheets have them; the first is 0."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _said(cell: Cell) -> bool:
    return isinstance(cell, Unreadable) or bool(cell and not cell.isspace())


def _read_line(table: _Table | None, line: Line, stamp: Stamp, reading: Reading) -> None:
    if table is None or not any(map(_said, line.cells)):
        return
    sheet, heads = table.sheet, table.heads
    problems = [
        Problem(sheet.name, line.number, heads.get(at, _letter(at)), _wrong(cell), sheet.unit)
        for at, cell in enumerate(line.cells)
        if at not in table.reported and (isinstance(cell, Unreadable) or (at not in heads and _said(cell)))
    ]
    cells = {heads[at]: cell for at, cell in enumerate(line.cells) if at in heads and isinstance(cell, str)}
    rules = table.kind.rules
    first = rules.form.columns[0].name
    if is_of_template(cells.get(first, "")):
        marks = f"{EXAMPLE} or {EXPLAINED}"
        what = f"this row belongs to the template ({marks}); delete it, or write another name"
        reading.problems.append(Problem(sheet.name, line.number, first, what, sheet.unit))
        return
    made, faults = parse_record(rules, cells, stamp)
    # What is said of a heading that is absent is said once.
    unread = {each.column for each in problems} | (frozenset(rules.form.needed) - set(heads.values()))
    problems += [
        Problem(sheet.name, line.number, each.column, each.what, sheet.unit)
        for each in faults
        if each.column not in unread
    ]
    reading.problems += problems
    if made is not None and not problems:
        table.kind.rows_of(reading).append(Placed(sheet.name, line.number, made, sheet.unit))


def _wrong(cell: Cell) -> str:
    return cell.what if isinstance(cell, Unreadable) else "it stands under no heading"
