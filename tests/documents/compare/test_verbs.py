"""The verbs of a pair and the direction between them."""

import pytest

from stocktake.documents.compare.verbs import verb_change


@pytest.mark.parametrize(
    ("old", "new", "shift"),
    [
        ("Requests", "Invites", "weaker"),
        ("Invites", "Urges", "stronger"),
        ("Welcomes", "Takes note", "weaker"),
        ("Takes note", "Recalls", "weaker"),
        ("Notes with concern", "Notes with grave concern", "stronger"),
        ("Expresses its concern", "Expresses its deep concern", "stronger"),
        ("Deeply concerned", "Gravely concerned", "stronger"),
        ("Encourages", "Strongly encourages", "stronger"),
        ("Strongly encourages", "Requests", "stronger"),
        ("Takes note with appreciation", "Takes note", "weaker"),
        ("Recognizing", "Recognizes", "same"),
        ("Noting also", "Further notes", "same"),
        ("Takes note", "Taking note with appreciation", "stronger"),
        ("Stresses", "Emphasizes", "changed"),
        ("Requests", "Welcomes", "changed"),
        ("Notes with appreciation", "Notes with concern", "changed"),
        ("Twirls", "Requests", "changed"),
        ("Twirls", "Also twirls", "same"),
        ("", "Requests", None),
        ("Requests", "", None),
        ("", "", None),
    ],
)
def test_direction(old: str, new: str, shift: str | None):
    change = verb_change(old, new)
    assert (change.old, change.new, change.shift) == (old or None, new or None, shift)
