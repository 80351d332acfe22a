"""A review from kept parts says what one made anew says, whatever was done to the workspace since they were kept."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
from invented import draft, resolution
from structure_messages import concepts, data_structure, message
from workshop import LATER

from stocktake.publish.review_json import review_to_json
from stocktake.workspace import Workspace
from stocktake.workspace.adding import Said
from stocktake.workspace.reviewing import review_with_numbers

pytest.importorskip("ibis", reason="the extra `statistics` is not installed")

DAY = date(2045, 1, 15)
PLAIN = b"indicator,area,period,value,unit\n17.8.1,FJI,2041,41.5,per cent\n"
# Without its structure nobody knows that MAKER is no dimension.
MADE_BY = b"""STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,MAKER
dataflow,KITES:FLIGHTS(1.0),I,TON,IT_USE_II99,2041,55,ACME
"""


class Desk:
    """A workspace, and files to be added to it."""

    def __init__(self, folder: Path) -> None:
        self.workspace = Workspace.create(folder / "ws")
        self.files = folder

    def add(self, name: str, data: str | bytes, said: Said | None = None) -> None:
        """Add a file, which must be taken."""
        file = self.files / name
        file.write_bytes(data.encode() if isinstance(data, str) else data)
        (result,) = self.workspace.add([file], said)
        assert result.became in {"added", "changed"}, result.error

    def forget(self, name: str) -> None:
        """Take a file out of the index, as a person may."""
        index = json.loads((self.workspace.folder / "index.json").read_bytes())
        index["holdings"] = [each for each in index["holdings"] if each["name"] != name]
        (self.workspace.folder / "index.json").write_text(json.dumps(index), "utf-8")

    def review(self, day: date = DAY) -> str:
        """The review as it is published, from whatever is kept."""
        return said_by(self.workspace.folder, day)

    def anew(self, day: date = DAY) -> str:
        """The same where nothing is kept."""
        copy = self.files / f"copy-{len(list(self.files.glob('copy-*')))}"
        copytree(self.workspace.folder, copy, ignore=ignore_patterns("cache"))
        return said_by(copy, day)


def said_by(folder: Path, day: date) -> str:
    return json.dumps(review_to_json(review_with_numbers(Workspace.open(folder), day).review), indent=1)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    made.add("old.txt", resolution(97, 901))
    made.add("new.txt", resolution(99, 903, operative=LATER))
    made.add("plain.csv", PLAIN)
    made.add("made-by.csv", MADE_BY)
    return made


def alter_an_original(desk: Desk) -> None:
    holding = next(each for each in desk.workspace.holdings if each.name == "plain.csv")
    desk.workspace.store.original(holding).write_bytes(b"another")


EDITS: dict[str, Callable[[Desk], object]] = {
    "a text comes": lambda desk: desk.add("between.txt", resolution(98, 902)),
    "a draft comes": lambda desk: desk.add("draft.txt", draft(98, 4)),
    "a text goes": lambda desk: desk.forget("old.txt"),
    "a text is said to be a draft": lambda desk: desk.add(
        "new.txt", resolution(99, 903, operative=LATER), Said(status="draft")
    ),
    "statistics come": lambda desk: desk.add("more.csv", PLAIN.replace(b"FJI", b"WSM")),
    "statistics go": lambda desk: desk.forget("plain.csv"),
    "the day of a release is said": lambda desk: desk.add("plain.csv", PLAIN, Said(vintage=date(2042, 1, 1))),
    "a structure comes": lambda desk: desk.add("flights.xml", message(concepts(), data_structure())),
    "an original is altered": alter_an_original,
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_after_an_edit_it_says_what_one_made_anew_says(desk: Desk, edit: Callable[[Desk], object]):
    before = desk.review()
    edit(desk)
    after = desk.review()
    assert after != before
    assert after == desk.anew()


def test_the_order_of_adding_makes_no_difference(desk: Desk):
    alter_an_original(desk)
    index = json.loads((desk.workspace.folder / "index.json").read_bytes())
    reviews = []
    for holdings in (index["holdings"], index["holdings"][::-1]):
        (desk.workspace.folder / "index.json").write_text(json.dumps({**index, "holdings": holdings}), "utf-8")
        reviews.append(desk.anew())
    assert reviews[0] == reviews[1]


def test_on_another_day_it_says_what_one_made_anew_says(desk: Desk):
    desk.review()
    assert desk.review(date(2042, 12, 31)) == desk.anew(date(2042, 12, 31))
