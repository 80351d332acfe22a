"""The lives of provisions that ended with a duty, as one chart for site and report.

Knows which lives are shown and how they are named. Computes no life: the threads have them.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from stocktake.documents.threads.model import Thread, Threads
from stocktake.publish.charts import Chart
from stocktake.publish.charts.timeline import GONE, Event, Life, Timeline
from stocktake.publish.charts.wording import listed
from stocktake.review.model import Review
from stocktake.review.words import counted, opening, place_name

TITLE = "Provisions that ended with a duty, and how long they stood"
_MOST = 12
_LONGEST = 60


def lives_chart(review: Review) -> Chart | None:
    """The lives of provisions that carried a duty when they were last seen, those that ended last first.

    None where fewer than two texts of a chain are held, or none has ended. A provision whose texts are not all dated,
    or of which two are of one year, has no place on an axis of years and is left out.
    """
    threads = review.threads
    if threads is None:
        return None
    years = {each.name: int(each.adopted[:4]) for each in threads.held if each.adopted}
    lives = sorted(_ended(threads, years), key=lambda each: (-each.events[-1].year, each.events[0].year))
    if not lives:
        return None
    shown = tuple(lives[:_MOST])
    first, last = min(years.values()), max(years.values())
    adopted = {each.symbol: each.adopted for chain in review.chains for each in chain.members}
    missing = {symbol: adopted.get(symbol) for symbol in threads.not_held}
    not_held = {int(day[:4]) for day in missing.values() if day} - set(years.values())
    return Chart(
        TITLE,
        Timeline(shown, first, last, tuple(sorted(year for year in not_held if first < year < last))),
        sources=(listed([each.name for each in threads.held]),),
        notes=tuple(_notes(len(lives) - len(shown), [symbol for symbol, day in missing.items() if not day])),
        example=review.example,
    )


def _notes(left: int, undated: Sequence[str]) -> Iterator[str]:
    if left:
        yield f"{counted(left, 'other life', 'other lives')} not drawn."
    if undated:
        yield f"Not held either, in years that our records do not know: {listed(undated)}."


def _ended(threads: Threads, years: Mapping[str, int]) -> Iterator[Life]:
    for thread in threads.threads:
        ended_in = years.get(thread.gone_in or "")
        if not thread.duties or ended_in is None or any(each.document not in years for each in thread.lives):
            continue
        events = (*_events(thread, years), Event(ended_in, GONE))
        if all(before.year < after.year for before, after in pairwise(events)):
            where = f"{thread.last.document}, {place_name(thread.last.paragraphs[0])}"
            yield Life(f"{opening(thread.last.text, _LONGEST)} ({where})", events)


def _events(thread: Thread, years: Mapping[str, int]) -> Iterator[Event]:
    for life in thread.lives:
        yield Event(years[life.document], life.change, f"{life.document}: {', '.join(life.paragraphs)}")
