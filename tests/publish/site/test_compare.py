"""Any two texts of a chain side by side: which are compared, every pair once, what is dropped and added."""

from collections.abc import Callable
from pathlib import Path

from invented import draft, resolution
from lxml import html
from workshop import AS_OF, LATER, document, lineage

from stocktake.publish.site.addresses import Addresses, pair_anchor
from stocktake.publish.site.model import Published
from stocktake.review import build_review
from stocktake.review.model import Chain, Member
from stocktake.workspace.publishing import compared


def _member(symbol: str, text: str | None, *drafts: str) -> Member:
    return Member(symbol, None, None, None, "adopted" if text else "not held", text, drafts)


def test_which_texts_are_compared() -> None:
    members = (_member("1", "a"), _member("2", None, "x"), _member("3", "b", "y", "z"), _member("4", "c"))
    assert list(compared(Chain("kites", "same title", example=False, members=members))) == [
        ("a", "x"),
        ("a", "y"),
        ("a", "z"),
        ("y", "z"),
        ("y", "b"),
        ("z", "b"),
        ("a", "b"),
        ("b", "c"),
        ("a", "c"),
    ]


def test_every_pair_stands_on_the_page_once(example: Published, folder: Path) -> None:
    at = Addresses(example)
    for (old, new), comparison in example.comparisons.items():
        tree = html.parse(str(folder / (at.comparison(old, new) or "")))
        assert tree.xpath("//article/@id") == [pair_anchor(pair) for pair in comparison.pairs]
        assert tree.xpath("//article/@class") == [pair.change for pair in comparison.pairs]


def test_inserted_and_deleted_words_are_marked_for_eye_and_ear(folder: Path) -> None:
    tree = html.parse(str(folder / "compare/a-res-98-38--a-res-99-52.html"))
    article = tree.xpath("//article[@id='from-pp-1-to-pp-1']")[0]
    assert [each.text_content() for each in article.xpath(".//del")] == [" [deleted: 97/41 of 12 December 2042] "]
    assert [each.text_content() for each in article.xpath(".//ins")] == [" [inserted: 98/38 of 10 December 2043] "]


def test_both_sides_lead_to_the_paragraphs(folder: Path) -> None:
    tree = html.parse(str(folder / "compare/a-res-98-38--a-res-99-52.html"))
    heading = tree.xpath("//article[@id='from-p-2-to-p-2']/h3")[0]
    assert heading.xpath("./a/@href") == ["../texts/a-res-98-38.html#p-2", "../texts/a-res-99-52.html#p-2"]


def test_the_list_names_every_pair_with_its_counts(example: Published, folder: Path) -> None:
    tree = html.parse(str(folder / "compare/index.html"))
    assert tree.xpath("//main//li/a/@href") == [
        "a-res-98-38--a-res-99-52.html",
        "a-res-97-41--a-res-99-52.html",
        "a-res-97-41--a-res-98-38.html",
    ]
    summary = example.comparisons["A/RES/98/38", "A/RES/99/52"].summary
    assert f"dropped {summary['dropped']}," in tree.xpath("//main//li")[0].text_content()


def test_drafts_are_compared_with_the_text_before_and_the_one_adopted(
    publish: Callable[..., dict[str, str]],
) -> None:
    texts = {
        "old.txt": resolution(97, 901),
        "draft.txt": draft(98, 4),
        "new.txt": resolution(98, 902, operative=LATER),
    }
    chain = lineage((97, 901), (98, 902))
    review = build_review([document(text, name) for name, text in texts.items()], AS_OF, [chain])
    key = next(text.key for text in review.texts if text.document.data.status == "draft")
    found = {pair for each in review.chains for pair in compared(each)}
    assert found == {("A/RES/97/901", key), (key, "A/RES/98/902"), ("A/RES/97/901", "A/RES/98/902")}
    files = publish(texts, chain)
    assert sum(path.startswith("compare/") for path in files) == 1 + len(found)


def test_a_long_comparison_goes_on_on_further_pages(publish: Callable[..., dict[str, str]]) -> None:
    words = "the kite makers to count every kite of every village " * 30
    one, other = (tuple(f"Requests {words}in {year} {at};" for at in range(120)) for year in ("spring", "autumn"))
    texts = {"a.txt": resolution(97, 901, operative=one), "b.txt": resolution(98, 902, operative=other)}
    files = publish(texts, lineage((97, 901), (98, 902)))
    pages = [path for path in files if path.startswith("compare/a-res")]
    assert len(pages) > 1
    for address in html.fromstring(files["texts/a-res-98-902.2.html"].encode()).xpath(
        "//dl[@class='known']//a[starts-with(@href, '../compare')]/@href"
    ):
        path, _, place = address.removeprefix("../").partition("#")
        assert f'id="{place}"' in files[path]
