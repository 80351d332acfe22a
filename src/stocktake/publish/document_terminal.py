"""A document in the terminal: what it prints about itself, its paragraphs by their openings, its findings.

Knows which heading data a person asks for first. Computes nothing.
"""

from rich.console import Group, RenderableType
from rich.text import Text as Words

from stocktake.documents.model import Document
from stocktake.publish.terminal import facts, heading, indented, listing, pages
from stocktake.review.words import counted, listed, long_date, opening

_OPENING = 140


def render_document(document: Document) -> Group:
    """The page of one document."""
    rows = [(each.id, _words(each.text), listed(each.notes)) for each in document.paragraphs]
    table = listing(("", "notes", "paragraph"), [(place, notes, words) for place, words, notes in rows])
    return pages(
        Words(document.data.title or document.source.name, style="bold"),
        indented(_heading_data(document)),
        heading("Paragraphs"),
        indented(table) if rows else indented(Words("There are none.")),
        *_findings(document),
    )


def _heading_data(document: Document) -> RenderableType:
    data = document.data
    votes = document.votes
    return facts(
        [
            ("symbol", data.symbol or "none printed"),
            ("status", data.status),
            ("organ", data.organ or ""),
            ("session", str(data.session or "")),
            ("agenda item", data.agenda_item or ""),
            ("adopted", long_date(data.adopted) if data.adopted else ""),
            ("distributed", long_date(data.distributed) if data.distributed else ""),
            ("plenary", data.plenary or ""),
            ("report", data.committee_report or ""),
            ("based on", data.based_on or ""),
            (
                "vote",
                f"{votes.in_favour} for, {votes.against} against, {votes.abstaining} abstaining" if votes else "",
            ),
            ("counts", _counts(document)),
            ("source", f"{document.source.name} ({document.source.format}, {document.source.sha256[:16]}…)"),
        ]
    )


def _counts(document: Document) -> str:
    kinds = [paragraph.kind for paragraph in document.paragraphs]
    return listed(
        [
            counted(kinds.count("preambular"), "preambular", "preambular"),
            counted(kinds.count("operative"), "operative", "operative"),
            counted(kinds.count("item"), "item"),
            counted(len(document.notes), "note"),
            counted(len(document.annexes), "annex", "annexes"),
        ]
    )


def _words(text: str) -> str:
    return opening(text, _OPENING)


def _findings(document: Document) -> list[RenderableType]:
    if not document.findings:
        return []
    rows = [(each.place, f"{each.message} {each.advice}".strip()) for each in document.findings]
    return [heading("Findings"), indented(facts(rows))]
