"""Cycles of a chain, put together: requests, then bodies."""

from collections.abc import Mapping, Sequence

from stocktake.documents.commitments.model import Commitment
from stocktake.documents.cycles.bodies import body_cycles
from stocktake.documents.cycles.held import held_texts
from stocktake.documents.cycles.model import Cycle
from stocktake.documents.cycles.requests import request_cycles
from stocktake.documents.cycles.subject import Subjects
from stocktake.documents.model import Document
from stocktake.documents.threads.model import Threads


def build_cycles(
    threads: Threads, documents: Mapping[str, Document], duties: Mapping[str, Sequence[Commitment]]
) -> tuple[Cycle, ...]:
    """What became of every request for something to be handed in, and of every body with a mandate.

    Args:
        threads: Of the chain.
        documents: The texts held, by their names in the threads.
        duties: Their duties, by the same names.
    """
    texts = held_texts(threads, documents, duties)
    subjects = Subjects.of([each.document for each in texts])
    return (*request_cycles(texts, threads, subjects), *body_cycles(texts, subjects))
