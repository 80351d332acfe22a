"""PDF specimens: an invented resolution set as the UN sets its own, written as bare PDF syntax.

Four standard fonts stand for roman, italic, bold and raised; a line is placed by hand, as Word does. No library is
needed, and the file is the same bytes each time.
"""

from collections.abc import Sequence

Run = tuple[str, str]
Placed = tuple[float, float, float, Sequence[Run]]

_FONTS = {"r": "/F1", "i": "/F2", "b": "/F3", "^": "/F1"}
_RAISE = 0.35
_RAISED_SIZE = 0.65


def pdf(pages: Sequence[Sequence[Placed]]) -> bytes:
    """A PDF of the given pages; each line is (x, y, size, runs), each run (style, words)."""
    fonts = "/F1 4 0 R /F2 5 0 R /F3 6 0 R"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{7 + 2 * n} 0 R' for n in range(len(pages)))}] /Count {len(pages)} >>",
        f"<< /Font << {fonts} >> >>",
        *(f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>" for name in _NAMES),
    ]
    for number, page in enumerate(pages):
        content = "\n".join(_line(*line) for line in page)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources 3 0 R /Contents {8 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
    return _file(objects)


_NAMES = ("Times-Roman", "Times-Italic", "Times-Bold")


def _line(x: float, y: float, size: float, runs: Sequence[Run]) -> str:
    parts = [f"BT {x} {y} Td"]
    for style, words in runs:
        raised = style == "^"
        parts.append(f"{_FONTS[style]} {size * _RAISED_SIZE if raised else size:.2f} Tf")
        parts.append(f"{size * _RAISE if raised else 0:.2f} Ts")
        parts.append("(" + words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ") Tj")
    return " ".join([*parts, "ET"])


def _file(objects: Sequence[str]) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()


class Typesetter:
    """Sets lines one under the other, as a UN page has them; a new page gets its running head and foot."""

    def __init__(self, symbol: str, title: str) -> None:
        self.pages: list[list[Placed]] = []
        self._symbol, self._title = symbol, title
        self._y = 0.0
        self.new_page()

    def new_page(self) -> None:
        """Begin a page; from the second on with symbol and title on alternating sides and the page number below."""
        self.pages.append([])
        number = len(self.pages)
        self._y = 705.0
        if number > 1:
            left, right = (self._symbol, self._title) if number % 2 == 0 else (self._title, self._symbol)
            self.place(60, 733, 8.5, [("b", left)])
            self.place(400, 733, 8.5, [("b", right)])
        self.place(60 if number % 2 == 0 else 520, 37, 8.5, [("b", f"{number}/9")])
        self.place(524 if number % 2 == 0 else 60, 38, 7, [("r", "99-12345")])

    def place(self, x: float, y: float, size: float, runs: Sequence[Run]) -> None:
        """Put a line anywhere on the page."""
        self.pages[-1].append((x, y, size, runs))

    def paragraph(self, *lines: Sequence[Run], x: float = 123, indent: float = 24, size: float = 10) -> None:
        """Set a paragraph: its first line indented, white space before it."""
        self._y -= 6
        for number, runs in enumerate(lines):
            self.place(x + (indent if number == 0 else 0), self._y, size, runs)
            self._y -= 12

    def notes(self, *notes: tuple[str, str]) -> None:
        """Set notes under a rule at the foot of the page: (mark, words)."""
        y = 62.0 + 11 * len(notes)
        self.place(100, y + 12, 9, [("b", "_______________")])
        for mark, words in notes:
            self.place(117, y, 8.5, [("^", mark), ("r", f" {words}")])
            y -= 11

    def bytes(self) -> bytes:
        """The file."""
        return pdf(self.pages)


def example_pdf() -> bytes:
    """Two pages with everything a UN page has: heading, notes, a page break in mid-sentence, items, closing line."""
    page = Typesetter("A/RES/99/7", "Lanterns for harbours (example)")
    page.place(123, 734, 14, [("r", "United Nations")])
    page.place(482, 735, 10, [("r", "A/RES/99/7")])
    page.place(123, 705, 20, [("b", "General Assembly")])
    page.place(397, 705, 10, [("r", "Distr.: General")])
    page.place(397, 693, 10, [("r", "14 December 2044")])
    page.place(60, 42, 10, [("r", "99-12345 (E)")])
    page.place(60, 570, 10, [("b", "Ninety-ninth session")])
    page.place(60, 558, 10, [("r", "Agenda item 9 (b)")])
    page.place(60, 546, 10, [("b", "Lanterns for harbours")])
    page.place(123, 501, 14, [("b", "Resolution adopted by the General Assembly ")])
    page.place(123, 486, 14, [("b", "on 12 December 2044")])
    page.place(
        123, 462, 10, [("r", "["), ("i", "on the report of the Second Committee (A/99/300, para. 8)"), ("r", "]")]
    )
    page.place(73, 437, 12, [("b", "99/7.")])
    page.place(123, 437, 12, [("b", "Lanterns for harbours (example)")])
    page._y = 412
    page.paragraph([("i", "The General Assembly"), ("r", ",")])
    page.paragraph(
        [("i", "Recalling"), ("r", " its resolution 98/7 of 3 December 2043 on lamps in")],
        [("r", "small harbours,"), ("^", "1"), ("r", "and the wishes of those who row home by night,")],
    )
    page.paragraph(
        [("i", "Noting with concern"), ("r", " that every second lantern is dark and that")],
        [("r", "the keepers of the lights ask for oil, wicks and a fair")],
    )
    page.notes(("1", "See resolution 97/7."), ("2", "A/99/12."))
    page.new_page()
    page._y = 711
    page.paragraph([("r", "wage,")], indent=0)
    page.paragraph(
        [("r", "1. "), ("i", "Requests"), ("r", " harbour masters to trim the wicks and to re-")],
        [("r", "light each lantern by dusk;"), ("^", "2")],
    )
    page.paragraph([("r", "2. "), ("i", "Decides"), ("r", " to count the lanterns:")])
    page.paragraph([("r", "(a) In spring, when the fleet goes out;")])
    page.paragraph([("r", "(b) In autumn, when the fleet comes home.")])
    page.place(397, 480, 10, [("i", "12th plenary meeting")])
    page.place(407, 468, 10, [("i", "12 December 2044")])
    return page.bytes()
