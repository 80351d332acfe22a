"""Vega's SVG made small, steady and readable by machines that read aloud.

Vega writes a tree of groups with a box behind each, and the same lettering again on every word. Here the tree becomes a
list of what is seen, every number is rounded to a tenth of a pixel, what is drawn alike and in a row is drawn once, and
ink takes the colour of the text around the picture. No identifier is written, so that many pictures can stand in one
page and the same chart gives the same bytes.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from stocktake.errors import InternalError
from stocktake.publish.charts.outlines import moved, short
from stocktake.publish.charts.styles import INK

if TYPE_CHECKING:
    from lxml import etree

_SVG = "{http://www.w3.org/2000/svg}"
_SHIFT = re.compile(r"translate\((-?[\d.e-]+),(-?[\d.e-]+)\)")
# What is kept of an element, with the value that need not be said.
_KEPT = {
    "fill": "",
    "fill-opacity": "1",
    "stroke": "none",
    "stroke-width": "1",
    "stroke-opacity": "1",
    "stroke-dasharray": "none",
    "text-anchor": "start",
    "font-size": "",
    "font-weight": "normal",
}
# What hangs on something that is not there.
_IDLE = {"stroke": ("stroke-width", "stroke-opacity", "stroke-dasharray"), "fill": ("fill-opacity",)}
_PAINT = {INK: "currentColor", "transparent": "none"}
Style = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing that is seen: an outline, or words at a place."""

    style: Style
    outline: str
    words: str = ""


def cleaned(svg: str, *, title: str, description: str, language: str) -> str:
    """The SVG written anew: with name and description, without anything that is not seen.

    Raises:
        InternalError: Vega wrote something that is not known here.
    """
    from lxml import etree

    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    width, height = (short(float(root.get(side, "0"))) for side in ("width", "height"))
    drawn = "".join(
        _written(style, list(alike)) for style, alike in groupby(_seen(root, 0, 0), lambda one: one.style)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="{_escaped(language)}" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="system-ui,sans-serif" fill="currentColor">'
        f"<title>{_escaped(title)}</title><desc>{_escaped(description)}</desc>{drawn}</svg>"
    )


def _seen(element: "etree._Element", right: float, down: float) -> Iterator[Seen]:
    shift = _SHIFT.fullmatch(element.get("transform", ""))
    if element.get("transform") and shift is None:
        raise InternalError(expected="only shifts in Vega's SVG", came=f"there is {element.get('transform')!r}")
    if shift is not None:
        right, down = right + float(shift[1]), down + float(shift[2])
    tag = str(element.tag).removeprefix(_SVG)
    if tag in ("svg", "g"):
        for child in element:
            yield from _seen(child, right, down)
        return
    style = _style(element.attrib)
    if tag == "text":
        yield Seen(style, f'x="{short(right)}" y="{short(down)}"', "".join(map(str, element.itertext())))
    elif _is_seen(element, style):
        yield Seen(style, _outline(element, tag, right, down))


def _is_seen(element: "etree._Element", style: Style) -> bool:
    said = dict(style)
    return element.get("display") != "none" and (said["fill"] != "none" or "stroke" in said)


def _outline(element: "etree._Element", tag: str, right: float, down: float) -> str:
    if tag == "path":
        return moved(element.get("d", ""), right, down)
    if tag == "line":
        x, y = (float(element.get(end, "0")) for end in ("x2", "y2"))
        return moved(f"M0,0H{x}" if not y else f"M0,0V{y}" if not x else f"M0,0L{x},{y}", right, down)
    raise InternalError(expected="paths, lines and words in Vega's SVG", came=f"there is <{tag}>")


def _style(attributes: Mapping[str, str]) -> Style:
    said = {name: str(value) for name, value in attributes.items() if name in _KEPT and value != _KEPT[name]}
    said = {name: _PAINT.get(value, value) for name, value in said.items()}
    said["font-size"] = said.get("font-size", "").removesuffix("px")
    said["fill"] = said.get("fill", "none")
    idle = {each for name, needed in _IDLE.items() if said.get(name, "none") == "none" for each in needed}
    return tuple((name, value) for name, value in said.items() if value and name not in idle)


def _written(style: Style, alike: list[Seen]) -> str:
    """What is drawn alike: words in one group, outlines in one path."""
    look = "".join(f' {name}="{value}"' for name, value in style if (name, value) != ("fill", "currentColor"))
    outlines = "".join(each.outline for each in alike if not each.words)
    words = "".join(f"<text {each.outline}>{_escaped(each.words)}</text>" for each in alike if each.words)
    path = f'<path{look} d="{outlines}"/>' if outlines else ""
    return path + (f"<g{look}>{words}</g>" if words else "")


def _escaped(text: str) -> str:
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(sign, entity)
    return text
