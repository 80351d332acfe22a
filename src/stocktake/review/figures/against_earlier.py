"""Verdicts on a figure held against the same provision in the text held before: a case in, a verdict or None out.

Knows when a number was carried over though there was newer, when the groups of a provision changed, and when what it
measures did. Knows what is published only from the case.
"""

from collections.abc import Iterator

from stocktake.documents.find.figures import Figure
from stocktake.frameworks.figure_laws import figure_laws
from stocktake.review.figures.case import AuditText, Before, Case, age
from stocktake.review.figures.measured import base_measure, granted_between, indicator_of, is_one_share
from stocktake.review.figures.model import Place, Value, Verdict
from stocktake.review.figures.printed import agrees
from stocktake.review.figures.wording import figure_words, value_words
from stocktake.review.words import place_name

Cell = tuple[str, str | None, str | None, str | None]
"""What is counted, of which area, sex and location."""


def stale(case: Case) -> Verdict | None:
    """The number and its words are those of the text before, though there was newer when they were settled."""
    before, carried = case.before, tuple(_carried_over(case))
    if before is None or not carried or case.figure.kind != "level" or case.figure.value is None:
        return None
    places = tuple(text.place(figure) for text, figure in carried)
    said = f"The words are those of {' and of '.join(map(_named, places))}."
    published = _came_out_since(case, carried[-1][0])
    if published:
        because = (
            f"{said} Since {carried[-1][0].key}, {value_words(published)} came out, and the words do not fit it."
        )
        return Verdict("stale", because, (published,), tuple(places))
    updated = _updated_elsewhere(case, before)
    if updated is None or _is_borne_out(case, before):
        return None
    old, new = updated
    because = (
        f"{said} The text does use newer figures of the same indicator elsewhere: {figure_words(old)} in "
        f"{place_name(old.paragraph)} there became {figure_words(new)} in {place_name(new.paragraph)} here."
    )
    return Verdict("stale", because, places=(*places, case.text.place(new)))


def group_changed(case: Case) -> Verdict | None:
    """The provision's figure was of a group of another list: developed and developing, then by income."""
    before = case.before
    old = _counterpart(case, before) if before else None
    if before is None or old is None or not _are_of_other_lists(old.area, case.figure.area):
        return None
    because = (
        f"In {_named(before.text.place(old))}, the provision gave {figure_words(old)} for {old.group}; here it gives "
        f"{figure_words(case.figure)} for {case.figure.group}. The groups are of two lists of countries, so the two "
        "figures are no series, and their difference is no change of the world."
    )
    return Verdict("group changed", because, places=(before.text.place(old),))


def definition_changed(case: Case) -> Verdict | None:
    """The provision counted something close to this, and not the same: access, then use."""
    before = case.before
    for old in before.then if before else ():
        same = (old.area, old.sex, old.location) == (case.figure.area, case.figure.sex, case.figure.location)
        if before and same and case.figure.area and granted_between(old, case.figure):
            because = (
                f"In {_named(before.text.place(old))}, the provision counted “{old.measure}”; here it counts "
                f"“{case.figure.measure}”. The two are close and not the same, so that the figures are no series."
            )
            return Verdict("definition changed", because, places=(before.text.place(old),))
    return None


def cell_of(figure: Figure) -> Cell:
    """What a figure counts, and of whom."""
    return figure.indicator or base_measure(figure.measure), figure.area, figure.sex, figure.location


def _carried_over(case: Case) -> Iterator[tuple[AuditText, Figure]]:
    """The same figure with the same words around it in the texts held before, the latest first, as far as it goes."""
    mine, before = case.figure, case.before
    while before is not None:
        same = next((old for old in before.then if _is_word_for_word(old, mine)), None)
        if same is None:
            return
        yield before.text, same
        before = before.earlier


def _is_word_for_word(old: Figure, mine: Figure) -> bool:
    return (
        cell_of(old) == cell_of(mine)
        and (old.printed, old.comparator, old.measure) == (mine.printed, mine.comparator, mine.measure)
        and old.quote.casefold() == mine.quote.casefold()
    )


def _came_out_since(case: Case, first: AuditText) -> Value | None:
    """The newest value that came out after the first text with these words and by this one; None where they fit it."""
    meant, reach, day = case.meant, case.reach, first.day
    newest = max(case.known_when_settled(), key=age, default=None)
    if not (newest and meant and reach and day and newest.published):
        return None
    is_new = newest.published > day and newest.period > meant.period
    return newest if is_new and not agrees(reach, newest.range) else None


def _updated_elsewhere(case: Case, before: Before) -> tuple[Figure, Figure] | None:
    """Another figure of the same indicator that changed since the text before, where nothing in this provision did."""
    if {(cell_of(each), each.printed) for each in before.then} != {
        (cell_of(each), each.printed) for each in before.now
    }:
        return None
    for new in case.text.figures:
        for old in before.text.figures:
            if new.indicator and new.indicator == case.figure.indicator and _moved(old, new):
                return old, new
    return None


def _moved(old: Figure, new: Figure) -> bool:
    """Whether two figures are of one thing and one of the two numbers took the place of the other."""
    is_same = cell_of(old) == cell_of(new) and (old.kind, old.negated) == (new.kind, new.negated)
    return (
        is_same
        and is_one_share(new)
        and new.kind == "level"
        and None not in (old.value, new.value)
        and old.value != new.value
    )


def _is_borne_out(case: Case, before: Before) -> bool:
    """Whether an edition that came out after the text before still gives the number."""
    day = before.text.day
    return any(day and each.published and each.published > day for each in case.agreeing)


def _counterpart(case: Case, before: Before) -> Figure | None:
    """The figure of the text before in whose place this one stands: of those without a like, the one of its rank."""
    mine = case.figure
    then, now = (
        [each for each in side if _is_level_of(indicator_of(mine), each)] for side in (before.then, before.now)
    )
    gone = [each for each in then if cell_of(each) not in map(cell_of, now)]
    come = [each for each in now if cell_of(each) not in map(cell_of, then)]
    if mine not in come or come.index(mine) >= len(gone):
        return None
    same = gone[come.index(mine)]
    return same if (same.sex, same.location) == (mine.sex, mine.location) else None


def _is_level_of(indicator: str | None, figure: Figure) -> bool:
    return indicator is not None and figure.kind == "level" and indicator_of(figure) == indicator


def _are_of_other_lists(old: str | None, new: str | None) -> bool:
    lists = [{each.name for each in figure_laws("part") if each.area == area} for area in (old, new) if area]
    return len([each for each in lists if each]) > 1 and not lists[0] & lists[1]


def _named(place: Place) -> str:
    return f"{place.text}, {place_name(place.paragraph)}"
