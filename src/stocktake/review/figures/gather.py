"""The figures of all texts of a review, bound and judged: one question to the statistics for all of them.

Knows where a review keeps what the audit looks at. Binds and judges nothing itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from stocktake.documents.threads.model import Threads
from stocktake.review.figures.model import Audit
from stocktake.review.found import Found
from stocktake.review.keeping import Keeper, identity
from stocktake.review.model import Text
from stocktake.review.numbers import Numbers

if TYPE_CHECKING:
    from stocktake.statistics.measures.published import Published, Wanted

    Answers = Mapping[Wanted, tuple[Published, ...]]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the figures of texts stand in.

    Attributes:
        found: What each text holds, by its key.
        threads: The lives of the provisions of the chain that is followed; None where none is.
        numbers: The statistics held; None where there are none.
        as_of: The date of the review.
        keep: Keeps what the statistics answered.
    """

    found: Mapping[str, Found]
    threads: Threads | None
    numbers: Numbers | None
    as_of: date
    keep: Keeper


def audit_texts(texts: Sequence[Text], setting: Setting) -> Audit:
    """The figures of the texts that are used, with what each is bound to and what is to be said of it."""
    numbers = setting.numbers.fingerprint if setting.numbers else ""
    chain = setting.threads.held if setting.threads else ()
    made_from = ([(each.key, identity(each.document)) for each in texts], chain, numbers, setting.as_of)
    return setting.keep(Audit, made_from, lambda: _audit(texts, setting))


def _audit(texts: Sequence[Text], setting: Setting) -> Audit:
    from stocktake.review.figures.audit import audit_figures
    from stocktake.review.figures.binding import bind_figures, wanted_of
    from stocktake.review.figures.case import AuditText
    from stocktake.review.figures.values import known_values

    wanted = wanted_of([figure for text in texts for figure in setting.found[text.key].figures])
    known = known_values(wanted, _published(wanted, setting), setting.as_of)
    bound = []
    for text in texts:
        figures = setting.found[text.key].figures
        unbound = AuditText.of(text.key, text.document, (), (), setting.threads)
        bindings = bind_figures(text.document, figures, known, unbound.day)
        bound.append(replace(unbound, figures=figures, bindings=tuple(bindings)))
    return audit_figures(bound, setting.threads, setting.as_of)


def _published(wanted: "frozenset[Wanted]", setting: Setting) -> "Answers":
    from stocktake.statistics.measures.published import Published

    numbers = setting.numbers
    asked = sorted(wanted, key=str)
    if numbers is None or not asked:
        return {}
    answered = setting.keep(
        tuple[tuple[Published, ...], ...],
        (numbers.fingerprint, asked, setting.as_of),
        lambda: _answers(numbers, asked, setting.as_of),
    )
    return dict(zip(asked, answered, strict=True))


def _answers(numbers: Numbers, asked: "Sequence[Wanted]", as_of: date) -> "tuple[tuple[Published, ...], ...]":
    from stocktake.statistics.measures.published import published_values

    found = published_values(numbers.open(), asked, as_of)
    return tuple(found[each] for each in asked)
