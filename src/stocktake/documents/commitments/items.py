"""Chapeaus and their items: which of the two carries the acts.

Knows how a chapeau ends and how items begin. "Calls upon States: (a) To ..." asks by its items; "requests a report
containing: (a) An overview" asks once, and its items are parts of the report. Does not know who is asked.
"""

import re
from collections.abc import Sequence
from typing import Literal

from stocktake.documents.model import Paragraph

Carrier = Literal["chapeau", "items", "both"]

_TO = re.compile(r"to\b[\s,]", re.IGNORECASE)
_GERUND = re.compile(r"(?:not\s|\w+ly\s)?[a-z-]+ing\b", re.IGNORECASE)
_BARE = re.compile(r"(?:\w+ly\s)?[a-z-]+\s(?!of\b)", re.IGNORECASE)
# A chapeau that is whole without its items: they are ways, parts or examples.
_WHOLE = re.compile(
    r"\b(?:by|through|including|include|containing|following|follows|that is|namely|such as|of|on)[\s,]*"
    r"(?:inter alia|among others|among other things|as appropriate|but not limited to)?[\s,]*:$"
)
_FOLLOWING = re.compile(r"\bfollowing(?:\s[\w-]+){0,4}\s?:$")
_ENDS_WITH_TO = re.compile(r"\bto(?:,\s[^,:]{1,60},?)?\s?[:,]?$|\b(?:should|shall|must)\s?[:,]?$|\bthat\s?:$")
# "(a) Shall be held in Sampleton", "(a) The meeting shall be held": the items are what is decided.
_SHALL = re.compile(r"[^,;:]*?\b(?:shall|should|will|must)\b", re.IGNORECASE)
_AND = re.compile(r"\band\b[^;:]{0,60}:$")
_NEED_OF = re.compile(r"\b(?:importance of|need for|necessity of|urgency of)\s?:$")


def items_of(paragraphs: Sequence[Paragraph], chapeau: int) -> tuple[Paragraph, ...]:
    """The direct items of the paragraph at ``chapeau``, in order."""
    prefix = paragraphs[chapeau].id + "("
    items: list[Paragraph] = []
    for each in paragraphs[chapeau + 1 :]:
        if not each.id.startswith(prefix):
            break
        if each.id.count("(") == prefix.count("("):
            items.append(each)
    return tuple(items)


def carrier(chapeau: str, items: Sequence[Paragraph], *, is_open: bool) -> Carrier:
    """Who carries the acts.

    Args:
        chapeau: The words of the clause of the chapeau that its items follow.
        items: Its items.
        is_open: The clause names someone and asks nothing of them yet.
    """
    if not items:
        return "chapeau"
    firsts = [each.text for each in items]
    if all(_TO.match(first) for first in firsts):
        return "both" if _AND.search(chapeau) and not is_open else "items"
    if is_open or _ENDS_WITH_TO.search(chapeau) or _NEED_OF.search(chapeau):
        return "items"
    if all(_SHALL.match(first) for first in firsts):
        return "items"
    if _WHOLE.search(chapeau) or _FOLLOWING.search(chapeau):
        return "chapeau"
    return "items" if all(_GERUND.match(first) for first in firsts) else "chapeau"
