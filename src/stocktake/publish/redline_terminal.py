"""Changed words in the terminal: what was taken out as [-so-], what was put in as {+so+}.

Reads without colour. Knows runs of words alone, not what they are of.
"""

from collections.abc import Sequence

from rich.text import Text as Words

from stocktake.documents.compare import Operation, WordRun

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
        words.append(f"{before}{_shortened(run, first=at == 0, last=at == len(runs) - 1)}{after}", style=style)
    return words


def _shortened(run: WordRun, *, first: bool, last: bool) -> str:
    if run.operation != "equal" or len(run.text) <= 2 * _AROUND + len(" … "):
        return run.text
    left = "" if first else run.text[:_AROUND].rsplit(" ", 1)[0]
    right = "" if last else run.text[-_AROUND:].split(" ", 1)[-1]
    return f"{left} … {right}"
