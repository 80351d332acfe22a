"""The leading verb phrases of UN paragraphs: how the phrase that is printed in italics is put together.

Knows the words (``data/verbs.yaml``) and the order in which they stand: adverbs, head, object, adverbials. Knows
nothing of a phrase's strength, nor of documents.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from stocktake.frameworks.records import Confidence, load_records

Part = Literal["preambular", "operative"]


@dataclass(frozen=True, slots=True)
class VerbWord:
    """One building block of a verb phrase.

    Attributes:
        kind: Head, adverb before it, adverbial after it, or adjective and noun of an object ("its deep concern").
        name: The word; for a head its plain form.
        preambular: The forms a head has in the preamble.
        operative: The forms a head has in the operative part.
        followed_by: The words one of which must follow an adverbial that is an adjective too ("further efforts").
        bare_object: The head takes an object without "its": "Expresses concern".
    """

    kind: Literal["head", "before", "after", "adjective", "noun"]
    name: str
    source: str
    confidence: Confidence
    preambular: tuple[str, ...] = ()
    operative: tuple[str, ...] = ()
    bare_object: bool = False
    followed_by: tuple[str, ...] = ()


def leading_phrase(words: str, part: Part) -> str:
    """The verb phrase that ``words`` begin with in this part of a resolution, as printed; empty where none does.

    A following "of", "that" or "to" is no part of the phrase.
    """
    match = _pattern(part).match(words)
    return match.group().rstrip() if match else ""


def is_phrase(words: str, part: Part) -> bool:
    """Whether ``words`` are a whole verb phrase of this part and nothing else."""
    return bool(words) and leading_phrase(words, part) == words


@cache
def _pattern(part: Part) -> re.Pattern[str]:
    heads = [word for word in load_records("verbs", VerbWord) if word.kind == "head"]
    head = _any([form for word in heads for form in getattr(word, part)])
    expressing = _any([form for word in heads if word.bare_object for form in getattr(word, part)])
    feeling = rf"(?:{_of_kind('adjective')} )*{_of_kind('noun')}"
    after = rf"(?:with {feeling}(?: and {_of_kind('noun')})?|{_adverbials()})"
    with_object = rf"{expressing}(?: its)? {feeling}|{head} its {feeling}"
    return re.compile(
        rf"(?:{_of_kind('before')},? )*(?:{with_object}|{head}(?: and {head})?)(?:,? {after})*", re.IGNORECASE
    )


def _adverbials() -> str:
    forms: list[str] = []
    for word in load_records("verbs", VerbWord):
        if word.kind == "after":
            ahead = rf"(?=,?\s(?:{'|'.join(word.followed_by)})\b)" if word.followed_by else ""
            forms.append(re.escape(word.name) + ahead)
    return "(?:" + "|".join(sorted(forms, key=len, reverse=True)) + r")(?![\w-])"


def _of_kind(kind: str) -> str:
    return _any([word.name for word in load_records("verbs", VerbWord) if word.kind == kind])


def _any(words: list[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest_first) + r")(?![\w-])"
