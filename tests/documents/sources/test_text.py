"""Plain and Markdown-like text: style, links, superscripts, blocks, encodings."""

from hypothesis import given
from hypothesis import strategies as st

from stocktake.documents.sources import read_source_bytes, text
from stocktake.documents.sources.line import SourceText


def lines(words: str) -> list[str]:
    """Each line with its styles spelt out: ``/`` italic, ``+`` bold, ``^`` raised."""
    source = text.read(words.encode(), "x.txt", "")
    return [
        "|".join("/" * run.italic + "+" * run.bold + "^" * run.raised + run.text for run in line.runs)
        for line in source.lines
    ]


def test_stars_are_italics_and_bold() -> None:
    assert lines("*Recalling* the **lamp** and ***both***") == ["/Recalling| the |+lamp| and |/+both"]


def test_blocks_glued_by_an_export_are_cut_where_styles_meet() -> None:
    assert lines("**Lanterns****Resolution  \nof 2044***[report]***99/7. Lanterns***The General Assembly,*") == [
        "+Lanterns",
        "+Resolution  ",
        "+of 2044",
        "/[report]",
        "+99/7. Lanterns",
        "/The General Assembly,",
    ]


def test_a_star_that_closes_nothing_is_a_star() -> None:
    assert lines("Lanternia:* draft") == ["Lanternia:* draft"]
    assert lines("* On behalf of the harbours") == ["* On behalf of the harbours"]


def test_links_keep_their_words_only() -> None:
    assert lines("its resolution [98/7](#) of") == ["its resolution |98/7| of"]


def test_superscripts_of_all_kinds_are_raised() -> None:
    assert lines("lamps,¹² oil,<sup>3</sup> wicks[^4]") == ["lamps,|^¹²| oil,|^3| wicks|^4"]


def test_wrapped_text_is_told_from_unwrapped() -> None:
    wrapped = text.read(b"A line of eighty\nand another\n" * 5, "x.txt", "")
    unwrapped = text.read(b"word " * 60 + b"\n", "x.txt", "")
    assert (wrapped.wrapped, unwrapped.wrapped) == (True, False)


def test_gap_and_indent() -> None:
    source = text.read(b"one\n\n  two\nthree\n", "x.txt", "")
    assert [(line.gap, line.indent) for line in source.lines] == [(True, False), (True, True), (False, False)]


def test_windows_encoding_is_read_and_said() -> None:
    source = read_source_bytes("L’étoile du Nord".encode("cp1252"), "x.txt")
    assert source.text == "L’étoile du Nord"
    assert [finding.message for finding in source.findings] == [
        "The file is not UTF-8; it was read as windows-1252."
    ]


def test_byte_order_marks() -> None:
    for encoding in ("utf-8-sig", "utf-16"):
        assert read_source_bytes("Lanterns".encode(encoding), "x.txt").text == "Lanterns"


@given(st.text(st.sampled_from("ab *[]()<>/supi¹²\n\r\t_#\\^"), max_size=200))
def test_offsets_hold_and_lines_cover_the_text(words: str) -> None:
    source: SourceText = text.read(words.encode(), "x.txt", "")
    last = 0
    for line in source.lines:
        assert not source.text[last : line.start].strip()
        assert all(source.text[run.start : run.end] == run.text for run in line.runs)
        assert all(line.start <= run.start and run.end <= line.end for run in line.runs)
        last = line.end
    assert not source.text[last:].strip()
