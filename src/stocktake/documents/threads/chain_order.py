"""The texts of a chain in order: their names, their dates, and what is not held between them.

Knows that a draft without a symbol of the chain stands for the chain's text of its session. Does not know how a
chain was found, and compares nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from stocktake.documents.model import Document
from stocktake.documents.threads.model import ChainText, HeldText
from stocktake.errors import RequestError
from stocktake.values.symbol import NotASymbolError, Symbol

_FIRST_YEAR = 1945


class Placed(NamedTuple):
    """A document in its place in the chain."""

    held: HeldText
    document: Document


def short_name(name: str) -> str:
    """A text's name as ids use it: the Assembly's resolutions without their organ, ``80/118``."""
    return name.removeprefix("A/RES/")


def in_order(documents: Sequence[Document], chain: Sequence[ChainText]) -> tuple[Placed, ...]:
    """The documents, oldest first, each with its name, its date and what is not held before it.

    Raises:
        RequestError: Two documents are of one name, one cannot be placed, or they are in different languages.
    """
    _refuse_languages(documents)
    own = {document.data.symbol for document in documents}
    named = [Placed(_held(document, chain, own), document) for document in documents]
    _refuse_twins(named)
    symbols = [text.symbol for text in chain]
    if all(placed.held.name in symbols for placed in named):
        ordered = sorted(named, key=lambda placed: symbols.index(placed.held.name))
    else:
        ordered = sorted(named, key=_time) if len(named) > 1 else named
    return tuple(_with_gaps(ordered, symbols))


def not_held(ordered: Iterable[Placed], chain: Sequence[ChainText]) -> tuple[str, ...]:
    """The symbols of the chain of which no text is held, oldest first."""
    names = {placed.held.name for placed in ordered}
    return tuple(text.symbol for text in chain if text.symbol not in names)


def _held(document: Document, chain: Sequence[ChainText], own: set[str | None]) -> HeldText:
    data = document.data
    name = document.name
    if data.status == "draft" and name not in {text.symbol for text in chain}:
        name = _stands_for(data.session, chain, own) or name
    dates = {text.symbol: text.adopted for text in chain}
    return HeldText(name, data.status, data.adopted or dates.get(name), document.source.name)


def _stands_for(session: int | None, chain: Sequence[ChainText], own: set[str | None]) -> str | None:
    """The one text of the chain that this session adopted, not held itself; None where there is none."""
    of_session = [text.symbol for text in chain if session is not None and _session(text.symbol) == session]
    return of_session[0] if len(of_session) == 1 and of_session[0] not in own else None


def _session(symbol: str) -> int | None:
    try:
        return Symbol.parse(symbol).session
    except NotASymbolError:
        return None


def _time(placed: Placed) -> tuple[str, str]:
    """The date of adoption; for a draft the end of the year in which its session opened."""
    data = placed.document.data
    if placed.held.adopted is None and data.session is None:
        raise RequestError(
            expected="texts with a date of adoption or a session, so that they can be put in order",
            came="this one prints neither",
            where=placed.held.name,
            advice="Add it with --symbol SYMBOL, the text of the chain that it stands for.",
        )
    return placed.held.adopted or f"{(data.session or 0) + _FIRST_YEAR}-12-31", placed.held.name


def _with_gaps(ordered: Sequence[Placed], symbols: Sequence[str]) -> Iterable[Placed]:
    start = 0
    for placed in ordered:
        if placed.held.name not in symbols:
            yield placed
            continue
        place = symbols.index(placed.held.name)
        yield placed._replace(held=replace(placed.held, not_held_before=tuple(symbols[start:place])))
        start = place + 1


def _refuse_twins(named: Sequence[Placed]) -> None:
    names = [placed.held.name for placed in named]
    for placed in named:
        if names.count(placed.held.name) > 1:
            files = ", ".join(each.held.file for each in named if each.held.name == placed.held.name)
            raise RequestError(
                expected="each text of the chain once",
                came=f"{placed.held.name} came {names.count(placed.held.name)} times ({files})",
                advice="Leave out all but one.",
            )


def _refuse_languages(documents: Sequence[Document]) -> None:
    languages = {document.data.language for document in documents} - {None}
    if len(languages) > 1:
        raise RequestError(
            expected="texts in one language",
            came=f"they are in {', '.join(sorted(map(str, languages)))}",
            advice="Follow the provisions in one language at a time.",
        )
