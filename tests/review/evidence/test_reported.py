"""What entities report, word for word, with the paragraphs that their actions answer."""

from uuid import UUID

from reported import AS_OF, contribution, given, same

from stocktake.review.evidence.given import Recorded
from stocktake.review.evidence.reported import reported_words
from stocktake.review.evidence.standing import standings


def told(recorded):
    return reported_words(recorded, standings(given(), recorded, AS_OF))


def test_every_contribution_that_stands_is_there_with_the_paragraph_it_answers():
    first, gone, second = contribution(1), contribution(2), contribution(3, supersedes=UUID(int=2), answers=())
    one, two = told(Recorded((gone, second, first)))
    assert [one.contribution, two.contribution] == [first, second]
    assert one.places == (("A/RES/98/902", "3"),)
    assert two.places == ()
    assert one.action == first.id


def test_what_is_merged_has_the_places_of_the_action():
    silent = contribution(2, answers=())
    one, two = told(Recorded((contribution(1), silent), (same(1, 2),)))
    assert two.contribution == silent
    assert (one.action, two.action) == (UUID(int=1), UUID(int=1))
    assert two.places == one.places == (("A/RES/98/902", "3"),)


def test_an_answer_to_an_earlier_text_stands_under_the_paragraph_that_goes_on():
    (one,) = told(Recorded((contribution(1, answers=("97/901:1",)),)))
    assert one.places == (("A/RES/98/902", "3"),)
