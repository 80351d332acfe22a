"""An invented report in three lengths, with every part that a report can have; and one full of hostile words."""

from datetime import date

from stocktake.publish.charts import Chart
from stocktake.publish.charts.calendar_strip import Calendar, Window
from stocktake.publish.charts.chart import Content
from stocktake.publish.charts.heat import Heat
from stocktake.publish.charts.pairs import Pair, Pairs
from stocktake.publish.charts.trend import Goal, Line, Point, Trend
from stocktake.publish.report.model import (
    Block,
    Cell,
    Figure,
    Length,
    Paragraph,
    Points,
    Report,
    Run,
    Section,
    Source,
    Subheading,
    TablePart,
)

TEXT = Source("A/RES/99/901, para. 4")
DATA = Source(
    "Invented agency, Invented data set, released on 1 July 2044, row 12", "https://example.org/data?a=1&b=2"
)
REPORTED = Source("Kite Office of Examplia, contribution of 4 May 2044")
ARABIC, CHINESE, FRENCH = (
    "تطلب إلى الأمين العام أن يعد الطائرات الورقية",
    "请秘书长每年秋天清点风筝",
    "prie les gardiens de compter les cerfs-volants",
)
EMOJI = "🪁"
HOSTILE = (
    "<script>alert(1)</script>",
    "#let x = 1; #panic()",
    "$x^2$ and $$y$$",
    "@ref <label> = heading",
    "*bold* _it_ `code` [a](javascript:alert(1)) ![i](x)",
    "| a | b |\n|---|---|",
    "control\x00\x07\x1b\x85 signs\x7f",
    "\u202eright to left\u202c \u2066isolated\u2069",
    "\ud800 \ufffe \uffff \U0010ffff",
    "&amp; &lt; &#0; ]]> <!-- -->",
    "{{ 7*7 }} {% raw %}",
    "1. not a list",
    "- not a list either",
    "www.example.org and http://example.org",
    "\\n \\u{0} \\",
    EMOJI + "👩\u200d🚀",
)
_KITES = Trend(
    (
        Line("World", tuple(Point(2034 + at, 29.0 + 3 * at) for at in range(10))),
        Line("Islands of Examplia", tuple(Point(2034 + at, 12.0 + 2.5 * at) for at in range(0, 10, 2))),
    ),
    "per cent",
    (Goal("Target for 2050", 95, 2050),),
)
_PAIRS = Pairs(
    tuple(Pair(name, 40.0 + at, 52.0 + 2 * at) for at, name in enumerate(("World", "Examplia", "Fictitia"))),
    "per cent",
)
_HEAT = Heat(
    tuple(f"Line {each} of an invented plan" for each in "ABCDEF"),
    ("Africa", "Asia and the Pacific", "Europe", "Global"),
    tuple(tuple((row * 5 + column * 3) % 9 for column in range(4)) for row in range(6)),
    "contributions",
)
_CALENDAR = Calendar(
    (
        Window("Count of kites", date(2044, 9, 1), date(2044, 11, 30)),
        Window("Report on kites", date(2045, 1, 15), date(2045, 3, 31)),
    ),
    date(2044, 5, 1),
    date(2045, 4, 30),
    date(2044, 5, 6),
)
_CONTENTS: tuple[Content, ...] = (_KITES, _PAIRS, _HEAT, _CALENDAR)


def chart(at: int = 0, title: str = "") -> Chart:
    """One of the invented charts; counted round."""
    return Chart(
        title
        or (
            "Schools with kites",
            "Girls and boys who fly kites",
            "Contributions by line and region",
            "What is due",
        )[at % 4],
        _CONTENTS[at % 4],
        subtitle="Per cent of schools, 2043 or latest",
        sources=("Invented agency, Invented data set, release of 1 July 2044",),
        notes=("The figures are made up.",),
        example=True,
    )


def said(text: str, *sources: Source) -> Run:
    """Plain words with their sources."""
    return Run(text, sources=sources)


def opening() -> Section:
    """The page of what wants attention."""
    return Section(
        "decisions",
        "I",
        "What needs a decision",
        (
            Paragraph(
                (
                    said("The Assembly asked for a count of kites by autumn; no count was received. ", TEXT),
                    Run("Two duties are overdue", "bold"),
                    said(", and one figure is older than five years.", DATA, TEXT),
                )
            ),
            Paragraph(
                (
                    said("The text "),
                    Run(
                        "requests the keepers of Examplia to mend every kite before the frost",
                        "quoted",
                        "en",
                        (TEXT,),
                    ),
                    said("; a first report came in the "),
                    Run("last", "italic"),
                    said(" days of April.", REPORTED),
                )
            ),
            Points(
                (
                    (said("Mend the kites of the northern schools;", TEXT),),
                    (
                        said(
                            "Count those that are lost, by island and by month, and publish the count in all languages;"
                        ),
                    ),
                    (said("Report to the commission at its next session.", TEXT, REPORTED),),
                )
            ),
        ),
    )


def table(rows: int = 5, title: str = "Duties by who is asked") -> TablePart:
    """A table with names, words and numbers."""
    return TablePart(
        title,
        ("Paragraph", "Who is asked", "What stands of it", "Contributions"),
        tuple(
            (
                Cell((said(str(at + 1)),)),
                Cell((said("Keepers of Examplia"),)),
                Cell(
                    (
                        said(
                            "Activity reported in three islands" if at % 2 else "No contribution received",
                            REPORTED,
                        ),
                    )
                ),
                Cell((said(str(at * 37)),), is_number=True),
            )
            for at in range(rows)
        ),
        (TEXT, DATA),
        ("A duty may be counted under more than one addressee.",),
        (1, 2, 4, 1.5),
    )


def languages() -> Section:
    """Words of other languages and scripts, quoted."""
    quoted = tuple(
        Run(text, "quoted", tag, (TEXT,)) for text, tag in ((ARABIC, "ar"), (CHINESE, "zh"), (FRENCH, "fr"))
    )
    return Section(
        "languages",
        "III",
        "Words of other languages",
        (
            Paragraph(
                (
                    said("The Arabic text says "),
                    quoted[0],
                    said(", the Chinese "),
                    quoted[1],
                    said(" and the French "),
                    quoted[2],
                    said("."),
                )
            ),
            Paragraph((Run(ARABIC, "quoted", "ar", (TEXT,)),), numbered=False),
            Paragraph(
                (Run("Every kite shall have a string, and every string a hand that holds it.", "quoted", "en"),),
                numbered=False,
            ),
        ),
    )


def filled(number: int, paragraphs: int, tables: int, figures: int) -> Section:
    """A long section."""
    words = (
        "In the islands the keepers went from school to school and wrote down what they saw; most kites fly, some hang in trees, and a few were never built. "
        * 3
    )
    blocks: list[Block] = []
    for at in range(paragraphs):
        if at % 8 == 0:
            blocks.append(Subheading(f"Part {number}.{at // 8 + 1} of the islands"))
        blocks.append(Paragraph((said(words, TEXT), said("It was told twice.", DATA))))
        if at % 5 == 2:
            blocks.append(Points(((said("by day;"),), (said("by night.", REPORTED),))))
        if at < tables:
            blocks.append(table(8, f"Duties of island {number}.{at + 1}"))
        if at < figures:
            blocks.append(Figure(chart(at + number, f"Kites of island {number}.{at + 1}")))
    return Section(f"status-{number}", "", f"Status of island {number}", tuple(blocks))


def report(length: Length = "report", *sections: Section) -> Report:
    """The invented report; other sections take the place of its own."""
    middle = Section(
        "status",
        "II",
        "Status by paragraph",
        (
            Subheading("What was reported"),
            Paragraph((said("Of five duties, two have a contribution. Table 1 names them.", TEXT),)),
            table(),
            Subheading("Where we stand"),
            Paragraph((said("Three schools in ten have a kite; the target is far.", DATA),)),
            *(Figure(chart(at)) for at in range(4)),
            Paragraph((said("This line has no number."),), numbered=False),
        ),
    )
    usual = {
        "brief": (opening(),),
        "report": (opening(), middle, languages()),
        "full": (
            opening(),
            middle,
            languages(),
            *(filled(number, 24, 13, 3) for number in range(1, 4)),
            Section("annex", "", "Annex: register", (table(120, "All duties"),)),
        ),
    }
    return Report(
        "Kites for sustainable amusement: status of implementation",
        "From three invented texts, invented statistics and five contributions; as of 6 May 2044",
        "2044-05-06",
        length,
        example=True,
        language="en",
        marks=(
            "Made by Stocktake; not an official document of the United Nations.",
            "1,204 words of 8,500. Checksum of the review: 0a1b2c3d4e5f",
        ),
        sections=sections or usual[length],
    )


def hostile(*words: str) -> Report:
    """A report in which every place for words holds hostile ones."""
    all_words = words or HOSTILE
    joined = " ".join(all_words)
    runs = tuple(
        Run(each, emphasis, 'x"><script>', (Source(each, "javascript:alert(1)"),))
        for each, emphasis in zip(all_words, ("plain", "italic", "bold", "quoted") * len(all_words), strict=False)
    )
    blocks: tuple[Block, ...] = (
        *(Paragraph((each,), numbered=at % 2 == 0) for at, each in enumerate(runs)),
        Points(tuple((each,) for each in runs)),
        Subheading(joined),
        TablePart(
            joined,
            (joined, ""),
            (*((Cell((each,)), Cell((said("W" * 10_000),))) for each in runs[:2]), ()),
            (Source(joined, "https://exa mple.org/<\"'>&|)"),),
            (joined,),
        ),
    )
    return Report(
        joined,
        joined,
        "2044-05-06",
        "report",
        example=False,
        language="no such tongue",
        marks=(joined,),
        sections=(Section(joined, joined, joined, blocks), Section("", "", "", ())),
    )
