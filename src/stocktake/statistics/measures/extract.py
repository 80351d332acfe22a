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
from stocktake.tables import Engine, Kept, Question

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
        rows: The columns of ``tables.schema`` with ``release`` (the day, else the file's checksum); a missing unit is an
            empty word. And four marks: ``is_main``: of the indicator asked; ``is_weight``: of its denominator;
            ``counts``: yearly, of the people and the breakdown asked; ``is_asked``: it counts and is of a release asked.
        memory: What was read from them, by question.
    """

    engine: Engine
    rows: "ibis.Table"
    memory: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, key: Hashable, read: Callable[[], T]) -> T:
        """What ``read`` gives, asked once for each key."""
        if key not in self.memory:
            self.memory[key] = read()
        answer: T = self.memory[key]
        return answer

    def ask(
        self, question: Question, shape: tuple[Hashable, ...] = (), given: Mapping[str, "pa.Table"] | None = None
    ) -> "pa.Table":
        """What a question on the rows comes to; the engine keeps the rows from the first one on."""
        kept = self.once(Kept, lambda: self.engine.keep(self.rows))
        return self.engine.ask(question, shape, {"rows": kept}, given)

    def ask_alone(self, question: Question) -> "pa.Table":
        """The same for a question that may be the only one: where the rows are not kept yet, they are not for it."""
        return self.ask(question) if Kept in self.memory else self.engine.collect(question(rows=self.rows))


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
    rows = _marked(request, holdings, wanted, years=years)
    if not gaps:
        rows = rows.filter(rows.counts)
    if years and request.periods:
        rows = rows.filter(rows.period.isin(request.periods))
    extract = Extract(holdings.engine, rows)
    return replace(holdings, extract=extract), extract


def related(request: Request, holdings: Holdings) -> tuple[str, ...]:
    """The other indicators that a measure of this one may need."""
    facts = holdings.facts(request.indicator)
    codes = (facts.denominator, facts.urban_share, facts.income, facts.exchange_rate, facts.income_share)
    return tuple(dict.fromkeys(code for code in codes if code and code != request.indicator))


def _marked(request: Request, holdings: Holdings, wanted: set[By], *, years: bool) -> "ibis.Table":
    """The values of the indicators needed that were out on the as-of date, with their marks."""
    import ibis

    rows = holdings.observations
    facts = holdings.facts(request.indicator)
    others = [facts.denominator or ""] if years else related(request, holdings)
    rows = rows.filter(
        rows.indicator.isin([request.indicator, *others]) if others else rows.indicator == request.indicator,
        rows.value.notnull(),
        rows.vintage.isnull() | (rows.vintage <= ibis.date(request.as_of.isoformat())),
    )
    is_main = rows.indicator == request.indicator
    counts = (rows.period.length() == YEAR_LENGTH) & _one_split(rows, wanted)
    if request.breakdown is None:
        counts &= is_main | (rows.breakdown == TOTAL)
    else:
        counts &= rows.breakdown == ibis.ifelse(is_main, request.breakdown, TOTAL)
    is_asked = counts
    if request.vintage is not None and request.vintage != "all":
        day = ibis.date(request.vintage.isoformat())
        of_the_day = (rows.vintage == day).fill_null(False)  # noqa: FBT003 (Ibis takes it by place only)
        is_asked = counts & (~is_main | of_the_day)
    return rows.mutate(
        unit=rows.unit.fill_null(""),
        release=ibis.coalesce(rows.vintage.cast("string"), rows.source),
        is_main=is_main,
        is_weight=rows.indicator == (facts.denominator or ""),
        counts=counts,
        is_asked=is_asked,
    )


def _one_split(rows: "ibis.Table", wanted: set[By]) -> Any:
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


def areas_given(areas: Iterable[str]) -> dict[str, "pa.Table"]:
    """The areas asked as a table ``areas`` for a question; none where all are."""
    import pyarrow as pa

    words = strings_of(areas)
    return {"areas": pa.table({"area": words})} if len(words) else {}


def strings_of(words: Iterable[str]) -> "pa.Array":
    """The words as an Arrow array."""
    import pyarrow as pa

    return pa.array(list(words), pa.string())
