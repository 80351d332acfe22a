"""Pages to files: each page laid out in each language, with what every page has.

Knows the templates and the menu. What stands on a page is given by the modules of ``pages``.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from stocktake import __version__
from stocktake.publish.site.addresses import Addresses, anchor, link
from stocktake.publish.site.languages import Language, languages
from stocktake.publish.site.model import File, Page, Published
from stocktake.publish.site.pages import PAGES, menu_of

if TYPE_CHECKING:
    from jinja2 import Environment

STYLE = "style.css"


def site_files(published: Published, chosen: Sequence[Language] = ()) -> Iterator[File]:
    """Every file of the site; the same input gives the same files.

    Args:
        published: What is published.
        chosen: The languages of the interface; all six where none is chosen.
    """
    yield File(STYLE, _template_bytes("site.css"))
    for each in chosen or languages():
        yield from _pages(published, each)


def _pages(published: Published, language: Language) -> Iterator[File]:
    for make in PAGES:
        for page in make(published, language):
            yield File(f"{language.folder}{page.path}", render_page(page, published, language))


def render_page(page: Page, published: Published, language: Language) -> bytes:
    """One page as HTML in UTF-8."""
    addresses = Addresses(published.review)
    up = "../" * (page.path.count("/") + language.folder.count("/"))

    def to(path: str | None) -> str | None:
        return link(path, page.path) if path else None

    html = (
        _environment(language)
        .get_template(f"site/{page.template}")
        .render(
            page=page,
            review=published.review,
            language=language,
            languages=languages(),
            menu=menu_of(published, language),
            at=addresses,
            to=to,
            anchor_of=anchor,
            other=lambda other: f"{up}{other.folder}{page.path}",
            style=f"{up}{STYLE}",
            version=__version__,
            **page.context,
        )
    )
    return html.encode()


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
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        language.words, language.counted, newstyle=True
    )
    filters: dict[str, Callable[..., object]] = {
        "date": language.date,
        "number": language.number,
        "place_name": language.place,
        "words": language.words,
    }
    environment.filters.update(filters)
    return environment


def _template_bytes(name: str) -> bytes:
    return files("stocktake.publish").joinpath("templates", "site", name).read_bytes()
