"""The audit: every figure with its verdicts, contradictions, expired targets, candidates for the next text.

Knows the order of the work. Pure: the same texts, bindings, threads and date give the same audit.
"""

from collections.abc import Sequence
from datetime import date

from stocktake.documents.threads.model import Threads
from stocktake.review.figures.case import AuditText, Case, case_before
from stocktake.review.figures.expired import find_expired
from stocktake.review.figures.inside import contradictions
from stocktake.review.figures.model import Audit, Audited
from stocktake.review.figures.replacing import propose_replacements
from stocktake.review.figures.verdicts import judge


def audit_figures(texts: Sequence[AuditText], threads: Threads | None, as_of: date) -> Audit:
    """The figures of texts, held against what is published, against the text before, and against each other.

    Args:
        texts: With their figures and what these are bound to; the latest adopted first.
        threads: The lives of the provisions of their chain; None where only one of its texts is held.
        as_of: What is published later is not known.
    """
    at_odds = tuple(each for text in texts for each in contradictions(text))
    cases = []
    for text in texts:
        for figure, binding in zip(text.figures, text.bindings, strict=True):
            place = text.place(figure)
            conflicts = tuple(each for each in at_odds if each.text == text.key and place in each.places)
            cases.append(Case(text, figure, binding, as_of, case_before(text, figure, texts, threads), conflicts))
    return Audit(
        figures=tuple(Audited(case.text.key, case.figure, case.binding, judge(case)) for case in cases),
        contradictions=at_odds,
        expired=tuple(each for text in texts for each in find_expired(text, texts, as_of)),
        replacements=tuple(each for text in texts if text.is_base for each in propose_replacements(text, as_of)),
    )
