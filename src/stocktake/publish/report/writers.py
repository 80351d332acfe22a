"""The formats a report is written in, by the suffix of its file."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from stocktake.publish.report.docx import write_docx
from stocktake.publish.report.html import render_html
from stocktake.publish.report.markdown import render_markdown
from stocktake.publish.report.model import Report
from stocktake.publish.report.pdf import require_typst, write_pdf
from stocktake.review.keeping import Keeper

WRITERS: Mapping[str, Callable[[Report, Keeper], bytes]] = MappingProxyType(
    {
        ".docx": write_docx,
        ".pdf": write_pdf,
        ".html": lambda report, keep: render_html(report, keep).encode(),
        ".md": lambda report, _keep: render_markdown(report).encode(),
    }
)
"""Each writer by its suffix; the same report gives the same bytes. A keeper keeps the charts that were drawn."""
_NEEDED: Mapping[str, Callable[[], None]] = MappingProxyType({".pdf": require_typst})


def require_parts(suffix: str) -> None:
    """Return where a file of this suffix can be written.

    Raises:
        MissingPartError: It takes an optional part that is not installed.
    """
    if suffix in _NEEDED:
        _NEEDED[suffix]()
