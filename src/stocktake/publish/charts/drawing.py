"""Pictures from a specification: the only place that knows the libraries that draw.

Knows Altair and vl-convert (extra ``publish``). Nothing is fetched: the data stand in the specification, and no
address is allowed.
"""

from typing import TYPE_CHECKING, Any, TypeAlias

from stocktake.errors import MissingPartError, missing_part

if TYPE_CHECKING:
    import altair as alt

AltairChart: TypeAlias = "alt.LayerChart"
VEGA_LITE = "6.1"
"""The version of Vega-Lite that Altair 6 writes and that the specifications are checked against."""


def drawn_svg(specification: dict[str, Any]) -> str:
    """The SVG as Vega writes it.

    Raises:
        MissingPartError: vl-convert is not installed.
    """
    try:
        import vl_convert
    except ImportError as error:
        raise _missing("drawing a chart", error) from error
    return str(vl_convert.vegalite_to_svg(specification, vl_version=VEGA_LITE, allowed_base_urls=[]))


def painted_png(svg: str, scale: float) -> bytes:
    """The SVG as a PNG, each of its pixels ``scale`` pixels wide.

    Raises:
        MissingPartError: vl-convert is not installed.
    """
    try:
        import vl_convert
    except ImportError as error:
        raise _missing("drawing a chart", error) from error
    return bytes(vl_convert.svg_to_png(svg, scale=scale))


def altair_chart(specification: dict[str, Any]) -> "AltairChart":
    """The specification as a chart of Altair, checked against the schema of Vega-Lite.

    Raises:
        MissingPartError: Altair is not installed.
    """
    try:
        import altair as alt
    except ImportError as error:
        raise _missing("a chart for a notebook", error) from error
    return alt.LayerChart.from_dict(specification)


def _missing(work: str, error: ImportError) -> MissingPartError:
    return missing_part("publish", error.name, f"for {work}", "tables and words")
