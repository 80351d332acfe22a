"""The rules by which a review says what wants attention first: their order, and why each matters.

Knows the records of ``data/attention_rules.yaml``. Does not apply them (``review.attention``).
"""

from dataclasses import dataclass

from stocktake.frameworks.records import Confidence, load_records


@dataclass(frozen=True, slots=True)
class AttentionRule:
    """One rule; the file explains each field.

    Attributes:
        name: What it is called.
        because: Why a person should look, in a sentence.
    """

    name: str
    because: str
    source: str
    confidence: Confidence


def attention_rules() -> tuple[AttentionRule, ...]:
    """All rules, the gravest first."""
    return load_records("attention_rules", AttentionRule)
