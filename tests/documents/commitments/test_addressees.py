import pytest
from duties import asked, duties


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Urges all Member States to fly kites;", ["Member States"]),
        ("Urges Member States in a position to do so to fly kites;", ["Member States"]),
        ("Urges States that have not yet done so to fly kites;", ["States"]),
        ("Invites all other relevant stakeholders to fly kites;", ["all other relevant stakeholders"]),
        ("Invites Governments and other donors to fly kites;", ["Governments", "other donors"]),
        (
            "Invites the private sector, civil society and academia to fly;",
            ["private sector", "civil society", "academia"],
        ),
        ("Invites States, as well as the World Bank, to fly kites;", ["States", "World Bank"]),
        (
            "Invites regional and international organizations to fly;",
            ["regional organizations", "international organizations"],
        ),
        (
            "Invites the Economic and Social Council and the Commission on Science and Technology for Development to fly;",
            ["Economic and Social Council", "Commission on Science and Technology for Development"],
        ),
        ("Invites all stakeholders, including the World Bank, to fly kites;", ["all stakeholders", "World Bank"]),
        ("Invites States, in consultation with donors and the private sector, to fly kites;", ["States"]),
        ("Invites, in cooperation with donors, the Kite Board to fly kites;", ["Kite Board"]),
        ("Invites States, within their means and as appropriate, and donors to fly kites;", ["States", "donors"]),
        ("Invites States, where appropriate, through the regional commissions, to fly kites;", ["States"]),
        ("Urges Examplia, the occupying Power, to fly kites;", ["Examplia"]),
        ("Urges the Governments of Aland and Beland to meet;", ["Governments of Aland and Beland"]),
        (
            "Invites the secretariat of the Convention on Kites to meet;",
            ["secretariat of the Convention on Kites"],
        ),
        (
            "Invites UNESCO and ITU to meet;",
            [
                "United Nations Educational, Scientific and Cultural Organization",
                "International Telecommunication Union",
            ],
        ),
        ("Invites those who promised kites to fly them;", ["those who promised kites"]),
        ("Requests that the Secretary-General count kites;", ["Secretary-General"]),
        ("Recommends that the Kite Board and donors meet;", ["Kite Board", "donors"]),
        ("Requests that kites be counted;", ["(unspecified)"]),
        ("Calls for more kites;", ["(unspecified)"]),
        ("Calls for efforts by Member States to fly kites;", ["Member States"]),
        ("Calls for kites made by donors;", ["(unspecified)"]),
        ("Calls for Member States to fly kites;", ["Member States"]),
        ("Encourages Member States’ efforts to fly kites;", ["(unspecified)"]),
        ("Encourages civil society participation to grow;", ["(unspecified)"]),
        ("Appeals to donors to lend string;", ["donors"]),
        ("Reiterates its call upon donors to lend string;", ["donors"]),
        ("Reiterates its request, in this regard, to the Kite Board to meet;", ["Kite Board"]),
        ("Expresses the hope that donors will lend string;", ["donors"]),
        ("Stresses the need for Member States to fly kites;", ["Member States"]),
        ("Stresses that donors should lend string;", ["donors"]),
        ("Stresses the importance of Member States flying kites;", ["Member States"]),
        ("Urges all States in the region to fly kites;", ["States in the region"]),
        ("Urges Member States in accordance with their laws to fly kites;", ["Member States"]),
        ("Invites entities involved in kites and string to meet;", ["entities involved in kites and string"]),
        (
            "Invites parties to the Kite Treaty and the Protocol to it to meet;",
            ["parties to the Kite Treaty and the Protocol to it"],
        ),
        (
            "Invites clubs working on tails, string and paper to meet;",
            ["clubs working on tails, string and paper"],
        ),
        ("Requests the Kite Mission of Examplia to meet;", ["Kite Mission of Examplia"]),
        ("Urges kite clubs to meet;", ["kite clubs"]),
        ("Urges full and timely payment to be made;", ["(unspecified)"]),
        ("Invites comments from States and kite clubs;", ["States", "kite clubs"]),
        ("Recommends to the Kite Board the adoption of a kite;", ["Kite Board"]),
        ("Stresses the need for women to be included;", ["(unspecified)"]),
        ("Stresses the need for all kite makers to meet;", ["kite makers"]),
        (
            "Stresses the importance of States and other stakeholders working together;",
            ["States", "other stakeholders"],
        ),
        (
            "Stresses that donors, in line with their pledges (see annex 2, which should be read), should pay;",
            ["donors"],
        ),
        ("Underlines that kites and women must be protected;", ["(unspecified)"]),
        ("Underlines that States must be guided by the wind;", ["States"]),
        ("Expects that the Kite Board will meet;", ["Kite Board"]),
        ("Demands that the groups in upper Examplia release all kites;", ["groups in upper Examplia"]),
        ("Demands that it cease;", ["(unspecified)"]),
        ("Urges Norway and the Government of Norway to fly kites;", ["Norway", "Government of Norway"]),
        ("Decides that all States shall fly kites;", ["States"]),
        ("Decides that the Kite Board shall consist of ten members;", ["General Assembly"]),
        ("Invites development banks to lend string;", ["development banks"]),
        ("Stresses that, to keep kites up, dry and whole, Member States should lend string;", ["Member States"]),
        (
            "Stresses that, to help donors and States, Kite Clubs, the World Bank and UNESCO should meet;",
            ["Kite Clubs", "World Bank", "United Nations Educational, Scientific and Cultural Organization"],
        ),
        ("Stresses that, to keep kites up, every repair should be undertaken;", ["(unspecified)"]),
        ("Requests that, within its means, the Secretary-General count kites;", ["Secretary-General"]),
        ("Decides that, in the spring, the Kite Board shall meet;", ["Kite Board"]),
        ("Calls upon all Member States not to cut string;", ["Member States"]),
        ("Urges everyone never to cut string;", ["everyone"]),
        ("Stresses the need for States not to be forgotten;", ["(unspecified)"]),
        ("Urges the Kite Board either to meet or to rest;", ["Kite Board"]),
        (
            "Encourages local authorities and local governments to meet;",
            ["local authorities", "local governments"],
        ),
        (
            "Welcomes the Working Group on Torn Kites, and invites the Working Group to meet;",
            ["Working Group on Torn Kites"],
        ),
        (
            "Requests the specialized agencies, funds and programmes of the United Nations system to fly;",
            ["specialized agencies", "United Nations funds and programmes"],
        ),
    ],
)
def test_who_is_asked(words, names):
    assert asked(words) == names


def test_an_unknown_name_is_kept_as_printed():
    [duty] = duties("Invites the Kite Board of Examplia to meet;")
    assert [(each.name, each.known) for each in duty.addressees] == [("Kite Board of Examplia", False)]


def test_not_is_asked_and_is_no_part_of_a_name():
    [duty] = duties("Calls upon all Member States not to cut string;")
    assert (duty.addressees[0].printed, duty.action) == ("all Member States", "not to cut string")


def test_not_after_a_name_without_a_verb_of_its_own():
    first, second = duties("Calls upon States to fly kites, and the Kite Board not to cut them;")
    assert (first.action, second.action) == ("to fly kites", "not to cut them")
    assert [each.name for each in second.addressees] == ["Kite Board"]


def test_words_left_out_of_the_name_stay_in_print():
    [duty] = duties("Urges all Member States to fly kites;")
    assert [(each.name, each.printed) for each in duty.addressees] == [("Member States", "all Member States")]
