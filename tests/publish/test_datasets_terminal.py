"""The pages on statistics: what is wrong stands once, in words that a narrow page still shows."""

from stocktake.publish.datasets_terminal import render_statistics
from stocktake.publish.terminal import pages, to_text
from stocktake.workspace.index import Holding
from stocktake.workspace.statistics import StatisticsHeld

WHY = "expected the bytes that were added, but they were altered"


def holding(number: int) -> Holding:
    name = f"a-file-with-a-name-so-long-that-it-would-leave-a-narrow-page-no-room-{number}.csv"
    return Holding(sha256=f"{number}" * 64, kind="statistics", name=name)


def test_a_reason_stands_once_beside_the_files_that_it_holds_for_and_is_never_squeezed():
    held = StatisticsHeld((), tuple((holding(number), WHY) for number in range(5)))
    page = to_text(pages(*render_statistics(held)))
    assert page.count(WHY) == 1
    assert "and 2 more" in " ".join(page.split())
