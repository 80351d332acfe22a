"""The audit as a whole: every figure has verdicts, the same input gives the same, only the last text has candidates."""

from figured import AS_OF, audit_text, published, resolution_of
from hypothesis import given
from hypothesis import strategies as st

from stocktake.documents.threads.build import build_threads
from stocktake.review.figures.audit import audit_figures
from stocktake.review.figures.model import Value

WORDS = "Notes that 68 per cent of people worldwide use the Internet;"
GOAL = "Recalls the goal of bringing string to every town by 2040;"
SERIES = published(71, 2044, "2044-12-01", basis="series")


def test_only_the_latest_text_of_a_chain_has_candidates():
    documents = [resolution_of(WORDS, GOAL, session=session) for session in (98, 97)]
    threads = build_threads(documents)
    texts = [audit_text(each, (SERIES,), threads) for each in documents]
    audit = audit_figures(texts, threads, AS_OF)
    assert [each.text for each in audit.replacements] == ["A/RES/98/908"]
    assert [(each.text, each.since) for each in audit.expired] == [
        ("A/RES/98/908", ("A/RES/97/907",)),
        ("A/RES/97/907", ()),
    ]
    assert audit == audit_figures(texts, threads, AS_OF)


def test_a_single_text_is_audited_without_threads():
    audit = audit_figures([audit_text(resolution_of(WORDS), (published(68, 2043, "2043-11-20"),))], None, AS_OF)
    assert [[each.verdict for each in one.verdicts] for one in audit.figures] == [["supported"]]


COMPARATORS = ["", "almost ", "approximately ", "more than ", "less than ", "at least ", "only "]


@given(
    st.integers(1, 99),
    st.sampled_from(COMPARATORS),
    st.lists(st.tuples(st.floats(0, 100), st.integers(2038, 2045), st.booleans()), max_size=4),
)
def test_whatever_is_published_every_figure_has_a_verdict_and_none_twice(
    number: int, comparator: str, records: list[tuple[float, int, bool]]
):
    values: tuple[Value, ...] = tuple(
        published(round(share, 1), year, f"{year}-11-20", is_sure=sure) for share, year, sure in records
    )
    text = audit_text(
        resolution_of(f"Notes that {comparator}{number} per cent of people worldwide are online;"), values
    )
    (found,) = audit_figures([text], None, AS_OF).figures
    names = [each.verdict for each in found.verdicts]
    assert names
    assert len(names) == len(set(names))
    assert not {"supported", "consistent after rounding"} <= set(names)
    assert all(each.because.endswith(".") for each in found.verdicts)
    if "supported" in names and not comparator:
        assert any(abs(each.value - number) <= 0.5 for each in values)
