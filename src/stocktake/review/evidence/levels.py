"""The values that contributions name, looked up in the statistics held.

Knows how a question of the evidence becomes one to the statistics. Says nothing of why a value moved.
"""

from collections.abc import Sequence
from datetime import date

from stocktake.review.evidence.given import Level, Levels, no_levels
from stocktake.review.keeping import Keeper
from stocktake.review.numbers import Numbers


def levels_of(numbers: Numbers | None, as_of: date, keep: Keeper) -> Levels:
    """Where the values of indicators are looked up; nowhere where no statistics are held."""
    if numbers is None:
        return no_levels

    def levels(indicator: str, areas: Sequence[str], /) -> tuple[Level, ...]:
        asked = tuple(sorted(set(areas)))
        made_from = (numbers.fingerprint, indicator, asked, as_of)
        return keep(tuple[Level, ...], made_from, lambda: _levels(numbers, indicator, asked, as_of))

    return levels


def _levels(numbers: Numbers, indicator: str, areas: Sequence[str], as_of: date) -> tuple[Level, ...]:
    if indicator not in numbers.indicators:
        return ()
    from stocktake.statistics.measures.published import Wanted, published_values

    wanted = [Wanted(indicator, area) for area in areas]
    found = published_values(numbers.open(), wanted, as_of)
    return tuple(
        Level(each.area, one.period, one.value, one.unit or "", f"{one.source.file}, row {one.source.row}")
        for each in wanted
        for one in found[each]
        if one.breakdown is None and one.age is None
    )
