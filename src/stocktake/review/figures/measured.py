"""What a figure measures, without its denial, and which indicator that is or is close to.

Knows the measures of the frameworks, and that being close is not being the same: what is taken for granted in
holding the two against each other is said.
"""

from functools import cache

from stocktake.documents.find.figures import Figure
from stocktake.frameworks.figure_laws import near_measures
from stocktake.frameworks.figure_words import figure_words
from stocktake.frameworks.indicators import indicators

_OF_PEOPLE = frozenset({"sex", "location", "age"})


def base_measure(measure: str) -> str:
    """The measure itself, of one that may be denied: ``individuals not using the Internet`` counts its users' rest."""
    return _by_opposite().get(measure, measure)


def indicator_of(figure: Figure) -> str | None:
    """The indicator that a figure is of, or is close to."""
    near = near_measures().get(base_measure(figure.measure))
    return figure.indicator or (near.indicator if near else None)


def granted_of(figure: Figure) -> str:
    """What is taken for granted where the figure is held for one of its indicator; empty for nothing."""
    near = near_measures().get(base_measure(figure.measure))
    return near.note if near and not figure.indicator else ""


def granted_between(one: Figure, other: Figure) -> str:
    """What is taken for granted where two figures are held against each other; empty where they count the same."""
    if indicator_of(one) is None or indicator_of(one) != indicator_of(other):
        return ""
    return "" if bool(one.indicator) == bool(other.indicator) else granted_of(one) or granted_of(other)


def is_one_share(figure: Figure) -> bool:
    """Whether its indicator counts one thing: not a network of any technology, of which the text may mean several."""
    code = indicator_of(figure)
    return code is not None and set(indicators()[code].dimensions) <= _OF_PEOPLE


@cache
def _by_opposite() -> dict[str, str]:
    return {each.opposite: each.name for each in figure_words("measure") if each.opposite}
