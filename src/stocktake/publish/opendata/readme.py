"""A page for people beside the data: what there is, on what terms, and how to cite it."""

from collections.abc import Sequence

from stocktake.publish.opendata.model import Listed
from stocktake.publish.opendata.terms import INVENTED, TERMS, citation
from stocktake.review.model import Review
from stocktake.review.words import long_date

PATH = "README.md"
_DESCRIBED = (
    "`datapackage.json` describes every table: columns, types, keys, size and checksum. `csv-metadata.json` says the "
    "same in the words of CSVW. The schemas of the JSON files are in `schemas`."
)


def readme(listed: Sequence[Listed], review: Review) -> bytes:
    """The page as Markdown."""
    terms = {each.dataset.owner: TERMS[each.dataset.owner].note for each in listed}
    lines = [
        "# Open data",
        f"Everything behind the pages, as of {long_date(review.as_of.isoformat())}.",
        *([f"**{INVENTED}**"] if review.example else []),
        _DESCRIBED,
        "A text that a spreadsheet would take for a formula has an apostrophe before it.",
        "| what | rows | files | terms |\n| --- | --- | --- | --- |\n" + "\n".join(map(_line, listed)),
        "## Terms",
        f"{TERMS['ours'].title}: {TERMS['ours'].path}",
        *(f"- {owner}: {note}" for owner, note in terms.items()),
        "## How to cite",
        citation("open data", review),
    ]
    return ("\n\n".join(lines) + "\n").encode("utf-8", "replace")


def _line(listed: Listed) -> str:
    rows = "" if listed.rows is None else str(listed.rows)
    files = [each.path for each in listed.files]
    shown = files[0] if len(files) == 1 else f"{listed.dataset.pattern}… ({len(files)} files)"
    return f"| {listed.dataset.title}: {listed.dataset.description} | {rows} | {shown} | {listed.dataset.owner} |"
