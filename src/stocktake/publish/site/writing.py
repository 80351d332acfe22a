"""Pages to files: each page laid out in each language, with what every page has.

Knows the templates, the menu and the files that are not pages. What stands on a page is given by the modules of
``pages``.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from stocktake import __version__
from stocktake.publish.opendata import Beside, Material, list_datasets, open_data_files
from stocktake.publish.site.addresses import Addresses, link, pair_anchor
from stocktake.publish.site.languages import NAMES, OWN, Language, languages
from stocktake.publish.site.languages import language as language_of
from stocktake.publish.site.model import File, Page, Published
from stocktake.publish.site.pages import Entry, menu_of, pages_of
from stocktake.publish.site.pages.downloads import downloads_of
from stocktake.publish.site.search import SCRIPT, names_index, texts_index
from stocktake.review.model import Passage
from stocktake.review.words import opening

if TYPE_CHECKING:
    from jinja2 import BytecodeCache, Environment

STYLE = "site.css"


@dataclass(frozen=True, slots=True)
class Site:
    """What every page of one language has.

    Attributes:
        published: What is published.
        addresses: Where everything stands.
        chosen: The languages of the site.
        language: That of these pages.
        menu: Its menu.
    """

    published: Published
    addresses: Addresses
    chosen: tuple[Language, ...]
    language: Language
    menu: tuple[Entry, ...]

    @property
    def drafts(self) -> frozenset[str]:
        """The keys of the drafts among the texts."""
        texts = self.published.review.texts
        return frozenset(text.key for text in texts if text.document.data.status == "draft")


def site_files(
    published: Published, chosen: Sequence[Language] = (), beside: Beside | None = None
) -> Iterator[File]:
    """Every file of the site, the open data first; the same input gives the same files.

    Args:
        published: What is published; what can be downloaded is filled in here.
        chosen: The languages of the interface; all that have a catalogue where none is chosen. English is always
            there: its pages stand at the root.
        beside: What is published as data besides.
    """
    data = list(open_data_files(published, beside))
    yield from data
    listed = list_datasets(Material(published, beside or Beside()), data)
    published = replace(published, downloads=downloads_of(listed, published.review))
    addresses = Addresses(published)
    asked = {each.code for each in chosen or translated()} | {OWN}
    every = tuple(each for each in languages() if each.code in asked)
    yield File(STYLE, _template_bytes(STYLE))
    yield File(SCRIPT, _template_bytes(SCRIPT))
    yield texts_index(published, addresses)
    for each in every:
        yield names_index(published, addresses, each)
        yield from language_files(Site(published, addresses, every, each, menu_of(published, each)))


def translated() -> tuple[Language, ...]:
    """The languages in which our words are there: our own, and those with a catalogue."""
    folder = files("stocktake.publish").joinpath("locales")
    return tuple(each for each in languages() if each.code == OWN or folder.joinpath(f"{each.code}.po").is_file())


def language_files(site: Site) -> Iterator[File]:
    """Every page of one language."""
    for page in pages_of(site.published, site.language):
        yield File(f"{site.language.folder}{page.path}", render_page(page, site))


def render_page(page: Page, site: Site) -> bytes:
    """One page as HTML in UTF-8."""
    up = "../" * (page.path.count("/") + site.language.folder.count("/"))

    def to(path: str | None) -> str | None:
        return link(path, page.path) if path else None

    given: dict[str, Any] = {
        "page": page,
        "published": site.published,
        "review": site.published.review,
        "language": site.language,
        "languages": site.chosen,
        "menu": site.menu,
        "sections": {each.section: each.path for each in site.menu},
        "at": site.addresses,
        "drafts": site.drafts,
        "to": to,
        "passage_of": Passage,
        "pair_anchor": pair_anchor,
        "other": lambda other: f"{up}{other.folder}{page.path}",
        "root": up,
        "style": f"{up}{STYLE}",
        "version": __version__,
        **page.context,
    }
    return (
        _environment(site.language).get_template(f"site/{page.template}").render(given).encode("utf-8", "replace")
    )


def checked_link(address: str) -> str | None:
    """An address that others gave, as it may stand in a link; None where it leads anywhere but to the web."""
    return address if address.startswith(("https://", "http://")) else None


def direction_of(code: str | None) -> str:
    """The direction of words in a language; ``auto`` where it is none of the six, or not known."""
    return language_of(code).direction if code and code in NAMES else "auto"


@cache
def _environment(language: Language) -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("stocktake.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        auto_reload=False,
        bytecode_cache=_compiled(),
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        cache(language.words), language.counted, newstyle=True
    )
    filters: dict[str, Callable[..., object]] = {
        "date": cache(language.date),
        "number": cache(language.number),
        "place_name": cache(language.place),
        "words": cache(language.words),
        "checked_link": checked_link,
        "direction": direction_of,
        "opening": opening,
    }
    environment.filters.update(filters)
    return environment


@cache
def _compiled() -> "BytecodeCache":
    """The templates as compiled once, for every language."""
    from jinja2 import BytecodeCache

    code: dict[str, Any] = {}

    class Compiled(BytecodeCache):
        def load_bytecode(self, bucket: Any) -> None:
            bucket.code = code.get(bucket.key)

        def dump_bytecode(self, bucket: Any) -> None:
            code[bucket.key] = bucket.code

    return Compiled()


def _template_bytes(name: str) -> bytes:
    return files("stocktake.publish").joinpath("templates", "site", name).read_bytes()
