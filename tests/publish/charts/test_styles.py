"""Colours stand out on white and on dark paper, and lines can be told apart without colour."""

import pytest

from stocktake.publish.charts.styles import (
    DARK_PAPER,
    ENOUGH,
    INK,
    TINT,
    TINTS,
    WHITE_PAPER,
    contrast,
    line_styles,
    mixed,
)
from stocktake.publish.charts.timeline import change_signs

READABLE = 4.5
DARK_INK = "#e6e9ec"


def test_contrast_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


@pytest.mark.parametrize("paper", [WHITE_PAPER, DARK_PAPER])
def test_every_mark_stands_out(paper):
    colours = {style.colour for style in (*line_styles(), *change_signs().values())} | {TINT}
    assert [colour for colour in sorted(colours) if contrast(colour, paper) < ENOUGH] == []


def test_words_can_be_read_on_every_tint():
    for strength in TINTS:
        assert contrast(INK, mixed(TINT, WHITE_PAPER, strength)) >= READABLE
        assert contrast(DARK_INK, mixed(TINT, DARK_PAPER, strength)) >= READABLE


def test_lines_and_signs_differ_without_colour():
    styles = [(style.dash, style.shape) for style in line_styles()]
    assert len(set(styles)) == len(styles)
    assert len({style.dash for style in line_styles()}) == len(styles)
    signs = [(sign.shape, sign.size) for sign in change_signs().values()]
    assert len(set(signs)) == len(signs)
