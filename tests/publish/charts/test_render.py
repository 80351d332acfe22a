"""Every kind of chart, drawn: small, the same twice, readable by machines, nothing over anything else."""

import builtins
import re
import struct
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from invented_charts import CONTENTS, chart

from stocktake.errors import MissingPartError, RequestError
from stocktake.publish.charts import Chart, Paper, data_table, render_png, render_svg, text_alternative, to_altair
from stocktake.publish.charts.lettering import text_width
from stocktake.publish.charts.trend import Line, Point, Trend
from stocktake.workspace.parts import KeptParts

SVG = "{http://www.w3.org/2000/svg}"
WIDTHS = (360, 640)
KINDS = tuple(CONTENTS)
# A tile map holds some 250 areas, each with its code and its value.
MOST_BYTES = {"tiles": 28_000}
# The widths we reckon with are on the wide side.
REAL = 0.85


@pytest.fixture(scope="module")
def drawn():
    return {(kind, width): render_svg(chart(kind), Paper(width)) for kind in KINDS for width in WIDTHS}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_is_small_and_the_same_twice(drawn, kind, width):
    svg = drawn[kind, width]
    assert len(svg.encode()) <= MOST_BYTES.get(kind, 12_000)
    assert render_svg(chart(kind), Paper(width)) == svg


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_drawn_is_kept_by_the_chart_and_its_paper(tmp_path, drawn, kind):
    for width in WIDTHS:
        assert render_svg(chart(kind), Paper(width), KeptParts(tmp_path)) == drawn[kind, width]
    kept = KeptParts(tmp_path)
    assert len(list(kept.folder.iterdir())) == len(WIDTHS)
    assert render_svg(chart(kind), Paper(WIDTHS[0]), kept) == drawn[kind, WIDTHS[0]]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_has_a_name_a_description_and_a_language_and_fetches_nothing(drawn, kind, width):
    root = ET.fromstring(drawn[kind, width])
    assert (root.get("role"), root.get("lang"), root.get("width")) == ("img", "en", str(width))
    assert root[0].tag == f"{SVG}title"
    assert root[0].text == "Bridges in invented areas"
    assert root[1].tag == f"{SVG}desc"
    assert root[1].text == text_alternative(chart(kind))
    assert {element.tag for element in root.iter()} <= {
        f"{SVG}{tag}" for tag in ("svg", "title", "desc", "g", "path", "text")
    }
    assert not re.search(r"href|url\(|\bid=|\bclass=|style=", drawn[kind, width])


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_words_lie_on_the_paper_and_not_on_each_other(drawn, kind, width):
    root = ET.fromstring(drawn[kind, width])
    boxes = [_box(group, text) for group in root for text in group.findall(f"{SVG}text")]
    assert boxes
    for left, top, right, bottom, words in boxes:
        assert left >= -1, words
        assert top >= 0, words
        assert right <= width + 1, words
        assert bottom <= float(root.get("height")) + 1, words
    crossed = [(one[4], other[4]) for one, other in combinations(boxes, 2) if _cross(one, other)]
    assert crossed == []


def _box(group, text):
    size, anchor = float(group.get("font-size")), group.get("text-anchor", "start")
    x, y = float(text.get("x")), float(text.get("y"))
    wide = text_width(text.text, size, bold="font-weight" in group.attrib) * REAL
    left = x - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
    return left, y - 0.75 * size, left + wide, y + 0.2 * size, text.text


def _cross(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("kind", KINDS)
def test_a_png_is_the_same_twice_and_as_wide_as_asked(kind):
    png = render_png(chart(kind), Paper(360), scale=1.5)
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">I", png[16:20]) == (540,)
    assert render_png(chart(kind), Paper(360), scale=1.5) == png


@pytest.mark.parametrize("kind", KINDS)
def test_the_specification_is_vega_lite_and_holds_its_data(kind):
    pytest.importorskip("altair")
    specification = to_altair(chart(kind)).to_dict(validate=True)
    assert '"url"' not in str(specification)


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_has_a_head_for_each_cell_and_the_words_end_in_a_full_stop(kind):
    heads, rows = data_table(chart(kind))
    assert rows
    assert {len(row) for row in rows} == {len(heads)}
    assert text_alternative(chart(kind)).startswith(
        "EXAMPLE – the figures are made up. Bridges in invented areas. "
    )
    assert text_alternative(chart(kind)).endswith("The figures are made up.")


@pytest.mark.parametrize("kind", KINDS)
def test_an_example_says_so_even_without_its_caption(kind):
    bare = render_svg(chart(kind), Paper(captioned=False))
    root = ET.fromstring(bare)
    words = [text.text for text in root.iter(f"{SVG}text")]
    assert "EXAMPLE – the figures are made up" in words
    assert "Bridges in invented areas" not in words


def test_hostile_words_stay_words():
    title = 'A <script>alert(1)</script> & "quote" \x00\x07\ufffe\ud800 ]]> {{7*7}} datum.x'
    line = Line("=cmd()\x0b<img src=x onerror=alert(1)>", (Point(2020, 1.0), Point(2021, 2.0)))
    one = Chart(title, Trend((line,), "<b>"), sources=("http://localhost/\x1f",), notes=("\u202eabc",))
    root = ET.fromstring(render_svg(one))
    assert root[0].text == 'A <script>alert(1)</script> & "quote" ]]> {{7*7}} datum.x'
    assert not [element for element in root.iter() if element.tag in (f"{SVG}script", f"{SVG}img", f"{SVG}b")]
    assert "=cmd()<img" in "".join(text.text for text in root.iter(f"{SVG}text"))
    assert render_png(one).startswith(b"\x89PNG")


def test_a_very_long_name_is_cut_not_spilt():
    one = Chart("A" * 5000, Trend((Line("B" * 5000, (Point(2020, 1.0),)),), "per cent"))
    assert len(render_svg(one, Paper(360)).encode()) < 40_000


@pytest.mark.parametrize(("blocked", "draw", "work"), [
    ("vl_convert", render_svg, "drawing a chart"),
    ("vl_convert", render_png, "drawing a chart"),
    ("altair", to_altair, "a chart for a notebook"),
])  # fmt: skip
def test_a_missing_library_is_named_with_its_extra(monkeypatch, blocked, draw, work):
    real = builtins.__import__

    def without(name, *rest, **named):
        if name.partition(".")[0] == blocked:
            raise ImportError(name=blocked)
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingPartError) as caught:
        draw(chart("heat"))
    assert caught.value.message == (
        f"expected the optional part 'publish' for {work}, but {blocked} is not installed. "
        "In the folder of Stocktake's source, run `pip install '.[publish]'`; tables and words do not need it."
    )


def test_tables_and_words_need_no_library(monkeypatch):
    monkeypatch.setattr("stocktake.publish.charts.drawing.drawn_svg", None)
    assert data_table(chart("pairs"))
    assert text_alternative(chart("pairs"))


def test_what_cannot_be_drawn_is_refused():
    with pytest.raises(RequestError) as width:
        Paper(100)
    with pytest.raises(RequestError) as scale:
        render_png(chart("heat"), scale=20)
    with pytest.raises(RequestError) as title:
        Chart(" ", CONTENTS["heat"])
    assert width.value.message == "expected a width of 300 to 1200 pixels, but 100 was given."
    assert scale.value.message == "expected a scale of 0.5 to 8, but 20 was given."
    assert title.value.message == "expected a chart with a title, but it has none."
