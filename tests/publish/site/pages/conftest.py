"""The site of the whole bundled example: texts, statistics, evidence, needs and offers; in English and in Arabic."""

from collections.abc import Callable

import pytest
from lxml import html

from stocktake.example import AS_OF
from stocktake.publish.opendata import Beside
from stocktake.publish.site.languages import language
from stocktake.publish.site.model import Published
from stocktake.publish.site.writing import site_files
from stocktake.workspace import Workspace
from stocktake.workspace.example import add_example
from stocktake.workspace.publishing import besides_of
from stocktake.workspace.reviewing import review_workspace


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The workspace of the example."""
    made = Workspace.create(tmp_path_factory.mktemp("example") / "ws")
    assert add_example(made) == ()
    return made


@pytest.fixture(scope="session")
def whole(workspace: Workspace) -> Published:
    """What its site is made from."""
    review = review_workspace(workspace, AS_OF)
    besides = besides_of(workspace, review)
    return Published(review, besides.comparisons, besides.countries, besides.histories)


@pytest.fixture(scope="session")
def files(whole: Published, workspace: Workspace) -> dict[str, bytes]:
    """The files of the site by path."""
    besides = besides_of(workspace, whole.review)
    beside = Beside(besides.contributions, besides.holdings)
    return {each.path: each.data for each in site_files(whole, [language("en"), language("ar")], beside)}


@pytest.fixture(scope="session")
def page(files: dict[str, bytes]) -> Callable[[str], html.HtmlElement]:
    """A function that gives a page as a tree."""
    return lambda path: html.fromstring(files[path])
