"""The rules on figures in the order of their gravity; each that holds gives its verdict.

Knows the list, and what is left to say where nothing published can be held against a figure. The other rules are in
``against_series`` and ``against_earlier``.
"""

from collections.abc import Callable

from stocktake.review.figures.against_earlier import definition_changed, group_changed, stale
from stocktake.review.figures.against_series import consistent, outside_all, revised, superseded, supported
from stocktake.review.figures.case import Case
from stocktake.review.figures.model import Verdict
from stocktake.review.figures.rates import recomputed, would_be
from stocktake.review.figures.wording import figure_words, value_words
from stocktake.review.words import long_date

Rule = Callable[[Case], Verdict | None]


def judge(case: Case) -> tuple[Verdict, ...]:
    """Every verdict that holds, the gravest first; never empty."""
    return tuple(verdict for rule in RULES if (verdict := rule(case)) is not None)


def at_odds(case: Case) -> Verdict | None:
    """The figure cannot hold together with others of its own text."""
    if not case.conflicts:
        return None
    mine = case.text.place(case.figure)
    others = dict.fromkeys(place for each in case.conflicts for place in each.places if place != mine)
    return Verdict("contradicted", " ".join(each.because for each in case.conflicts), places=tuple(others))


def contradicted(case: Case) -> Verdict | None:
    """The figure agrees with nothing published, or not with its own text."""
    made = recomputed(case)
    against_rates = made if made and made.verdict == "contradicted" else None
    found = [each for each in (outside_all(case), at_odds(case), against_rates) if each]
    if not found:
        return None
    values = dict.fromkeys(value for each in found for value in each.values)
    places = dict.fromkeys(place for each in found for place in each.places)
    # What the text says is said once.
    said, (first, *others) = f"The text says {figure_words(case.figure)}. ", found
    because = " ".join([first.because, *(each.because.removeprefix(said) for each in others)])
    return Verdict("contradicted", because, tuple(values), tuple(places))


def fits_rates(case: Case) -> Verdict | None:
    """The rates of the two sides leave room for what the words say of them, and no published value does."""
    made = recomputed(case)
    return made if made and made.verdict != "contradicted" and case.meant is None else None


def target_expired(case: Case) -> Verdict | None:
    """What is wanted was wanted by a year that is over."""
    year = case.figure.year
    if case.figure.kind != "target" or year is None or year >= case.as_of.year:
        return None
    day = case.text.day
    was_over = day is not None and year < day.year
    then = (
        "was over when the text was settled" if was_over else f"is over as of {long_date(case.as_of.isoformat())}"
    )
    return Verdict("expired target", f"The text names it as wanted by {year}, and {year} {then}.")


def not_checkable(case: Case) -> Verdict | None:
    """Nothing published can be held against the words; why not."""
    for applies, because in _WHY_NOT:
        if applies(case):
            return Verdict("not checkable", because(case))
    return None


def not_bound(case: Case) -> Verdict | None:
    """The words are of an indicator, and no published value of it is known for them."""
    figure = case.figure
    is_level = figure.kind == "level" and figure.value is not None and figure.indicator is not None
    is_open = is_level and case.binding.bound is None and recomputed(case) is None
    return Verdict("not bound", case.binding.because) if is_open else None


_WHY_NOT: tuple[tuple[Callable[[Case], bool], Callable[[Case], str]], ...] = (
    (
        lambda case: case.figure.value is None,
        lambda case: f"“{case.figure.printed}” names no number, so that no number can bear it out.",
    ),
    (
        lambda case: case.figure.kind == "change" and recomputed(case) is None,
        lambda case: (
            "The words say by how much something changed, or one differs from another; "
            + (would_be(case) or "published levels of the two are not held for it.")
        ),
    ),
    (
        lambda case: case.figure.kind == "target" and target_expired(case) is None,
        lambda _case: "The words say how much is wanted, which no statistic bears out.",
    ),
    (
        lambda case: case.figure.kind == "level" and case.figure.indicator is None and case.binding.bound is None,
        lambda case: case.binding.because,
    ),
    (
        lambda case: case.binding.bound is not None and case.figure.kind == "level" and not case.deciding,
        lambda case: f"What it is bound to is not sure, and decides nothing: {_bound_words(case)}.",
    ),
    (
        lambda case: bool(case.deciding) and case.meant is None and not (outside_all(case) or revised(case)),
        lambda case: (
            f"The words do not give the value they are bound to, {_bound_words(case)}; they name no year, and may be "
            "of an edition or a year that is not held."
            if case.figure.year is None
            else f"Nothing is held for {case.figure.year}; the nearest is {_bound_words(case)}."
        ),
    ),
)


def _bound_words(case: Case) -> str:
    return value_words(case.binding.bound) if case.binding.bound else "nothing"


RULES: tuple[Rule, ...] = (
    contradicted,
    target_expired,
    stale,
    superseded,
    revised,
    group_changed,
    definition_changed,
    consistent,
    fits_rates,
    supported,
    not_checkable,
    not_bound,
)
