"""Evidence in the terminal: contributions, the views by theme, pairs to look at. Computes nothing.

What a person wrote is shown as text whatever it holds; a self-report is never called more than that.
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from rich.console import Group, RenderableType
from rich.text import Text as Words

from stocktake.frameworks.areas import area_name
from stocktake.frameworks.themes import Framework
from stocktake.publish.terminal import facts, heading, indented, pages
from stocktake.register import Contribution
from stocktake.register.contribution import EVIDENCE
from stocktake.register.evidence_list import Entry, EvidenceList, ThemeGroup
from stocktake.register.words import shown
from stocktake.review.words import counted

_NO_EVIDENCE = "No evidence found. That is not to say that nothing was done."


def render_evidence(listed: EvidenceList) -> Group:
    """The page: each contribution with what it rests on, then the pairs that may be one action."""
    if not listed.entries:
        return pages(Words(_NO_EVIDENCE))
    names = {each.contribution.id: _name(each.contribution) for each in listed.entries}
    pairs = [
        facts([*_told("first", each.first, names), *_told("second", each.second, names), ("why", each.because)])
        for each in listed.candidates
    ]
    return pages(
        Words(_title(listed), style="bold"),
        *(part for each in listed.entries for part in _entry(each)),
        heading("May tell of the same action") if pairs else None,
        *(part for each in pairs for part in (indented(each), Words(""))),
        Words("Say what they are: stocktake evidence merge FIRST SECOND --because WHY --by NAME")
        if pairs
        else None,
    )


def render_view(listed: EvidenceList, framework: Framework, groups: Sequence[ThemeGroup]) -> Group:
    """The page: the actions under each theme of a framework; a theme without any is shown as such."""
    return pages(
        Words(f"{_title(listed)}, by {framework}", style="bold"),
        *(part for each in groups for part in _group(each)),
        Words(
            "\nA contribution stands under every theme that it names. Nothing reported is not to say: nothing done."
        ),
    )


def _group(group: ThemeGroup) -> tuple[RenderableType, ...]:
    name = f"{group.code} {group.name}".strip()
    said = [Words(_name(each)) for each in group.contributions]
    count = counted(len(said), "action", "actions") if said else "nothing reported"
    return Words(f"\n{name} ({count})", style="bold"), *(indented(each) for each in said)


def _told(what: str, one: UUID, names: Mapping[UUID, str]) -> tuple[tuple[str, str], tuple[str, str]]:
    """The id of one of a pair, and what it is where it is listed."""
    return (what, str(one)), ("", names.get(one, ""))


def _name(made: Contribution) -> str:
    return f"{shown(made.who)}: {shown(made.title)}"


def _title(listed: EvidenceList) -> str:
    day = f" on {listed.as_of.isoformat()}" if listed.as_of else ""
    records = counted(len(listed.entries), "contribution", "contributions")
    return f"{records}, {counted(listed.actions, 'action', 'actions')} reported{day}"


def _entry(entry: Entry) -> tuple[RenderableType, RenderableType]:
    made = entry.contribution
    state = "" if entry.state == "stands" else f" ({entry.state})"
    title = f"\n{_name(made)}{state}" if made.who else f"\nwithdrawal{state}"
    return Words(title, style="bold"), indented(
        facts([(name, shown(words)) for name, words in _facts(entry, made)])
    )


def _facts(entry: Entry, made: Contribution) -> list[tuple[str, str]]:
    return [
        ("shown as", EVIDENCE[made.evidence] if made.evidence else ""),
        ("entity", made.entity_type),
        ("what", made.description),
        ("where", "; ".join(area_name(code) for code in made.where)),
        ("when", f"{made.start} to {made.end}" if made.end else f"from {made.start}" if made.start else ""),
        ("answers", "; ".join(made.answers)),
        (
            "themes",
            "; ".join([*made.action_lines, *(f"SDG {x}" for x in made.sdgs), *(f"GDC {x}" for x in made.gdc)]),
        ),
        ("reach", f"{made.reach} {made.reach_unit}".strip()),
        ("link", made.link),
        ("document", made.document),
        ("because", made.because),
        ("replaces", str(made.supersedes or "")),
        ("withdraws", str(made.withdraws or "")),
        ("same as", str(entry.counted_under or "")),
        ("recorded", f"{made.by}, {made.recorded_at.isoformat(timespec='seconds')}"),
        ("id", str(made.id)),
    ]
