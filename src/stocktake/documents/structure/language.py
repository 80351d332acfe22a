"""Which language a text is written in, among the six official ones.

Told by script, and within the Latin script by the commonest words. Knows no other languages: for them, and for
texts too short to tell, the answer is None.
"""

import re
from collections import Counter

_SCRIPTS = (
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
_COMMON = {
    "en": frozenset(["the", "of", "and", "to", "in", "for", "on", "that", "by", "with", "its", "as", "at"]),
    "fr": frozenset(
        [
            "de",
            "la",
            "le",
            "les",
            "des",
            "et",
            "du",
            "en",
            "à",
            "l",
            "d",
            "que",
            "par",
            "dans",
            "pour",
            "au",
            "aux",
        ]
    ),
    "es": frozenset(
        ["de", "la", "el", "los", "las", "y", "del", "en", "que", "para", "por", "con", "a", "su", "al"]
    ),
}
_SAMPLE = 20000
_SCRIPT_SHARE = 0.3
_COMMON_SHARE = 0.2
RIGHT_TO_LEFT = frozenset({"ar"})


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; None where it cannot be told."""
    sample = text[:_SAMPLE]
    letters = sum(letter.isalpha() for letter in sample)
    for code, script in _SCRIPTS:
        if letters and len(script.findall(sample)) > _SCRIPT_SHARE * letters:
            return code
    words = Counter(re.findall(r"[^\W\d_]+", sample.lower()))
    shares = {code: sum(words[word] for word in common) / (words.total() or 1) for code, common in _COMMON.items()}
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] > _COMMON_SHARE else None
