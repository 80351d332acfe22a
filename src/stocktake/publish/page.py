"""Templates of HTML pages, with the filters that word dates, counts and places.

Knows where the templates lie and how they are read: everything that is filled in is escaped, and a name that is not
there is an error.
"""

from functools import cache
from typing import TYPE_CHECKING

from stocktake.review.words import counted, date_range, long_date, opening, place_name

if TYPE_CHECKING:
    from jinja2 import Environment, Template


def page_template(name: str) -> "Template":
    """The template of this name; read once."""
    return _environment().get_template(name)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    from stocktake.publish.compiled import compiled_templates

    environment = Environment(
        loader=PackageLoader("stocktake.publish"),
        bytecode_cache=compiled_templates(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        long_date=long_date, place_name=place_name, opening=opening, counted=counted, range=date_range
    )
    return environment
