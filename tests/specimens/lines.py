"""What tests of sources ask of lines: their words, their styles, and that all offsets hold."""

from stocktake.documents.sources.line import Line, SourceText
from stocktake.errors import StocktakeError


def texts(source: SourceText) -> list[str]:
    """The words of each line."""
    return [line.text for line in source.lines]


def styles(line: Line) -> list[tuple[str, str]]:
    """The words of each run with its style in letters: ``i``, ``b``, ``^``."""
    marks = (("italic", "i"), ("bold", "b"), ("raised", "^"))
    return [(run.text, "".join(sign for name, sign in marks if getattr(run, name))) for run in line.runs]


def assert_offsets_hold(source: SourceText) -> None:
    """Lines joined by line breaks are the text, and every run stands where it says, with nothing in between."""
    assert "\n".join(texts(source)) == source.text
    for line in source.lines:
        assert (line.runs[0].start, line.runs[-1].end) == (line.start, line.end)
        assert all(before.end == after.start for before, after in zip(line.runs, line.runs[1:], strict=False))
        assert all(source.text[run.start : run.end] == run.text for run in line.runs)


def assert_says_what_to_do(error: StocktakeError) -> None:
    """The error names the file, what was expected, what came and what to do."""
    assert error.where
    assert error.expected
    assert error.came
    assert error.advice
