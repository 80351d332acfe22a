"""Whether the dimensions of a table say what is measured, where the table does not name its data set.

Knows the components of the frameworks. Knows no publisher: what to do instead is told by the reader.
"""

from collections.abc import Iterable

from stocktake.errors import UnsupportedError
from stocktake.frameworks.sdmx_words import part_of


def check_measured(components: Iterable[str], file: str, example: str, advice: str) -> None:
    """Nothing, where a dimension says what is measured.

    Args:
        components: The names of the dimensions.
        file: The file's name, for the message.
        example: How the publisher calls such a dimension.
        advice: Where the publisher names the data set.

    Raises:
        UnsupportedError: None does.
    """
    names = tuple(components)
    if any(part_of(name) in ("indicator", "code") for name in names):
        return
    raise UnsupportedError(
        expected=f"a dimension that says what is measured, such as {example}",
        came=f"the dimensions are {', '.join(names)}, and the table does not name its data set",
        where=file,
        advice=advice,
    )
