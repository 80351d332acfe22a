"""From what a user names to what is asked of whom: symbols, codes of series, codes of indicators.

Knows which services there are and how a mirror takes the place of one. Asks nobody.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote, urlsplit

from stocktake.errors import NotFoundError, RequestError, nearest
from stocktake.frameworks.indicators import indicator_of, nearest_indicators, series_of
from stocktake.frameworks.services import Service, document_services, series_for, service_of, services
from stocktake.values.symbol import NotASymbolError, Symbol, parse_short

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One file that is wanted.

    Attributes:
        what: The symbol, or the code of the series.
        kind: ``document`` or ``series``.
        services: Who is asked, one after the other until one has it.
        language: Of a text.
    """

    what: str
    kind: str
    services: tuple[Service, ...]
    language: str = "en"

    @property
    def name(self) -> str:
        """The name of the file that it becomes."""
        bare = re.sub(r"[^\w.()\[\]-]+", "-", self.what)
        return f"{bare}.{self.language}.pdf" if self.kind == "document" else f"{self.services[0].name}.{bare}.json"

    def url(self, service: Service, page: int = 1) -> str:
        """What is asked of one of its services."""
        return service.address.rstrip("/") + service.path.format(
            symbol=quote(self.what, safe="/()"),
            code=quote(self.what, safe=""),
            language=self.language,
            page=page,
            size=service.size,
        )


def plan(
    named: Sequence[str], language: str = "en", mirrors: Mapping[str, str] | None = None
) -> tuple[Wanted, ...]:
    """What is wanted, once each, in order; an indicator stands for all its series that a service has.

    Args:
        named: Symbols in full or short, codes of series, codes or names of indicators.
        language: Of texts, in two letters.
        mirrors: Addresses in the place of those of services, by the service's name.

    Raises:
        RequestError: The language is none of the six, or a mirror is for no service or no address.
        NotFoundError: A name is no symbol, no series and no indicator that a service has.
    """
    if language not in LANGUAGES:
        raise RequestError(
            expected="an official language of the United Nations", came=f"{language!r} is none", choices=LANGUAGES
        )
    changed = _mirrored(mirrors or {})
    wanted = [each for name in named for each in _wanted(name.strip(), language, changed)]
    return tuple(dict.fromkeys(wanted))


def parse_mirrors(texts: Sequence[str]) -> dict[str, str]:
    """Addresses by the names of services, from texts such as ``world-bank=http://mirror.example``.

    Raises:
        RequestError: A text has no equals sign.
    """
    pairs = [text.partition("=") for text in texts]
    wrong = [name for name, sign, address in pairs if not sign or not address]
    if wrong:
        raise RequestError(
            expected="NAME=ADDRESS for a service", came=f"{wrong[0]!r} has no address", advice=_names_advice()
        )
    return {name.strip(): address.strip() for name, _, address in pairs}


def _mirrored(mirrors: Mapping[str, str]) -> dict[str, Service]:
    known = {each.name: each for each in services()}
    for name, address in mirrors.items():
        if name not in known:
            raise RequestError(
                expected="the name of a service",
                came=f"{name!r} is none",
                choices=nearest(name, list(known)),
                advice=_names_advice(),
            )
        if urlsplit(address).scheme not in ("http", "https") or not urlsplit(address).netloc:
            raise RequestError(
                expected="an address with http:// or https://",
                came=f"{address!r} is none",
                where=name,
                advice=f"Write it whole: {name}=https://mirror.example",
            )
    return {name: replace(each, address=mirrors.get(name, each.address)) for name, each in known.items()}


def _wanted(name: str, language: str, changed: Mapping[str, Service]) -> list[Wanted]:
    symbol = _symbol(name)
    if symbol is not None:
        asked = tuple(changed[each.name] for each in document_services())
        return [Wanted(str(symbol), "document", asked, language)]
    recorded = series_of(name)
    code = recorded.code if recorded else name
    codes = (code,) if service_of(code) is not None else _of_indicator(name)
    found = [(code, service_of(code)) for code in codes]
    return [Wanted(code, "series", (changed[each.name],)) for code, each in found if each is not None]


def _of_indicator(name: str) -> tuple[str, ...]:
    indicator = indicator_of(name)
    codes = series_for(indicator.code) if indicator else ()
    if not codes:
        came = f"no service that we know has {name!r}" if indicator else f"{name!r} is none"
        raise NotFoundError(
            expected="a symbol, the code of a series or an indicator",
            came=came,
            choices=nearest_indicators(name),
            advice="List indicators: stocktake frameworks indicators",
        )
    return codes


def _symbol(name: str) -> Symbol | None:
    try:
        return parse_short(name)
    except NotASymbolError:
        return None


def _names_advice() -> str:
    return f"Services: {', '.join(each.name for each in services())}."
