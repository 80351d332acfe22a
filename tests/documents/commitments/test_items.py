import pytest
from duties import duties, short

CHAIR = ["Kite Board"]


def test_items_carry_the_acts():
    assert short("Invites the Kite Board:", "(a) To fly kites;", "(b) To mend kites;") == [
        ("1(a)#1", "Invites", CHAIR),
        ("1(b)#1", "Invites", CHAIR),
    ]


@pytest.mark.parametrize("chapeau", ["Invites the Kite Board to:", "Stresses the need to:", "Decides to:"])
def test_items_that_go_on_with_to(chapeau):
    assert [each.paragraph for each in duties(chapeau, "(a) Fly kites;", "(b) Mend kites;")] == ["1(a)", "1(b)"]


@pytest.mark.parametrize(
    "chapeau",
    [
        "Requests the Kite Board to submit a report containing:",
        "Invites the Kite Board to fly kites, including by:",
        "Invites the Kite Board to consider the following issues:",
    ],
)
def test_parts_of_one_thing_are_no_duties(chapeau):
    assert [each.paragraph for each in duties(chapeau, "(a) Painting tails;", "(b) Cutting string;")] == ["1"]


def test_a_chapeau_with_an_act_of_its_own_and_items_with_more():
    found = duties("Requests the Kite Board to fly kites and, inter alia:", "(a) To mend kites;")
    assert [(each.paragraph, each.chapeau) for each in found] == [("1", None), ("1(a)", "1")]


def test_items_two_deep():
    found = short(
        "Requests the Kite Board:",
        "(a) To prepare the spring, and in particular:",
        "(i) To buy string;",
        "(ii) To hire flyers;",
        "(b) To mend kites, in particular:",
        "(i) The blue ones;",
    )
    assert [each[0] for each in found] == ["1(a)#1", "1(a)(i)#1", "1(a)(ii)#1", "1(b)#1"]
    assert all(each[2] == CHAIR for each in found)


def test_a_verb_of_its_own_in_an_item():
    assert short(
        "Invites the Kite Board:",
        "(a) To fly kites; and requests donors to lend string;",
        "(b) Encourages States to watch;",
    ) == [("1(a)#1", "Invites", CHAIR), ("1(a)#2", "requests", ["donors"]), ("1(b)#1", "Encourages", ["States"])]


def test_a_chapeau_with_two_verbs():
    assert short("Calls upon States and invites donors to:", "(a) Fly kites;") == [
        ("1(a)#1", "Calls upon", ["States"]),
        ("1(a)#2", "invites", ["donors"]),
    ]


def test_an_item_quotes_its_own_words():
    [duty] = duties("Invites the Kite Board:", "(a) To fly kites;")
    assert (duty.quote, duty.action, duty.chapeau) == ("To fly kites", "To fly kites", "1")
    assert [each.printed for each in duty.addressees] == CHAIR
