"""The lives of provisions that ended with a duty: who is on the chart, and what it says is missing."""

from dataclasses import replace

import pytest

from stocktake.documents.sources import read_source_bytes
from stocktake.documents.structure import build_document
from stocktake.example import AS_OF, example_texts
from stocktake.frameworks.lineages import lineages
from stocktake.publish.charts.timeline import GONE, Timeline
from stocktake.publish.lives_chart import TITLE, lives_chart
from stocktake.review import Review, build_review


@pytest.fixture(scope="module")
def review() -> Review:
    texts = [build_document(read_source_bytes(each.read_bytes(), each.name)) for each in example_texts()]
    return build_review(texts, AS_OF, lineages())


def test_each_life_ends_where_its_text_no_longer_has_it(review: Review):
    chart = lives_chart(review)
    threads = review.threads
    assert chart is not None
    assert (chart.title, chart.example) == (TITLE, True)
    assert isinstance(chart.content, Timeline)
    ended = [each for each in threads.threads if each.gone_in and each.duties]
    assert len(chart.content.lives) == len(ended) > 0
    years = {each.name: int(each.adopted[:4]) for each in threads.held if each.adopted}
    assert sorted(each.events[-1].year for each in chart.content.lives) == sorted(
        years[each.gone_in] for each in ended
    )
    assert {each.events[-1].change for each in chart.content.lives} == {GONE}


def test_a_text_that_is_not_held_is_shaded_or_where_its_day_is_not_known_named(review: Review):
    threads = replace(review.threads, not_held=("A/RES/1/1",))
    chart = lives_chart(replace(review, threads=threads))
    assert chart is not None
    assert chart.notes == ("Not held either, in years that our records do not know: A/RES/1/1.",)


def test_one_text_alone_has_no_lives(review: Review):
    assert lives_chart(replace(review, threads=None)) is None
