"""The pages of threads in the terminal: eighty columns, plain, what matters said."""

from invented import OPERATIVE, resolution
from workshop import LATER, document

from stocktake.documents.threads.build import build_threads
from stocktake.documents.threads.model import ChainText
from stocktake.documents.threads.refine import refined_by
from stocktake.publish.terminal import to_text
from stocktake.publish.threads_terminal import render_lives, render_threads

BACK = (*OPERATIVE[:3], LATER[2], LATER[3])
TEXTS = [
    document(resolution(97, 901), "a.txt"),
    document(resolution(98, 902, operative=LATER), "b.txt"),
    document(resolution(99, 903, operative=BACK), "c.txt"),
]
CHAIN = [ChainText(f"A/RES/{each}") for each in ("96/900", "97/901", "98/902", "99/903")]
TWO = build_threads(TEXTS[:2], chain=CHAIN)
THREE = build_threads(TEXTS, chain=CHAIN)


def test_the_page_keeps_to_eighty_columns_and_is_plain():
    text = to_text(render_threads(THREE, "Kites above example towns", refined_by(TWO, THREE)))
    assert max(len(line) for line in text.splitlines()) <= 80
    assert "\x1b" not in text


def test_the_page_counts_and_names_what_vanished():
    text = to_text(render_threads(TWO, "Kites above example towns"))
    assert text.startswith(
        "Kites above example towns\n2 texts held, 2 texts of the chain not held, 7 provisions followed\n"
    )
    assert "\nVANISHED WITH A DUTY (1)\n  A/RES/97/901, 3: is gone in A/RES/98/902\n" in text
    assert "“Requests the Secretary-General to count the kites of Examplia every autumn”" in text
    assert "BACK AGAIN" not in text


def test_the_page_says_what_came_back_and_travels_together():
    text = to_text(render_threads(THREE, "Kites", refined_by(TWO, THREE)))
    assert (
        "\nBACK AGAIN (1)\n  97/901:3: not in A/RES/98/902. It stands in A/RES/97/901, 3; A/RES/99/903, 3.\n"
        in text
    )
    assert "VANISHED" not in text


def test_one_life_shows_each_text_and_the_words_that_changed():
    text = to_text(render_lives(TWO, TWO.through("A/RES/98/902", "2")))
    assert text.startswith(
        "\n97/901:2\n  known   present in A/RES/97/901, the oldest text held, one earlier text not\n          held\n"
    )
    assert "  age     at least 1 year\n" in text
    assert "  duties  98/902:2#1 Encourages\n" in text
    assert "\n97/901, 2: FIRST SEEN\n  Calls upon the kite makers of Examplia" in text
    assert (
        "\n98/902, 2: EDITED, WEAKER VERB: CALLS UPON → ENCOURAGES\n  [-Calls upon-]{+Encourages+} the kite"
        in text
    )
    assert "the same words" in to_text(render_lives(TWO, TWO.through("A/RES/98/902", "1")))
