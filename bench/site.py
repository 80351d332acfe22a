# ruff: noqa: A005 - it is run by its path and imported by nobody
"""How heavy the pages of the site are, and how long it takes to make them.

Run as ``python bench/site.py``. Prints, for the bundled example, for the texts and statistics beside the checkout where
they are there, and for a made-up review of 10 texts and 200 countries: the heaviest page of each kind, compressed as a
web server sends it, with the style sheet counted in; the seconds for all languages; the memory. A page may weigh
50 KB, the front page 14 KB; the made-up site may take 20 seconds of the processor, which on a busy machine are more of
the clock. ``--language en`` makes English alone.
"""

import gzip
import random
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date, timedelta
from importlib.resources import as_file
from pathlib import Path

from stocktake.documents.model import Document
from stocktake.documents.sources import read_source_bytes
from stocktake.documents.structure import build_document
from stocktake.example import AS_OF, example_texts
from stocktake.frameworks.divides import divides
from stocktake.publish.opendata import Beside
from stocktake.publish.site.languages import Language, language
from stocktake.publish.site.model import Published
from stocktake.publish.site.writing import STYLE, site_files
from stocktake.review import build_review
from stocktake.review.countries import Country, CountryFigure, list_countries
from stocktake.review.divides import Setting
from stocktake.review.keeping import made_anew
from stocktake.statistics.measures import Result
from stocktake.statistics.measures.result import ResultSource
from stocktake.values.ordinal import ordinal_words
from stocktake.workspace import Workspace
from stocktake.workspace.publishing import besides_of, compare_held
from stocktake.workspace.reviewing import review_with_numbers
from stocktake.workspace.site_folder import SiteFolder

SHARED = Path(__file__).resolve().parents[2] / "shared"
HEAVIEST = 50_000
FRONT = 14_000
LONGEST = 20.0
TEXTS, PARAGRAPHS, COUNTRIES = 10, 120, 200
EDITED = 0.2
_WORDS = "kites harbour lantern villages children wind ladders towers maps islands ropes schools women access"


def main() -> int:
    """The exit code: 1 where a page is too heavy or the made-up site takes too long."""
    chosen = tuple(map(language, sys.argv[2:])) if sys.argv[1:2] == ["--language"] else ()
    good = [_of_workspace("the example", _example, AS_OF, chosen)]
    if SHARED.is_dir():
        good.append(_of_workspace("the five texts with all statistics", _seeds, date(2026, 1, 15), chosen))
    good.append(_made_up(chosen))
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 0 if all(good) else 1


def _example(workspace: Workspace) -> None:
    for text in example_texts():
        with as_file(text) as path:
            workspace.add([path])


def _seeds(workspace: Workspace) -> None:
    workspace.add([SHARED / "corpus" / "seeds", SHARED / "data"])


def _of_workspace(name: str, fill, as_of: date, chosen: Sequence[Language]) -> bool:  # noqa: ANN001
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace.create(Path(folder) / "workspace")
        fill(workspace)
        reviewed = review_with_numbers(workspace, as_of)
        started = time.perf_counter()
        besides = besides_of(workspace, reviewed)
        print(f"\n{name}: compared and counted in {time.perf_counter() - started:.1f} s")
        published = Published(reviewed.review, besides.comparisons, besides.countries, besides.histories)
        beside = Beside(besides.contributions, besides.numbers)
        return _measured(published, chosen, beside, Path(folder) / "site") is not None


def _made_up(chosen: Sequence[Language]) -> bool:
    documents = _documents()
    review = build_review(documents, date(2031, 1, 1), ())
    started = time.perf_counter()
    published = Published(review, compare_held(review, made_anew), _countries())
    print(f"\nmade up, {len(review.texts)} texts, {COUNTRIES} countries:", end=" ")
    print(f"compared in {time.perf_counter() - started:.1f} s")
    with tempfile.TemporaryDirectory() as folder:
        seconds = _measured(published, chosen, None, Path(folder) / "site")
    return seconds is not None and seconds <= LONGEST


def _measured(
    published: Published, chosen: Sequence[Language], beside: Beside | None, folder: Path
) -> float | None:
    """The seconds of the processor; None where a page is too heavy."""
    started, worked = time.perf_counter(), time.process_time()
    done = SiteFolder(folder).write(site_files(published, chosen, beside))
    passed, seconds = time.perf_counter() - started, time.process_time() - worked
    again = time.perf_counter()
    same = SiteFolder(folder).write(site_files(published, chosen, beside))
    print(
        f"{done.written} files, {done.size / 1e6:.1f} MB in {passed:.1f} s, {seconds:.1f} s of the processor;",
        end=" ",
    )
    print(f"again {time.perf_counter() - again:.1f} s, {same.written} written")
    style = len(gzip.compress((folder / STYLE).read_bytes(), 9, mtime=0))
    heaviest: dict[str, tuple[int, str]] = {}
    for path in folder.rglob("*.html"):
        name = path.relative_to(folder).as_posix()
        kind = f"{name.split('/')[-2]}/" if "/" in name else name
        weight = len(gzip.compress(path.read_bytes(), 6, mtime=0)) + style
        heaviest[kind] = max(heaviest.get(kind, (0, "")), (weight, name))
    for weight, name in sorted(heaviest.values(), reverse=True)[:12]:
        print(f"{weight / 1000:8.1f} KB  {name}")
    too_heavy = [name for weight, name in heaviest.values() if weight > _limit(name)]
    print("all light enough" if not too_heavy else f"TOO HEAVY: {', '.join(too_heavy)}")
    return None if too_heavy else seconds


def _limit(name: str) -> int:
    return FRONT if name.endswith("index.html") and name.count("/") == 0 else HEAVIEST


def _documents() -> list[Document]:
    """Invented resolutions, each with the one before in four fifths of its paragraphs."""
    chance = random.Random(7)  # noqa: S311 - no secret: the same texts every time
    paragraphs = [_sentence(chance) for _ in range(PARAGRAPHS)]
    found = []
    for at in range(TEXTS):
        paragraphs = [_edited(each, chance) if chance.random() < EDITED else each for each in paragraphs]
        found.append(_document(60 + at, date(2020 + at, 12, 15), paragraphs))
    return found


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choice(_WORDS.split()) for _ in range(chance.randint(25, 75)))


def _edited(sentence: str, chance: random.Random) -> str:
    words = sentence.split()
    words[chance.randrange(len(words))] = chance.choice(_WORDS.split())
    return " ".join(words)


def _document(session: int, day: date, paragraphs: Sequence[str]) -> Document:
    printed = f"{day.day} {day:%B %Y}"
    half = len(paragraphs) // 3
    lines = [
        "General Assembly",
        f"Distr.: General\n{printed}",
        f"{ordinal_words(session).capitalize()} session",
        "Agenda item 7",
        f"Resolution adopted by the General Assembly on {printed}",
        f"{session}/904. Kites for sustainable development",
        "The General Assembly,",
        *(f"Recalling that {each}," for each in paragraphs[:half]),
        *(
            f"{at}. Requests the Secretary-General to report on {each} at its {ordinal_words(session + 1)} session;"
            for at, each in enumerate(paragraphs[half:], 1)
        ),
        f"5th plenary meeting\n{printed}",
    ]
    return build_document(read_source_bytes(("\n\n".join(lines) + "\n").encode(), f"A_RES_{session}_904.txt"))


def _countries() -> tuple[Country, ...]:
    listed = list_countries(Setting(None, (), date(2031, 1, 1), made_anew))[:COUNTRIES]
    codes = [(divide.id, code) for divide in divides() for code in divide.indicators][:12]
    source = ResultSource("Made up", "made-up.csv", 7, "0" * 64)
    return tuple(
        Country(
            each.code,
            each.spells,
            tuple(
                CountryFigure(
                    divide,
                    code,
                    (
                        Result(
                            "level",
                            each.code,
                            each.code,
                            "As published.",
                            period="2029",
                            value=float(at),
                            unit="per cent",
                            vintage=date(2030, 5, 1) + timedelta(days=at),
                            source=source,
                        ),
                    ),
                    2,
                )
                for at, (divide, code) in enumerate(codes)
            ),
            (),
        )
        for each in listed
    )


if __name__ == "__main__":
    raise SystemExit(main())
