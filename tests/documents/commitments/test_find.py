import pytest
from duties import document, duties, short
from hypothesis import given
from hypothesis import strategies as st

from stocktake.documents.commitments import find_commitments
from stocktake.documents.reading import read_document
from stocktake.values.span import words_at

PARTS = (
    "Requests the Secretary-General to count the kites",
    "encourages donors to lend string, and the Kite Board to cut it",
    "notes the wind over Examplia",
    "urges all States, in particular developed countries, to mend kites",
    "stresses the need for Member States to fly them",
    "as requested by the General Assembly in its resolution 70/1",
    "calls for more kites",
    "decides to convene a kite meeting in Sampleton",
)


def test_a_duty_says_everything():
    [duty] = duties(
        "Requests the Secretary-General to submit to the General Assembly at its hundredth session, through the Economic and Social Council, a report on kites;"
    )
    assert duty.id == "99/7:1#1"
    assert (duty.standing, duty.strength, duty.verb, duty.chapeau) == ("asked", "requests", "Requests", None)
    assert [(each.name, each.printed, each.known) for each in duty.addressees] == [
        ("Secretary-General", "Secretary-General", True)
    ]
    assert duty.action.startswith("to submit to the General Assembly")
    assert [each.name for each in duty.through] == ["Economic and Social Council"]
    assert duty.deliverable is not None
    assert (duty.deliverable.kind, duty.deliverable.text) == ("report", "a report on kites")
    assert [each.name for each in duty.deliverable.recipients] == ["General Assembly"]
    assert duty.rule == "verb, names, infinitive"
    assert duty.doubts == ()


def test_several_clauses_of_a_paragraph():
    assert short(
        "Recognizes the kites of Examplia, in this regard invites Member States to fly them, notes the wind, and requests the Chair of the Kite Board to watch;"
    ) == [("1#1", "invites", ["Member States"]), ("1#2", "requests", ["Chair of the Kite Board"])]


def test_a_duty_keeps_every_deadline_of_its_clause():
    [duty] = duties("Requests the Kite Board to report by the end of 2060 and to mend kites by the end of 2070;")
    assert duty.deadline is not None
    assert duty.deadline.text == "by the end of 2060"
    assert [each.text for each in duty.further_deadlines] == ["by the end of 2070"]


def test_the_we_of_declarations_asks_too():
    asking = duties(
        "Kites change the sky. We commit to mending them by 2060. We know kites. We further request the Secretary-General to count kites, and invite Member States to fly them. They are red.",
        "We therefore decide to:",
        "(a) Buy string;",
        "We urge the Kite Board to cut string, and we encourage all States to lend it;",
    )
    assert [(each.verb, each.action) for each in asking] == [
        ("We commit", "to mending them by 2060"),
        ("We further request", "to count kites"),
        ("invite", "to fly them"),
        ("We therefore decide", "Buy string"),
        ("We urge", "to cut string"),
        ("we encourage", "to lend it"),
    ]
    assert asking[0].doubts == (
        "“We” are those who made the declaration; the organ that adopted it stands for them.",
    )
    assert asking[1].doubts == ()


def test_we_inside_a_title_asks_nothing():
    assert duties("Recalls the outcome entitled “The kites we want”, and notes that we need wind;") == ()


def test_infinitives_under_an_infinitive_are_one_duty():
    [duty] = duties("Urges Governments to encourage schools to fly kites and to mend them;")
    assert duty.action == "to encourage schools to fly kites and to mend them"


@pytest.mark.parametrize(
    "words",
    [
        "Invites Member States to fly kites, and the private sector to lend string;",
        "Invites Member States to fly kites and the private sector to lend string;",
    ],
)
def test_a_verb_that_is_not_said_again(words):
    first, second = duties(words)
    assert [each.name for each in first.addressees] == ["Member States"]
    assert [each.name for each in second.addressees] == ["private sector"]
    assert (first.action, second.action) == ("to fly kites", "to lend string")
    assert (second.verb, second.quote) == ("Invites", "the private sector to lend string")
    assert bool(second.doubts) == (", and" not in words)


def test_an_object_of_the_first_action_is_not_asked():
    [duty] = duties("Invites Member States to encourage Governments and the private sector to lend string;")
    assert [each.name for each in duty.addressees] == ["Member States"]


@pytest.mark.parametrize(
    "action",
    [
        "to consult delegations and States on string, as well as on proposals to mend tails, to widen the sky",
        "to consult with delegations and kite clubs on string, as well as on proposals to mend tails",
        "to consult donors, the Kite Board and States on ways to mend kites",
        "to ask donors for string, and States on the coast about plans to lend it",
        "to act through the Kite Board and the Working Group on Kites and String, and to rest",
    ],
)
def test_an_infinitive_after_what_is_talked_about_asks_nobody(action):
    [duty] = duties(f"Requests the Secretary-General {action};")
    assert [each.name for each in duty.addressees] == ["Secretary-General"]
    assert duty.action == action


@pytest.mark.parametrize(
    ("words", "verb", "strength", "names"),
    [
        ("Continues to encourage that States fly kites;", "Continues to encourage", "encourages", ["States"]),
        ("Wishes to encourage States to fly kites;", "Wishes to encourage", "encourages", ["States"]),
        ("Continues to call upon States to fly kites;", "Continues to call upon", "calls upon", ["States"]),
        (
            "Continues, in this regard, to urge States to fly;",
            "Continues, in this regard, to urge",
            "urges",
            ["States"],
        ),
        (
            "Wishes to reiterate its request to States to fly;",
            "Wishes to reiterate its request",
            "requests",
            ["States"],
        ),
        ("Notes the wind, and continues to invite States to fly;", "continues to invite", "invites", ["States"]),
        (
            "Also continues to stress the need for kites;",
            "Also continues to stress",
            "stresses",
            ["(unspecified)"],
        ),
    ],
)
def test_a_verb_under_an_auxiliary_of_the_organ_asks(words, verb, strength, names):
    [duty] = duties(words)
    assert (duty.verb, duty.strength, [each.name for each in duty.addressees]) == (verb, strength, names)


@pytest.mark.parametrize(
    ("words", "through"),
    [
        (
            "Requests States, inter alia, through the Inter-Agency Kite Network, to meet;",
            ["Inter-Agency Kite Network"],
        ),
        ("Requests States, acting through the Kite Board, to meet;", ["Kite Board"]),
        (
            "Requests States, through, as appropriate, the Economic and Social Council, to meet;",
            ["Economic and Social Council"],
        ),
        (
            "Requests States to meet, including through the Commission on the Status of Women;",
            ["Commission on the Status of Women"],
        ),
        (
            "Requests States to meet through the Kite Board and the Committee on Kites and String;",
            ["Kite Board", "Committee on Kites and String"],
        ),
        ("Requests the Chair to report through the Kite Board to the Kite Council;", ["Kite Board"]),
        (
            "Requests the Chair to report through the United Nations regional kite groups;",
            ["United Nations regional kite groups"],
        ),
        ("Requests States to meet through the efforts of their offices;", []),
        ("Requests States to meet through the Kite Board plan and the Plan of Action on Kites;", []),
        ("Requests States, inter alia, through capacity-building, to meet;", []),
    ],
)
def test_only_bodies_are_channels(words, through):
    [duty] = duties(words)
    assert [each.name for each in duty.through] == through


def test_two_verbs_share_what_is_asked():
    first, second = duties("Calls upon Member States and invites other stakeholders to fly kites;")
    assert first.action == second.action == "to fly kites"
    assert [each.name for each in second.addressees] == ["other stakeholders"]


def test_two_verbs_that_share_all_that_follows_are_one_duty():
    assert short("Requests and encourages the Secretary-General to count kites;") == [
        ("1#1", "Requests and encourages", ["Secretary-General"])
    ]


def test_the_organ_is_the_addressee_of_its_own_decisions():
    [duty] = duties("Decides to remain seized of the kites.")
    assert [(each.name, each.printed, each.spans) for each in duty.addressees] == [("General Assembly", "", ())]


def test_it_is_the_body_named_before():
    assert short("Welcomes the work of the Internet Governance Forum, and invites it to fly kites;") == [
        ("1#1", "invites", ["Internet Governance Forum"])
    ]


def test_it_between_two_bodies_is_doubtful():
    [duty] = duties(
        "Welcomes the help of the Statistical Commission for the International Trade Centre, and invites it to fly kites;"
    )
    assert duty.addressees[0].candidates == ("Statistical Commission", "International Trade Centre")
    assert duty.doubts == ("“it” can mean Statistical Commission or International Trade Centre.",)


def test_them_are_those_asked_before():
    assert short("Calls upon donors to lend string, and invites them to report;")[1] == (
        "1#2",
        "invites",
        ["donors"],
    )


def test_short_names_mean_the_body_named_in_full():
    assert short("Notes the Commission on the Status of Women;", "Invites the Commission to consider kites;") == [
        ("2#1", "Invites", ["Commission on the Status of Women"])
    ]


def test_a_short_name_that_nothing_explains_stays_as_printed():
    [duty] = duties("Invites the Commission to consider kites;")
    assert [(each.name, each.known) for each in duty.addressees] == [("Commission", False)]


def test_a_participle_of_the_organ_asks_and_is_doubtful():
    [duty] = duties("Reaffirms the beauty of kites, calling upon all States to fly them;")
    assert duty.rule == "participle, verb, names, infinitive"
    assert duty.doubts == ("The verb is a participle: it may be said of someone else than the organ.",)


def test_a_participle_after_an_asking_clause_belongs_to_whoever_is_asked():
    [duty] = duties("Requests the Secretary-General to write a report, inviting Member States to help;")
    assert duty.action.endswith("inviting Member States to help")


@pytest.mark.parametrize(
    "words",
    [
        "Notes the plan that promotes kites, supports jobs and encourages schools;",
        "Takes note of the report, which recommends kites and requests funds;",
        "Stresses the role of kites;",
        "Reaffirms that all States should fly kites;",
        "Welcomes the kites, looks forward to more, and expresses appreciation to donors;",
        "Agrees with the Kite Board;",
        "Continues to note the wind;",
        "Notes the plan that flies kites, continues to encourage schools and supports jobs;",
    ],
)
def test_no_duty(words):
    assert duties(words) == ()


def test_reported_duties_stand_apart_and_shift_no_number():
    first, second = duties(
        "Notes that the General Assembly requested the Secretary-General to count kites, and invites States to help;"
    )
    assert (first.id, first.standing, first.rule) == ("99/7:1#r1", "reported", "reported: past tense")
    assert (second.id, second.standing) == ("99/7:1#1", "asked")


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=5))
def test_quotes_stand_at_their_spans(parts):
    read = document(parts[0][0].upper() + parts[0][1:] + "".join(f", and {each}" for each in parts[1:]) + ";")
    for duty in find_commitments(read):
        assert words_at(read.source_text, duty.spans) == duty.quote
        assert duty.action in duty.quote
        for name in (*duty.addressees, *duty.through):
            assert words_at(read.source_text, name.spans) == name.printed


@given(st.lists(st.sampled_from(PARTS[:5]), min_size=1, max_size=4))
def test_ids_are_unique_and_numbered(parts):
    found = duties(*(each[0].upper() + each[1:] + ";" for each in parts))
    assert len({each.id for each in found}) == len(found)


@pytest.mark.real
def test_duties_of_real_texts_are_found_and_quoted_exactly(corpus):
    path = corpus / "ict" / "A_RES_80_118.pdf"
    read = read_document(path.read_bytes(), path.name)
    found = find_commitments(read)
    assert [each.id for each in found if each.paragraph in ("70", "72")] == [
        "80/118:70#1",
        "80/118:70#2",
        "80/118:72#1",
    ]
    assert [each.deadline.session for each in found if each.id == "80/118:72#1" and each.deadline] == ["GA-81"]
    for duty in found:
        assert words_at(read.source_text, duty.spans) == duty.quote
