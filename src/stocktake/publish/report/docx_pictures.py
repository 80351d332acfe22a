"""A picture in a paragraph of a DOCX file, with its words for those who do not see it.

Knows DrawingML for word processing (ECMA-376 part 1, 20.4): an inline drawing with one picture.
"""

import struct
from typing import Any

from lxml import etree

from stocktake.documents.formats.redline_write import R, add
from stocktake.publish.report.labels import LABELS
from stocktake.publish.report.numbering import NumberedFigure
from stocktake.publish.report.pictures import PAPER_WIDTH, paper_share

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_WP, _A, _PIC = f"{_DRAWING}/wordprocessingDrawing", f"{_DRAWING}/main", f"{_DRAWING}/picture"
DRAWING_NAMES = {"wp": _WP, "a": _A, "pic": _PIC}
"""The namespaces of drawings, by their usual prefixes."""
_EMU = 360_000
"""English metric units in a centimetre (20.1.2.1)."""


def add_picture(run: Any, figure: NumberedFigure, png: bytes, *, number: int) -> None:
    """Put the figure's picture, related as ``figure<its number>``, into the run.

    Args:
        run: Where it goes.
        figure: For its words.
        png: The picture.
        number: Alone of its kind in the document.
    """
    across, down = _size(png)
    width, height = str(across), str(down)
    inline = _in(add(run, "drawing"), _WP, "inline", distT="0", distB="0", distL="0", distR="0")
    _in(inline, _WP, "extent", cx=width, cy=height)
    title = f"{LABELS.figure} {figure.number}"
    _in(inline, _WP, "docPr", id=str(number), name=title, descr=figure.words, title=figure.title)
    data = _in(_in(inline, _A, "graphic"), _A, "graphicData", uri=_PIC)
    picture = _in(data, _PIC, "pic")
    naming = _in(picture, _PIC, "nvPicPr")
    _in(naming, _PIC, "cNvPr", id=str(number), name=title, descr=figure.words)
    _in(naming, _PIC, "cNvPicPr")
    filled = _in(picture, _PIC, "blipFill")
    _in(filled, _A, "blip").set(f"{{{R}}}embed", f"figure{figure.number}")
    _in(_in(filled, _A, "stretch"), _A, "fillRect")
    shape = _in(picture, _PIC, "spPr")
    place = _in(shape, _A, "xfrm")
    _in(place, _A, "off", x="0", y="0")
    _in(place, _A, "ext", cx=width, cy=height)
    _in(_in(shape, _A, "prstGeom", prst="rect"), _A, "avLst")


def _in(parent: Any, space: str, name: str, /, **attributes: str) -> Any:
    return etree.SubElement(parent, f"{{{space}}}{name}", **attributes)


def _size(png: bytes) -> tuple[int, int]:
    """Width and height on paper: as wide as the text unless that is too high for a page."""
    # The header chunk follows the signature (PNG, 11.2.2).
    pixels_across, pixels_down = struct.unpack(">II", png[16:24])
    width = PAPER_WIDTH * paper_share(pixels_across, pixels_down)
    return round(width * _EMU), round(width * pixels_down / pixels_across * _EMU)
