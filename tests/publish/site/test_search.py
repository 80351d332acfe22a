"""The search: scripts that hold data only, an index of links for everybody, words that stay words."""

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from invented import resolution
from lxml import html
from workshop import lineage

from stocktake.publish.site.model import Published
from stocktake.publish.site.search import NAMES, SCRIPT, TEXTS, IndexEntry, lettered


def _entries(script: str) -> list[list[str]]:
    start, end = script.index(".push(...") + len(".push(..."), script.rindex(");")
    return json.loads(script[start:end])


def test_every_paragraph_can_be_found(example: Published, folder: Path) -> None:
    entries = _entries((folder / TEXTS).read_text("utf-8"))
    paragraphs = [each for text in example.review.texts for each in text.document.paragraphs]
    assert [each[2] for each in entries] == [each.text for each in paragraphs]
    assert entries[0][:2] == ["texts/a-res-99-52.html#pp-1", "A/RES/99/52, P1"]


def test_names_can_be_found_in_each_language(folder: Path) -> None:
    names = {each[1] for each in _entries((folder / NAMES).read_text("utf-8"))}
    assert {"A/RES/99/52", "Secretary-General"} <= names
    for page in folder.glob("*/search.html"):
        assert (page.parent / NAMES).is_file()


def test_the_index_holds_links_in_the_order_of_the_alphabet(folder: Path) -> None:
    tree = html.parse(str(folder / "search.html"))
    letters = [each.text for each in tree.xpath("//main//h3")]
    assert letters == sorted(letters)
    assert "texts/a-res-99-52.html" in tree.xpath("//ul[@class='index']//a/@href")
    assert tree.xpath("//form/@hidden")


def test_the_script_is_small_and_writes_no_markup() -> None:
    script = files("stocktake.publish").joinpath("templates", "site", SCRIPT).read_text("utf-8")
    assert len(script) < 4000
    assert "innerHTML" not in script
    assert "eval" not in script


def test_letters_of_names() -> None:
    entries = [IndexEntry(name, "en", None) for name in ("égal", "Zoo", "“Eager”", "7 kites", "eel")]
    assert [(letter, [each.name for each in own]) for letter, own in lettered(entries)] == [
        ("#", ["7 kites"]),
        ("E", ["“Eager”", "eel", "égal"]),
        ("Z", ["Zoo"]),
    ]


def test_hostile_words_stay_data(publish: Callable[..., dict[str, str]]) -> None:
    hostile = 'Requests the kite makers "); alert(1); (" </script> \u2028 to fly;'
    made = publish({"a.txt": resolution(97, 901, operative=(hostile,))}, lineage((97, 901)))
    entry = _entries(made[TEXTS])[-1]
    assert entry[2].startswith('Requests the kite makers "); alert(1); ("')
    assert "\u2028" not in made[TEXTS]


def test_names_stand_in_the_language_of_the_page_and_are_found_by_the_english_too(folder: Path) -> None:
    names = {each[1]: each[2] for each in _entries((folder / "fr" / NAMES).read_text("utf-8"))}
    assert names["États Membres"].startswith("Member States; ")
    shown = html.parse(str(folder / "fr" / "search.html")).xpath(
        "//ul[@class='index']//span[text()='États Membres']"
    )
    assert [each.get("lang") for each in shown] == [None]


def test_letters_follow_the_alphabet_of_each_script() -> None:
    entries = [IndexEntry(name, "ru", None) for name in ("Йемен", "Яма", "Азия", "7 змеев", "أسد", "إبل")]
    assert [letter for letter, _ in lettered(entries)] == ["#", "А", "Й", "Я", "ا"]
