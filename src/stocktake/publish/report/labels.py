"""The fixed words of a report: what stands before captions, under tables and over lists, the same in every format.

A report is written in English only, in the United Nations' style, whatever the languages of the texts it quotes and of
the site; so there is one table of these words and no catalogue.
"""

from dataclasses import dataclass

from stocktake.errors import how_to_install


@dataclass(frozen=True, slots=True)
class Labels:
    """The words; templates read them by their names."""

    table: str = "Table"
    figure: str = "Figure"
    contents: str = "Contents"
    notes: str = "Notes"
    source: str = "Source"
    sources: str = "Sources"
    paragraph: str = "para."
    paragraphs: str = "paras."
    note: str = "note"
    back: str = "back to mark"
    skip: str = "Skip to the report"
    as_a_table: str = "as a table"
    where_any: str = "Where there are any"
    untitled: str = "(no title)"
    example: str = "EXAMPLE: invented"
    nothing_real: str = "Nothing in this report is real."
    not_official: str = "Not an official document of the United Nations."
    left_out: str = (
        "Figure left out: drawing it takes the optional part 'publish', which is not installed. "
        f"{how_to_install('publish')} and write the report again. What the figure shows:"
    )

    def over_sources(self, number: int) -> str:
        """What stands before one source, or before several."""
        return f"{self.source if number == 1 else self.sources}: "

    def numbered(self, kind: str, number: int, title: str) -> str:
        """A caption: ``Table 3. Kites by town``."""
        return f"{kind} {number}. {title}"


LABELS = Labels()
