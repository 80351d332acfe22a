"""A report as one HTML file that needs nothing else: no script, nothing fetched, pictures as inline SVG.

Knows the template and what has to be said in it. The template escapes every word; the SVG is written by us, its words
escaped where it is made.
"""

from stocktake import __version__
from stocktake.publish.page import page_template
from stocktake.publish.report.labels import LABELS
from stocktake.publish.report.model import Report
from stocktake.publish.report.numbering import NumberedHeading, number_report, plain_text
from stocktake.publish.report.pictures import NARROW, WIDE, can_draw, svg_picture
from stocktake.publish.report.printable import from_right
from stocktake.review.keeping import Keeper, made_anew


def render_html(report: Report, keep: Keeper = made_anew) -> str:
    """The page; the same report gives the same bytes. Without the extra ``publish`` each figure is its table.

    Args:
        report: The report.
        keep: Keeps the charts that were drawn, so that none is drawn again.
    """
    return page_template("report.html.j2").render(
        version=__version__,
        report=number_report(report, drawn=can_draw()),
        labels=LABELS,
        kind=lambda block: type(block).__name__,
        subheadings=lambda section: [each for each in section.blocks if isinstance(each, NumberedHeading)],
        from_right=from_right,
        plain_text=plain_text,
        wide=lambda chart: svg_picture(chart, WIDE, keep),
        narrow=lambda chart: svg_picture(chart, NARROW, keep),
    )
