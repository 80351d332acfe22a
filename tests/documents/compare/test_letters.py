"""Letters by place, and how old and how lasting they are."""

from tests.documents.compare.factories import document, provisions

from stocktake.documents.compare import compare_documents
from stocktake.documents.compare.letters import count_letters, letters, newest, oldest, places_of


def test_letters_are_letters_and_digits_without_case():
    assert letters("The towns’ 44 Kites;") == "thetowns44kites"
    assert count_letters("The towns’ 44 Kites;") == 15


def test_places_follow_one_another():
    assert places_of(document(["Ab, c;", "d"], ["E f,"])) == {"P1": range(2), "1": range(2, 5), "2": range(5, 6)}


def test_oldest_and_newest_are_one_another_seen_backwards():
    rest = provisions(4)
    texts = [
        document([f"Requests towns to fly {kites} over the harbour of Examplia each spring;", *rest])
        for kites in ("kites", "kites and flags", "flags")
    ]
    places = [places_of(text) for text in texts]
    between = {(i, j): compare_documents(texts[i], texts[j]) for i, j in ((0, 1), (0, 2), (1, 2))}
    back = {(2 - j, 2 - i): compare_documents(texts[j], texts[i]) for i, j in between}
    ages, ends = oldest(places, between), newest(places[::-1], back)
    assert ages == [[2 - stage for stage in each] for each in reversed(ends)]
    start = len("Requeststownstofly")
    kites_and_flags = ages[1][start : start + len("kitesandflags")]
    assert kites_and_flags == [0] * len("kites") + [1] * len("andflags")
