"""What a person should look at first: rules in order of gravity, at most ten things in all.

Knows how the rules share the page; their order and why each matters are data (``data/attention_rules.yaml``).
Draws no conclusion: a paragraph that does not return is not a duty that was ended, an event that is past may or may not
have been held, and nothing found is not nothing done.
"""

from collections.abc import Callable, Mapping

from stocktake.frameworks.attention import attention_rules
from stocktake.review.attention import (
    on_changes,
    on_dates,
    on_duties,
    on_evidence,
    on_figures,
    on_texts,
)
from stocktake.review.attention.facts import Facts, Raised
from stocktake.review.model import Attention

MOST = 10
_FAIR_SHARE = 3

RULES: Mapping[str, Callable[[Facts], Raised]] = {
    "file damaged": on_texts.damaged,
    "correction without its duty": on_duties.lost_corrections,
    "duty overdue": on_duties.overdue,
    "duty no longer in the text": on_duties.duty_gone,
    "duty due": on_duties.due,
    "rhythms collide": on_duties.colliding,
    "figures that cannot all hold": on_figures.contradicting,
    "figure contradicted": on_figures.wrong,
    "figure superseded": on_figures.outdated,
    "figure stale": on_figures.stale,
    "target expired": on_figures.expired,
    "verb weakened": on_changes.verb_weakened,
    "date expired": on_dates.date_expired,
    "operative paragraph dropped": on_changes.operative_dropped,
    "no evidence found": on_evidence.silent,
    "group changed": on_figures.regrouped,
    "expected event past": on_changes.expected_and_past,
    "body no longer mentioned": on_duties.body_forgotten,
    "texts not held between": on_texts.not_held_between,
    "newer text not held": on_texts.newer_not_held,
    "only a draft held": on_texts.only_draft_held,
    "two files of one text differ": on_texts.twins_differ,
    "text not understood": on_texts.unexplained,
    "preambular paragraphs dropped": on_changes.preambular_dropped,
    "crossed between preamble and operative part": on_changes.crossing,
    "finding": on_texts.findings,
}
"""Every rule by its name in the frameworks."""


def raise_attention(facts: Facts) -> tuple[Attention, ...]:
    """At most ten of what the rules raise, in the order of the frameworks.

    Each rule has its first three things taken before any rule has a fourth, so that a workspace with many texts
    does not show one kind only.
    """
    raised = [
        (turn >= _FAIR_SHARE, at, Attention(rule.name, words, tuple(passages), rule.because))
        for at, rule in enumerate(attention_rules())
        for turn, (words, passages) in enumerate(RULES[rule.name](facts))
    ]
    first = sorted(raised, key=lambda each: each[:2])[:MOST]
    return tuple(attention for _beyond, _at, attention in sorted(first, key=lambda each: each[1]))


__all__ = ["MOST", "RULES", "Facts", "raise_attention"]
