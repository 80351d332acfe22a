"""Bad input: damaged copies of the specimens end in a document or in an error of the tree, never in anything else."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.specimens.damage import damaged
from tests.specimens.resolution import to_text
from tests.specimens.un_pdf import example_pdf

from stocktake.documents.sources import MAX_BYTES, read_source, read_source_bytes
from stocktake.documents.structure import build_document
from stocktake.errors import InputError, NotFoundError, StocktakeError, UnsupportedError
from stocktake.values.span import words_at

PDF = example_pdf()
TEXT = to_text()


def read_or_refuse(data: bytes) -> None:
    """Read; whatever comes is a whole document or one of our errors."""
    try:
        document = build_document(read_source_bytes(data, "damaged"))
    except StocktakeError:
        return  # refused, with the words that the tree asks of every error; anything else fails the test
    coverage = document.coverage
    unexplained = sum(end - start for start, end in coverage.unexplained)
    parts = coverage.paragraphs + coverage.notes + coverage.heading + coverage.furniture + unexplained
    assert parts == coverage.characters == len(document.source_text)
    assert all(words_at(document.source_text, each.spans) == each.text for each in document.paragraphs)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(damaged(PDF))
def test_damaged_pdf(data: bytes) -> None:
    read_or_refuse(data)


@given(damaged(TEXT))
def test_damaged_text(data: bytes) -> None:
    read_or_refuse(data)


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    read_or_refuse(data)


@pytest.mark.parametrize("letter", ["*", "<", "(", "[", "¹", "1. ", "\n", "(a) ", "I\n", "_", "The The ", "- "])
def test_the_same_letter_many_times_is_read_in_time(letter: str) -> None:
    read_or_refuse((letter * 50_000 + "\nThe General Assembly,\n\nRecalling oil,\n\n1. Decides.").encode())


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        read_source_bytes(b" \n ", "empty.txt")
    assert str(caught.value) == (
        "empty.txt: expected a document, but the file is empty. Download or export it again."
    )


def test_bytes_of_no_format_are_refused() -> None:
    with pytest.raises(UnsupportedError) as caught:
        read_source_bytes(bytes(range(32)) * 20, "x.bin")
    assert str(caught.value) == (
        "x.bin: expected a document in a format that is read, but the bytes are in none. "
        "Formats that are read: PDF, DOCX, HTML, text. Export the document as one of these and read that."
    )


def test_a_huge_file_is_refused_before_it_is_read(tmp_path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(2 * MAX_BYTES)
    with pytest.raises(InputError) as caught:
        read_source(huge)
    assert str(caught.value) == (
        "huge.txt: expected a document of at most 100 MB, but this file has 200 MB. "
        "Resolutions are far smaller: check that this is the file you meant."
    )


def test_a_path_without_a_file(tmp_path) -> None:
    with pytest.raises(NotFoundError) as caught:
        read_source(tmp_path / "none.pdf")
    assert str(caught.value) == (
        f"{tmp_path}/none.pdf: expected a file, but there is none. Check the path and its spelling."
    )
