"""The report as a tree, from a review: a pure function. The same review and length give the same tree.

Knows what each length holds: the brief one page, the report all sections, the full report the annex too. What a section
says stands in ``sections/``.
"""

from collections.abc import Sequence

from stocktake.publish.report.labels import LABELS
from stocktake.publish.report.model import Length, Report, Section
from stocktake.publish.report.sections import SECTIONS, Matter
from stocktake.publish.report.sections.annex import annex
from stocktake.publish.report.sections.brief import brief
from stocktake.publish.report.sections.matter import Edit, released_later
from stocktake.publish.report.wording import agreeing, listed, series
from stocktake.review import Review
from stocktake.review.words import long_date

_SEVERAL = {"text": "texts", "file of statistics": "files of statistics", "contribution": "contributions"}
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def build_report(review: Review, length: Length, edits: Sequence[Edit] = ()) -> Report:
    """The report on the texts in force.

    Args:
        review: The review.
        length: How long it is to be.
        edits: Technical updates proposed for the next text, for the section on its elements.
    """
    matter = Matter(review, length, tuple(edits))
    title, subtitle = _title(matter), _subtitle(matter)
    return Report(
        title=title,
        subtitle=subtitle,
        as_of=review.as_of.isoformat(),
        length=length,
        example=review.example,
        language="en",
        marks=tuple(_marks(review)),
        sections=_brief(matter, title, subtitle) if length == "brief" else _sections(matter),
    )


def _brief(matter: Matter, title: str, subtitle: str) -> tuple[Section, ...]:
    return (Section("brief", "", "Main findings", tuple(brief(matter, title, subtitle))),)


def _sections(matter: Matter) -> tuple[Section, ...]:
    numbered = [
        Section(each.id, roman(at), each.title, tuple(each.write(matter))) for at, each in enumerate(SECTIONS, 1)
    ]
    if matter.has_annex:
        numbered.append(Section("annex", "", "Annex", tuple(annex(matter))))
    return tuple(numbered)


def roman(number: int) -> str:
    """A number below 40 in Roman numerals."""
    words = ""
    for value, sign in _ROMAN:
        while number >= value:
            words, number = f"{words}{sign}", number - value
    return words


def _title(matter: Matter) -> str:
    if not matter.in_force:
        return "Report on the texts held"
    return f"Status of the implementation of and follow-up to {matter.names_in_force()}"


def _subtitle(matter: Matter) -> str:
    review = matter.review
    titles = dict.fromkeys(each.document.data.title for each in matter.in_force if each.document.data.title)
    counts = {
        "text": sum(not each.after_as_of for each in review.texts),
        "file of statistics": len(review.data_files) - len(released_later(review)),
        "contribution": review.coverage.contributions,
    }
    held = [f"{number} {agreeing(counts[one], one, _SEVERAL[one])}" for one, number in series(counts).items()]
    basis = f"From {listed(held)}, as of {long_date(review.as_of.isoformat())}"
    return ". ".join([*list(titles)[:1], basis])


def _marks(review: Review) -> list[str]:
    marks = [LABELS.not_official]
    if review.fingerprint:
        marks.append(f"Made from inputs with the checksum {review.fingerprint[:16]}.")
    return marks
