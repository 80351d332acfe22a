"""Invented operative paragraphs, read as a document, and their duties in short."""

from invented import resolution

from stocktake.documents.commitments import find_commitments
from stocktake.documents.commitments.model import Commitment
from stocktake.documents.model import Document
from stocktake.documents.reading import read_document


def document(*operative: str) -> Document:
    """The 99/7 of an assembly that does not exist; operative paragraphs are numbered, items carry their own mark."""
    text = resolution(99, 7, operative=("Notes the kites.",))
    numbered: list[str] = []
    for words in operative:
        number = 1 + sum(not each.startswith("(") for each in numbered)
        numbered.append(words if words.startswith("(") else f"{number}. {words}")
    return read_document(text.replace("1. Notes the kites.", "\n\n".join(numbered)).encode(), "kites.txt")


def duties(*operative: str) -> tuple[Commitment, ...]:
    """All duties of such a document."""
    return find_commitments(document(*operative))


def short(*operative: str) -> list[tuple[str, str, list[str]]]:
    """Of each duty: id without the text's name, verb, names of the addressees."""
    return [
        (each.id.removeprefix("99/7:"), each.verb, [name.name for name in each.addressees])
        for each in duties(*operative)
    ]


def asked(words: str) -> list[str]:
    """Who is asked by a paragraph of one duty."""
    return [name for _, _, names in short(words) for name in names]
