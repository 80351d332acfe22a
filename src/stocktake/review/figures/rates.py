"""What a text says of women against men, held against the rates of the two: a score of parity, a gap in points.

Knows that printed rates are rounded, so that 65 to 70 is no 0.929 but anything from 0.915 to 0.942, and that the same
holds of what is printed beside them. Rates in the same clause go before published ones; of these the two are always of
one edition and year. Where the published ones do not fit, it is said only where no revision could be the reason.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from stocktake.documents.find.figures import Figure
from stocktake.frameworks.figure_words import figure_words as words_of
from stocktake.review.figures.case import Case
from stocktake.review.figures.model import Place, Value, Verdict, VerdictName
from stocktake.review.figures.printed import agrees, printed_range
from stocktake.review.figures.wording import figure_words, range_words, value_words
from stocktake.statistics.measures.published import Wanted
from stocktake.values.interval import Interval, difference, ratio

REVISIONS: Mapping[str, float] = {"ratio": 0.05, "percentage points": 5.0}
"""So far revisions between editions have moved a score and a gap, by unit; what is nearer may be of an edition that is
not held."""
MOST_YEARS_BACK = 10
"""How far before a text the rates may lie that a figure without a year is of."""
_BY = re.compile(r"\bby(?:\s\w+){0,2}\s?$")


class Rates(NamedTuple):
    """The rates of women and of men, and what is said of them.

    Attributes:
        women: As a range.
        men: As a range.
        told: The two in words.
        values: The published values; empty where they are the text's own.
        places: Where the text prints them; empty where they are published.
    """

    women: Interval
    men: Interval
    told: str
    values: tuple[Value, ...] = ()
    places: tuple[Place, ...] = ()


def rates_wanted(figure: Figure) -> tuple[Wanted, Wanted] | None:
    """Whose rates a figure is of, women's and men's; None where it is of no two such, or of no area."""
    code = _rate_of(figure)
    if code is None or figure.area is None:
        return None
    return Wanted(code, figure.area, "female"), Wanted(code, figure.area, "male")


def recomputed(case: Case) -> Verdict | None:
    """The words fit the two rates, or cannot; None where no rates are known, or they do not tell."""
    reach = printed_range(case.figure, negated=False)
    if reach is None or case.figure.kind == "target" or _rate_of(case.figure) is None:
        return None
    beside = _beside(case)
    if beside:
        return _verdict(case, reach, beside, fits=_fits(case, reach, beside))
    pairs = _published(case) if case.meant is None else ()
    fitting = [each for each in pairs if _fits(case, reach, each)]
    if fitting:
        return _verdict(case, reach, fitting[-1], fits=True)
    return _verdict(case, reach, pairs[-1], fits=False) if _is_beyond_revision(case, reach, pairs) else None


def would_be(case: Case) -> str:
    """What the newest published rates make of it, in a sentence; empty where there are none."""
    pairs = _published(case) if _rate_of(case.figure) else ()
    return f"{pairs[-1].told} would make it {_range(case, pairs[-1])}." if pairs else ""


@cache
def _rate_of_parity() -> dict[str, str]:
    return {each.parity: each.indicator for each in words_of("measure") if each.parity and each.indicator}


def _rate_of(figure: Figure) -> str | None:
    """The indicator of the two rates that a score or a gap is made of; None for any other figure."""
    if figure.rule == "score":
        return _rate_of_parity().get(figure.indicator or "")
    is_gap = figure.unit == "percentage points" and {each.sex for each in figure.sides} == {"female", "male"}
    # "narrowed by 3 percentage points": the change of a gap is no gap.
    is_by = _BY.search(figure.words_before)
    return figure.indicator if is_gap and not is_by else None


def _made(case: Case, rates: Rates) -> tuple[Interval, ...]:
    """What the rates make of it, either way round: a text may have put men first."""
    if case.figure.rule == "score":
        both = ratio(rates.women, rates.men), ratio(rates.men, rates.women)
        return tuple(each for each in both if each is not None)
    return difference(rates.men, rates.women), difference(rates.women, rates.men)


def _fits(case: Case, reach: Interval, rates: Rates) -> bool:
    return any(agrees(reach, each) for each in _made(case, rates))


def _beside(case: Case) -> Rates | None:
    """The one rate of women and the one of men in the same clause, of the same area and year."""
    figure, code = case.figure, _rate_of(case.figure)
    here = [
        each
        for each in case.text.figures
        if (each.paragraph, each.quote, each.area) == (figure.paragraph, figure.quote, figure.area)
    ]
    alike = [each for each in here if (each.rule, each.unit) == (figure.rule, figure.unit)]
    rates = [
        each
        for each in here
        if (each.kind, each.unit, each.indicator, each.location) == ("level", "per cent", code, None)
        and each.year == figure.year
        and not each.negated
    ]
    women, men = ([each for each in rates if each.sex == sex] for sex in ("female", "male"))
    is_plain = len(women) == len(men) == 1 and (len(alike) == 1 or figure.year is not None)
    ranges = [printed_range(each, negated=False) for each in (*women, *men)] if is_plain else [None]
    if None in ranges:
        return None
    told = f"The rates beside it, {figure_words(women[0])} of women and {figure_words(men[0])} of men,"
    first, second = (each for each in ranges if each is not None)
    return Rates(first, second, told, places=(case.text.place(women[0]), case.text.place(men[0])))


def _published(case: Case) -> tuple[Rates, ...]:
    """The pairs of one edition and year that the words can be of, by year, then by day of edition."""
    women, men = case.binding.rates
    by_edition = {(each.edition, each.period): each for each in men if _may_be_of(case, each)}
    pairs = [(each, by_edition[key]) for each in women if (key := (each.edition, each.period)) in by_edition]
    return tuple(_of_values(*each) for each in pairs)


def _of_values(women: Value, men: Value) -> Rates:
    told = f"{value_words(women)} of women and {value_words(men)} of men"
    return Rates(women.range, men.range, told, values=(women, men))


def _may_be_of(case: Case, value: Value) -> bool:
    year, day = case.figure.year, case.text.day
    if not value.is_sure or value.unit != "per cent":
        return False
    if year is not None:
        return value.period == str(year)
    return day is not None and day.year - MOST_YEARS_BACK <= int(value.period) <= day.year


def _is_beyond_revision(case: Case, reach: Interval, pairs: Sequence[Rates]) -> bool:
    """Whether a figure that says its year is further from all that is held of it than revisions go."""
    day, slack = case.text.day, REVISIONS[case.figure.unit]
    out = [each for each in pairs if day and all(v.published and v.published <= day for v in each.values)]
    if case.figure.year is None or not out:
        return False
    wide = Interval(reach.low - slack, reach.high + slack)
    return not any(wide.overlaps(made) for each in pairs for made in _made(case, each))


def _verdict(case: Case, reach: Interval, rates: Rates, *, fits: bool) -> Verdict:
    kind = "ratio" if case.figure.rule == "score" else "difference"
    because = (
        f"The text says {figure_words(case.figure)}. {rates.told} leave, before rounding, a {kind} of "
        f"{_range(case, rates, reach)}; what is printed leaves {range_words(reach, case.figure.unit)}. "
        f"The two have {'numbers' if fits else 'no number'} in common."
    )
    name: VerdictName = "consistent after rounding" if fits else "contradicted"
    return Verdict(name, because, rates.values, rates.places)


def _range(case: Case, rates: Rates, reach: Interval | None = None) -> str:
    """What the rates make of it, the way round that fits; else women to men, and what the men have more."""
    made = _made(case, rates)
    fitting = [each for each in made if reach and agrees(reach, each)]
    return range_words((fitting or made)[0], case.figure.unit)
