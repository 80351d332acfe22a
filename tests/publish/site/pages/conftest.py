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
from stocktake.workspace.reviewing import Reviewed, review_with_numbers


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The workspace of the example."""
    made = Workspace.create(tmp_path_factory.mktemp("example") / "ws")
    assert add_example(made) == ()
    return made


@pytest.fixture(scope="session")
def reviewed(workspace: Workspace) -> Reviewed:
    """Its review."""
    return review_with_numbers(workspace, AS_OF)


@pytest.fixture(scope="session")
def whole(workspace: Workspace, reviewed: Reviewed) -> Published:
    """What its site is made from."""
    besides = besides_of(workspace, reviewed)
    return Published(reviewed.review, besides.comparisons, besides.countries, besides.histories)


@pytest.fixture(scope="session")
def beside(workspace: Workspace, reviewed: Reviewed) -> Beside:
    """What is published as data besides."""
    besides = besides_of(workspace, reviewed)
    return Beside(besides.contributions, besides.numbers)


@pytest.fixture(scope="session")
def files(whole: Published, beside: Beside) -> dict[str, bytes]:
    """The files of the site by path."""
    return {each.path: each.data for each in site_files(whole, [language("en"), language("ar")], beside)}


@pytest.fixture(scope="session")
def page(files: dict[str, bytes]) -> Callable[[str], html.HtmlElement]:
    """A function that gives a page as a tree."""
    return lambda path: html.fromstring(files[path])
