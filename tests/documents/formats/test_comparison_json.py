"""The comparison as JSON: exactly the shape that users were promised."""

import json

from stocktake.documents.compare.model import Comparison, Pair, VerbChange, WordRun
from stocktake.documents.formats.comparison_json import comparison_to_json
from stocktake.findings import Code, Finding

PAIRS = (
    Pair(
        old=("24",),
        new=("26",),
        change="edited",
        moved=False,
        crosses=False,
        verb=VerbChange("Requests", "Invites", "weaker"),
        notes_changed=True,
        words=(WordRun("delete", "Requests"), WordRun("insert", "Invites"), WordRun("equal", " the Keeper;")),
    ),
    Pair(
        (),
        ("27",),
        "added",
        moved=True,
        crosses=True,
        verb=VerbChange(None, None, None),
        notes_changed=False,
        words=(),
    ),
)


def test_the_shape_and_the_order_of_keys():
    printed = json.dumps(comparison_to_json(Comparison("X/RES/79/1", None, PAIRS)))
    assert printed == (
        '{"schema": "stocktake/comparison/1", "from": "X/RES/79/1", "to": null, "pairs": ['
        '{"from": ["24"], "to": ["26"], "change": "edited", "moved": false, "crosses": false, '
        '"verb": {"from": "Requests", "to": "Invites", "shift": "weaker"}, "notes_changed": true, '
        '"words": [["delete", "Requests"], ["insert", "Invites"], ["equal", " the Keeper;"]]}, '
        '{"from": [], "to": ["27"], "change": "added", "moved": true, "crosses": true, '
        '"verb": {"from": null, "to": null, "shift": null}, "notes_changed": false, "words": []}], '
        '"summary": {"identical": 0, "edited": 1, "split": 0, "merged": 0, "added": 1, "dropped": 0, '
        '"moved": 1, "crosses": 1}}'
    )


def test_findings_follow_the_summary_where_they_were_looked_for():
    finding = Finding(Code.SAME_TEXT, "document", "The same.", "")
    shape = comparison_to_json(Comparison(None, None, ()), [finding])
    assert list(shape)[-2:] == ["summary", "findings"]
    assert shape["findings"] == [{"code": "same-text", "place": "document", "message": "The same.", "advice": ""}]
    assert comparison_to_json(Comparison(None, None, ()), [])["findings"] == []
