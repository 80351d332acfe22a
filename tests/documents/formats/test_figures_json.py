"""Figures as JSON: the keys, their order, whole numbers whole, and null for what is unknown."""

from laid_out import make_document

from stocktake.documents.find.figures import find_figures
from stocktake.documents.formats.figures_json import figures_to_json


def test_a_figure_has_the_keys_of_the_contract_in_order():
    document = make_document(["Noting that only 9 per cent of women in Chad use the Internet,"])
    written = figures_to_json(document, find_figures(document))
    assert list(written) == ["schema", "document", "figures"]
    assert (written["schema"], written["document"]) == ("stocktake/figures/1", "X/RES/9/1")
    (figure,) = written["figures"]
    assert list(figure)[:14] == [
        "paragraph", "quote", "spans", "printed", "value", "unit", "comparator", "measure", "group", "sex", "year",
        "year_basis", "notes", "rule",
    ]  # fmt: skip
    assert figure == {
        "paragraph": "P1",
        "quote": "only 9 per cent of women in Chad use the Internet",
        "spans": [[12, 61]],
        "printed": "9 per cent",
        "value": 9,
        "unit": "per cent",
        "comparator": "only",
        "measure": "individuals using the Internet",
        "group": "Chad",
        "sex": "female",
        "year": None,
        "year_basis": None,
        "notes": [],
        "rule": "per cent",
        "kind": "level",
        "upper": None,
        "sense": "exactly",
        "indicator": "17.8.1",
        "negated": False,
        "area": "TCD",
        "population": "women",
        "location": None,
        "since": None,
        "printed_spans": [[17, 27]],
        "sides": [],
        "restates": None,
    }
    assert isinstance(figure["value"], int)


def test_a_share_without_a_number_has_the_value_null_and_a_text_without_figures_an_empty_list():
    document = make_document(["Noting that the majority of lamps are lit,"])
    (figure,) = figures_to_json(document, find_figures(document))["figures"]
    assert (figure["value"], figure["unit"], figure["printed"]) == (None, "share", "the majority")
    empty = make_document(["Recalling the five meetings of 2015,"])
    assert figures_to_json(empty, find_figures(empty))["figures"] == []
