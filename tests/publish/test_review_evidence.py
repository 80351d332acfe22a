"""Evidence in the outputs of a review: the JSON of each duty, the page, the block in the terminal."""

import pytest
from page import Page
from reported import AS_OF, contribution, given

from stocktake.documents.formats.document_json import dump_json
from stocktake.publish.coverage_json import coverage_to_json
from stocktake.publish.page import page_template
from stocktake.publish.review_evidence_layout import lay_out_evidence
from stocktake.publish.review_evidence_terminal import render_evidence_block
from stocktake.publish.standing_json import standings_to_json
from stocktake.publish.terminal import WIDTH, pages, to_text
from stocktake.register.words import shown
from stocktake.review.evidence.coverage import coverage
from stocktake.review.evidence.given import Recorded
from stocktake.review.evidence.standing import standings

NASTY = '<script>alert(1)</script> & "quotes" \u202egnorw'


def evidence(*contributions):
    held, recorded = given(), Recorded(contributions)
    made = standings(held, recorded, AS_OF)
    return made, coverage(held, recorded, made)


def html(*contributions) -> str:
    section = lay_out_evidence(*evidence(*contributions))
    return page_template("review_evidence.html.j2").render(
        evidence=section, most_proofs=2, shown=shown, anchor=lambda *_place: None
    )


def terminal(*contributions) -> str:
    return to_text(pages(*render_evidence_block(*evidence(*contributions))))


def test_the_json_of_a_duty_and_of_the_coverage():
    made, covered = evidence(contribution(action_lines=("C2",), link="https://kites.example/a"))
    block = standings_to_json(made)["A/RES/98/902", "98/902:3#1"]
    assert block == {
        "rung": "activity reported",
        "because": "1 action is reported by 1 entity; nobody checked. A report is not to say that the duty is fulfilled.",
        "latest": "2044-03",
        "age_days": 290,
        "said_by": None,
        "proofs": [
            {
                "rung": "activity reported",
                "words": "Tails mended in 1 towns; self-report",
                "source": "Kite Office",
                "day": "2044-03",
                "contribution": "00000000-0000-0000-0000-000000000001",
                "link": "https://kites.example/a",
            }
        ],
    }
    told = coverage_to_json(covered)
    assert list(told) == [
        *("contributions", "actions", "entities", "latest", "everywhere", "unjudged", "silent_paragraphs"),
        *("silent_regions", "themes", "lines_by_region", "lines_by_goal"),
    ]
    assert told["latest"] == "2044-12-20"
    assert told["silent_paragraphs"][0] == {"document": "A/RES/98/902", "paragraph": "4"}
    assert told["lines_by_region"]["cells"] == [{"row": "C2", "column": "M49-202", "actions": 1}]
    assert dump_json(told) == dump_json(coverage_to_json(covered))


def test_the_page_says_what_no_evidence_means_and_runs_nothing():
    made = html(contribution(title=NASTY, who=NASTY))
    page = Page(made)
    assert page.faults == []
    assert not page.all("script")
    assert "\u202e" not in made
    assert "No evidence found is not to say that nothing was done." in page.text
    assert len(page.all("caption")) == len(page.all("table"))
    assert all("scope" in each for each in page.all("th"))
    assert "A/RES/98/902: 3 paragraphs that ask something: paragraph 4, paragraph 5, paragraph 6." in page.text


def test_a_heat_table_prints_its_numbers_the_noughts_too():
    reports = [contribution(at, action_lines=("C2",) if at < 5 else ("C4",)) for at in range(1, 6)]
    section = lay_out_evidence(*evidence(*reports))
    heat = section.heats[0]
    column = [code for code, _name in heat.columns].index("M49-202")
    assert {code: (cells[column].actions, cells[column].shade) for code, _name, cells in heat.rows[1:4]} == {
        "C2": (4, 5),
        "C3": (0, 0),
        "C4": (1, 2),
    }
    assert all(len(cells) == len(heat.columns) for _code, _name, cells in heat.rows)
    assert '<td class="number shade-5">4</td>' in html(*reports)


def test_a_long_list_of_evidence_is_cut_and_that_is_said():
    words = Page(html(*(contribution(at) for at in range(1, 6)))).text
    assert "and 3 more: see review.json" in words


@pytest.mark.parametrize("contributions", [(), (contribution(action_lines=("C2",)),)], ids=["none", "one"])
def test_the_block_in_the_terminal_keeps_its_width(contributions):
    page = terminal(*contributions)
    assert max(map(len, page.splitlines())) <= WIDTH
    assert "No evidence found is not to say that nothing was done" in page


def test_the_block_in_the_terminal():
    page = terminal(contribution(action_lines=("C2",)))
    assert page.splitlines()[1:5] == [
        "EVIDENCE",
        "  duties in force  no evidence found 1, activity reported 1, not assessable 2",
        "  reported         1 action of 1 entity; the newest recorded on 20 December 2044",
        "  no report on     98/902:4, 98/902:5, 98/902:6",
    ]
    assert "  no report from   16 of 17 regions of M49" in page


def test_nothing_asked_and_nothing_reported_makes_no_block():
    empty = given([])
    made = standings(empty, Recorded(), AS_OF)
    assert list(render_evidence_block(made, coverage(empty, Recorded(), made))) == []
