"""The calendar as CSV. Computes nothing."""

from stocktake.publish.sheet import to_csv
from stocktake.review.calendar import Calendar, CalendarEntry

HEADS = (
    *("Date from", "Date to", "What", "Who", "Text", "Paragraph"),
    *(
        "Kind",
        "State",
        "Deadline as printed",
        "Session",
        "Standing",
        "Days",
        "Words of the text",
        "Also in",
        "Entry",
    ),
)


def calendar_csv(calendar: Calendar) -> str:
    """One line per dated entry, in order of days; the first columns say when, what, who and where it is written."""
    return to_csv(HEADS, [_row(each) for each in calendar.entries])


def _row(entry: CalendarEntry) -> list[str]:
    return [
        entry.first.isoformat() if entry.first else "",
        entry.last.isoformat() if entry.last else "",
        entry.what,
        "; ".join(entry.who),
        entry.text,
        entry.paragraph,
        entry.kind,
        entry.state,
        entry.deadline,
        entry.session or "",
        entry.standing if entry.kind == "duty" else "",
        "" if entry.exact else "some days in this time",
        entry.quote,
        "; ".join(entry.also_in),
        entry.id,
    ]
