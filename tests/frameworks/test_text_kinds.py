"""Kinds of texts that are no resolutions."""

from stocktake.frameworks.records import load_records
from stocktake.frameworks.text_kinds import TextKind, text_kind


def test_every_kind_is_told_by_each_of_its_lines():
    for kind in load_records("text_kinds", TextKind):
        for line in kind.lines:
            assert text_kind(["Lanterns", line.replace("{body}", "A/99/7") + " of the harbour"]) == kind.name


def test_a_resolution_is_none_of_them():
    assert text_kind(["A/RES/99/7", "Resolution adopted by the General Assembly", "The General Assembly,"]) is None
