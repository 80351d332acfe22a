"""A report as a DOCX file: real styles, headings, captions and footnotes; the same report gives the same bytes.

Knows the order of the work; the body is written in ``docx_body``, what stands around it in ``docx_parts``, the
package in ``docx_package``.
"""

from stocktake.publish.report.docx_body import write_body
from stocktake.publish.report.docx_package import pack
from stocktake.publish.report.docx_parts import fixed_parts
from stocktake.publish.report.model import Report
from stocktake.publish.report.numbering import number_report
from stocktake.publish.report.pictures import can_draw
from stocktake.review.keeping import Keeper, made_anew


def write_docx(report: Report, keep: Keeper = made_anew) -> bytes:
    """The report as a DOCX file. Without the extra ``publish`` each figure is its table.

    Args:
        report: The report.
        keep: Keeps the charts that were drawn, so that none is drawn again.
    """
    numbered = number_report(report, drawn=can_draw())
    body = write_body(numbered, keep)
    return pack(body, fixed_parts(numbered, body.lists), numbered)
