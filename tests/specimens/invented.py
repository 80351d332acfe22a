"""Invented resolutions and drafts as plain text, one call each: for tests that need several texts.

Everything is made up: the subject, the words, the sessions, which no assembly has reached.
"""

ORDINALS = {97: "Ninety-seventh", 98: "Ninety-eighth", 99: "Ninety-ninth"}
TITLE = "Kites above example towns"
PREAMBLE = (
    "Recalling the Kite Charter of Examplia, and the long strings that it allows,",
    "Noting that forty example towns own a kite and that nine of them lost the string,",
)
OPERATIVE = (
    "Decides to fly one kite above every example town in spring;",
    "Calls upon the kite makers of Examplia to mend torn tails within two days;",
    "Requests the Secretary-General to count the kites of Examplia every autumn;",
    "Looks forward to the Festival of Strings, to be held in Sampleton from 4 to 6 May 2044;",
)


def resolution(session: int, number: int, *, title: str = TITLE, operative: tuple[str, ...] = OPERATIVE) -> str:
    """An adopted text of ``session``, in the form in which official texts are copied from a page."""
    year = session + 1945
    body = [*PREAMBLE, *(f"{at}. {words}" for at, words in enumerate(operative, 1))]
    body[-1] = body[-1].rstrip(";") + "."
    lines = [
        "General Assembly",
        f"Distr.: General\n20 December {year}",
        f"{ORDINALS[session]} session",
        "Agenda item 7",
        f"Resolution adopted by the General Assembly on 12 December {year}",
        "[on the report of the Example Committee (A/97/40)]",
        f"{session}/{number}. {title}",
        "The General Assembly,",
        *body,
        f"5th plenary meeting\n12 December {year}",
    ]
    return "\n\n".join(lines) + "\n"


def draft(session: int, number: int, *, title: str = TITLE) -> str:
    """A draft of the same text, as tabled in a committee."""
    year = session + 1945
    lines = [
        f"A/C.2/{session}/L.{number}",
        "General Assembly",
        f"Distr.: Limited\n3 November {year}",
        f"{ORDINALS[session]} session\nSecond Committee\nAgenda item 7",
        "Examplia: draft resolution",
        title,
        "The General Assembly,",
        *PREAMBLE,
        *(f"{at}. {words}" for at, words in enumerate(OPERATIVE, 1)),
    ]
    return "\n\n".join(lines) + "\n"
