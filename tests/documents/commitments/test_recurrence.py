"""How often a duty comes back, in invented sentences."""

import pytest

from stocktake.documents.commitments.recurrence import find_recurrence
from stocktake.documents.find.locate import Passage
from stocktake.values.span import Span, words_at


@pytest.mark.parametrize(
    ("text", "rhythm", "words"),
    [
        ("Requests the Office to list lamps in its annual report;", "annual", "annual"),
        ("Requests a list as part of his annual progress report on lamps;", "annual", "annual"),
        ("Requests the Office to report annually on lamps;", "annual", "annually"),
        ("Requests the Office to report on an annual basis;", "annual", "on an annual basis"),
        ("Requests the Office to report every two years;", "biennial", "every two years"),
        ("Requests a biennial report;", "biennial", "biennial"),
        ("Decides to weigh lamps biennially;", "biennial", "biennially"),
        ("Decides to weigh lamps in alternate years;", "biennial", "in alternate years"),
        ("Decides to weigh lamps every four years;", "quadrennial", "every four years"),
        ("Requests a list at each session of the Assembly;", "regular", "at each session"),
        ("Invites the Office to inform all regularly;", "regular", "regularly"),
        ("Requests periodic updates;", "regular", "periodic"),
        ("Requests the Office to continue to light lamps;", "continuing", "continue to"),
        ("Continue to light lamps;", "continuing", "Continue to"),
        ("Urges all to continue lighting lamps;", "continuing", "continue"),
        ("Urges all to continue and widen their talks;", "continuing", "continue"),
        ("Urges all to continue, as before, to light lamps;", "continuing", "continue"),
        ("Stresses the importance of the Office continuing its talks;", "continuing", "continuing"),
        ("Requests periodic, costed and public reports;", "regular", "periodic"),
        ("Decides to continue its talks;", "continuing", "continue its"),
        ("Requests that the Office continue to light lamps;", "continuing", "continue to"),
        ("Recommends that all lamplighters continue their talks;", "continuing", "continue"),
        (
            "Decides, in this regard, that, to this end, the Office continue its talks;",
            "continuing",
            "continue its",
        ),
        ("Recommends to the Office that it also continue to light lamps;", "continuing", "continue to"),
        ("Requests that lamps be lit, and that the Office continue to watch;", "continuing", "continue to"),
        ("That the Office continue to light lamps;", "continuing", "continue to"),
        ("Requests the Office to continue to submit, in his annual report, a list;", "annual", "annual"),
    ],
)
def test_rhythms(text: str, rhythm: str, words: str):
    found = find_recurrence(Passage.of(text, (Span(0, len(text)),)), 0, len(text))
    assert found is not None
    assert (found.rhythm, found.text) == (rhythm, words)
    assert words_at(text, found.spans) == words


@pytest.mark.parametrize(
    "text",
    [
        "Invites all to the tenth annual lantern meeting;",
        "Requests the Office to pay from the regular budget;",
        "Calls for safe and regular access to lamps;",
        "Recalls the universal periodic review, and urges all to act;",
        "Requests the Office, while it continues to exist, to list lamps;",
        "Requests the Office to mend the lamps that continue to burn;",
        "Recommends that lamps that the Office and its guests continue to light be mended;",
        "Requests the Office to list lamps;",
    ],
)
def test_what_is_no_rhythm(text: str):
    assert find_recurrence(Passage.of(text, (Span(0, len(text)),)), 0, len(text)) is None


def test_only_the_clause_is_read():
    text = "Requests a yearly report, and invites the Office to list lamps;"
    assert find_recurrence(Passage.of(text, (Span(0, len(text)),)), text.index(", and"), len(text)) is None
