"""What the audit finds on the five real texts with the frameworks' headline figures, and what it leaves alone."""

from datetime import date
from pathlib import Path

import pytest

from stocktake.documents.find.figures import find_figures
from stocktake.documents.sources import read_source
from stocktake.documents.structure import build_document
from stocktake.frameworks.lineages import lineages
from stocktake.review.figures.audit import audit_figures
from stocktake.review.figures.binding import bind_figures, wanted_of
from stocktake.review.figures.case import AuditText
from stocktake.review.figures.model import Audit
from stocktake.review.figures.values import known_values
from stocktake.review.lives import followed_chain

pytestmark = pytest.mark.real

AS_OF = date(2026, 11, 22)
GOAL = "sdg-9-c"


@pytest.fixture(scope="module")
def audit(corpus: Path) -> Audit:
    documents = [build_document(read_source(path)) for path in sorted((corpus / "seeds").glob("*.txt"))]
    chain = followed_chain(documents, lineages())
    threads = chain.threads()
    texts = []
    for symbol, document in chain.documents.items():
        figures = find_figures(document)
        bindings = bind_figures(document, figures, known_values(wanted_of(figures), {}, AS_OF))
        texts.append(AuditText.of(symbol, document, figures, bindings, threads))
    return audit_figures(texts, threads, AS_OF)


def verdicts(audit: Audit, text: str, paragraph: str) -> list[list[str]]:
    found = [each for each in audit.figures if (each.text, each.figure.paragraph) == (text, paragraph)]
    return [[verdict.verdict for verdict in each.verdicts] for each in found]


def test_the_latest_text(audit: Audit):
    assert verdicts(audit, "A/RES/80/118", "26") == [["superseded", "group changed", "supported"]] * 2
    assert verdicts(audit, "A/RES/80/118", "P58") == [
        ["superseded", "definition changed", "consistent after rounding"],
        ["definition changed", "consistent after rounding"],
    ]
    assert verdicts(audit, "A/RES/80/118", "32") == [["supported"]] * 4


def test_the_figure_carried_over_and_what_it_is_at_odds_with(audit: Audit):
    assert verdicts(audit, "A/RES/79/194", "24") == [["contradicted", "stale", "supported"]] * 2
    places = [(each.text, sorted({place.paragraph for place in each.places})) for each in audit.contradictions]
    assert sorted(places) == [
        ("A/RES/77/150", ["17", "P50"]),
        ("A/RES/77/150", ["23", "P50"]),
        ("A/RES/77/150", ["23", "P50"]),
        ("A/RES/79/194", ["24", "30"]),
    ]


def test_the_promise_that_is_over(audit: Audit):
    assert sorted((each.text, each.paragraph, each.year, each.target) for each in audit.expired) == [
        ("A/RES/77/150", "P27", 2020, GOAL),
        ("A/RES/79/194", "P29", 2020, GOAL),
        ("A/RES/80/118", "P33", 2020, GOAL),
    ]
    assert [each.since for each in audit.expired if each.text == "A/RES/80/118"] == [
        ("A/RES/77/150", "A/RES/79/194")
    ]


def test_headline_figures_replace_nothing(audit: Audit):
    assert audit.replacements == ()
