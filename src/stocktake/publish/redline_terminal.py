"""Changed words in the terminal: what was taken out as [-so-], what was put in as {+so+}.

Reads without colour. Knows runs of words alone, not what they are of.
"""

from collections.abc import Sequence

from rich.text import Text as Words

from stocktake.documents.compare import Operation, WordRun
from stocktake.publish.redline_layout import shortened

_MARKS: dict[Operation, tuple[str, str, str]] = {
    "equal": ("", "", ""),
    "delete": ("[-", "-]", "red strike"),
    "insert": ("{+", "+}", "green underline"),
}
# So many characters of unchanged words are kept on each side of a change.
_AROUND = 60


def redline_words(runs: Sequence[WordRun]) -> Words:
    """The runs in one text: changed words whole and marked, of unchanged ones what stands next to them."""
    words = Words()
    for at, run in enumerate(runs):
        before, after, style = _MARKS[run.operation]
        last = at == len(runs) - 1
        shown = shortened(run.text, _AROUND, first=at == 0, last=last) if run.operation == "equal" else run.text
        words.append(f"{before}{shown}{after}", style=style)
    return words
