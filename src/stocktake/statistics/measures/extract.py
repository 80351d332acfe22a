"""The rows of one request, taken once: every observation that any of its measures may look at, kept by the engine.

Knows which indicators, parts of the people, years and releases a request means, and marks them. All measures of a
request read these few rows instead of all that is held, and what was read once is remembered until it is answered.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Any, TypeVar

from stocktake.statistics.measures.request import By, Holdings, Request
from stocktake.statistics.model import TOTAL
from stocktake.tables import COLUMNS, Engine, Kept, Question, Rows

if TYPE_CHECKING:
    import ibis
    import pyarrow as pa

SPLITS: tuple[By, ...] = ("sex", "location", "age")
YEAR_LENGTH = 4
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Extract:
    """The rows of a request.

    Attributes:
        engine: What answers.
        shape: What shapes the rows: the splits, and whether rows that do not count are among them.
        tables: What they are made from. The rows have the columns of ``tables.schema`` with ``release`` (the day, else
            the file's checksum); a missing unit is an empty word. And four marks: ``is_main``: of the indicator asked;
            ``is_weight``: of its denominator; ``counts``: yearly, of the people and the breakdown asked; ``is_asked``:
            it counts and is of a release asked.
        memory: What was read from them, by question.
    """

    engine: Engine
    shape: tuple[tuple[By, ...], bool]
    tables: Mapping[str, Rows]
    memory: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

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


def extracted(
    request: Request,
    holdings: Holdings,
    splits: Iterable[By] = (),
    *,
    gaps: bool = False,
    years: bool = False,
) -> tuple[Holdings, Extract]:
    """The holdings with the rows of the request, and those rows; as they are where they were taken before.

    Args:
        request: What is asked.
        holdings: What may be read.
        splits: By which dimensions values are looked at, besides the one that the request splits by.
        gaps: Whether rows that do not count are kept as well, so that what is not known can be told.
        years: Whether only the years asked are looked at, and no other indicator but the denominator.
    """
    if holdings.extract is not None:
        return holdings, holdings.extract
    wanted = {*splits, *([request.by] if request.by else [])}
    years = years and bool(request.periods)
    tables: dict[str, Rows] = {
        "observations": holdings.observations,
        "wanted": _wanted(request, holdings, years=years),
    }
    if years:
        tables["years"] = words_table("period", request.periods)
    shape = (tuple(each for each in SPLITS if each in wanted), gaps)
    extract = Extract(holdings.engine, shape, tables)
    return replace(holdings, extract=extract), extract


def related(request: Request, holdings: Holdings) -> tuple[str, ...]:
    """The other indicators that a measure of this one may need."""
    facts = holdings.facts(request.indicator)
    codes = (facts.denominator, facts.urban_share, facts.income, facts.exchange_rate, facts.income_share)
    return tuple(dict.fromkeys(code for code in codes if code and code != request.indicator))


def _wanted(request: Request, holdings: Holdings, *, years: bool) -> "pa.Table":
    """What is wanted of each indicator: one row each, a null where it does not matter."""
    import pyarrow as pa

    denominator = holdings.facts(request.indicator).denominator
    others = related(request, holdings) if not years else (denominator,) if denominator else ()
    codes = [request.indicator, *(code for code in others if code != request.indicator)]
    nothing = [None] * (len(codes) - 1)
    day = None if request.vintage in (None, "all") else request.vintage
    return pa.table(
        {
            "indicator": pa.array(codes, pa.string()),
            "is_main": [code == request.indicator for code in codes],
            "is_weight": [code == denominator for code in codes],
            "of_breakdown": pa.array([request.breakdown, *([TOTAL] * (len(codes) - 1))], pa.string()),
            "of_vintage": pa.array([day, *nothing], pa.date32()),
            "as_of": pa.array([request.as_of] * len(codes), pa.date32()),
        }
    )


def marked_rows(
    splits: tuple[By, ...],
    gaps: bool,
    *,
    observations: "ibis.Table",
    wanted: "ibis.Table",
    years: "ibis.Table | None" = None,
) -> "ibis.Table":
    """The values of the indicators wanted that were out on the as-of date, with their marks.

    Args:
        splits: The dimensions by which values may be split, one at a time.
        gaps: Whether rows that do not count are among them.
        observations: All that is held.
        wanted: What is wanted of each indicator.
        years: The years asked, in a column ``period``; None for all.
    """
    import ibis

    rows = observations
    if years is not None:
        rows = rows.semi_join(years, "period")
    rows = rows.inner_join(wanted, "indicator")
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
        release=ibis.coalesce(rows.vintage.cast("string"), rows.source),
        counts=counts if gaps else ibis.literal(value=True),
        is_asked=counts & of_vintage if gaps else of_vintage,
    ).mutate(unit=ibis._.unit.fill_null(""))


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
