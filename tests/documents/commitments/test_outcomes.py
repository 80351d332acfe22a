"""Channels, deliverables, recipients, and duties only reported."""

import pytest
from duties import duties

HEAD = "Requests the Secretary-General to"


def only(words):
    [duty] = duties(words)
    return duty


@pytest.mark.parametrize(
    ("words", "channels"),
    [
        ("act through the Economic and Social Council", ["Economic and Social Council"]),
        (
            "report through the Statistical Commission and the Economic and Social Council to donors",
            ["Statistical Commission", "Economic and Social Council"],
        ),
        ("act via the regional commissions", ["regional commissions"]),
        ("act, including through the Internet Governance Forum, on kites", ["Internet Governance Forum"]),
        ("act through capacity-building and through his good offices", []),
        ("act through Member States", []),
        ("act through Internet Governance Forum meetings", []),
    ],
)
def test_channels(words, channels):
    assert [each.name for each in only(f"{HEAD} {words};").through] == channels


@pytest.mark.parametrize(
    ("words", "kind", "recipients"),
    [
        ("report to the General Assembly on kites", "report", ["General Assembly"]),
        ("report to it on kites", "report", ["General Assembly"]),
        ("submit a written report to the Economic and Social Council", "report", ["Economic and Social Council"]),
        ("count kites and to report to Member States", "report", ["Member States"]),
        ("prepare a study for its consideration", "study", ["General Assembly"]),
        ("establish an open-ended working group on kites", "working group", []),
        ("convene a high-level meeting on kites", "meeting", []),
        ("submit, as before, recommendations on kites", "recommendations", []),
    ],
)
def test_deliverables(words, kind, recipients):
    found = only(f"{HEAD} {words};").deliverable
    assert found is not None
    assert found.kind == kind
    assert [each.name for each in found.recipients] == recipients


@pytest.mark.parametrize("words", ["improve support to the Kite Board", "mend kites", "take note of the report"])
def test_nothing_is_handed_in(words):
    assert only(f"{HEAD} {words};").deliverable is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (
            "Decides to include in the provisional agenda of its hundredth session the item entitled “Kites”;",
            "agenda item",
        ),
        ("Decides to declare 2090 the International Year of Kites;", "year"),
    ],
)
def test_decisions(words, kind):
    found = only(words).deliverable
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    ("words", "verb", "names"),
    [
        ("Recalls its request to the Secretary-General to count kites;", "its request", ["Secretary-General"]),
        ("Recalls its decision to convene a meeting;", "its decision", ["(unspecified)"]),
        (
            "Notes the kites flown as requested by the Economic and Social Council in its resolution 2030/3;",
            "as requested",
            ["(unspecified)"],
        ),
        (
            "Welcomes the decision of the Economic and Social Council, in its resolution 2030/3, to invite the Kite Board to meet;",
            "the decision",
            ["Kite Board"],
        ),
        (
            "Notes that the General Assembly, in its resolution 70/1, urged donors to lend string;",
            "urged",
            ["donors"],
        ),
        ("Recalls that it decided to convene a meeting;", "decided", ["(unspecified)"]),
    ],
)
def test_reported(words, verb, names):
    duty = only(words)
    assert (duty.standing, duty.verb, duty.id) == ("reported", verb, "99/7:1#r1")
    assert [each.name for each in duty.addressees] == names


@pytest.mark.parametrize(
    "words",
    [
        "Notes that Member States agreed to fly kites as requested by their Governments;",
        "Welcomes the call to action of kite makers;",
        "Welcomes the States invited to attend;",
    ],
)
def test_what_others_asked_is_not_reported(words):
    assert duties(words) == ()
