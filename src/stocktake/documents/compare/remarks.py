"""What a person should know of two texts before reading their comparison: that they are hardly two of one kind.

Knows a comparison and what the two texts print about themselves. Judges the pair of texts, never a paragraph.
"""

from collections.abc import Iterator

from stocktake.documents.compare.model import Comparison
from stocktake.documents.model import Document, HeadingData
from stocktake.findings import Code, Finding

# The side that is better covered has to have more than one paragraph in six continued. Texts of other matters
# share one in eleven at most, some stock sentence (237 pairs of sixteen lineages); fifteen years on, one in three
# is left.
RELATED = 1 / 6

_PLACE = "document"


def comparison_findings(comparison: Comparison, old: Document, new: Document) -> tuple[Finding, ...]:
    """The remarks on comparing ``old`` with ``new``; none where they are two texts of one matter, in order."""
    return tuple(_findings(comparison, old, new))


def continued_share(comparison: Comparison) -> float:
    """Which part of its paragraphs continues, on the side where more does; 0 where a side has none."""
    shares = []
    for side in ("old", "new"):
        every = {each for pair in comparison.pairs for each in getattr(pair, side)}
        kept = {each for pair in comparison.pairs if pair.old and pair.new for each in getattr(pair, side)}
        shares.append(len(kept) / len(every) if every else 0)
    return max(shares)


def _findings(comparison: Comparison, old: Document, new: Document) -> Iterator[Finding]:
    empty = [each.name for each in (old, new) if not each.paragraphs]
    if empty:
        message = f"No paragraph was found in {' and '.join(empty)}: there is nothing to compare with."
        yield Finding(Code.NO_PARAGRAPHS, _PLACE, message, "Look whether it is a resolution.")
    elif old.data.language and new.data.language and old.data.language != new.data.language:
        message = f"{old.name} is in language {old.data.language}, {new.name} in {new.data.language}."
        yield Finding(Code.LANGUAGES_DIFFER, _PLACE, message, "Compare two texts in one language.")
    elif continued_share(comparison) <= RELATED:
        kept = sum(bool(pair.old and pair.new) for pair in comparison.pairs)
        message = f"The two texts hardly have anything in common: {_paragraphs(kept)} in both."
        yield Finding(Code.UNRELATED_TEXTS, _PLACE, message, "Look whether these are the two texts you mean.")
    elif _same(comparison):
        message = f"{_both(old, new)} have the same words, paragraph by paragraph, notes included."
        yield Finding(Code.SAME_TEXT, _PLACE, message)
    if _newer(old.data, new.data):
        message = f"{old.name} ({_when(old.data)}) is newer than {new.name} ({_when(new.data)})."
        yield Finding(Code.OUT_OF_ORDER, _PLACE, message, "Name the earlier text first.")


def _paragraphs(number: int) -> str:
    return "no paragraph is" if not number else f"{number} paragraph{' is' if number == 1 else 's are'}"


def _same(comparison: Comparison) -> bool:
    return all(
        pair.change == "identical" and not pair.moved and not pair.crosses and not pair.notes_changed
        for pair in comparison.pairs
    )


def _newer(old: HeadingData, new: HeadingData) -> bool:
    """Whether ``old`` is newer: by date where both print one of the same precision, else by session."""
    if (before := date_of(old)) and (after := date_of(new)) and len(before) == len(after):
        return before > after
    return bool(old.session and new.session and old.organ == new.organ and old.session > new.session)


def date_of(data: HeadingData) -> str | None:
    """The ISO date a text stands at: of adoption, of distribution for a draft; None where neither is printed."""
    return data.adopted if data.status == "adopted" else data.distributed


def _when(data: HeadingData) -> str:
    return date_of(data) or f"session {data.session}"


def _both(old: Document, new: Document) -> str:
    """The names of the two, with their files where the name is one."""
    names = [each.name for each in (old, new)]
    if names[0] == names[1]:
        names = [f"{name} ({each.source.name})" for name, each in zip(names, (old, new), strict=True)]
    return " and ".join(names)
