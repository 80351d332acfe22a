"""Numerals of automatic lists: a count and the name of a form to the characters that are printed.

Knows the forms that Word (``w:numFmt``) and HTML (``type``, ``list-style-type``) name. Knows nothing of brackets,
full stops or levels.
"""

from collections.abc import Callable

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LAST_ROMAN = 3999
_LAST_REPEATED = 780
_ALPHABET = 26
_TEENS = range(11, 14)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def to_digits(count: int) -> str:
    """The count in digits."""
    return str(count)


def to_two_digits(count: int) -> str:
    """The count in digits, a nought before a single one."""
    return f"{count:02d}"


def to_roman(count: int) -> str:
    """The count in small Roman numerals; in digits where Roman numerals have no form for it."""
    if not 0 < count <= _LAST_ROMAN:
        return str(count)
    letters = ""
    for value, sign in _ROMAN:
        times, count = divmod(count, value)
        letters += sign * times
    return letters


def to_repeated_letters(count: int) -> str:
    """The count as Word letters lists: a to z, aa, bb; in digits past the 780 that Word itself stops at."""
    if not 0 < count <= _LAST_REPEATED:
        return str(count)
    times, letter = divmod(count - 1, _ALPHABET)
    return chr(ord("a") + letter) * (times + 1)


def to_letters(count: int) -> str:
    """The count as browsers letter lists: a to z, aa, ab; in digits below one."""
    if count < 1:
        return str(count)
    letters = ""
    while count:
        count, letter = divmod(count - 1, _ALPHABET)
        letters = chr(ord("a") + letter) + letters
    return letters


def to_ordinal(count: int) -> str:
    """The count as an ordinal in digits: 1st, 2nd, 11th."""
    ending = "th" if count % 100 in _TEENS else _ENDINGS.get(count % 10, "th")
    return f"{count}{ending}"


def _capital(form: Callable[[int], str]) -> Callable[[int], str]:
    """The same form in capitals."""
    return lambda count: form(count).upper()


WORD_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": to_digits,
    "decimalZero": to_two_digits,
    "lowerLetter": to_repeated_letters,
    "upperLetter": _capital(to_repeated_letters),
    "lowerRoman": to_roman,
    "upperRoman": _capital(to_roman),
    "ordinal": to_ordinal,
}

HTML_FORMS: dict[str, Callable[[int], str]] = {
    "1": to_digits,
    "decimal": to_digits,
    "decimal-leading-zero": to_two_digits,
    "a": to_letters,
    "lower-alpha": to_letters,
    "lower-latin": to_letters,
    "A": _capital(to_letters),
    "upper-alpha": _capital(to_letters),
    "upper-latin": _capital(to_letters),
    "i": to_roman,
    "lower-roman": to_roman,
    "I": _capital(to_roman),
    "upper-roman": _capital(to_roman),
}
