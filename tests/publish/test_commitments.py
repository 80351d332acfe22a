"""The page, the terminal page and the JSON of one text's duties."""

import re
from dataclasses import replace

from asking import AS_OF, documents, said
from page import Page, broken_rules

from stocktake.documents.commitments.model import Named
from stocktake.publish.commitments_html import render_commitments_html
from stocktake.publish.commitments_json import commitments_to_json
from stocktake.publish.commitments_terminal import render_commitments
from stocktake.publish.terminal import to_text
from stocktake.review.asked import list_asked

THIRD = documents()[2]
NASTY = "<img src=x onerror=alert(1)>"


def page(corrections: tuple = ()) -> str:
    return render_commitments_html(THIRD, list_asked(THIRD, AS_OF, corrections), AS_OF)


def test_the_page_keeps_the_rules_of_pages():
    assert broken_rules(Page(page())) == []
    assert broken_rules(Page(render_commitments_html(THIRD, [], AS_OF))) == []
    assert page() == page()


def test_every_duty_has_an_address_and_stands_in_the_order_of_the_text():
    ids = re.findall(r'<tr id="([^"]+)"', page())
    assert ids == ["2-1", "3-1", "3-2", "4-1"]


def test_names_and_strengths_can_be_chosen_and_show_as_many_rows_as_they_say():
    html = page()
    chosen = re.findall(r'<a href="#only-([\w-]+)"[^>]*>([^<&]+)&nbsp;<b>(\d+)</b>', html)
    assert {title for _name, title, _count in chosen} >= {"requests", "decides", "ahead", "Secretary-General"}
    for name, _title, count in chosen:
        assert len(re.findall(rf'<tr id="[^"]+" class="[^"]*\b{name}(?![\w-])', html)) == int(count)


def test_a_correction_says_who_when_and_why_and_stays_words():
    html = page((said(1, "99/903:3#1", "addressee", NASTY, NASTY),))
    assert NASTY not in html
    words = Page(html).text
    assert f"Corrected by A. Person, 4 January 2045: addressee is {NASTY}, read as Member States. {NASTY}" in words


def test_what_a_person_has_to_settle_can_be_chosen():
    asked = list_asked(THIRD, AS_OF)
    first = asked[0]
    doubtful = replace(
        first.corrected, commitment=replace(first.commitment, doubts=("Which of the two is meant?",))
    )
    html = render_commitments_html(THIRD, [replace(first, corrected=doubtful), *asked[1:]], AS_OF)
    assert "To be settled: Which of the two is meant?" in Page(html).text
    assert ">to be settled&nbsp;<b>1</b>" in html


def test_the_terminal_page_counts_and_keeps_to_its_width():
    text = to_text(render_commitments("A/RES/99/903", list_asked(THIRD, AS_OF), AS_OF))
    assert max(map(len, text.splitlines())) <= 80
    assert text.startswith("A/RES/99/903 asks 4 things, as of 15 January 2045\n")
    assert re.search(r"  how strongly +requests 1, calls upon 1, invites 1, decides 1\n", text)


def test_some_of_the_duties_are_said_to_be_some():
    every = list_asked(THIRD, AS_OF)
    some = [each for each in every if each.commitment.strength == "invites"]
    text = to_text(render_commitments("A/RES/99/903", some, AS_OF, every))
    assert text.startswith("1 of the 4 things that A/RES/99/903 asks, as of 15 January 2045\n")


def test_however_many_are_asked_the_words_keep_their_room():
    first = list_asked(THIRD, AS_OF)[0]
    named = Named("other stakeholders of the lantern trade", "", known=False, spans=())
    crowd = replace(first.corrected, commitment=replace(first.commitment, addressees=(named,) * 9))
    text = to_text(render_commitments("A/RES/99/903", [replace(first, corrected=crowd)], AS_OF))
    assert first.commitment.action[:12] in text


def test_a_theme_that_a_person_gave_is_in_the_json():
    data = commitments_to_json(
        "A/RES/99/903", list_asked(THIRD, AS_OF, (said(1, "99/903:3#1", "theme", "C4; SDG 9", "x"),))
    )
    [duty] = [each for each in data["commitments"] if each["id"] == "99/903:3#1"]
    assert [(each["framework"], each["code"], each["words"]) for each in duty["themes"]] == [
        ("WSIS", "C4", []),
        ("SDG", "9", []),
    ]


def test_the_json_keeps_asked_and_reported_apart():
    data = commitments_to_json("A/RES/99/903", list_asked(THIRD, AS_OF))
    assert list(data) == ["schema", "document", "commitments", "reported"]
    assert list(data["commitments"][0])[:12] == [
        *("id", "paragraph", "strength", "verb", "quote", "spans"),
        *("addressees", "action", "through", "deadline", "recurring", "rule"),
    ]
    assert data["commitments"][0]["deadline"]["session"] == "GA-100"
