"""The technical updates for the next draft, rule by rule, on invented texts of a yearly chain."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "specimens"))

import pytest
from invented import ORDINALS, TITLE
from workshop import document, lineage

from stocktake.documents.draft import Datum, ProposedChange, apply_changes, propose_changes
from stocktake.documents.model import Document, HeadingData, Provenance
from stocktake.frameworks.lineages import Lineage, LineageText

CHAIN = lineage((97, 901), (98, 902))
OTHER = Provenance("report.txt", "text", "ff")
HEADINGS = {"symbol", "status", "distributed", "session", "agenda item", "adoption", "report", "title"}


def text(
    session: int, number: int, paragraphs: tuple[str, ...], notes: tuple[str, ...] = (), title: str = TITLE
) -> Document:
    """An adopted text: paragraphs that begin with a participle make its preamble; there is always one."""
    year = session + 1945
    if not paragraphs[0].split()[0].endswith("ing"):
        paragraphs = ("Bearing in mind the Kite Charter of Examplia,", *paragraphs)
    number_of = iter(range(1, 99))
    body = [each if each.split()[0].endswith("ing") else f"{next(number_of)}. {each}" for each in paragraphs]
    lines = [
        "General Assembly",
        f"Distr.: General\n20 December {year}",
        f"{ORDINALS[session]} session",
        "Agenda item 7",
        f"Resolution adopted by the General Assembly on 12 December {year}",
        f"{session}/{number}. {title}",
        "The General Assembly,",
        *body,
        f"5th plenary meeting\n12 December {year}",
        *(f"{mark} {note}" for mark, note in zip("¹²³", notes, strict=False)),
    ]
    return document("\n\n".join(lines) + "\n", f"{number}.txt")


def proposed(base: Document, **known: object) -> list[tuple[str, str, str, bool]]:
    """Place, old words, new words, bracketed: of the changes to paragraphs and notes."""
    changes = propose_changes(base, **({"chains": (CHAIN,)} | known))  # type: ignore[arg-type]
    around = {*HEADINGS, "vote", "plenary", "closing date"}
    for change in changes:
        assert change.bracketed == (change.datum is None)
        if change.place not in around:
            assert source(base, change.place)[change.start : change.end] == change.old
    return [(each.place, each.old, each.new, each.bracketed) for each in changes if each.place not in around]


def source(base: Document, place: str) -> str:
    found = base.paragraph(place)
    return found.text if found else next(note.text for note in base.notes if f"note {note.mark}" == place)


def test_the_base_is_recalled_and_its_predecessor_listed():
    base = text(
        98, 902,
        (
            "Recalling its resolution 97/901 of 12 December 2042, as well as its earlier resolutions on kites,¹",
            "Decides to fly one kite;",
        ),
        ("Resolutions 93/11, 94/12, 95/13 and 96/14.",),
    )  # fmt: skip
    assert proposed(base) == [
        ("P1", "97/901 of 12 December 2042", "98/902 of 12 December 2043", False),
        ("note 1", " and 96/14", ", 96/14 and 97/901", False),
    ]


def test_a_list_in_the_sentence_is_made_longer_by_the_base():
    base = text(
        98, 902,
        (
            "Recalling its resolutions 95/13 of 9 May 2040, 96/14 of 8 May 2041 and 97/901 of 12 December 2042,",
            "Decides to fly one kite;",
        ),
    )  # fmt: skip
    new = ", 97/901 of 12 December 2042 and 98/902 of 12 December 2043"
    assert proposed(base) == [("P1", " and 97/901 of 12 December 2042", new, False)]


def test_without_frameworks_the_predecessor_is_known_by_the_words_or_by_a_held_text():
    recalling = "Recalling its resolution 97/901 of 12 December 2042 on kites above example towns,"
    base = text(98, 902, (recalling, "Decides to fly one kite;"))
    assert [each[1] for each in proposed(base, chains=())] == ["97/901 of 12 December 2042"]
    other = text(
        98, 902, ("Recalling its resolution 97/333 of 12 December 2042 on toads,", "Decides to fly one kite;")
    )
    assert proposed(other, chains=()) == []
    held = text(97, 333, ("Decides to fly one kite;",))
    assert [each[1] for each in proposed(other, chains=(), held=[held])] == ["97/333 of 12 December 2042"]


def test_a_part_of_the_predecessor_that_is_cited_is_bracketed():
    base = text(98, 902, ("Recalling paragraph 3 of its resolution 97/901,", "Decides to fly one kite;"))
    assert proposed(base) == [("P1", "97/901", "[98/902]", True)]


COUNCIL = "Recalling also Economic and Social Council resolution 2043/9 of 19 July 2043, as well as its previous resolutions on string,"


def test_the_council_is_bracketed_until_a_newer_text_is_known():
    base = text(98, 902, (COUNCIL, "Decides to fly one kite;"))
    assert proposed(base) == [("P1", "2043/9 of 19 July 2043", "[2044/…] of […]", True)]


@pytest.mark.parametrize(("as_of", "bracketed"), [(date(2044, 12, 1), False), (date(2044, 3, 1), True)])
def test_a_newer_text_of_the_twin_counts_once_it_was_adopted(as_of: date, bracketed: bool):
    texts = (
        LineageText("string", "E/RES/2043/9", 2043, "invented", "seed", date(2043, 7, 19), "seed"),
        LineageText("string", "E/RES/2044/6", 2044, "invented", "seed", date(2044, 7, 22), "seed"),
    )
    base = text(98, 902, (COUNCIL, "Decides to fly one kite;"))
    new = "[2044/…] of […]" if bracketed else "2044/6 of 22 July 2044"
    found = proposed(base, chains=(Lineage("string", texts),), as_of=as_of)
    assert found == [("P1", "2043/9 of 19 July 2043", new, bracketed)]


def test_an_old_resolution_of_the_council_and_one_outside_any_chain_stay():
    base = text(
        98, 902,
        (
            "Recalling Economic and Social Council resolution 2006/46 of 28 July 2006, as well as other resolutions,",
            "Recalling also Economic and Social Council resolution 2043/9 of 19 July 2043 on the price of string,",
            "Decides to fly one kite;",
        ),
    )  # fmt: skip
    assert proposed(base) == []


def test_the_report_of_the_next_cycle_has_no_number_yet():
    base = text(
        98, 902,
        (
            "Taking note of the report of the Secretary-General on kites,¹",
            "Recalling the outcome of the Example Conference,²",
            "Decides to fly one kite;",
        ),
        ("A/98/62-E/2043/12.", "A/98/75, annex."),
    )  # fmt: skip
    assert proposed(base) == [("note 1", "A/98/62-E/2043/12", "A/99/[…]-E/2044/[…]", True)]


def test_a_report_that_is_held_is_named():
    base = text(
        98, 902,
        ("Taking note of the report of the Secretary-General on the kites of Examplia,¹", "Decides to fly one kite;"),
        ("A/98/62.",),
    )  # fmt: skip
    report = replace(base, data=HeadingData(symbol="A/99/70", title="The kites of Examplia"), source=OTHER)
    assert proposed(base, held=[report]) == [("note 1", "A/98/62", "A/99/70", False)]
    elsewhere = replace(report, data=HeadingData(symbol="A/99/70", title="The toads of Examplia"))
    assert proposed(base, held=[elsewhere]) == [("note 1", "A/98/62", "A/99/[…]", True)]


def test_sessions_of_the_assembly_move_on_and_those_of_others_stay():
    base = text(
        98, 902,
        (
            "Noting the work of the Commission on Science and Technology for Development at its ninety-ninth session,",
            "Requests the Secretary-General to report to the General Assembly at its ninety-ninth session;",
            "Invites the Human Rights Council at its ninety-ninth session to look up;",
            "Recalls the ninety-seventh session of the General Assembly;",
            "Decides to include in the provisional agenda of its ninety-ninth session the item entitled “Kites”.",
        ),
    )  # fmt: skip
    assert proposed(base) == [
        ("1", "ninety-ninth", "one hundredth", False),
        ("4", "ninety-ninth", "one hundredth", False),
    ]


def test_the_cycle_is_the_one_that_the_base_decides():
    base = text(
        97, 901,
        (
            "Requests the Secretary-General to report to the General Assembly at its ninety-ninth session;",
            "Requests the Keeper to report to the General Assembly at its ninety-eighth session;",
            "Decides to include in the provisional agenda of its ninety-ninth session the item entitled “Kites”.",
        ),
    )  # fmt: skip
    assert [each[:3] for each in proposed(base)] == [
        ("1", "ninety-ninth", "one hundred and first"),
        ("3", "ninety-ninth", "one hundred and first"),
    ]


def test_a_deadline_is_bracketed_and_another_rhythm_is_told():
    base = text(
        98, 902,
        (
            "Encourages the keepers to report to the General Assembly, by no later than the ninety-ninth session;",
            "Decides to include in the provisional agenda of its ninety-ninth session, thenceforth biennially, “Kites”.",
        ),
    )  # fmt: skip
    changes = [each for each in propose_changes(base, chains=()) if each.rule == "sessions"]
    assert [(each.old, each.new) for each in changes] == [
        ("ninety-ninth", "[ninety-ninth]"),
        ("ninety-ninth", "one hundredth"),
    ]
    assert changes[0].comment == (
        "A deadline in the ninety-ninth session, at which the next text is negotiated: kept, moved or fulfilled? "
        "Bracketed: the fact is neither in the texts held nor in the frameworks."
    )
    assert changes[1].comment == (
        "The next text is of the ninety-ninth session: the session that it names is one on. The paragraph also speaks "
        "of another rhythm (“biennially”): check. From: the base text is of the ninety-eighth session (heading of "
        "902.txt)."
    )


def test_what_the_predecessor_counted_one_lower_is_counted_on_and_nothing_else():
    before = text(
        97, 901, ("Welcomes the holding of the ninth annual forum on string, and asks for the third lamp;",)
    )
    base = text(
        98, 902, ("Welcomes the holding of the tenth annual forum on string, and asks for the third lamp;",)
    )
    assert proposed(base, held=[before]) == [("1", "tenth", "eleventh", False)]
    assert proposed(base) == []


def test_a_year_ahead_moves_on_by_precedent_and_a_year_of_facts_is_bracketed():
    before = text(
        97, 901,
        (
            "Invites the Co-Chairs of the forum on string in 2043 to include an update in their summary;",
            "Notes with concern that nine towns lost their kites in 2041 for lack of string;",
        ),
    )  # fmt: skip
    base = text(
        98, 902,
        (
            "Invites the Co-Chairs of the forum on string in 2044 to include an update in their summary;",
            "Notes with concern that nine towns lost their kites in 2042 for lack of string;",
        ),
    )  # fmt: skip
    assert proposed(base, held=[before]) == [("1", "2044", "2045", False), ("2", "2042", "[2042]", True)]
    assert proposed(base) == [("1", "2044", "[2044]", True)]


def test_a_meeting_ahead_that_will_be_past_is_bracketed_and_one_further_ahead_stays():
    ahead = "Looks forward to the Festival of Strings, to be held in Sampleton from {};"
    soon = text(98, 902, (ahead.format("4 to 6 May 2044"),))
    assert proposed(soon) == [("1", "4 to 6 May 2044", "[4 to 6 May 2044]", True)]
    later = text(98, 902, (ahead.format("4 to 6 May 2047"),))
    assert proposed(later) == []
    assert proposed(later, as_of=date(2047, 6, 1)) == [("1", "4 to 6 May 2047", "[4 to 6 May 2047]", True)]
    past = text(98, 902, ("Welcomes the Festival of Strings, held in Sampleton from 4 to 6 May 2041;",))
    assert proposed(past) == []


def test_a_text_known_only_after_the_date_is_not_used():
    before = text(97, 901, ("Welcomes the holding of the ninth annual forum on string;",))
    base = text(98, 902, ("Welcomes the holding of the tenth annual forum on string;",))
    assert proposed(base, held=[before], as_of=date(2040, 1, 1)) == []


def test_policy_wording_is_never_touched():
    base = text(
        98, 902,
        (
            "Stressing the need to close all holes in kites by 2050, in particular in 63 per cent of towns,",
            "Reaffirming the Kite Charter of 2031 and the second principle in it,",
            "Calls upon the kite makers to mend torn tails within two days;",
        ),
    )  # fmt: skip
    assert proposed(base) == []


def test_the_heading_becomes_that_of_a_draft():
    base = text(98, 902, ("Decides to fly one kite;",))
    found = {each.place: (each.old, each.new) for each in propose_changes(base, chains=())}
    assert found == {
        "symbol": ("A/RES/98/902", "[…]"),
        "status": ("Adopted text", "Draft"),
        "distributed": ("Distributed: 20 December 2043", ""),
        "session": ("Ninety-eighth session", "Ninety-ninth session"),
        "agenda item": ("7", "[7]"),
        "adoption": ("Resolution adopted by the General Assembly on 12 December 2043", "Draft resolution"),
        "title": ("98/902. ", ""),
        "plenary": ("5th plenary meeting", ""),
        "closing date": ("12 December 2043", ""),
    }


def test_changes_are_applied_from_the_end_and_say_why():
    changes = [
        ProposedChange("1", 0, 3, "one", "[one]", "Counted.", "rule"),
        ProposedChange("1", 4, 7, "two", "three", "Counted.", "rule", Datum("it is so", "here")),
    ]
    assert apply_changes("one two four", changes) == "[one] three four"
    assert [each.comment for each in changes] == [
        "Counted. Bracketed: the fact is neither in the texts held nor in the frameworks.",
        "Counted. From: it is so (here).",
    ]
