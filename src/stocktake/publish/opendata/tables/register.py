"""The tables of what people recorded: contributions, what they cover, needs, offers and which of them match.

Knows which columns they have. Who typed a record is not published: only who says what is in it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from stocktake.frameworks.areas import area_name
from stocktake.publish.opendata.cells import joined
from stocktake.publish.opendata.model import Column, Material, Reference, Table
from stocktake.register import Contribution
from stocktake.review.evidence.model import ThemeCount
from stocktake.review.needs.model import Match, NeedView, OfferView


class _Crossed(NamedTuple):
    table: str
    row: str
    column: str
    actions: int


class _Matched(NamedTuple):
    need: NeedView
    match: Match


def _contributions(material: Material) -> tuple[Contribution, ...]:
    return tuple(sorted(material.beside.contributions, key=lambda each: each.order))


def _themes(material: Material) -> tuple[ThemeCount, ...]:
    return material.review.coverage.themes


def _crossings(material: Material) -> Iterator[_Crossed]:
    coverage = material.review.coverage
    tables = (("line by region", coverage.lines_by_region), ("line by goal", coverage.lines_by_goal))
    for name, table in tables:
        yield from (_Crossed(name, each.row, each.column, each.actions) for each in table.cells)


def _needs(material: Material) -> Iterator[NeedView]:
    yield from (each for country in material.review.needs.countries for each in country.needs)


def _offers(material: Material) -> tuple[OfferView, ...]:
    return material.review.needs.offers


def _matches(material: Material) -> Iterator[_Matched]:
    yield from (_Matched(need, each) for need in _needs(material) for each in need.matches)


_CONTRIBUTIONS = Table(
    "contributions",
    "Contributions",
    "One row for each contribution that stands: what somebody says was done. None of them is a verdict of ours.",
    (
        Column("contribution", "Its own number.", lambda row: str(row.id), required=True),
        Column("who", "The entity that reports.", lambda row: row.who, required=True),
        Column("entity_type", "Which kind of entity.", lambda row: row.entity_type or None),
        Column("title", "What was done, in a line.", lambda row: row.title),
        Column("description", "The same at length.", lambda row: row.description or None),
        Column("places", "Codes of countries, areas and regions.", lambda row: joined(row.where)),
        Column("starts", "A day, month or year.", lambda row: row.start or None),
        Column("ends", "A day, month or year.", lambda row: row.end or None),
        Column("link", "A page about it.", lambda row: row.link or None),
        Column("answers", "Paragraphs and duties.", lambda row: joined(row.answers)),
        Column("action_lines", "WSIS action lines.", lambda row: joined(row.action_lines)),
        Column("goals", "Sustainable Development Goals.", lambda row: joined(row.sdgs)),
        Column("compact", "Objectives of the Global Digital Compact.", lambda row: joined(row.gdc)),
        Column("reach", "How many were reached.", lambda row: row.reach or None),
        Column("reach_unit", "What the number counts.", lambda row: row.reach_unit or None),
        Column("rests_on", "self-report, document or indicator.", lambda row: row.evidence),
        Column("document", "Symbol, link or indicator named.", lambda row: row.document or None),
        Column("recorded", "The day it was recorded.", lambda row: row.recorded_at.date().isoformat(), "date"),
    ),
    _contributions,
    ("contribution",),
    owner="contributors",
)

_THEMES = Table(
    "evidence_by_theme",
    "Evidence by theme",
    "One row for each action line, Goal and objective, with how many actions and entities report under it.",
    (
        Column("framework", "WSIS, SDG or GDC.", lambda row: row.framework, required=True),
        Column("code", "Of the theme.", lambda row: row.code, required=True),
        Column("name", "Of the theme.", lambda row: row.name),
        Column("actions", "The same action counted once.", lambda row: row.actions, "integer"),
        Column("entities", "How many entities report.", lambda row: row.entities, "integer"),
    ),
    _themes,
    ("framework", "code"),
)

_CROSSINGS = Table(
    "evidence_crossed",
    "Evidence by action line and region or Goal",
    "One row for each action line with a region or a Goal under which an action is reported; others have none.",
    (
        Column("crossing", "line by region, or line by goal.", lambda row: row.table, required=True),
        Column("action_line", "Its code.", lambda row: row.row, required=True),
        Column("code", "Of the region of M49 or of the Goal.", lambda row: row.column, required=True),
        Column("actions", "How many.", lambda row: row.actions, "integer"),
    ),
    _crossings,
    ("crossing", "action_line", "code"),
)

_NEEDS = Table(
    "needs",
    "Needs",
    "One row for each need that an assessment names and that stands, by country.",
    (
        Column("need", "Its own number.", lambda row: str(row.need.id), required=True),
        Column("area", "The code of the country or area.", lambda row: row.need.area, required=True),
        Column("name", "Its name.", lambda row: area_name(row.need.area)),
        Column("policy_area", "Of the need.", lambda row: row.need.policy_area),
        Column("recommendation", "What is to be done.", lambda row: row.need.recommendation),
        Column("status", "As the assessor says.", lambda row: row.need.status),
        Column("met", "By rule: unmet, partly met, reported implemented.", lambda row: row.met),
        Column("assessment", "That says so.", lambda row: row.need.assessment),
        Column("assessed", "A day, month or year.", lambda row: row.need.assessed or None),
        Column("link", "A page with the assessment.", lambda row: row.need.link or None),
        Column("lead", "The body in the lead.", lambda row: row.need.lead or None),
        Column("cost", "Empty where unknown, which is not nought.", lambda row: row.need.cost or None, "number"),
        Column("currency", "ISO 4217.", lambda row: row.need.currency or None),
    ),
    _needs,
    ("need",),
    owner="contributors",
)

_OFFERS = Table(
    "offers",
    "Offers",
    "One row for each programme of a provider.",
    (
        Column("offer", "Its own number.", lambda row: str(row.available.offer.id), required=True),
        Column("provider", "Who offers it.", lambda row: row.available.offer.provider),
        Column("programme", "What it is called.", lambda row: row.available.offer.programme),
        Column("kind", "What is given.", lambda row: row.available.offer.kind),
        Column("policy_areas", "What it is for.", lambda row: joined(row.available.offer.policy_areas)),
        Column("eligible", "Who may have it: codes.", lambda row: joined(row.available.offer.eligible)),
        Column("starts", "From when it is open.", lambda row: row.available.offer.start or None),
        Column("ends", "Until when.", lambda row: row.available.offer.end or None),
        Column("amount", "Empty where unknown.", lambda row: row.available.offer.amount or None, "number"),
        Column("currency", "ISO 4217.", lambda row: row.available.offer.currency or None),
        Column("link", "A page about it.", lambda row: row.available.offer.link or None),
        Column("state", "On the day of the review.", lambda row: row.available.state),
        Column("because", "Why this state.", lambda row: row.available.because),
    ),
    _offers,
    ("offer",),
    owner="contributors",
)

_MATCHES = Table(
    "matches",
    "Offers that match needs",
    "One row for each need and open offer that match: no promise and no payment.",
    (
        Column("need", "The need.", lambda row: str(row.need.need.id), required=True),
        Column("offer", "The offer.", lambda row: str(row.match.offer.id), required=True),
        Column(
            "because", "Every condition that holds.", lambda row: joined(each.words for each in row.match.reasons)
        ),
        Column("not_known", "What may yet stand in the way.", lambda row: joined(row.match.unknown)),
    ),
    _matches,
    ("need", "offer"),
    (Reference(("need",), "needs", ("need",)), Reference(("offer",), "offers", ("offer",))),
)

REGISTER_TABLES = (_CONTRIBUTIONS, _THEMES, _CROSSINGS, _NEEDS, _OFFERS, _MATCHES)
