"""Where the themes of follow-up stand in the site: one page for each framework, one place for each theme."""

from typing import NamedTuple

from stocktake.frameworks.themes import Framework
from stocktake.publish.site.addresses import slug
from stocktake.publish.site.model import message

ACTION_LINES = "action-lines.html"


class View(NamedTuple):
    """One framework's page: which, where it stands, its title."""

    framework: Framework
    path: str
    title: str


VIEWS: tuple[View, ...] = (
    View("WSIS", ACTION_LINES, message("Action lines of the World Summit on the Information Society")),
    View("SDG", "goals.html", message("Sustainable Development Goals")),
    View("GDC", "compact.html", message("Objectives of the Global Digital Compact")),
)


def label_of(framework: Framework, code: str) -> str:
    """What a person calls a theme: ``C2``, ``SDG 9``, ``GDC 1``, as ``ThemeLabel.label`` does."""
    return code if framework == "WSIS" else f"{framework} {code}"


def theme_path(label: str) -> str:
    """The place of a theme by its label: ``C2``, ``SDG 9``, ``GDC 1``."""
    framework = label.partition(" ")[0] if " " in label else "WSIS"
    path = next((view.path for view in VIEWS if view.framework == framework), ACTION_LINES)
    return f"{path}#{slug(label)}"
