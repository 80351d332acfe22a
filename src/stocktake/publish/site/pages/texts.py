"""The texts: a list of all, and a page for each with its paragraphs, their life, duties, figures and evidence."""

from collections.abc import Iterator

from stocktake.publish.lives_chart import lives_chart
from stocktake.publish.site.addresses import Addresses, addresses_of
from stocktake.publish.site.knowing import Knowledge, text_before
from stocktake.publish.site.languages import Language
from stocktake.publish.site.model import Page, Published
from stocktake.publish.site.pages.pictures import picture_of
from stocktake.publish.site.parts import Part
from stocktake.review.model import Text

MOST_REPORTED = 2
"""So many actions are told under a paragraph, so that the page stays light; all are in the open data."""


def text_pages(published: Published, language: Language) -> Iterator[Page]:
    """The list of the texts, then each text, on several pages where it is long."""
    review, addresses = published.review, addresses_of(published)
    listed = {key for chain in review.chains for each in chain.members for key in (each.text, *each.drafts)}
    ended = published.once(lives_chart, lambda: lives_chart(review))
    context = {
        "besides": [each for each in review.texts if each.key not in listed],
        "ended": picture_of(ended, published.keep) if ended else None,
    }
    yield Page("texts/index.html", "texts", language.words("Texts"), "texts.html.j2", context, "texts")
    knowledge = Knowledge(published)
    for text in review.texts:
        yield from _pages(text, published, addresses, knowledge)


def _pages(text: Text, published: Published, addresses: Addresses, knowledge: Knowledge) -> Iterator[Page]:
    parts = addresses.parts(text.key)
    about = {each.paragraph.id: each for each in knowledge.of(text)}
    pairs = [pair for pair in published.comparisons if text.key in pair]
    for number, part in enumerate(parts):
        context = {
            "text": text,
            "part": part,
            "number": number,
            "ranges": [_range(each) for each in parts],
            "about": [about[each.id] for each in part.paragraphs],
            "standings": knowledge.standings(text.key),
            "most_reported": MOST_REPORTED,
            "before": text_before(text.key, published),
            "compared": pairs,
        }
        path = addresses.part(text.key, number)
        yield Page(path, "text", text.key, "text.html.j2", context, "texts", alone=True)


def _range(part: Part) -> tuple[str, ...]:
    """The first and the last place of a part."""
    places = [*(each.id for each in part.paragraphs), *(each.place for each in part.annexes)]
    return tuple(dict.fromkeys((places[0], places[-1]))) if places else ()
