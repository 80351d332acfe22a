"""Lineages: the chains are whole, dated and in order, and a damaged chain is refused."""

from datetime import date

import pytest

from stocktake.errors import InternalError
from stocktake.frameworks.lineages import Lineage, LineageText, chain, lineage_of, lineages
from stocktake.frameworks.records import CONFIDENCES


def text(symbol: str, session: int, adopted: date | None = None, lineage: str = "lamps") -> LineageText:
    return LineageText(lineage, symbol, session, "invented", "seed", adopted, "seed" if adopted else None)


def test_the_yearly_chain_has_a_text_for_every_session_from_62_to_80():
    chain_of_80 = lineage_of("A/RES/80/118")
    assert chain_of_80 is not None
    assert [each.session for each in chain_of_80.texts] == list(range(62, 81))
    assert chain_of_80.symbols[-3:] == ("A/RES/78/132", "A/RES/79/194", "A/RES/80/118")


def test_the_title_gains_sustainable_at_the_seventy_second_session():
    lineage = lineage_of("A/RES/71/212")
    assert lineage is not None
    titles = [each.title for each in lineage.texts if each.title]
    assert titles[0] == "Information and communications technologies for development"
    assert lineage.title == titles[-1] == "Information and communications technologies for sustainable development"


def test_what_lies_between_two_texts_held():
    lineage = lineage_of("A/RES/65/141")
    assert lineage is not None
    assert [each.symbol for each in lineage.between("A/RES/77/150", "A/RES/80/118")] == [
        "A/RES/78/132",
        "A/RES/79/194",
    ]
    assert lineage.between("A/RES/77/150", "A/RES/1/1") == ()


def test_the_twin_of_the_council_is_a_chain_of_its_own():
    lineage = lineage_of("E/RES/2025/18")
    assert lineage is not None
    assert len(lineage.texts) == 19
    assert all(each.symbol.startswith(f"E/RES/{each.session}/") for each in lineage.texts)


def test_a_text_of_no_chain_has_none():
    assert lineage_of("A/RES/70/1") is None


@pytest.mark.parametrize("lineage", lineages(), ids=lambda lineage: lineage.name)
def test_a_date_says_how_sure_it_is_and_lies_in_its_session(lineage: Lineage):
    for each in lineage.texts:
        assert (each.adopted is None) == (each.dated is None)
        assert each.dated in (None, *CONFIDENCES)
        if each.adopted and each.symbol.startswith("A/"):
            assert each.adopted.year - each.session in (1945, 1946)


def test_the_example_says_that_it_is_one():
    lineage = lineage_of("A/RES/98/38")
    assert lineage is not None
    assert lineage.title is not None
    assert lineage.title.endswith("(EXAMPLE)")
    assert {each.source for each in lineage.texts if each.title} == {"invented for the bundled example"}


def test_every_fault_of_a_chain_is_named_at_once():
    texts = (
        text("X/3", 3),
        text("X/2", 2),
        text("X/9", 9, date(2109, 1, 2), "wicks"),
        text("X/3", 10, None, "lamps"),
    )
    with pytest.raises(InternalError) as caught:
        chain(texts)
    assert str(caught.value) == (
        "expected each text once, each chain in one piece and in order, in frameworks/data/lineages.yaml, but "
        "X/3 stands in two places; lamps stands in two places; X/2 stands after X/3 but is older. "
        "Mend the file and run the tests of frameworks."
    )


def test_an_earlier_date_in_the_same_session_is_out_of_order():
    with pytest.raises(InternalError, match="X/2 stands after X/1 but is older"):
        chain((text("X/1", 3, date(2103, 5, 2)), text("X/2", 3, date(2103, 5, 1))))
