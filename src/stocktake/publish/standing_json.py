"""Where duties stand on the evidence ladder, as JSON data. Knows the keys and their order; computes nothing."""

from collections.abc import Iterable, Mapping
from typing import Any

from stocktake.review.evidence.model import Proof, Standing


def standings_to_json(standings: Iterable[Standing]) -> Mapping[tuple[str, str], dict[str, Any]]:
    """The ``evidence`` of each duty, by its text and its id; what is not here has none, for it is not in force."""
    return {(each.text, each.commitment): standing_to_json(each) for each in standings}


def standing_to_json(standing: Standing) -> dict[str, Any]:
    """The rung that a duty reaches, why, and all evidence on it, the furthest first."""
    return {
        "rung": standing.rung,
        "because": standing.because,
        "latest": standing.latest or None,
        "age_days": standing.age,
        "said_by": standing.said_by or None,
        "proofs": [_proof(each) for each in standing.proofs],
    }


def _proof(proof: Proof) -> dict[str, Any]:
    return {
        "rung": proof.rung,
        "words": proof.words,
        "source": proof.source,
        "day": proof.day or None,
        "contribution": str(proof.contribution) if proof.contribution else None,
        "link": proof.link or None,
    }
