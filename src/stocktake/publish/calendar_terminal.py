"""The calendar in the terminal. Computes nothing."""

from rich.console import Group
from rich.text import Text as Words

from stocktake.publish.terminal import heading, indented, listing, pages
from stocktake.review.calendar import Calendar, CalendarEntry
from stocktake.review.words import counted, long_date, opening

# A line of the table is a pointer to the text, not the text.
_LONGEST_WHAT = 120


def render_calendar(calendar: Calendar) -> Group:
    """The page: what is dated, in order of days; below it the deadlines whose days are not known."""
    dated, undated = calendar.entries, calendar.undated
    title = f"{counted(len(dated), 'dated entry', 'dated entries')} on {long_date(calendar.as_of.isoformat())}"
    columns = ("from", "to", "state", "where", "what")
    rows = [(*_days(each), each.state, _place(each), _what(each)) for each in dated]
    apart = [(each.deadline, _place(each), _what(each)) for each in undated]
    return pages(
        Words(title, style="bold"),
        indented(listing(columns, rows)) if rows else None,
        heading("Deadlines whose days are not known") if apart else None,
        indented(listing(("deadline", "where", "what"), apart)) if apart else None,
    )


def _days(entry: CalendarEntry) -> tuple[str, str]:
    """First and last day; in figures, because the words of two dates leave no room for what is due."""
    return entry.first.isoformat() if entry.first else "", entry.last.isoformat() if entry.last else ""


def _place(entry: CalendarEntry) -> str:
    return f"{entry.text.removeprefix('A/RES/')}:{entry.paragraph}" if entry.text else entry.session or ""


def _what(entry: CalendarEntry) -> str:
    who = f"{', '.join(entry.named)}: " if entry.kind == "duty" and entry.named else ""
    some = "" if entry.exact else " (some days in this time)"
    return f"{opening(f'{who}{entry.what}', _LONGEST_WHAT)}{some}"
