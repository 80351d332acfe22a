"""How the beginning, the absences and the end of a provision are worded: what is known, and what is not held.

Knows English and the texts of the chain. A text that is not held is never said to have or lack anything.
"""

from collections.abc import Iterator, Sequence

from stocktake.documents.threads.following import Trail
from stocktake.documents.threads.model import HeldText

_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def note_of(trail: Trail, held: Sequence[HeldText]) -> str:
    """The sentences on one provision, joined with semicolons."""
    return "; ".join(_sentences(trail, held))


def count_in_words(number: int, noun: str) -> str:
    """``nine texts``; figures from thirteen on."""
    words = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{words} {noun}{'' if number == 1 else 's'}"


def _sentences(trail: Trail, held: Sequence[HeldText]) -> Iterator[str]:
    yield _beginning(trail.places[0], held)
    for before, after in zip(trail.places, trail.places[1:], strict=False):
        if after > before + 1:
            absent = ", ".join(text.name for text in held[before + 1 : after])
            yield f"in {held[before].name}, not in {absent}, back in {held[after].name}{_between(held[after])}"
    last = trail.places[-1]
    if last + 1 < len(held):
        yield f"in {held[last].name}, gone in {held[last + 1].name}{_between(held[last + 1])}"
    drafts = [held[place].name for place in _places_spoken_of(trail, held) if held[place].status == "draft"]
    if drafts:
        yield f"{' and '.join(drafts)} held only as {'a draft' if len(drafts) == 1 else 'drafts'}"


def _beginning(first: int, held: Sequence[HeldText]) -> str:
    text = held[first]
    if first:
        return f"not in {held[first - 1].name}, present in {text.name}{_between(text)}"
    earlier = len(text.not_held_before)
    more = f", {count_in_words(earlier, 'earlier text')} not held" if earlier else ""
    return f"present in {text.name}, the oldest text held{more}"


def _between(text: HeldText) -> str:
    missing = len(text.not_held_before)
    return f", {count_in_words(missing, 'text')} between not held" if missing else ""


def _places_spoken_of(trail: Trail, held: Sequence[HeldText]) -> list[int]:
    """The places that the sentences name: around the first sighting, around absences, around the end."""
    named = {max(trail.places[0] - 1, 0), trail.places[0]}
    for before, after in zip(trail.places, trail.places[1:], strict=False):
        if after > before + 1:
            named.update(range(before, after + 1))
    if trail.places[-1] + 1 < len(held):
        named.update((trail.places[-1], trail.places[-1] + 1))
    return sorted(named)
