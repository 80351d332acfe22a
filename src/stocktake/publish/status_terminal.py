"""The state of a workspace: in the terminal and as JSON. Computes nothing."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text as Words

from stocktake.publish.datasets_terminal import render_statistics
from stocktake.publish.terminal import facts, heading, indented, listing, pages
from stocktake.review.model import Chain
from stocktake.review.words import counted, listed
from stocktake.workspace.observations import Dataset
from stocktake.workspace.state import State
from stocktake.workspace.statistics import newer_release

_CURRENT = {
    None: "none was made yet: stocktake review",
    True: "made from what is held now",
    False: "out of date: stocktake review",
}


def render_status(state: State, chains: Sequence[Chain]) -> Group:
    """The page: what is held, what is lacking, what is out of date."""
    rows = [
        (each.data.symbol or "no symbol", each.data.status, str(len(each.findings)), each.source.name)
        for each in state.contents.documents
    ]
    return pages(
        Words(f"{counted(sum(each.kind == 'text' for each in state.holdings), 'text')} held", style="bold"),
        indented(listing(("symbol", "status", "findings", "file"), rows)) if rows else None,
        *_damaged(state),
        *_not_held(chains),
        *render_statistics(state.statistics),
        heading("State"),
        indented(
            facts(
                [
                    ("review", _CURRENT[state.review_current]),
                    ("read", _read(state)),
                    ("strays", _strays(state)),
                ]
            )
        ),
    )


def _damaged(state: State) -> Iterator[RenderableType]:
    if state.contents.faults:
        yield heading("Damaged: add these files again")
        yield indented(facts([(fault.holding.name, fault.what) for fault in state.contents.faults]))


def _not_held(chains: Sequence[Chain]) -> Iterator[RenderableType]:
    if chains:
        yield heading("Not held")
    for chain in chains:
        yield indented(Words(chain.name, style="italic"))
        yield indented(Words(_missing(chain)), by=4)


def _read(state: State) -> str:
    texts = counted(state.contents.read, "text")
    files = counted(state.statistics.read, "file") + " of statistics"
    also = f" and {files}" if state.statistics.datasets or state.statistics.faults else ""
    return f"{texts}{also} read anew, the others were in the cache"


def _strays(state: State) -> str:
    if not state.strays:
        return ""
    return f"copies that no index names, from a run that was killed: {listed(state.strays)}"


def status_to_json(state: State, chains: Sequence[Chain]) -> dict[str, Any]:
    """The state as JSON data."""
    return {
        "schema": "stocktake/status/1",
        "documents": [
            {
                "symbol": each.data.symbol,
                "status": each.data.status,
                "findings": len(each.findings),
                "source": each.source.name,
                "sha256": each.source.sha256,
            }
            for each in state.contents.documents
        ],
        "damaged": [{"name": fault.holding.name, "fault": fault.what} for fault in state.contents.faults],
        "not_held": [
            {"chain": chain.name, "symbols": [each.symbol for each in chain.members if each.held != "adopted"]}
            for chain in chains
        ],
        "strays": list(state.strays),
        "review_current": state.review_current,
        "statistics": [_dataset_to_json(each, state.statistics.datasets) for each in state.statistics.datasets],
        "structures": [{"source": each.name, "sha256": each.sha256} for each in state.statistics.structures],
        "statistics_damaged": [
            {"name": holding.name, "fault": fault} for holding, fault in state.statistics.faults
        ],
    }


def _dataset_to_json(dataset: Dataset, datasets: Sequence[Dataset]) -> dict[str, Any]:
    newer = newer_release(dataset, datasets)
    return {
        "publisher": dataset.publisher,
        "dataset": dataset.title,
        "vintage": dataset.vintage.isoformat() if dataset.vintage else None,
        "vintage_given": dataset.holding.vintage is not None,
        "newer_vintage": newer.isoformat() if newer else None,
        "format": dataset.format,
        "observations": dataset.observations,
        "areas": dataset.areas,
        "first": dataset.first,
        "last": dataset.last,
        "indicators": list(dataset.indicators),
        "source": dataset.holding.name,
        "sha256": dataset.holding.sha256,
        "findings": [
            {"code": each.code, "place": each.place, "message": each.message, "advice": each.advice}
            for each in dataset.findings
        ],
    }


def _missing(chain: Chain) -> str:
    missing = [each.symbol for each in chain.members if each.held != "adopted"]
    return listed(missing) or "none: every text on record is held"
