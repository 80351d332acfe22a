"""The rules by which a duty is not assessable: which duties each is about, and why nothing can be shown of them.

Knows the records of ``data/not_assessable.yaml``. Knows no duty: who asks says how strongly something is asked, of whom
and in which words.
"""

import re
from dataclasses import dataclass
from functools import cache

from stocktake.frameworks.records import Confidence, load_records

_ADVERB = r"(?:\w+ly\s|also\s|further\s)*"


@dataclass(frozen=True, slots=True)
class AssessRule:
    """One rule; the file explains each field.

    Attributes:
        name: How it is called.
        because: Why nothing can be shown.
        strengths: How strongly it is asked; empty for any.
        nobody: It holds only where nobody is named who is asked.
        acts: Words with which the action begins; empty for any.
    """

    name: str
    because: str
    source: str
    confidence: Confidence
    strengths: tuple[str, ...] = ()
    nobody: bool = False
    acts: tuple[str, ...] = ()

    def holds(self, strength: str, action: str, *, nobody: bool) -> bool:
        """Whether it holds for a duty.

        Args:
            strength: How strongly it is asked.
            action: What is asked, in the words of the text.
            nobody: Nobody is named who is asked.
        """
        return (
            (not self.strengths or strength in self.strengths)
            and (nobody or not self.nobody)
            and (not self.acts or _beginning(self.acts).match(action) is not None)
        )


def load_assess_rules() -> tuple[AssessRule, ...]:
    """All rules in the order of the file; the first that holds says why."""
    return load_records("not_assessable", AssessRule)


@cache
def _beginning(acts: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(map(re.escape, acts))
    return re.compile(rf"to\s{_ADVERB}(?:{words})\b(?!,?\s{_ADVERB}\w+ing\b)", re.IGNORECASE)
