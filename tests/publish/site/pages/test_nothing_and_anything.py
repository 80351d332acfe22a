"""Pages of little and of hostile words: what is missing is said, and nothing that people wrote becomes markup."""

from datetime import date
from uuid import UUID

from asking import CHAIN, documents
from lxml import html
from needed import mismatch, need, offer
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


def test_a_mismatch_and_a_cover_stand_beside_need_and_offer_with_their_reasons() -> None:
    asked = [need(cost="250", currency="USD"), need(cost="900", currency="USD")]
    given = [offer(amount="300", currency="USD"), offer(programme=HOSTILE, link="javascript:x()")]
    made = pages(Besides(needs=asked, offers=given, mismatches=[mismatch(asked[0], given[1], reason=HOSTILE)]))
    tree = html.fromstring(made["needs.html"])
    assert not tree.xpath("//main//script | //main//a[starts-with(@href, 'javascript:')]")
    cells = {" ".join(each.text_content().split()) for each in tree.xpath("//table//*")}
    assert "Said not to match:" in cells
    assert f"B. Person says on 4 May 2044 that they do not match: {HOSTILE}" in cells
    assert "USD 300 against USD 250: would cover the cost; the same offers match 1 other need" in cells
    assert "USD 300 against the costs of 2 needs (USD 1,150): would not cover them all, USD 850 lacking" in cells
    assert "Said not to match: 1" in cells


def test_what_is_reported_stands_in_its_own_words_under_its_paragraph_and_its_line() -> None:
    long = " ".join(f"word{number}" for number in range(60))
    told = (
        contribution(
            1, answers=("99/903:3",), action_lines=("C2",), description=long, link="https://kites.example/a"
        ),
        contribution(
            2, who=HOSTILE, title=HOSTILE, description=HOSTILE, link="javascript:x()", answers=("99/903:3",)
        ),
        *(contribution(number, answers=("99/903:3",), action_lines=("C2",)) for number in range(3, 6)),
    )
    made = pages(Besides(recorded=Recorded(told)))
    (text,) = (tree for path, page in made.items() if (tree := own_words(path, page)) is not None)
    said = " ".join(text.text_content().split())
    assert "Kite Office (government): Tails mended in 1 towns" in said
    assert "word39 … Shortened: the first 40 of 60 words. Kenya, from March 2044 on." in said
    assert HOSTILE in said
    assert "And 3 more." in said
    assert text.xpath(".//a/@href")[0] == "https://kites.example/a"
    assert not text.xpath(".//script | .//a[starts-with(@href, 'javascript:')]")
    lines = html.fromstring(made["action-lines.html"])
    (line,) = lines.xpath("//section[.//h2[starts-with(., 'C2.')]]")
    under_it = " ".join(line.text_content().split())
    assert "Kite Office (government)" in under_it
    assert "And 1 more." in under_it
    (silent,) = lines.xpath("//section[.//h2[starts-with(., 'C3.')]]")
    assert "No contribution received." in silent.text_content()


def own_words(path: str, page: str) -> html.HtmlElement | None:
    """What is reported on a paragraph of the page of a text; None for other pages."""
    found = html.fromstring(page).xpath("//article//dd[ul[@class='proofs']]") if path.startswith("texts/") else []
    return found[0] if found else None
