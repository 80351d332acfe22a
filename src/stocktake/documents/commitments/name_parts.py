"""The parts of a stretch of text that says who is asked: what stands between its commas and conjunctions.

Knows names that hold an "and" themselves, and qualifiers that go on after one ("parties to the Treaty and the
Protocol"); and what words open a part. Does not know whom a part names.
"""

import re
from dataclasses import dataclass
from functools import cache

from stocktake.documents.commitments.name_ends import OF_WHICH, WHICH, end_of_name, left_out_before, openers_after
from stocktake.documents.commitments.phrases import begins_with_someone, head_end
from stocktake.frameworks import actors
from stocktake.frameworks.actors import actor_named, find_names, name_at

_PARTING = re.compile(r",?\s(?:and/or|and|or|as\swell\sas|along\swith)(?:,\s|\s)(?:also\s)?|,\s")
ARTICLE = re.compile(r"(?:the|a|an|its|their|both|all\sthe)\s")
_CAPITAL = re.compile(r"[A-Z]")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch between commas and conjunctions. ``is_close``: joined to the one before without a comma."""

    start: int
    end: int
    is_close: bool


def parts_of(text: str, start: int, end: int) -> list[Part]:
    """The stretches between commas and conjunctions, names that hold such left whole."""
    whole = [(start + each.start, start + each.end) for each in find_names(text[start:end])]
    whole += [each.span() for each in _pairs().finditer(text, start, end)]
    parts: list[Part] = []
    at, is_close = start, False
    for found in _PARTING.finditer(text, start, end):
        if any(begin < found.start() + 1 and found.end() - 1 < stop for begin, stop in whole):
            continue
        if text[found.start() - 1] == "-":
            continue
        if at < found.start() and not _goes_on(text, (at, found.start()), found, whole):
            parts.append(Part(at, found.start(), is_close))
            at, is_close = found.end(), not found[0].startswith(",")
    last = text[at:end].rstrip(" ,;:.")
    if last:
        parts.append(Part(at, at + len(last), is_close))
    return _with_qualifiers(text, parts)


@cache
def _pairs() -> re.Pattern[str]:
    return re.compile(rf"\b{actors.any_of('pair')}")


def _with_qualifiers(text: str, parts: list[Part]) -> list[Part]:
    """The parts, those joined to a name that only go on with what says which ones: *States that signed or ratified*.

    What goes on names nobody: *parties to the Treaty and the Protocol*, *bodies working on health, trade and peace*.
    """
    joined: list[Part] = []
    for part in parts:
        is_open = part.is_close and not _names_someone(text, part) and opener_of(text, part) is None
        base = _goes_on_with(text, joined) if is_open else None
        if base is None:
            joined.append(part)
        else:
            joined[base:] = [Part(joined[base].start, part.end, joined[base].is_close)]
    return joined


def _goes_on_with(text: str, parts: list[Part]) -> int | None:
    """The place of the part whose qualifier the words after ``parts`` go on with; None where none does."""
    for at in range(len(parts) - 1, -1, -1):
        part = parts[at]
        if _names_someone(text, part):
            return at if _is_qualified(text, part) else None
        if opener_of(text, part) is not None or is_adjective(text, part):
            return None
    return None


def _names_someone(text: str, part: Part) -> bool:
    return begins_with_someone(text, part.start, part.end)


def _is_qualified(text: str, part: Part) -> bool:
    """Whether the part ends with words that say which ones are meant, and nothing after them."""
    head = head_end(text, part.start, part.end)
    says_which = WHICH.match(text, head, part.end) or OF_WHICH.match(text, head, part.end)
    return says_which is not None and end_of_name(text, part.start, part.end) == part.end


def _goes_on(text: str, part: tuple[int, int], parting: re.Match[str], whole: list[tuple[int, int]]) -> bool:
    """Whether "and" stands inside a name that the frameworks do not know: *the Governments of Aland and Beland*."""
    if parting[0] != " and " or any(stop == part[1] for _, stop in whole):
        return False
    words = text[part[0] : part[1]]
    is_proper = bool(re.search(r"[A-Z]\w+\s(?:of|for|on)\s(?:the\s)?(?:[\w’-]+\s)*[A-Z][\w’-]+$", words))
    begins_name = any(begin == parting.end() for begin, _ in whole)
    return is_proper and bool(_CAPITAL.match(text, parting.end())) and not begins_name


def opener_of(text: str, part: Part) -> str | None:
    """The role of the words that open a part: consulted, channel, including, aside; None where none do."""
    found = _openers().match(text, part.start, part.end)
    return found.lastgroup if found else None


def opener_after_name(text: str, part: Part) -> str | None:
    """What the words open that follow the name of a part; None where nothing follows."""
    article = ARTICLE.match(text, part.start, part.end)
    end = end_of_name(text, article.end() if article else part.start, part.end)
    found = openers_after().match(text, end, part.end)
    return found.lastgroup if found else None


def begins_known(text: str, part: Part) -> bool:
    """Whether a part begins with a name that the frameworks know."""
    before = left_out_before().match(text, part.start, part.end)
    return any(name_at(text, at) is not None for at in (part.start, before.end() if before else part.start))


def after_opener(text: str, part: Part, role: actors.Role) -> int:
    """Where the words of a part begin after those that open it: after "including"."""
    found = re.compile(rf"{actors.any_of(role)}\s?").match(text, part.start, part.end)
    return found.end() if found else part.start


@cache
def _openers() -> re.Pattern[str]:
    roles: tuple[actors.Role, ...] = ("consulted", "channel", "including", "aside")
    return re.compile("|".join(f"(?P<{role}>{actors.any_of(role)})" for role in roles))


def is_adjective(text: str, part: Part) -> bool:
    """Whether the part lacks its noun: "regional" of *regional and international organizations*."""
    words = text[part.start : part.end]
    return words.rpartition(" ")[2] in actors.words_of("adjective") and actor_named(bare(words)) is None


def bare(words: str) -> str:
    """The words without those that are left out before a name: "relevant", "all"."""
    before = _before().match(words)
    return words[before.end() :] if before else words


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?:{actors.any_of('before')}\s)*", re.IGNORECASE)
