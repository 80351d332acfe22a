"""The metadata of a resolution in Akoma Ntoso: identification, vote, and what its parts refer to.

Follows AKN4UN, part 1 (metadata) and the XML files that the UN publishes. Departure: the manifestation carries the
date of the expression, not that of the mark-up, so that the same document gives the same bytes.
"""

from typing import Any
from urllib.parse import quote

from stocktake.documents.formats.akn_names import Names, name_document
from stocktake.documents.formats.akn_words import add
from stocktake.documents.model import Document, HeadingData, Votes

MARKER = "#stocktake"
ORGAN = "#organ"

# What parts of the text refer to: the element, its eId, its place in the ontology, its name.
_REFERRED = (
    ("TLCConcept", "symbol", "reference/un/symbol", "Symbol"),
    ("TLCConcept", "dateOfIssuance", "concept/un/dateOfIssuance", "Date of issuance"),
    ("TLCConcept", "dateOfAdoption", "concept/un/dateOfAdoption", "Date of adoption"),
    ("TLCConcept", "preamble", "concept/un/preamble", "Preamble"),
    ("TLCEvent", "meeting", "event/un/plenaryMeeting", "Plenary meeting"),
    ("TLCLocation", "plenary", "location/un/plenary", "Plenary"),
    ("TLCRole", "author", "role/un/author", "Author"),
    ("TLCRole", "editor", "role/un/editor", "Editor"),
    ("TLCTerm", "resolutionTitle", "reference/un/resolutionTitle", "Resolution title"),
    ("TLCTerm", "inFavour", "concept/un/voting/inFavour", "In favour"),
    ("TLCTerm", "against", "concept/un/voting/against", "Against"),
    ("TLCTerm", "abstaining", "concept/un/voting/abstaining", "Abstaining"),
    ("TLCObject", "stocktake", "object/un/stocktake", "Stocktake"),
)


def write_meta(statement: Any, document: Document) -> Any:
    """The ``meta`` of the document, written into ``statement``."""
    names = name_document(document.data)
    meta = add(statement, "meta")
    write_identification(meta, names, document.data.symbol, "main")
    if document.votes is not None:
        _write_vote(meta, document.votes)
    _write_references(meta, names, document.data)
    return meta


def write_identification(meta: Any, names: Names, symbol: str | None, component: str) -> None:
    """Write the identifiers of a component of the document: ``main``, ``annex_1``."""
    identification = add(meta, "identification", source=MARKER)
    work = _level(identification, "FRBRWork", f"{names.work}/!{component}", names.work)
    if symbol is not None:
        add(work, "FRBRalias", value=symbol, name="symbol")
    _date_and_author(work, names.dated, ORGAN, "#author")
    add(work, "FRBRcountry", value="un")
    add(work, "FRBRsubtype", value="deliberation")
    if symbol is not None:
        add(work, "FRBRnumber", value=names.number, showAs=symbol)
    expression = _level(identification, "FRBRExpression", f"{names.expression}/!{component}", names.expression)
    _date_and_author(expression, names.issued, ORGAN, "#author")
    add(expression, "FRBRlanguage", language=names.language)
    manifestation = _level(
        identification, "FRBRManifestation", f"{names.expression}/!{component}.xml", f"{names.expression}.xml"
    )
    _date_and_author(manifestation, names.issued, MARKER, "#editor")


def _level(identification: Any, tag: str, this: str, uri: str) -> Any:
    level = add(identification, tag)
    add(level, "FRBRthis", value=this)
    add(level, "FRBRuri", value=uri)
    return level


def _date_and_author(level: Any, dated: tuple[str, str], author: str, role: str) -> None:
    add(level, "FRBRdate", date=dated[0], name=dated[1])
    add(level, "FRBRauthor", href=author, as_=role)


def _write_vote(meta: Any, votes: Votes) -> None:
    parliamentary = add(add(meta, "analysis", source=MARKER), "parliamentary")
    voting = add(parliamentary, "voting")
    add(voting, "count", value=str(votes.in_favour), refersTo="#inFavour")
    add(voting, "count", value=str(votes.against), refersTo="#against")
    add(voting, "count", value=str(votes.abstaining), refersTo="#abstaining")


def _write_references(meta: Any, names: Names, data: HeadingData) -> None:
    references = add(meta, "references", source=MARKER)
    organ = data.organ or "United Nations"
    href = f"/akn/ontology/organization/un/{quote(names.concept)}"
    add(references, "TLCOrganization", eId=ORGAN.removeprefix("#"), href=href, showAs=organ)
    for tag, eid, place, name in _REFERRED:
        add(references, tag, eId=eid, href=f"/akn/ontology/{place}", showAs=name)
