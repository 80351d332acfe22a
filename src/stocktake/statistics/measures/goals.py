"""Which targets an area is measured against, and when one has expired.

Knows that a target set for a group is held against its parts too, which is always said. Knows no target itself.
"""

from stocktake.statistics.measures.request import Holdings, Request, TargetFacts


def targets_of(area: str, request: Request, holdings: Holdings) -> tuple[TargetFacts, ...]:
    """The targets set for every area or for this one, passed ones too; and the open ones of a group it is part of.

    An area is part of a group as its member, a group where all its members are. Targets of larger groups that have
    passed are left out: they were never this area's own.
    """
    return tuple(
        target
        for target in holdings.targets.get(request.indicator, ())
        if _is_own(target, area) or (is_open(target, request) and _is_part(area, target, request, holdings))
    )


def open_targets_of(area: str, request: Request, holdings: Holdings) -> tuple[TargetFacts, ...]:
    """Those of them whose year has not passed and that no other edition has replaced."""
    return tuple(target for target in targets_of(area, request, holdings) if is_open(target, request))


def is_open(target: TargetFacts, request: Request) -> bool:
    """Whether a target is in force on the as-of date."""
    return target.is_current and (target.year is None or target.year >= request.as_of.year)


def _is_own(target: TargetFacts, area: str) -> bool:
    return not target.areas or area in target.areas


def _is_part(area: str, target: TargetFacts, request: Request, holdings: Holdings) -> bool:
    parts = set(holdings.groups.members(area, request.as_of)) or {area}
    return any(parts <= set(holdings.groups.members(group, request.as_of)) for group in target.areas)


def target_words(target: TargetFacts, area: str, value: float, request: Request, holdings: Holdings) -> list[str]:
    """What has to be said of a target beside a value: whom it was set for, that it expired, its own note."""
    words = []
    if target.areas and area not in target.areas:
        groups = ", ".join(holdings.name(group) for group in target.areas)
        words.append(f"The target was set for {groups}, not for {holdings.name(area)} alone.")
    if target.year is not None and target.year < request.as_of.year:
        met = "meets it" if target.is_met(value) else "does not meet it"
        words.append(f"The target expired: it was set for {target.year}; the value {met}.")
    return [*words, *([target.note] if target.note else [])]
