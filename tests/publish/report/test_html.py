"""The page: whole by itself, with notes that lead there and back; hostile words stay words."""

import re
import shutil
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_report import ARABIC, HOSTILE, hostile, report
from lxml import html

from stocktake.publish.report.html import render_html
from stocktake.publish.report.labels import LABELS
from stocktake.publish.report.numbering import number_report
from stocktake.publish.report.printable import clean

pytest.importorskip("vl_convert", reason="the extra `publish` is not installed")


@pytest.fixture(scope="module")
def page():
    return html.document_fromstring(render_html(report()))


def words(page):
    return " ".join(page.text_content().split())


def check_page(page):
    """No script, nothing fetched, every id once, every link inside the page leads somewhere."""
    assert not page.xpath("//script | //iframe | //object | //embed | //form | //base | //img | //link")
    assert not [name for each in page.iter() for name in each.attrib if name.startswith("on")]
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for link in page.xpath("//a/@href"):
        assert link[1:] in ids if link.startswith("#") else link.startswith(("http://", "https://"))


def test_it_needs_nothing_else(page):
    check_page(page)
    assert not re.search(r"(?i)url\(|@import|src=", render_html(report()))


def test_the_same_report_gives_the_same_bytes():
    assert render_html(report()) == render_html(report())


def test_notes_lead_there_and_back(page):
    notes = number_report(report()).notes
    assert [each.get("href") for each in page.xpath("//sup/a")] == [f"#note-{note.number}" for note in notes]
    back = [each.get("href") for each in page.xpath("//li/a[@class='back']")]
    assert back == [f"#mark-{note.number}" for note in notes]


def test_paragraphs_points_captions_and_the_mark_of_an_example_are_there(page):
    told = words(page)
    for each in (
        "1. The Assembly",
        "(c) Report to",
        "Table 1. Duties by who",
        "Figure 4. What is due",
        "EXAMPLE: invented",
    ):
        assert each in told
    assert (
        page.xpath("//title")[0].text
        == "EXAMPLE: invented – Kites for sustainable amusement: status of implementation"
    )


def test_each_figure_has_a_name_and_a_table(page):
    figures = page.xpath("//figure")
    assert len(figures) == 4
    for each in figures:
        assert each.xpath(".//*[local-name()='svg'][@role='img']/*[local-name()='title']")
        assert each.xpath(".//details//tbody/tr")


def test_a_table_has_heads_for_columns_and_rows(page):
    table = page.xpath("//div[@id='table-1']//table")[0]
    assert [each.text for each in table.xpath(".//th[@scope='col']")][:2] == ["Paragraph", "Who is asked"]
    assert len(table.xpath(".//th[@scope='row']")) == 5
    assert {each.text for each in table.xpath(".//td[@class='number']")} == {"0", "37", "74", "111", "148"}


def test_quoted_words_carry_their_language_and_their_direction(page):
    quoted = page.xpath("//span[@class='quoted'][@lang='ar']")
    assert [(each.text, each.get("dir")) for each in quoted] == [(ARABIC, "auto")] * 2
    assert page.xpath("//blockquote[@dir='rtl']")[0].text_content().startswith(ARABIC)


def test_hostile_words_stay_words():
    page = html.document_fromstring(render_html(hostile()))
    check_page(page)
    told = words(page)
    assert all(" ".join(clean(each).split()) in told for each in HOSTILE)


@settings(max_examples=40)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_any_words_give_a_page_in_which_they_stand(texts):
    page = html.document_fromstring(render_html(hostile(*texts)))
    check_page(page)
    told = words(page)
    assert all(" ".join(clean(each).split()) in told for each in texts)


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 360])
def test_axe_finds_nothing(tmp_path, scheme, width):
    sync = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    browser_path = shutil.which("chromium")
    if browser_path is None:
        pytest.skip("chromium is not here")
    file = tmp_path / "report.html"
    file.write_text(render_html(report()), "utf-8")
    with sync.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        # The page forbids all scripts; axe is one.
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
        )
        page = context.new_page()
        page.goto(file.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        found = axe.Axe().run(page).response["violations"]
        across = page.evaluate("document.documentElement.scrollWidth")
        browser.close()
    assert [each["id"] for each in found] == []
    assert across <= width


def test_without_the_extra_a_figure_is_left_out_with_its_data(monkeypatch):
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    made = html.document_fromstring(render_html(report()))
    check_page(made)
    figures = made.xpath("//figure")
    assert figures
    assert not made.xpath("//svg | //details")
    assert all(LABELS.left_out in " ".join(each.text_content().split()) for each in figures)
    assert all(each.xpath(".//table//td") for each in figures)
