"""Attention to evidence: duties that are owed and on which nothing was found. Nothing found is not "not done"."""

from stocktake.documents.commitments.model import Strength
from stocktake.review.asked import Asked
from stocktake.review.attention.facts import NAMED, Facts, Raised
from stocktake.review.model import Passage
from stocktake.review.words import counted, listed, place_name

# What is only invited or encouraged is not owed.
_OWED: tuple[Strength, ...] = ("decides", "requests", "urges", "calls upon")


def silent(facts: Facts) -> Raised:
    """Duties in force that are owed and on which no evidence was found, where anybody reported anything at all."""
    nothing = {each.commitment for each in facts.standings if each.rung == "no evidence found"}
    if not any(each.proofs for each in facts.standings):
        return
    for text in sorted(facts.duties.in_force):
        owed = [each for each in facts.duties.of(text) if _is_owed(each) and each.commitment.id in nothing]
        places = list(dict.fromkeys(each.commitment.paragraph for each in owed))
        if places:
            named = listed([place_name(place) for place in places[:NAMED]])
            more = f" and {len(places) - NAMED} more" if len(places) > NAMED else ""
            owing = (
                f"{counted(len(owed), 'duty', 'duties')} of {text} that it decides, requests, urges or calls for"
            )
            words = f"No evidence was found on {owing}: {named}{more}. "
            yield f"{words}That does not say that nothing was done.", [Passage(text, place) for place in places]


def _is_owed(each: Asked) -> bool:
    return each.commitment.standing == "asked" and each.commitment.strength in _OWED
