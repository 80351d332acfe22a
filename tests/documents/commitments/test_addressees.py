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


def test_words_left_out_of_the_name_stay_in_print():
    [duty] = duties("Urges all Member States to fly kites;")
    assert [(each.name, each.printed) for each in duty.addressees] == [("Member States", "all Member States")]
