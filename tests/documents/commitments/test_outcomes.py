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
        ("act through its expert group on kites", ["expert group on kites"]),
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
        (
            "report yearly to the Human Rights Council and to the General Assembly",
            "report",
            ["Human Rights Council", "General Assembly"],
        ),
        ("report to the General Assembly and to fly kites", "report", ["General Assembly"]),
        ("submit a written report to the Economic and Social Council", "report", ["Economic and Social Council"]),
        ("count kites and to report to Member States", "report", ["Member States"]),
        ("prepare a study for its consideration", "study", ["General Assembly"]),
        ("establish an open-ended working group on kites", "working group", []),
        ("convene a high-level meeting on kites", "meeting", []),
        ("submit, as before, recommendations on kites", "recommendations", []),
        ("hold, at its hundredth session, a dialogue on kites", "dialogue", []),
        ("provide the Economic and Social Council with a report", "report", ["Economic and Social Council"]),
        ("submit a report on Improvements to the Internet Governance Forum", "report", []),
        ("convene kite workshops", "event", []),
    ],
)
def test_deliverables(words, kind, recipients):
    found = only(f"{HEAD} {words};").deliverable
    assert found is not None
    assert found.kind == kind
    assert [each.name for each in found.recipients] == recipients


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("submit to the Economic and Social Council, a report on torn kites", "a report on torn kites"),
        (
            "submit a report on the use of string, tails and paper to the General Assembly at its hundredth session",
            "a report on the use of string, tails and paper",
        ),
        ("submit a report on kites through the Economic and Social Council", "a report on kites"),
        ("establish a working group on kites to count them", "a working group on kites"),
        ("prepare a report on kites for consideration by 2046", "a report on kites"),
    ],
)
def test_the_words_of_a_thing_go_on_to_the_next_part(words, thing):
    found = only(f"{HEAD} {words};").deliverable
    assert found is not None
    assert found.text == thing


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
        ("Recalls its decision, in resolution 97/3, that all States shall meet;", "its decision", ["States"]),
        ("Recalls the invitation to donors to lend string;", "the invitation", ["donors"]),
        ("Welcomes the kites flown as decided in 2040;", "as decided", ["(unspecified)"]),
    ],
)
def test_reported(words, verb, names):
    duty = only(words)
    assert (duty.standing, duty.verb, duty.id) == ("reported", verb, "99/7:1#r1")
    assert [each.name for each in duty.addressees] == names


def test_two_reported_duties_of_one_clause():
    first, second = duties(
        "Recalls its request to the Secretary-General to count kites, and its invitation to donors to help;"
    )
    assert (first.action, second.action) == ("to count kites", "to help")
    assert [each.name for each in (*first.addressees, *second.addressees)] == ["Secretary-General", "donors"]


@pytest.mark.parametrize(
    "words",
    [
        "Notes that, as requested by the General Assembly in its resolution 98/4, the Statistical Commission {will} submit in 2046 a report on kites, through the Economic and Social Council, to the General Assembly;",
        "Notes that the Statistical Commission {will}, as requested by the General Assembly in its resolution 98/4, submit in 2046 a report on kites, through the Economic and Social Council, to the General Assembly;",
    ],
)
@pytest.mark.parametrize("will", ["will", "shall", "is to"])
def test_what_someone_will_do_as_requested(words, will):
    duty = only(words.format(will=will))
    assert (duty.standing, duty.verb, duty.rule) == ("reported", "as requested", "reported: will do as requested")
    assert [each.name for each in duty.addressees] == ["Statistical Commission"]
    assert duty.action.startswith("submit in 2046 a report")
    assert duty.quote.endswith("to the General Assembly")
    assert [each.name for each in duty.through] == ["Economic and Social Council"]
    assert duty.deliverable is not None
    assert (duty.deliverable.text, [each.name for each in duty.deliverable.recipients]) == (
        "a report on kites",
        ["General Assembly"],
    )
    assert duty.deadline is not None
    assert duty.deadline.text == "in 2046"


@pytest.mark.parametrize(
    "words",
    [
        "Notes the offer of Examplia to host kites, and its call to members to fly them;",
        "Notes that Member States agreed to fly kites as requested by their Governments;",
        "Welcomes the call to action of kite makers;",
        "Welcomes the States invited to attend;",
    ],
)
def test_what_others_asked_is_not_reported(words):
    assert duties(words) == ()
