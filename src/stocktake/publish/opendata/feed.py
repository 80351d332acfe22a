"""What is new, as an Atom feed (RFC 4287), from the dates that things carry themselves.

A site has no memory, so nothing is compared with an earlier one: a text is new on the day of its adoption (a draft on
that of its distribution), statistics on the day of their release, a record on the day it was recorded. What has no day
is not in the feed. Ids follow from the thing, so that a reader knows an entry again in the next edition.
"""

from collections.abc import Iterator
from html import escape
from typing import NamedTuple
from uuid import UUID, uuid5

from stocktake.publish.opendata.model import Material
from stocktake.publish.opendata.records import text_names
from stocktake.publish.opendata.terms import INVENTED, SOFTWARE, TERMS

PATH = "changes.atom"
_SPACE = UUID("5d1f0c52-0c53-5f0a-9d43-9d1b3f1a7c11")
_FEED = """\
<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>{title}</title>
<subtitle>{subtitle}</subtitle>
<id>{id}</id>
<updated>{updated}</updated>
<author><name>{author}</name></author>
<rights>{rights}</rights>
<link rel="self" href="changes.atom" type="application/atom+xml"/>
<link rel="alternate" href="../index.html" type="text/html"/>
{entries}</feed>
"""
_ENTRY = """\
<entry>
<title>{title}</title>
<id>{id}</id>
<updated>{updated}</updated>
<category term="{kind}"/>
<link rel="alternate" href="{link}"/>
<summary>{summary}</summary>
</entry>
"""
# XML 1.0 has no way to write them.
_NOT_IN_XML = dict.fromkeys(
    (*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}"
)


class Entry(NamedTuple):
    """One thing that is new: what names it, its day, and what is said of it."""

    name: str
    day: str
    kind: str
    title: str
    summary: str
    link: str


def changes_feed(material: Material) -> bytes:
    """The feed, the newest first; what carries a later day than the review is left out."""
    as_of = material.review.as_of.isoformat()
    found = [each for each in _entries(material) if each.day <= as_of]
    found.sort(key=lambda each: each.name)
    found.sort(key=lambda each: each.day, reverse=True)
    chain = material.review.chains[0].name if material.review.chains else ""
    feed = _FEED.format(
        title=_text(f"{SOFTWARE}: {chain or 'texts'}"),
        subtitle=_text(
            INVENTED if material.review.example else "Texts, statistics and records, by their own dates."
        ),
        id=_id(f"feed|{chain}"),
        updated=_moment(found[0].day if found else as_of),
        author=SOFTWARE,
        rights=_text(f"{TERMS['ours'].title}. {TERMS['ours'].note}"),
        entries="".join(map(_entry, found)),
    )
    return feed.encode()


def _entries(material: Material) -> Iterator[Entry]:
    yield from _texts(material)
    yield from _releases(material)
    yield from _corrections(material)
    yield from _contributions(material)
    yield from _needs_and_offers(material)


def _texts(material: Material) -> Iterator[Entry]:
    names = text_names(material)
    for text in material.review.texts:
        data = text.document.data
        day = data.adopted or data.distributed
        if text.used and day:
            what = f"Adopted: {text.key}" if data.status == "adopted" else f"Draft: {text.key}"
            yield Entry(f"text|{text.key}", day, "text", what, data.title or "", f"texts/{names[text.key]}.json")


def _releases(material: Material) -> Iterator[Entry]:
    for each in material.review.data_files:
        if each.vintage:
            title = f"Statistics released: {each.title or each.name}"
            summary = f"{each.publisher or 'Publisher not named'}, {each.observations} observations, {each.name}"
            yield Entry(
                f"release|{each.sha256}",
                each.vintage.isoformat(),
                "statistics",
                title,
                summary,
                "tables/sources.csv",
            )


def _corrections(material: Material) -> Iterator[Entry]:
    for asked in material.review.duties.asked:
        for applied in asked.corrected.applied:
            record = applied.correction
            yield Entry(
                f"record|{record.id}",
                record.recorded_at.date().isoformat(),
                "correction",
                f"Correction: {asked.commitment.id}, {record.field}",
                f"{applied.was or ''} → {record.value}: {record.because}",
                "tables/corrections.csv",
            )


def _contributions(material: Material) -> Iterator[Entry]:
    for each in material.beside.contributions:
        day = each.recorded_at.date().isoformat()
        title = f"Evidence: {each.who}: {each.title}"
        yield Entry(f"record|{each.id}", day, "evidence", title, each.description, "tables/contributions.csv")


def _needs_and_offers(material: Material) -> Iterator[Entry]:
    view = material.review.needs
    for country in view.countries:
        for need in (each.need for each in country.needs):
            title = f"Need: {country.name}: {need.policy_area}"
            day = need.recorded_at.date().isoformat()
            yield Entry(f"record|{need.id}", day, "need", title, need.recommendation, "tables/needs.csv")
    for offer in (each.available.offer for each in view.offers):
        title = f"Offer: {offer.provider}: {offer.programme}"
        day = offer.recorded_at.date().isoformat()
        yield Entry(f"record|{offer.id}", day, "offer", title, offer.description, "tables/offers.csv")


def _entry(entry: Entry) -> str:
    return _ENTRY.format(
        title=_text(entry.title),
        id=_id(entry.name),
        updated=_moment(entry.day),
        kind=entry.kind,
        link=_text(entry.link),
        summary=_text(entry.summary),
    )


def _id(name: str) -> str:
    return uuid5(_SPACE, name.encode("utf-8", "replace").decode()).urn


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _text(words: str) -> str:
    return escape(words.translate(_NOT_IN_XML))
