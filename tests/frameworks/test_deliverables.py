from stocktake.frameworks.deliverables import find_things


def kinds(text):
    return [(each.kind, text[each.start : each.end]) for each in find_things(text, 0, len(text))]


def test_a_thing_needs_its_act():
    assert kinds("to submit an annual report") == [("report", "an annual report")]
    assert kinds("to admire the annual report") == []


def test_an_act_that_names_the_thing():
    assert kinds("to count kites and to report thereon") == [("report", "report")]


def test_a_noun_phrase_ends_at_a_preposition():
    assert kinds("to provide the makers of kites information") == []
