"""The rows of one request, taken once: every observation that any of its measures may look at, kept by the engine.

Knows how rows are marked by what is wanted of each indicator and whose the files are. All measures of a request read
these few rows instead of all that is held, and what was read once is remembered until it is answered. Knows neither
requests nor holdings: what they come to is in ``extract``.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Any, TypeVar

from stocktake.statistics.measures.dimensions import SPLITS, By
from stocktake.statistics.model import TOTAL
from stocktake.tables import COLUMNS, Engine, Kept, Question, Rows

if TYPE_CHECKING:
    import ibis
    import pyarrow as pa

YEAR_LENGTH = 4
TIER = 1000
"""Places of publishers that are believed alike lie within one thousand: ``place // TIER`` is their tier."""
_LAST = 1_000_000
"""The place of a file of which nothing is known."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Extract:
    """The rows of a request.

    Attributes:
        engine: What answers.
        shape: What shapes the rows: the splits, and whether rows that do not count are among them.
        tables: What they are made from. The rows have the columns of ``tables.schema`` with ``release`` (the day, else
            the file's checksum) and ``place`` (of the file's publisher among those believed, 0 for the first); a
            missing unit is an empty word. And four marks: ``is_main``: of the indicator asked; ``is_weight``: of its
            denominator; ``counts``: yearly, of the people and the breakdown asked; ``is_asked``: it counts and is of a
            release asked.
        memory: What was read from them, by question.
    """

    engine: Engine
    shape: tuple[tuple[By, ...], bool]
    tables: Mapping[str, Rows]
    memory: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def has_rivals(self) -> bool:
        """Whether the files are of publishers of whom one is believed before another."""
        return "files" in self.tables

    def once(self, key: Hashable, read: Callable[[], T]) -> T:
        """What ``read`` gives, asked once for each key."""
        if key not in self.memory:
            self.memory[key] = read()
        answer: T = self.memory[key]
        return answer

    def ask(
        self, question: Question, shape: tuple[Hashable, ...] = (), given: Mapping[str, Rows] | None = None
    ) -> "pa.Table":
        """What a question on the rows comes to; the engine keeps the rows from the first one on."""
        kept = self.once(Kept, lambda: self.engine.keep(marked_rows, self.shape, self.tables))
        return self.engine.ask(question, shape, {"rows": kept, **(given or {})})

    def ask_alone(self, question: Question) -> "pa.Table":
        """The same for a question that may be the only one: where the rows are not kept yet, they are not for it."""
        if Kept in self.memory:
            return self.ask(question)
        return self.engine.ask(of_marked_rows, (question, *self.shape), self.tables)


def marked_rows(
    splits: tuple[By, ...],
    gaps: bool,
    *,
    observations: "ibis.Table",
    wanted: "ibis.Table",
    **given: "ibis.Table",
) -> "ibis.Table":
    """The values of the indicators wanted that were out on the as-of date, with their marks.

    Args:
        splits: The dimensions by which values may be split, one at a time.
        gaps: Whether rows that do not count are among them.
        observations: All that is held.
        wanted: What is wanted of each indicator.
        **given: ``years``: the years asked, in a column ``period``, unless all are. ``files``: the ``place`` of each
            file's publisher by ``indicator`` and ``source``, unless all have the same.
    """
    import ibis

    rows = observations
    if "years" in given:
        rows = rows.semi_join(given["years"], "period")
    rows = _placed(rows.inner_join(wanted, "indicator"), given.get("files"))
    counts = (rows.period.length() == YEAR_LENGTH) & _one_split(rows, splits)
    counts &= rows.of_breakdown.isnull() | (rows.breakdown == rows.of_breakdown)
    of_vintage = rows.of_vintage.isnull() | (rows.vintage.identical_to(rows.of_vintage))
    rows = rows.filter(
        rows.value.notnull(),
        rows.vintage.isnull() | (rows.vintage <= rows.as_of),
        *([] if gaps else [counts]),
    )
    return rows.select(
        *COLUMNS,
        "is_main",
        "is_weight",
        "place",
        release=ibis.coalesce(rows.vintage.cast("string"), rows.source),
        counts=counts if gaps else ibis.literal(value=True),
        is_asked=counts & of_vintage if gaps else of_vintage,
    ).mutate(unit=ibis._.unit.fill_null(""))


def _placed(rows: "ibis.Table", files: "ibis.Table | None") -> "ibis.Table":
    """The rows with the place of their publisher; without those of files that are not asked for."""
    import ibis

    if files is None:
        return rows.mutate(place=ibis.literal(0, "int64"))
    rows = rows.left_join(files, ["indicator", "source"])
    rows = rows.filter(~rows.of_files | rows.place.notnull())
    return rows.mutate(place=rows.place.fill_null(_LAST))


def of_marked_rows(question: Question, *shape: Any, **tables: "ibis.Table") -> "ibis.Table":
    """A question asked of rows that are marked on the way."""
    return question(rows=marked_rows(*shape, **tables))


def _one_split(rows: "ibis.Table", wanted: Iterable[By]) -> Any:
    """At most one of the wanted dimensions is split, and no other."""
    whole = {name: rows[name] == TOTAL for name in SPLITS}
    always = [whole[name] for name in SPLITS if name not in wanted]
    split = [whole[name] for name in SPLITS if name in wanted]
    pairs = [split[a] | split[b] for a in range(len(split)) for b in range(a + 1, len(split))]
    return reduce(and_, [*always, *pairs]) if always or pairs else whole["sex"].notnull()


def of_parts(rows: "pa.Table", by: By | None) -> "pa.Table":
    """The rows whose dimensions are at their total, but for the one that is split."""
    import pyarrow.compute as pc

    for name in SPLITS:
        if name != by:
            rows = rows.filter(pc.equal(rows[name], TOTAL))
    return rows


def areas_given(areas: Iterable[str]) -> dict[str, Rows]:
    """The areas asked as a table ``areas`` for a question; none where all are."""
    words = tuple(areas)
    return {"areas": words_table("area", words)} if words else {}


def words_table(name: str, words: Iterable[str]) -> "pa.Table":
    """The words as a table of one column."""
    import pyarrow as pa

    return pa.table({name: strings_of(words)})


def strings_of(words: Iterable[str]) -> "pa.Array":
    """The words as an Arrow array."""
    import pyarrow as pa

    return pa.array(list(words), pa.string())
