"""The bench of figures: how annotations and what was found are put side by side."""

import importlib.util
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench" / "figures.py"


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    """The module; it is no part of the package, and takes from the bench beside it."""
    spec = importlib.util.spec_from_file_location("bench_figures", BENCH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(BENCH.parent)
        spec.loader.exec_module(module)
    return module


def record(paragraph: str, printed: str, **labels: Any) -> dict[str, Any]:
    empty = dict.fromkeys(("value", "upper", "unit", "comparator", "group", "sex", "year", "kind", "measure"))
    return {"paragraph": paragraph, "printed": printed, **empty, **labels}


def test_figures_are_paired_by_paragraph_and_first_word(bench: ModuleType):
    expected = [record("P1", "half"), record("P1", "9 per cent"), record("2", "majority")]
    came = [record("P1", "half"), record("P1", "8 per cent"), record("2", "the vast majority")]
    paired = [(one and one["printed"], two and two["printed"]) for one, two in bench.pairs(expected, came)]
    assert paired == [
        ("half", "half"),
        ("9 per cent", None),
        (None, "8 per cent"),
        ("majority", "the vast majority"),
    ]


def test_labels_count_where_the_annotation_is_sure(bench: ModuleType):
    counts: Counter[str] = Counter()
    wanted = record("P1", "a third", value=33.33, year=2020, unsure=["year"])
    assert list(bench.add(counts, wanted, record("P1", "a third", value=33.3, year=2019))) == []
    assert (counts["value right"], counts["year asked"]) == (1, 0)
    lines = list(bench.add(counts, record("P1", "half", sex="female"), record("P1", "half")))
    assert lines == ["P1 half, sex: female, came None"] or "P1 half, sex: female, came None" in lines
