"""Pictures are drawn once, and fit on a page."""

import sys

import pytest
from invented_report import chart

from stocktake.publish.report.pictures import PAPER_WIDTH, WIDE, paper_share, png_picture, svg_picture
from stocktake.review.keeping import made_anew
from stocktake.workspace.parts import KeptParts

pytest.importorskip("vl_convert", reason="the extra `publish` is not installed")


def test_a_picture_is_drawn_once():
    assert svg_picture(chart(), WIDE, made_anew) is svg_picture(chart(), WIDE, made_anew)
    assert png_picture(chart(), made_anew) is png_picture(chart(), made_anew)


def test_a_picture_is_drawn_once_for_all_runs_of_a_workspace(tmp_path, monkeypatch):
    drawn = svg_picture(chart(), WIDE, KeptParts(tmp_path))
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    assert svg_picture(chart(), WIDE, KeptParts(tmp_path)) == drawn


def test_what_the_writers_print_is_left_out_of_the_picture():
    drawn = svg_picture(chart(), WIDE, made_anew).split("</desc>")[1]
    assert "Schools with kites" not in drawn
    assert "EXAMPLE" in drawn


@pytest.mark.parametrize(("across", "down", "share"), [(640, 300, 1), (640, 840, 1), (640, 1680, 0.5)])
def test_a_high_picture_is_made_smaller(across, down, share):
    assert paper_share(across, down) == pytest.approx(share)
    assert PAPER_WIDTH * paper_share(across, down) * down / across <= 21.01
