"""What belongs to the example, and that records of its areas and of real ones are kept apart."""

import pytest

from stocktake.errors import RequestError
from stocktake.review.example import refuse_other_areas


@pytest.mark.parametrize(
    ("codes", "example"), [(["XAA", "WLD", "XZC"], True), (["FJI", "WLD", "LDC"], False), ([], True)]
)
def test_areas_of_one_kind_pass(codes: list[str], example: bool):
    refuse_other_areas(codes, example=example, where="done.csv")


def test_an_invented_area_is_refused_beside_real_material():
    with pytest.raises(RequestError) as refused:
        refuse_other_areas(["FJI", "XAA"], example=False, where="done.csv")
    assert str(refused.value) == (
        "done.csv: expected example and real records kept apart, but Lampland (example) (XAA) is an area of the example "
        "and the workspace holds real material. Make another workspace for it: stocktake new DIR"
    )


def test_a_real_area_is_refused_beside_the_example():
    with pytest.raises(RequestError) as refused:
        refuse_other_areas(["XAA", "FJI"], example=True, where="done.csv")
    assert str(refused.value) == (
        "done.csv: expected example and real records kept apart, but Fiji (FJI) is real and the workspace holds the "
        "example. Make another workspace for it: stocktake new DIR"
    )
