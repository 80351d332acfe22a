"""Chains: which texts renew one another, which of them are held, which only as a draft, which not at all.

Knows that the frameworks' lineages come first and that texts outside of them which share a title make a chain of
their own, of which nobody can say what is missing. A draft never takes the place of an adopted text.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from stocktake.frameworks.lineages import Lineage, LineageText
from stocktake.review.example import is_example_lineage
from stocktake.review.model import Chain, Held, Member, Text

_NO_LETTER = re.compile(r"[\W\d_]+")
_FEWEST = 2


def build_chains(texts: Sequence[Text], lineages: Iterable[Lineage], as_of: date) -> tuple[Chain, ...]:
    """The chains of which a text is held, the one with most adopted texts held first."""
    adopted = {
        text.document.data.symbol or "": text
        for text in texts
        if text.used and text.document.data.status == "adopted"
    }
    drafts = [text for text in texts if text.used and text.document.data.status == "draft"]
    listed = [_from_lineage(lineage, adopted, drafts, as_of) for lineage in lineages]
    known = {member.symbol for chain in listed for member in chain.members}
    loose = [text for symbol, text in adopted.items() if symbol and symbol not in known]
    chains = [chain for chain in [*listed, *_by_title(loose, drafts)] if _has_text(chain)]
    return tuple(sorted(chains, key=_rank))


def _rank(chain: Chain) -> tuple[int, str]:
    return -sum(member.held == "adopted" for member in chain.members), chain.name


def _has_text(chain: Chain) -> bool:
    return any(member.held != "not held" or member.drafts for member in chain.members)


def _from_lineage(lineage: Lineage, adopted: dict[str, Text], drafts: list[Text], as_of: date) -> Chain:
    held = [adopted[symbol].document.data.title for symbol in lineage.symbols if symbol in adopted]
    titles = {_letters(title) for title in [*held, *(text.title for text in lineage.texts)] if title}
    members = [
        _member(_empty(text), adopted, drafts, titles)
        for text in lineage.texts
        if text.adopted is None or text.adopted <= as_of
    ]
    return Chain(lineage.title or lineage.name, "frameworks", is_example_lineage(lineage), tuple(members))


def _empty(text: LineageText) -> Member:
    adopted = text.adopted.isoformat() if text.adopted else None
    return Member(text.symbol, text.session, adopted, text.confidence, "not held", None)


def _by_title(loose: Sequence[Text], drafts: list[Text]) -> list[Chain]:
    groups: dict[str, list[Text]] = {}
    for text in loose:
        groups.setdefault(_letters(text.document.data.title), []).append(text)
    return [
        _from_group(title, group, drafts) for title, group in groups.items() if title and len(group) >= _FEWEST
    ]


def _from_group(title: str, group: list[Text], drafts: list[Text]) -> Chain:
    ordered = sorted(group, key=lambda text: (text.document.data.adopted or "", text.document.data.session or 0))
    adopted = {text.document.data.symbol or "": text for text in ordered}
    members = [
        _member(Member(symbol, data.session, data.adopted, None, "not held", None), adopted, drafts, {title})
        for symbol, data in ((symbol, text.document.data) for symbol, text in adopted.items())
    ]
    return Chain(ordered[-1].document.data.title or title, "same title", ordered[-1].example, tuple(members))


def _member(empty: Member, adopted: dict[str, Text], drafts: list[Text], titles: set[str]) -> Member:
    """The place of one text in a chain, filled with what is held of it."""
    text = adopted.get(empty.symbol)
    of_session = tuple(draft.key for draft in drafts if _is_draft_of(draft, empty, titles))
    if text is None:
        held: Held = "draft" if of_session else "not held"
        return Member(empty.symbol, empty.session, empty.adopted, empty.confidence, held, None, of_session)
    printed = text.document.data.adopted or empty.adopted
    return Member(empty.symbol, empty.session, printed, None, "adopted", text.key, of_session)


def _is_draft_of(draft: Text, member: Member, titles: set[str]) -> bool:
    data = draft.document.data
    if data.symbol == member.symbol:
        return True
    return data.session is not None and data.session == member.session and _letters(data.title) in titles


def _letters(title: str | None) -> str:
    return _NO_LETTER.sub("", title or "").casefold()
