"""Lettering, axes, outlines, packing and wording: the laws they keep."""

import struct
import zlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.errors import InternalError
from stocktake.publish.charts.lettering import plain, text_width, wrapped
from stocktake.publish.charts.outlines import moved, short
from stocktake.publish.charts.packing import packed
from stocktake.publish.charts.scale import spread, value_axis, year_axis
from stocktake.publish.charts.wording import listed, number, quantity, sentence, span
from stocktake.values.interval import Interval

NUMBERS = st.floats(-1e6, 1e6).map(lambda each: round(each, 3))


@given(st.text(), st.integers(20, 400))
def test_lines_fit_and_lose_nothing(text, width):
    lines = wrapped(text, width, 10, most=10_000)
    assert all(text_width(line, 10) <= width or len(line) == 1 for line in lines)
    assert "".join("".join(lines).split()) == "".join(plain(text).split())


def test_what_is_too_much_ends_in_an_ellipsis():
    assert wrapped("one two three four five", 50, 10, most=2) == ("one two", "three fo…")
    assert wrapped("", 60, 10) == ()


@given(st.lists(NUMBERS, min_size=1), st.sampled_from(["per cent", "ratio", ""]))
def test_an_axis_holds_its_values_and_zero(values, unit):
    axis = value_axis(values, unit, (0, 400), 40)
    assert axis.low <= min([0, *values]) + 1e-6
    assert axis.high >= max([0, *values]) - 1e-6
    assert list(axis.ticks) == sorted(set(axis.ticks))
    assert len(axis.ticks) <= 13
    assert axis.at(axis.low) == 0
    assert axis.at(axis.high) == pytest.approx(400)


def test_axes_of_shares_go_to_a_hundred_and_years_are_round():
    assert value_axis([12, 62], "per cent", (0, 200), 38).ticks == (0, 20, 40, 60, 80, 100)
    assert value_axis([], "per cent", (0, 200), 38).low == 0
    assert year_axis(2010, 2030, (0, 200), 46).ticks == (2010, 2015, 2020, 2025, 2030)
    assert year_axis(2019, 2019, (0, 200), 46).ticks == (2019, 2020)


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(5, 40)), min_size=1, max_size=8))
def test_labels_are_spread_without_overlap_in_their_order(wanted):
    places, heights = zip(*wanted, strict=True)
    middles = spread(places, heights, 0, 300)
    order = sorted(range(len(places)), key=lambda at: (places[at], at))
    for before, after in pairwise(order):
        assert middles[after] - middles[before] >= (heights[after] + heights[before]) / 2 - 1e-6
    assert min(middle - height / 2 for middle, height in zip(middles, heights, strict=True)) >= -1e-6


def test_a_number_with_an_exponent_is_a_number_and_no_command():
    assert moved("M1e-14,2.5L-3E+1,4Z", 1, 1) == moved("M0,2.5L-30,4Z", 1, 1)


def test_outlines_are_moved_and_short():
    assert moved("M0,160L40.04,120.26", 10, -20.5) == "M10 139.5L50 99.8"
    assert moved("M1,1h30v-10h-30Z", 0.25, 0) == "M1.2 1h30v-10h-30Z"
    assert moved("M2.739,0A2.739,2.739,0,1,1,-2.739,0", 5, 5) == "M7.7 5A2.7 2.7 0 1 1 2.3 5"
    assert [short(each) for each in (0.04, -0.04, 0.5, -0.5, 12.0, 100.26)] == [
        "0",
        "0",
        ".5",
        "-.5",
        "12",
        "100.3",
    ]


def test_an_unknown_outline_is_our_fault():
    with pytest.raises(InternalError) as caught:
        moved("M0,0S1,1,2,2", 0, 0)
    assert caught.value.message == "expected an outline as Vega writes it, but it has the command 'S'."


def test_packing_keeps_the_pixels_and_refuses_what_is_no_png():
    pixels = bytes(1) + bytes(range(256)) * 40
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 2560, 1, 8, 6, 0, 0, 0)),
        (b"IDAT", zlib.compress(pixels, 0)),
        (b"IEND", b""),
    )
    loose = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    tight = packed(loose)
    assert len(tight) < len(loose)
    at = tight.index(b"IDAT")
    (size,) = struct.unpack(">I", tight[at - 4 : at])
    assert zlib.decompress(tight[at + 4 : at + 4 + size]) == pixels
    with pytest.raises(InternalError) as caught:
        packed(b"GIF89a..")
    assert caught.value.message == "expected a PNG from vl-convert, but it begins with b'GIF89a..'."


def test_numbers_are_worded_as_the_un_prints_them():
    assert [number(each) for each in (0, -0.0, 29.7, 62.0, 1234567, 0.4, 2.04, -3.25)] == [
        "0", "0", "29.7", "62", "1,234,567", "0.40", "2", "-3.2",
    ]  # fmt: skip
    assert (number(0.929, "ratio"), quantity(5, "per cent"), quantity(1, "ratio")) == (
        "0.93",
        "5 per cent",
        "1.00",
    )
    assert (listed(["A"]), listed(["A", "B", "C"]), sentence("no value for", "2019")) == (
        "A", "A, B and C", "No value for 2019.",
    )  # fmt: skip


def test_intervals_are_rounded_outwards():
    assert span(Interval(0.915, 0.942), "ratio") == "0.91–0.95"
    assert span(Interval(74.5, 86.1)) == "74.5–86.1"
    assert span(Interval(0.5, 1.25)) == "0.50–1.25"
    assert span(Interval(72, 94)) == "72–94"


@given(st.floats(0, 1000), st.floats(0, 1000))
def test_a_printed_interval_holds_the_interval(one, other):
    interval = Interval(min(one, other), max(one, other))
    low, high = (float(end.replace(",", "")) for end in span(interval).split("–"))
    assert low <= interval.low + 1e-6
    assert high >= interval.high - 1e-6
