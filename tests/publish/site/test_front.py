"""The front page: what wants attention and why, what is due, counts that lead on, how to go on."""

import gzip
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from invented import resolution
from lxml import html
from workshop import lineage

from stocktake.publish.site.languages import language
from stocktake.publish.site.model import Published
from stocktake.publish.site.writing import STYLE, site_files


def test_attention_says_what_why_and_where(example: Published, folder: Path) -> None:
    tree = html.parse(str(folder / "index.html"))
    items = tree.xpath("//ol[@class='attention']/li")
    assert len(items) == len(example.review.attention)
    for item, each in zip(items, example.review.attention, strict=True):
        text = item.text_content()
        assert each.words in text
        assert each.because in text
        assert len(item.xpath(".//a")) == min(len(set(each.passages)), 4)


def test_a_place_that_is_named_twice_is_one_link(example: Published) -> None:
    first = example.review.attention[0]
    twice = replace(first, passages=(first.passages[0], first.passages[0]))
    published = replace(example, review=replace(example.review, attention=(twice,)))
    files = {each.path: each.data for each in site_files(published, [language("en")])}
    assert len(html.fromstring(files["index.html"]).xpath("//ol[@class='attention']/li//a")) == 1


def test_counts_are_those_of_the_review(example: Published, folder: Path) -> None:
    tree = html.parse(str(folder / "index.html"))
    sums = {
        each.xpath("./dt")[0].text: each.xpath("./dd/a")[0].text
        for each in tree.xpath("//section[@aria-labelledby='held']/dl[1]/div")
    }
    in_force = sum(each.text in example.review.duties.in_force for each in example.review.duties.asked)
    assert sums["adopted texts"] == "3"
    assert sums["duties in force"] == str(in_force)
    assert sums["figures checked"] == str(len(example.review.figures.figures))


def test_the_front_page_is_light_with_its_style(folder: Path) -> None:
    files = (folder / "index.html", folder / STYLE)
    assert sum(len(gzip.compress(each.read_bytes())) for each in files) < 14_000


def test_how_to_go_on_leads_to_every_section(folder: Path) -> None:
    tree = html.parse(str(folder / "index.html"))
    menu = tree.xpath("//ul[@class='menu']//a/@href")
    assert tree.xpath("//dl[@class='on']//a/@href") == menu[1:]


def test_what_is_due_leads_to_its_words(publish: Callable[..., dict[str, str]]) -> None:
    duty = "Requests the kite makers of Examplia to report on torn tails by 1 March 2044;"
    files = publish({"a.txt": resolution(97, 901, operative=(duty,))}, lineage((97, 901)))
    tree = html.fromstring(files["index.html"].encode())
    due = tree.xpath("//section[@aria-labelledby='due']")[0]
    assert "report on torn tails" in due.text_content()
    assert due.xpath(".//a/@href") == ["texts/a-res-97-901.html#p-1"]
