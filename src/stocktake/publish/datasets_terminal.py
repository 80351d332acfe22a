"""The statistics of a workspace in the terminal: what each file holds, what to look at in it. Computes nothing."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text as Words

from stocktake.findings import Code
from stocktake.publish.terminal import heading, indented, listing, pages
from stocktake.review.words import counted, listed
from stocktake.workspace.observations import Dataset
from stocktake.workspace.statistics import StatisticsHeld, newer_release

_MOST_FINDINGS = 10
_MOST_INDICATORS = 3
_NO_DAY = "no day"
# Their advice is what a person needs: the nearest names that we know.
_WITH_ADVICE = (Code.AREA_UNKNOWN, Code.UNIT_UNKNOWN)
_PLAIN = (Code.VINTAGE_GIVEN, Code.NAMED_BY_FILE)
"""Findings that repeat what the user or the file's name said; they come last."""


def dataset_words(dataset: Dataset) -> str:
    """What one file holds, on one line."""
    words = [
        listed_shortly(dataset.indicators),
        counted(dataset.observations, "observation"),
        counted(dataset.areas, "area"),
        periods_of(dataset),
        f"release of {dataset.vintage}" if dataset.vintage else "no day of release",
    ]
    findings = [counted(len(dataset.findings), "finding")] if dataset.findings else []
    return ", ".join([*words, *findings])


def periods_of(dataset: Dataset) -> str:
    """The first and the last period: ``1990–2024``."""
    return dataset.first if dataset.first == dataset.last else f"{dataset.first}–{dataset.last}"


def listed_shortly(names: Sequence[str]) -> str:
    """The first names, and how many more there are."""
    more = len(names) - _MOST_INDICATORS
    return listed(names[:_MOST_INDICATORS]) + (f" and {more} more" if more > 0 else "")


def render_findings(datasets: Sequence[Dataset]) -> Group:
    """The first findings of some files, those with advice before the others, and how many more there are."""
    found: dict[tuple[bool, str, str], list[str]] = {}
    for dataset in datasets:
        for each in dataset.findings:
            is_plain = each.code in _PLAIN
            said = f"{each.message} {each.advice}" if each.code in _WITH_ADVICE else each.message
            found.setdefault((is_plain, each.code, said), []).append(dataset.holding.name)
    kinds = sorted(found, key=lambda kind: kind[0])
    rows = [(code, f"{message}\n{listed_shortly(found[plain, code, message])}") for plain, code, message in kinds]
    more = len(rows) - _MOST_FINDINGS
    return pages(
        heading("What to look at"),
        indented(listing(("finding", "what was seen, and in which file"), rows[:_MOST_FINDINGS])),
        indented(Words(f"and {more} more: stocktake status --json")) if more > 0 else None,
    )


def render_statistics(held: StatisticsHeld) -> Iterator[RenderableType]:
    """The part of the page on statistics: what is held of whom, what stands beside a newer release, what is damaged."""
    if not (held.datasets or held.faults or held.structures):
        return
    total = sum(dataset.observations for dataset in held.datasets)
    yield Words(
        f"\n{counted(len(held.datasets), 'file')} of statistics held, {total:,} observations", style="bold"
    )
    for publisher in dict.fromkeys(dataset.publisher for dataset in held.datasets):
        own = [dataset for dataset in held.datasets if dataset.publisher == publisher]
        yield heading(publisher or "No publisher named")
        columns = ("release", "periods", "areas", "values", "what, and in which file")
        yield indented(listing(columns, [_row(dataset, held.datasets) for dataset in own]))
    if held.structures:
        yield heading("Structures with which data of SDMX are read")
        yield indented(Words("\n".join(holding.name for holding in held.structures)))
    if held.faults:
        yield heading("Statistics that cannot be used")
        yield indented(listing(("what is wrong, and with which file",), list(_wrong(held))))


def _wrong(held: StatisticsHeld) -> Iterator[tuple[str]]:
    """One row for each reason, with the files that it holds for."""
    reasons: dict[str, list[str]] = {}
    for holding, fault in held.faults:
        reasons.setdefault(fault, []).append(holding.name)
    for fault, names in reasons.items():
        yield (f"{fault}\n{listed_shortly(names)}",)


def _row(dataset: Dataset, datasets: Sequence[Dataset]) -> tuple[str, ...]:
    newer = newer_release(dataset, datasets)
    title = f"{dataset.title}: " if dataset.title else ""
    lines = [
        f"{title}{listed_shortly(dataset.indicators)}",
        dataset.holding.name,
        counted(len(dataset.findings), "finding") if dataset.findings else "",
        f"out of date: the release of {newer} is held too" if newer else "",
    ]
    return (
        dataset.vintage.isoformat() if dataset.vintage else _NO_DAY,
        periods_of(dataset),
        str(dataset.areas),
        str(dataset.observations),
        "\n".join(filter(None, lines)),
    )
