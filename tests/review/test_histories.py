"""Histories: every year that is held, of what is published alone; kept under what they are made from."""

from datetime import date
from pathlib import Path

from plain_statistics import AREAS, HEAD, plain

from stocktake.review.divides import Setting
from stocktake.review.histories import levels_of_every_year, list_histories, years_held
from stocktake.review.keeping import made_anew
from stocktake.review.numbers import Numbers
from stocktake.statistics.measures import Request
from stocktake.workspace import Workspace
from stocktake.workspace.reviewing import numbers_held

AS_OF = date(2045, 1, 15)


def numbers(folder: Path) -> Numbers:
    """Three years of one indicator in one file."""
    years = [plain(40.0 + at, year=year).decode() for at, year in enumerate((2043, 2041, 2042))]
    (folder / "use.csv").write_text(HEAD + "".join(each.removeprefix(HEAD) for each in years), "utf-8")
    workspace = Workspace.create(folder / "workspace")
    workspace.add([folder / "use.csv"])
    found, _damages = numbers_held(workspace.statistics, AS_OF)
    assert found is not None
    return found


def test_without_statistics_there_are_none() -> None:
    assert list_histories(Setting(None, ("WLD",), AS_OF, made_anew)) == ()


def test_every_year_held_is_there_for_the_areas_asked(tmp_path: Path) -> None:
    (history,) = list_histories(Setting(numbers(tmp_path), AREAS[:1], AS_OF, made_anew))
    assert history.indicator == "17.8.1"
    assert [(each.area, each.period, each.value) for each in history.results] == [
        ("FJI", "2041", 41.0),
        ("FJI", "2042", 42.0),
        ("FJI", "2043", 40.0),
    ]


def test_years_asked_for_are_the_only_ones(tmp_path: Path) -> None:
    holdings = numbers(tmp_path).open()
    request = Request("17.8.1", AS_OF, AREAS, periods=("2042",))
    assert years_held("17.8.1", holdings) == ("2041", "2042", "2043")
    assert {each.period for each in levels_of_every_year(request, holdings)} == {"2042"}
