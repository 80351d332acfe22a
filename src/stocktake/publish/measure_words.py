"""How numbers, spans, coverage and releases of results are worded, the same wherever they are printed for a person.

Knows how many places a person wants to see. The values themselves are never changed: JSON and CSV hold them unrounded.
"""

from collections.abc import Iterator, Sequence

from stocktake.frameworks.breakdowns import breakdown_parts
from stocktake.statistics.measures import Result
from stocktake.values.interval import Interval

_THOUSAND = 1000
_TEN = 10
_PERCENT = 100
_RATIO = "ratio"

_HEADLINES = {
    "level": "As published",
    "aggregate": "Made here from the members of each group",
    "parity": "Parity by sex: the rate of women divided by that of men",
    "gap": "Gap: the first rate divided by the second",
    "affordability": "Affordability: a month's price in a month's income",
    "distance": "Distance to the target",
    "band": "Score and band of the target, on its publisher's scale",
    "progress": "Progress, by four methods",
    "projection": "Projection: an estimate, not data",
    "inequality": "Inequality between countries: the Gini index, and Theil's with its parts",
    "behind": "Years behind",
    "pillars": "The mean of the parts, beside the index as published",
    "coverage": "What is not known",
    "revision": "Revisions: the past as released again, no change in the world",
}
"""What each measure is called above its table."""


_DETAILS: dict[str, tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]] = {
    "parity": ((("women", "female"), ("men", "male")), ()),
    "gap": ((("urban", "urban"), ("rural", "rural")), ()),
    "inequality": ((), (("Theil", "theil"), ("between", "between"), ("within", "within"))),
    "band": ((("indicator", "value"),), (("band", "band"),)),
    "pillars": ((), (("published", "published"),)),
    "distance": ((("target", "target_value"), ("by", "target_year")), ()),
    "progress": ((("method", "method"),), (("verdict", "verdict"),)),
    "projection": ((("for", "goal_year"),), (("chance", "probability"), ("reached", "year_reached"))),
}
"""Details of a measure that stand in its table, with their heads: those before the value and those after it."""


def detail_heads(measure: str) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    """The heads and names of the details that stand before and after the value of a measure."""
    return _DETAILS.get(measure, ((), ()))


def detail_words(result: Result, name: str) -> str:
    """A detail for a person; nothing where there is none. A whole number is a year or a target, printed as it is."""
    detail = result.details.get(name)
    if isinstance(detail, float) and not detail.is_integer():
        return number_words(detail)
    return f"{detail:.0f}" if isinstance(detail, float) else "" if detail is None else str(detail)


def headline(measure: str) -> str:
    """What stands above the table of a measure; its name where nothing better is known."""
    return _HEADLINES.get(measure, measure)


def number_words(value: float | None, *, exact: bool = False, unit: str | None = None) -> str:
    """A number for a person: two places (one where it is computed here), four (three) below ten, none above a thousand.

    A ratio has two places, as ratios are published.

    Args:
        value: The number; None gives nothing.
        exact: It is printed by its publisher, so that one more place is shown.
        unit: Its unit, where the places follow from it.
    """
    if value is None:
        return ""
    if unit == _RATIO:
        return f"{value:z.2f}"
    if abs(value) >= _THOUSAND:
        return f"{value:,.0f}".replace(",", " ")
    words = f"{value:z.{_places(value, exact=exact)}f}"
    return words.rstrip("0").rstrip(".") if exact else words


def _places(value: float, *, exact: bool = False) -> int:
    if abs(value) >= _THOUSAND:
        return 0
    return (2 if abs(value) >= _TEN else 4) - (0 if exact else 1)


def span_words(span: Interval | None) -> str:
    """Both ends of a span, rounded outwards so that it still holds every number; nothing where there is none."""
    if span is None:
        return ""
    low, high = span.outward(_places(span.low)).low, span.outward(_places(span.high)).high
    return f"{number_words(low)}–{number_words(high)}"


def bounds_words(result: Result) -> str:
    """What the value lies between, whatever is missing; else what rounding or projection leaves open."""
    return span_words(result.bounds or result.interval)


def coverage_words(result: Result) -> str:
    """The share of the denominator that has data and how many members that is: ``77.7 % 181/250``."""
    coverage = result.coverage
    if coverage is None:
        return ""
    share = f"{_PERCENT * coverage.weight:.1f} % " if coverage.weight is not None else ""
    return f"{share}{coverage.with_data}/{coverage.members}"


def of_whom(result: Result) -> str:
    """Whom a value is about besides the area: ``female, urban, Y15T24, 10 Mbit/s or more``; nothing for all."""
    parts = (result.sex, result.location, result.age, *breakdown_parts(result.breakdown))
    return ", ".join(part for part in parts if part)


def release_column(result: Result) -> str:
    """The day of the release; ``without a day`` where none is known of a file that is."""
    if result.vintage:
        return result.vintage.isoformat()
    return "" if result.value is None and result.source is None else "without a day"


def merged(results: Sequence[Result]) -> list[tuple[Result, str]]:
    """Each result with its classification in words; then and now on one line where nothing differs."""
    lines: dict[tuple[object, ...], tuple[Result, str]] = {}
    for at, each in enumerate(results):
        alone = None if each.classified else at
        key = (alone, each.area, each.period, each.value, each.because, of_whom(each), each.vintage, each.source)
        before = lines[key][1] if key in lines else ""
        told = {each.classified or "", before} - {""}
        lines[key] = (each, "/".join(sorted(told, reverse=True)))
    return list(lines.values())


def told_of(result: Result, *, brief: bool) -> str:
    """What has to be told of a result besides what its line in a table shows.

    Args:
        result: The result.
        brief: Of an aggregate, tell only what holds it back.
    """
    told = [each for each in _sentences(result.because) if not _is_in_the_table(each, result)]
    if brief and result.coverage is not None:
        told = told[: 0 if result.published else 1]
    return " ".join(told)


def _sentences(words: str) -> Iterator[str]:
    *first, last = words.split(". ")
    yield from (f"{each}." for each in first)
    yield last


def _is_in_the_table(sentence: str, result: Result) -> bool:
    """Whether a sentence says no more than the columns of release and coverage do."""
    coverage = result.coverage
    counted = f" of {coverage.with_data} of {coverage.members} members, " if coverage else " as published, "
    return sentence.startswith("As published, ") or counted in sentence
