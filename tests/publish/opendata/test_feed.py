"""The feed: from the dates that things carry, the newest first, the same ids in the next edition, no markup from outside."""

from xml.etree import ElementTree as ET

from asking import asking

from stocktake.publish.opendata import Material
from stocktake.publish.opendata.feed import changes_feed
from stocktake.publish.site.model import Published

ATOM = "{http://www.w3.org/2005/Atom}"


def entries(data: bytes) -> list[tuple[str, ...]]:
    root = ET.fromstring(data)
    names = ("title", "updated", "id")
    return [tuple(each.findtext(ATOM + name) or "" for name in names) for each in root.iter(f"{ATOM}entry")]


def test_everything_dated_is_in_it_the_newest_first(files):
    found = entries(files["changes.atom"])
    days = [updated for _, updated, _ in found]
    assert days == sorted(days, reverse=True)
    titles = [title for title, _, _ in found]
    assert titles[0] == "Correction: 99/903:3#1, addressee"
    assert titles[-1] == "Adopted: A/RES/97/901"
    assert {title.split(":")[0] for title in titles} == {"Adopted", "Correction", "Evidence", "Need", "Offer"}
    root = ET.fromstring(files["changes.atom"])
    assert root.findtext(f"{ATOM}updated") == days[0]


def test_ids_stay_from_one_edition_to_the_next(files):
    before = {title: name for title, _, name in entries(changes_feed(Material(Published(asking()))))}
    now = {title: name for title, _, name in entries(files["changes.atom"])}
    assert before.items() <= now.items()
    assert len(set(now.values())) == len(now)
    assert all(name.startswith("urn:uuid:") for name in now.values())


def test_words_from_outside_are_words(files):
    titles = [title for title, _, _ in entries(files["changes.atom"])]
    assert 'Evidence: +1+1: =HYPERLINK("http://kites.example","</script><script>x()</script>")' in titles
    assert b"<script" not in files["changes.atom"]
    assert b"javascript:" not in files["changes.atom"]


def test_links_lead_to_files_that_are_there(files):
    root = ET.fromstring(files["changes.atom"])
    links = {link.get("href") for each in root.iter(f"{ATOM}entry") for link in each.iter(f"{ATOM}link")}
    assert links <= set(files)
