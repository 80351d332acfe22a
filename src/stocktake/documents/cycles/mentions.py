"""Where texts speak of bodies with a mandate and an end: by name, when they are set up, or as "the working group".

Knows how a body is named: in capitals with its matter ("Working Group on Harbour Dues"), in small letters when it is
set up ("a working group to examine harbour dues"), and by its kind alone where it was named just before. Does not
know what is said of it, nor that a name in capitals stands for a body that has ended.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from stocktake.documents.compare.passage import letters_and_digits
from stocktake.documents.cycles.held import Held
from stocktake.documents.cycles.subject import Subjects
from stocktake.documents.model import Paragraph
from stocktake.frameworks.cycle_words import words_of

# So much of the name's telling words the sentence that sets a body up must hold, or the words after its kind: two of
# three, since a name leaves out the verb ("to examine") and the sentence may turn the words.
IN_THE_SENTENCE = 0.66
# So many characters before a body's noun can hold the verb that sets it up.
_BEFORE = 90
# So many words of a sentence stand for the name of a body that has none.
_MOST_WORDS = 17
# "the Working Group" means the one named in this paragraph or in the one before it.
_NEAR = 1


@dataclass(frozen=True, slots=True)
class Mention:
    """A body spoken of in a paragraph.

    Attributes:
        text: The place of the text among those held.
        order: The place of the paragraph in the text.
        paragraph: The paragraph.
        start: Where the name, or the noun for the body, begins in its text.
        end: Where it ends; for a body that is set up, where the clause ends.
        kind: The noun: ``working group``.
        is_set_up: The words set up a body that was not there before.
    """

    text: int
    order: int
    paragraph: Paragraph
    start: int
    end: int
    kind: str
    is_set_up: bool = False

    @property
    def words(self) -> str:
        """The words as printed."""
        return self.paragraph.text[self.start : self.end]


@dataclass(slots=True)
class Body:
    """A body: its name, the key under which names are one, its noun (``group``), and where texts speak of it."""

    name: str
    key: str
    noun: str
    mentions: list[Mention] = field(default_factory=list)

    @property
    def matter(self) -> str:
        """What the name says after the noun."""
        return self.name[self.name.casefold().index(self.noun) + len(self.noun) :]


def find_bodies(texts: Sequence[Held], subjects: Subjects) -> tuple[Body, ...]:
    """The bodies that texts name or set up, each with all its mentions in order, first named first."""
    bodies: dict[str, Body] = {}
    found = [list(_found_in(at, text)) for at, text in enumerate(texts)]
    for mention, is_named in (each for in_text in found for each in in_text):
        if is_named:
            _called(mention.words, mention.kind, bodies)
    for in_text in found:
        _sort_out(in_text, bodies, subjects)
    return tuple(sorted((each for each in bodies.values() if each.mentions), key=_first))


def _first(body: Body) -> tuple[int, int, int, str]:
    first = body.mentions[0]
    return first.text, first.order, first.start, body.key


def _called(name: str, kind: str, bodies: dict[str, Body]) -> Body:
    """The body of a name; names that differ only in what stands before the noun are one."""
    noun = kind.rsplit(maxsplit=1)[-1]
    core = name[name.casefold().index(noun) :]
    return bodies.setdefault(letters_and_digits(core), Body(name, letters_and_digits(core), noun))


def _found_in(at: int, text: Held) -> Iterator[tuple[Mention, bool]]:
    """Every place where a text may speak of a body, and whether it is a name."""
    for order, paragraph in enumerate(text.document.paragraphs):
        for found in _pattern().finditer(paragraph.text):
            kind = (found["titled"] or found["kind"]).casefold()
            is_new = not found["name"] and _is_set_up(paragraph.text, found.start())
            end = _clause_end(paragraph.text, found.end()) if is_new else found.end()
            yield Mention(at, order, paragraph, found.start(), end, kind, is_new), bool(found["name"])


def _sort_out(found: Sequence[tuple[Mention, bool]], bodies: dict[str, Body], subjects: Subjects) -> None:
    """Give each mention of one text to its body; what may be any body is left out."""
    last: dict[str, tuple[int, Body]] = {}
    for mention, is_named in found:
        noun = mention.kind.rsplit(maxsplit=1)[-1]
        if is_named:
            body: Body | None = _called(mention.words, mention.kind, bodies)
        elif mention.is_set_up:
            body = _alike(mention.words, noun, bodies, subjects) or _called(
                _short(mention.words), mention.kind, bodies
            )
        else:
            body = _meant(mention, noun, (bodies, last), subjects)
        if body is not None:
            body.mentions.append(mention)
            last[noun] = mention.order, body


def _meant(
    mention: Mention, noun: str, known: tuple[dict[str, Body], dict[str, tuple[int, Body]]], subjects: Subjects
) -> Body | None:
    """The body that "the working group" is: by the words that follow, else the one named just before."""
    text = mention.paragraph.text
    if not _THE.search(text[: mention.start]):
        return None
    bodies, last = known
    matter = _ON.match(text, mention.end)
    found = _alike(matter[0], noun, bodies, subjects) if matter else None
    # "The Working Group for its patience" may be any; "the Working Group on kites" is the one on kites, or none.
    if found is not None or (matter is not None and matter["link"] == "on"):
        return found
    order, body = last.get(noun, (-9, None))
    return body if mention.order - order <= _NEAR else None


def _alike(words: str, noun: str, bodies: dict[str, Body], subjects: Subjects) -> Body | None:
    """The body of this noun, the telling words of whose name stand in ``words``."""
    scored = [(subjects.held_by(each.matter, words), each) for each in bodies.values() if each.noun == noun]
    best = max(scored, key=lambda each: each[0], default=(0.0, None))
    return best[1] if best[0] >= IN_THE_SENTENCE else None


_THE = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hat|said)\s(?:[\w-]+\s){0,2}$")
# What a body is on, as far as the next comma.
_ON = re.compile(r"\s(?P<link>on|to|for)\s[^,;.]+")
_A_NEW_ONE = re.compile(r"\b(?:a|an)\s(?:[\w-]+,?\s){0,4}$")


def _is_set_up(text: str, at: int) -> bool:
    """Whether a body is set up that was not there before: "establish a working group", not "the working group"."""
    before = text[max(0, at - _BEFORE) : at]
    before = before[before.rfind(";") + 1 :]
    return _A_NEW_ONE.search(before) is not None and establishing().search(before) is not None


def _clause_end(text: str, after: int) -> int:
    found = re.compile(r";|,\sand\s(?=\w+s\s)|$").search(text, after)
    return found.start() if found else len(text)


def _short(words: str) -> str:
    """The words that set a body up, to where a phrase ends."""
    found = re.match(rf"(?:[^\s,;]+\s){{0,{_MOST_WORDS}}}[^\s,;]+", words)
    return re.sub(r"(?:\s(?:[a-z]{1,3}|that|this|with|which|from))+$", "", found[0]) if found else words


@cache
def _pattern() -> re.Pattern[str]:
    """A body by its name in capitals, or by its kind in any letters; not a meeting called so."""
    kinds = "|".join(re.escape(each) for each in words_of("body"))
    # In a name only the small words keep their small letters: "Group of Experts", "High-level Panel".
    titled = "|".join(
        re.sub(r"\b(?!of\b|and\b|level\b)[a-z]", lambda first: first[0].upper(), each) for each in words_of("body")
    )
    capital = r"[A-Z][\w’'-]*"
    more = rf"(?:,?\s(?:(?:of|the|and|for|to|in)\s)*?(?<!and\sof\sthe\s){capital})*"
    name = rf"(?:{capital}\s)*(?P<titled>{titled})\s(?:on|of|to|for)\s(?:the\s)?{capital}{more}"
    meeting = rf"(?!\s(?:{'|'.join(map(re.escape, words_of('event')))})\b)"
    return re.compile(rf"(?P<name>{name})|\b(?P<kind>{kinds}|{titled})\b{meeting}")


@cache
def establishing() -> re.Pattern[str]:
    """The words that say a body is set up."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words_of('establishes')))})\b", re.IGNORECASE)
