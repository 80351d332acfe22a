"""The calendar: what is due or takes place when, in order of its days; deadlines without days apart.

Knows which entries are over and which go into the strip. Computes no days.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from stocktake.publish.charts import Chart
from stocktake.publish.charts.calendar_strip import Calendar as Strip
from stocktake.publish.charts.calendar_strip import Window
from stocktake.publish.site.languages import Language
from stocktake.publish.site.model import Page, Published
from stocktake.publish.site.pages.pictures import Picture, picture_of
from stocktake.review.calendar import CalendarEntry
from stocktake.review.words import counted, opening

CALENDAR = "calendar.html"
ICS = "calendar.ics"
_AHEAD = ("ahead", "due", "now", "open-ended")
_MOST = 20
_LONGEST = 60
_MARGIN = timedelta(days=31)


def calendar_pages(published: Published, language: Language) -> Iterator[Page]:
    """The page of what is due when."""
    review = published.review
    entries = review.calendar.entries
    ahead = [each for each in entries if each.state in _AHEAD]
    context = {
        "ics": next(iter(_ics(published)), None),
        "ahead": ahead,
        "over": [each for each in entries if each not in ahead],
        "undated": review.calendar.undated,
        "strip": _strip(ahead, published),
    }
    yield Page(CALENDAR, "calendar", language.words("Calendar"), "calendar.html.j2", context, "calendar")


def _ics(published: Published) -> Iterator[str]:
    """The paths of the files for calendar programs."""
    yield from (file.path for each in published.downloads for file in each.files if file.path.endswith(ICS))


def _strip(ahead: Sequence[CalendarEntry], published: Published) -> Picture | None:
    """The next entries that have a first and a last day; None where there is none."""
    windows = [
        Window(_name(each), each.first, each.last, "only reported" if each.standing == "reported" else "")
        for each in ahead
        if each.first and each.last
    ]
    if not windows:
        return None
    review = published.review
    shown = tuple(windows[:_MOST])
    left = len(windows) - len(shown)
    chart = Chart(
        "What is due when",
        Strip(shown, _month(min(review.as_of, *(each.earliest for each in shown))), _end(shown), review.as_of),
        notes=(f"{counted(left, 'later entry', 'later entries')} not drawn.",) if left else (),
        example=review.example,
    )
    return picture_of(chart, published.keep)


def _name(entry: CalendarEntry) -> str:
    """Who is asked, and what; a session and an event by their names."""
    who = f"{entry.named[0]}: " if entry.kind == "duty" and entry.named else ""
    return opening(f"{who}{entry.what}", _LONGEST)


def _month(day: date) -> date:
    return day.replace(day=1)


def _end(windows: Sequence[Window]) -> date:
    return max(each.latest for each in windows) + _MARGIN
