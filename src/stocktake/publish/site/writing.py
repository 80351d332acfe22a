"""Pages to files: each page laid out in each language, with what every page has.

Knows the templates, the menu and the files that are not pages. What stands on a page is given by the modules of
``pages``.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from stocktake import __version__
from stocktake.frameworks.breakdowns import breakdown_parts
from stocktake.publish.opendata import Beside, Material, list_datasets, open_data_files
from stocktake.publish.own_words import first_words
from stocktake.publish.site.addresses import Addresses, addresses_of, link, pair_anchor
from stocktake.publish.site.areas import area_in
from stocktake.publish.site.languages import NAMES, OWN, Language, languages
from stocktake.publish.site.languages import language as language_of
from stocktake.publish.site.model import File, Page, Published
from stocktake.publish.site.pages import Entry, menu_of, pages_of
from stocktake.publish.site.pages.amounts import amount_in
from stocktake.publish.site.pages.downloads import downloads_of
from stocktake.publish.site.search import SCRIPT, names_index, texts_index
from stocktake.review.model import Passage
from stocktake.review.words import opening
from stocktake.workspace.packing import key_of

if TYPE_CHECKING:
    from jinja2 import Environment

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
    def frame(self) -> dict[str, Any]:
        """What every page is given of the review, besides itself: plain values and the addresses."""
        review = self.published.review
        return {
            "language": self.language,
            "languages": self.chosen,
            "menu": self.menu,
            "sections": {each.section: each.path for each in self.menu},
            "drafts": self.drafts,
            "example": review.example,
            "as_of": review.as_of,
        }

    @property
    def drafts(self) -> frozenset[str]:
        """The keys of the drafts among the texts."""
        texts = self.published.review.texts
        return frozenset(text.key for text in texts if text.document.data.status == "draft")


def site_files(
    published: Published, chosen: Sequence[Language] = (), beside: Beside | None = None
) -> "Iterator[File | PageFile]":
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
    addresses = addresses_of(published)
    every = _languages(chosen)
    yield File(STYLE, _template_bytes("shared.css") + _template_bytes("site", STYLE))
    yield File(SCRIPT, _template_bytes("site", SCRIPT))
    yield texts_index(published, addresses)
    for each in every:
        yield names_index(published, addresses, each)
        yield from language_files(Site(published, addresses, every, each, menu_of(published, each)))


def site_key(published: Published, chosen: Sequence[Language] = (), beside: Beside | None = None) -> str:
    """What the files follow from, besides the program; arguments as for ``site_files``."""
    data = beside or Beside()
    return _known_by(
        published.review,
        tuple(published.comparisons.items()),
        published.countries,
        published.histories,
        data.contributions,
        data.numbers.fingerprint if data.numbers else None,
        _languages(chosen),
    )


def _known_by(*values: object) -> str:
    """The key of values; empty where half a sign stands in them, which no bytes stand for."""
    try:
        return key_of(*values)
    except UnicodeEncodeError:
        return ""


def _languages(chosen: Sequence[Language]) -> tuple[Language, ...]:
    """The languages of the site, in order: those chosen, or all that are translated, and English."""
    asked = {each.code for each in chosen or translated()} | {OWN}
    return tuple(each for each in languages() if each.code in asked)


def translated() -> tuple[Language, ...]:
    """The languages in which our words are there: our own, and those with a catalogue."""
    folder = files("stocktake.publish").joinpath("locales")
    return tuple(each for each in languages() if each.code == OWN or folder.joinpath(f"{each.code}.po").is_file())


def language_files(site: Site) -> "Iterator[PageFile]":
    """Every page of one language."""
    drafts = sorted(site.drafts)
    frame = _known_by({**site.frame, "drafts": drafts}, site.addresses.tables)
    for page in pages_of(site.published, site.language):
        yield PageFile(page, site, _known_by(frame, page) if frame and page.alone else "")


@dataclass(frozen=True, slots=True)
class PageFile:
    """A page as a file of the site, laid out when its bytes are asked for.

    Attributes:
        page: Which page.
        site: What every page of its language has.
        key: What its bytes follow from, besides the program; empty where that is more than is worth telling.
    """

    page: Page
    site: Site
    key: str

    @property
    def path(self) -> str:
        """Where it stands below the folder of the site."""
        return f"{self.site.language.folder}{self.page.path}"

    @property
    def data(self) -> bytes:
        """Its bytes."""
        return render_page(self.page, self.site)


def render_page(page: Page, site: Site) -> bytes:
    """One page as HTML in UTF-8."""
    up = "../" * (page.path.count("/") + site.language.folder.count("/"))

    def to(path: str | None) -> str | None:
        return link(path, page.path) if path else None

    whole = {} if page.alone else {"published": site.published, "review": site.published.review}
    given: dict[str, Any] = {
        **site.frame,
        **whole,
        "page": page,
        "at": site.addresses,
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

    from stocktake.publish.compiled import compiled_templates

    environment = Environment(
        loader=PackageLoader("stocktake.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled_templates(),
    )
    tools = {"amount": amount_in(language), "area": cache(partial(area_in, language=language))}
    environment.globals.update(tools | _words_of(language) | _marks_of(language))
    filters: dict[str, Callable[..., object]] = {
        "date": cache(language.date),
        "number": language.number,
        "place_name": cache(language.place),
        "words": cache(language.words),
        "checked_link": checked_link,
        "opening": opening,
        "breakdown_parts": breakdown_parts,
        "first_words": first_words,
    }
    environment.filters.update(filters)
    return environment


def _words_of(language: Language) -> dict[str, Callable[..., object]]:
    """What templates call for our words, by the names that translators' tools look for; what is put in is escaped."""
    from markupsafe import Markup

    def ours(words: str) -> Markup:
        return Markup(words)  # noqa: S704 - the catalogues are part of the program

    @cache
    def plain(message: str) -> Markup:
        return ours(language.words(message)) % {}

    def words(message: str, **given: object) -> Markup:
        return ours(language.words(message)) % given if given else plain(message)

    @cache
    def number_words(one: str, many: str, number: int) -> Markup:
        return ours(language.counted(one, many, number))

    def counted(one: str, many: str, number: int, **given: object) -> Markup:
        return number_words(one, many, number) % {"num": number, **given}

    return {"_": words, "ngettext": counted}


def _marks_of(language: Language) -> dict[str, Callable[..., object]]:
    """What marks words that are not ours: ``tongue`` as attributes, ``said`` around the sentences of the review.

    Every page calls them a hundred times, so they are no macros.
    """
    from markupsafe import Markup, escape

    @cache
    def tongue(code: str | None) -> Markup:
        """Language and direction of words; nothing where they are those of the page."""
        if code == language.code:
            return Markup()
        return Markup(' lang="{}" dir="{}"').format(code or "und", direction_of(code))

    opened, closed = Markup("<span{}>").format(tongue(OWN)), Markup("</span>")

    def said(words: object) -> Markup:
        """A sentence of the review, which is English."""
        return opened + escape(words) + closed

    return {"tongue": tongue, "said": said}


def _template_bytes(*path: str) -> bytes:
    return files("stocktake.publish").joinpath("templates", *path).read_bytes()
