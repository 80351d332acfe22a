"""The way to a text in the terminal: eighty columns, marks without colour, cautions said."""

from collections.abc import Sequence

import pytest
from invented import draft, resolution
from workshop import LATER, document

from stocktake.documents.compare.negotiation import trace_negotiation
from stocktake.documents.model import Document
from stocktake.example import example_texts
from stocktake.publish.negotiation_terminal import render_negotiation
from stocktake.publish.terminal import to_text

BEFORE = document(resolution(97, 901), "old.txt")
DRAFT = document(draft(98, 4), "draft.txt")
OUTCOME = document(resolution(99, 903, operative=LATER), "new.txt")
EXAMPLE = [document(text.read_text("utf-8"), text.name) for text in example_texts()]


def render(stages: Sequence[Document], not_held: Sequence[str] = ()) -> str:
    return to_text(render_negotiation(trace_negotiation(stages), stages, not_held))


@pytest.mark.parametrize("stages", [[BEFORE, OUTCOME], [BEFORE, DRAFT, OUTCOME], EXAMPLE], ids=len)
def test_it_keeps_to_eighty_columns_and_is_plain(stages: list[Document]):
    text = render(stages)
    assert max(len(line) for line in text.splitlines()) <= 80
    assert "\x1b" not in text


def test_stages_words_and_losses():
    text = render([BEFORE, DRAFT, OUTCOME])
    assert text.startswith("Where the words of A/RES/99/903 came from\nKites above example towns\n\nTHE STAGES\n")
    assert "  B   A/C.2/98/L.4   0            0       draft of 3 November 2043\n" in text
    assert "\nparagraph 2\n  {C Encourages C} the kite makers of" in text
    assert "\nparagraph 4: first in A/RES/99/903\n  {C Welcomes the gift" in text
    assert "\nIN A/RES/97/901, NOT IN A/RES/99/903\n  1 whole paragraph and words of 1 paragraph\n" in text
    assert "  3  Requests the Secretary-General to count the kites of Examplia every autumn;\n" in text


def test_cautions():
    assert "No draft is held:" in render([BEFORE, OUTCOME])
    assert "Not held: A/RES/98/902." in render([BEFORE, OUTCOME], ["A/RES/98/902"])
    assert "No text before is held:" in render([DRAFT, OUTCOME])
    assert "EXAMPLE: every text below is invented." in render(EXAMPLE)
