"""The rules on the health of mandates: what each looks for, in which words it advises, with which parameters.

Knows the records of ``data/health_rules.yaml``. Does not apply them (``review.health``), and judges nothing: every
wording is advice.
"""

from dataclasses import dataclass

from stocktake.errors import RequestError, nearest
from stocktake.frameworks.records import Confidence, load_records


@dataclass(frozen=True, slots=True)
class HealthRule:
    """One rule; the file explains each field.

    Attributes:
        name: How it is switched on and off.
        shows: What it looks for.
        because: What is said of a paragraph, with names in braces for what the rule fills in.
        by_default: Whether it is on unless the user says otherwise.
        texts: In how many texts the words must have stood; 0 where the rule counts none.
        words: Words that it looks for.
        acts: Words that must stand before one of ``words``.
        ends: Words that keep it silent.
        kinds: Kinds of deliverable that it leaves aside.
        rhythms: Rhythms that stand for a deadline.
        aside: Those who are asked and whom it leaves aside.
    """

    name: str
    shows: str
    because: str
    source: str
    confidence: Confidence
    by_default: bool = True
    texts: int = 0
    words: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    rhythms: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Its name as a person reads it: ``no addressee``."""
        return self.name.replace("-", " ")


def load_health_rules() -> tuple[HealthRule, ...]:
    """All rules in the order in which they are shown."""
    return load_records("health_rules", HealthRule)


def choose_health_rules(names: frozenset[str] | None = None) -> tuple[HealthRule, ...]:
    """The rules of these names, in the order of the file; without names those that are on by default.

    Raises:
        RequestError: There is no rule of that name.
    """
    rules = load_health_rules()
    known = [rule.name for rule in rules]
    unknown = sorted((names or frozenset()) - set(known))
    if unknown:
        raise RequestError(
            expected="names of rules on the health of mandates",
            came=f"there is no rule {unknown[0]!r}",
            choices=nearest(unknown[0], known) or known,
            advice="Name rules of this list, or none for those that are on by default.",
        )
    return tuple(rule for rule in rules if (rule.by_default if names is None else rule.name in names))
