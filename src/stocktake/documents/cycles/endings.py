"""Where a text says that something is over: ended, replaced, merged with something else.

Knows words of ending (``frameworks/cycle_words.py``). Whether the matter meant is the one asked about, a person says.
"""

import re
from functools import cache

from stocktake.documents.cycles.held import Held
from stocktake.documents.cycles.subject import Subjects
from stocktake.frameworks.cycle_words import words_of

# So much of the matter's telling words the paragraph must hold.
ON_THE_MATTER = 0.4


def find_ending(text: Held, matter: str, subjects: Subjects) -> str | None:
    """The id of the first paragraph that has a word of ending and is on the matter; None where there is none."""
    for paragraph in text.document.paragraphs:
        if (
            _ending().search(paragraph.text)
            and subjects.share_a_matter(matter, paragraph.text)
            and subjects.shared(matter, paragraph.text) >= ON_THE_MATTER
        ):
            return paragraph.id
    return None


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words_of('ends')))})\b", re.IGNORECASE)
