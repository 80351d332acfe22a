"""Words and addresses from anywhere, fit to print in every format.

What no format can print, or what turns the order of signs about, becomes U+FFFD, and a link that is not plain HTTP is
no link.
"""

import re
import unicodedata
from urllib.parse import quote, urlsplit

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SPACES = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029 ]+")
# Controls and halves of surrogate pairs; noncharacters (Unicode 23.7); and what embeds, overrides or isolates the
# direction of signs (UAX 9, 2.1 to 2.4), by which words could be shown in another order than they were written.
_NOT_PRINTED = re.compile(
    "[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\u202a-\u202e\u2066-\u2069"
    + "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
    + "]"
)
# What an address may hold besides letters and digits (RFC 3986, 2.2 and 2.3); the rest is written in per cent signs.
_IN_ADDRESS = "%:/?#[]@!$&*+,;=-._~"


def clean(text: str) -> str:
    """The words with single spaces between them and U+FFFD for each sign that is not to be printed."""
    return _NOT_PRINTED.sub("\ufffd", _SPACES.sub(" ", text))


def safe_address(link: str) -> str:
    """The link as a web address in plain ASCII; empty where it is not one of HTTP."""
    try:
        parts = urlsplit(link.strip())
        named = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        named = False
    return quote(clean(link.strip()), safe=_IN_ADDRESS) if named else ""


def from_right(text: str) -> bool:
    """Whether the first letter of the text is of a script written from right to left (UAX 9, rules P2 and P3)."""
    directions = map(unicodedata.bidirectional, text)
    return next((each for each in directions if each in {"L", "R", "AL"}), "L") != "L"


def safe_language(tag: str) -> str:
    """The tag of a language; empty where it has not the form of one."""
    return tag if _LANGUAGE.fullmatch(tag) else ""
