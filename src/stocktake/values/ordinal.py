"""English ordinals of sessions and meetings: words and figures to numbers and back.

Knows ordinals up to 999. Does not know cardinals, Roman figures or what is being counted.
"""

import re

_UNITS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
    "nineteenth",
)
_CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

_SMALL = {word: number for number, word in enumerate(_UNITS, 1)}
_SMALL |= {f"{word[:-1]}ieth": 10 * number for number, word in enumerate(_TENS, 2)}
_SMALL |= {
    f"{ten}-{_UNITS[unit - 1]}": 10 * number + unit for number, ten in enumerate(_TENS, 2) for unit in range(1, 10)
}
_WORDS = {number: word for word, number in _SMALL.items()}
_HUNDREDS = re.compile(rf"(?:(?P<times>{'|'.join(_CARDINALS)}|a)-)?hundred(?:th|(?:-and)?-(?P<rest>[a-z-]+))")
_FIGURES = re.compile(r"(?P<number>[1-9]\d{0,2})(?P<ending>st|nd|rd|th)")
LARGEST = 999


def ordinal_number(text: str) -> int | None:
    """The number an ordinal stands for: ``seventy-seventh`` gives 77, ``69th`` 69; None where it is no ordinal.

    Case, and white space instead of hyphens, make no difference. ``hundred and first``, ``one hundred and first``
    and ``hundred-first`` are the same.
    """
    word = re.sub(r"\s*[-‑–]\s*|\s+", "-", text.strip().lower())
    figures = _FIGURES.fullmatch(word)
    if figures:
        number = int(figures["number"])
        return number if figures["ending"] == _ending(number) else None
    if word in _SMALL:
        return _SMALL[word]
    found = _HUNDREDS.fullmatch(word)
    if not found or (found["rest"] and found["rest"] not in _SMALL):
        return None
    times = 1 + _CARDINALS.index(found["times"]) if found["times"] in _CARDINALS else 1
    return 100 * times + _SMALL.get(found["rest"] or "", 0)


def ordinal_words(number: int) -> str:
    """The ordinal in words, as the UN writes it: 77 gives ``seventy-seventh``, 101 ``one hundred and first``.

    Raises:
        ValueError: The number is not from 1 to 999.
    """
    if not 1 <= number <= LARGEST:
        message = f"ordinals go from 1 to {LARGEST}, not {number}"
        raise ValueError(message)
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _WORDS[rest]
    head = f"{_CARDINALS[hundreds - 1]} hundred"
    return f"{head} and {_WORDS[rest]}" if rest else f"{head}th"


def _ending(number: int) -> str:
    teens = range(11, 14)
    return "th" if number % 100 in teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
