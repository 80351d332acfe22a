"""Pages of little and of hostile words: what is missing is said, and nothing that people wrote becomes markup."""

from datetime import date
from uuid import UUID

from asking import CHAIN, documents
from lxml import html
from needed import need, offer
from reported import contribution

from stocktake.publish.site.languages import language
from stocktake.publish.site.model import Published
from stocktake.publish.site.writing import site_files
from stocktake.review import build_review
from stocktake.review.build import Besides
from stocktake.review.evidence.given import Recorded

AS_OF = date(2045, 1, 15)
HOSTILE = '"><script>x()</script><a href="javascript:x()">'


def pages(besides: Besides) -> dict[str, str]:
    """The files of a site of invented texts."""
    review = build_review(documents(), AS_OF, [CHAIN], besides)
    files = site_files(Published(review), [language("en")])
    return {each.path: each.data.decode() for each in files if each.path.endswith(".html")}


def test_without_statistics_and_evidence_pages_say_what_is_missing() -> None:
    made = pages(Besides())
    assert "countries/index.html" not in made
    assert "countries/" not in made["divides/index.html"]
    assert "What nothing held measures" in made["divides/index.html"]
    assert "Nobody reported anything yet" in made["action-lines.html"]
    assert "No contribution received." in made["goals.html"]
    assert "No need and no offer is recorded yet." in made["needs.html"]


def test_nothing_that_people_wrote_becomes_markup_or_a_link() -> None:
    besides = Besides(
        recorded=Recorded(
            (
                contribution(
                    7, id=UUID(int=7), who=HOSTILE, title=HOSTILE, link="javascript:x()", answers=("99/903:3",)
                ),
            )
        ),
        needs=[need(recommendation=HOSTILE, assessment=HOSTILE, link="javascript:x()", policy_area=HOSTILE)],
        offers=[offer(provider=HOSTILE, programme=HOSTILE, link="data:text/html,x", policy_areas=("any",))],
    )
    made = pages(besides)
    assert HOSTILE in html.fromstring(made["needs.html"]).text_content()
    for path in ("duties.html", "needs.html", "action-lines.html"):
        tree = html.fromstring(made[path])
        assert not tree.xpath("//main//script")
        assert not [each for each in tree.xpath("//@href") if each.startswith(("javascript:", "data:text"))]
