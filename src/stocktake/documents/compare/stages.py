"""Which of the texts held are the stages of the way to one text: the text before, the drafts, the text itself.

Knows the lineages of the frameworks, and that drafts of one session which share a title, or say that they are
based on one another, are drafts of one text. Compares nothing.
"""

import re
from collections.abc import Iterable, Sequence

from stocktake.documents.compare.remarks import date_of
from stocktake.documents.model import Document
from stocktake.frameworks.lineages import Lineage, lineage_of, lineages

_NO_LETTER = re.compile(r"[\W\d_]+")
_NUMBER = re.compile(r"(\d+)")


def stages_of(outcome: Document, held: Sequence[Document]) -> tuple[Document, ...]:
    """The stages that are held, oldest first, ``outcome`` last; only ``outcome`` where nothing before it is held.

    The text before is the newest adopted text of the same chain that is older: by the lineages of the frameworks,
    else by organ and title. The drafts are those of the same session and title, and those that one of them, or the
    outcome, names as the text it is based on; by date of distribution, then symbol. Of several files of one symbol
    one is taken; a text in another language is none. The order of ``held`` makes no difference.
    """
    texts = _without_twins([each for each in held if _may_be_a_stage(each, outcome)])
    before = _text_before(outcome, [each for each in texts if each.data.status == "adopted"])
    drafts = _drafts(outcome, [each for each in texts if each.data.status == "draft"])
    return (*before, *drafts, outcome)


def not_held_before(stages: Sequence[Document]) -> tuple[str, ...]:
    """Symbols of the chain's texts that should stand before the last stage and are not held, oldest first.

    Those after the text before, or the last one where no text before is held. Their words are shown as the words
    of the first stage that has them, which is a newer one.
    """
    outcome, chain = stages[-1], _chain_of(stages[-1])
    if chain is None:
        return ()
    session = outcome.data.session or 0
    known = outcome.data.symbol in chain.symbols
    earlier = [
        text.symbol
        for at, text in enumerate(chain.texts)
        if (at < chain.symbols.index(outcome.data.symbol or "") if known else text.session < session)
    ]
    first = stages[0].data.symbol
    return tuple(earlier[earlier.index(first) + 1 :] if first in earlier else earlier[-1:])


def _may_be_a_stage(document: Document, outcome: Document) -> bool:
    languages = {each.data.language for each in (document, outcome)} - {None}
    return bool(document.paragraphs) and len(languages) <= 1 and not _same_text(document, outcome)


def _same_text(document: Document, outcome: Document) -> bool:
    """Whether it is the outcome itself: the same file, or another file of the same symbol and status."""
    one, other = document.data, outcome.data
    same_symbol = one.symbol is not None and (one.symbol, one.status) == (other.symbol, other.status)
    return same_symbol or document.source.sha256 == outcome.source.sha256


def _without_twins(texts: Sequence[Document]) -> list[Document]:
    """One document of each symbol and status: the one read best, of equals the official PDF."""
    chosen: dict[tuple[str, str], Document] = {}
    for each in sorted(texts, key=_how_well_read):
        chosen.setdefault((each.data.symbol or each.source.sha256, each.data.status), each)
    return list(chosen.values())


def _how_well_read(document: Document) -> tuple[int, bool, str]:
    unexplained = sum(span.end - span.start for span in document.coverage.unexplained)
    return unexplained, document.source.format != "pdf", document.source.sha256


def _text_before(outcome: Document, adopted: Iterable[Document]) -> list[Document]:
    chain = _chain_of(outcome)
    symbols = chain.symbols if chain else ()
    titles = _titles(outcome, chain)
    older = [
        each
        for each in adopted
        if _place(each) < _place(outcome)
        and (
            each.data.symbol in symbols
            or (each.data.organ == outcome.data.organ and _letters(each.data.title) in titles)
        )
    ]
    return [max(older, key=lambda each: (_place(each), each.data.symbol or ""))] if older else []


def _chain_of(outcome: Document) -> Lineage | None:
    """The lineage of the outcome; for a draft, which stands in none, the one that carries its title."""
    symbol, title = outcome.data.symbol, _letters(outcome.data.title)
    by_symbol = lineage_of(symbol) if symbol else None
    by_title = (each for each in lineages() if title and any(_letters(text.title) == title for text in each.texts))
    return by_symbol or next(by_title, None)


def _place(document: Document) -> tuple[int, str]:
    """When the text comes in its chain: by session, inside a session by date; a draft before the adopted text."""
    data = document.data
    return data.session or 0, date_of(data) or ""


def _drafts(outcome: Document, drafts: Sequence[Document]) -> list[Document]:
    titles = _titles(outcome, None)
    found = [each for each in drafts if _is_draft_of(each, outcome, titles)]
    based_on: dict[str | None, Document] = {each.data.symbol: each for each in drafts if each.data.symbol}
    for each in [outcome, *found]:
        named = based_on.get(each.data.based_on)
        while named is not None and named not in found:
            found.append(named)
            named = based_on.get(named.data.based_on)
    return _in_order([each for each in found if _comes_before(each, outcome)])


def _is_draft_of(draft: Document, outcome: Document, titles: frozenset[str]) -> bool:
    one, other = draft.data, outcome.data
    if one.symbol is not None and one.symbol == other.symbol:
        return True
    same_session = one.session is not None and one.session == other.session
    return same_session and one.organ == other.organ and _letters(one.title) in titles


def _comes_before(draft: Document, outcome: Document) -> bool:
    """Drafts come before an adopted text whatever the dates say: a text is printed anew after it is adopted."""
    if outcome.data.status == "adopted":
        return True
    return _order(draft, dated=_dated([draft, outcome])) < _order(outcome, dated=_dated([draft, outcome]))


def _in_order(drafts: Sequence[Document]) -> list[Document]:
    return sorted(drafts, key=lambda each: _order(each, dated=_dated(drafts)))


def _dated(drafts: Iterable[Document]) -> bool:
    """Whether all print a date: where one does not, their symbols, which count up, tell the order."""
    return all(each.data.distributed for each in drafts)


def _order(draft: Document, *, dated: bool) -> tuple[str, list[tuple[int, str]], str]:
    parts = _NUMBER.split(draft.name)
    counted = [(int(part), "") if part.isdigit() else (-1, part) for part in parts]
    return (draft.data.distributed or "") if dated else "", counted, draft.source.sha256


def _titles(outcome: Document, chain: Lineage | None) -> frozenset[str]:
    listed = [text.title for text in chain.texts] if chain else []
    return frozenset(_letters(title) for title in [outcome.data.title, *listed] if title)


def _letters(title: str | None) -> str:
    return _NO_LETTER.sub("", title or "").casefold()
