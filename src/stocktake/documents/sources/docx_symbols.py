"""Characters of symbol fonts (``w:sym``) as the characters they print.

Knows Adobe's Symbol encoding as far as texts use it, asterisks of note marks first. A character of another
pictorial font is kept as the private character it is: nothing says what it prints.
"""

_PRIVATE = 0xF000
_LAST_PRIVATE = 0xF0FF
_ASCII = range(0x20, 0x7F)
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL = dict(zip(map(ord, _LATIN), _GREEK, strict=True)) | {
    0xA3: "≤",
    0xB0: "°",
    0xB1: "±",
    0xB2: "″",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB9: "≠",
    0xBB: "≈",
    0xBC: "…",
    0xD7: "⋅",
    0xDE: "⇒",
}
_MAX_CODE = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)


def symbol(code: str, font: str) -> str:
    """The character that ``w:sym`` prints; empty where its code is no character."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if not 0 < number <= _MAX_CODE or number in _SURROGATES:
        return ""
    if font.casefold() != "symbol":
        return chr(number)
    own = number - _PRIVATE if _PRIVATE <= number <= _LAST_PRIVATE else number
    return _SYMBOL.get(own, chr(own) if own in _ASCII else chr(number))
