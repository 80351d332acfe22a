"""What changed between two reviews of one workspace, from their published form (``review.json``).

Knows which things of ``stocktake/review/1`` a person follows, and by what each is known again. Says what differs, never
why. A review that lacks a part, as those of earlier versions may, counts as having nothing there.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from stocktake.review.words import counted, listed, long_date, place_name

About = Literal["date", "texts", "statistics", "duties", "evidence", "figures", "divides", "attention"]
Data = Mapping[str, Any]
_ONE_BY_ONE = 5
"""Up to so many changes of one kind are told one by one; more are counted."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different: what it is about, and the words."""

    about: About
    words: str


def list_changes(before: Data, after: Data) -> tuple[Change, ...]:
    """What is different in the later review, kind by kind; nothing where they say the same."""
    return tuple(
        Change(about, words) for about, look in _LOOKS for words in _few(list(look(before, after)), about)
    )


def _few(words: Sequence[str], about: About) -> Iterator[str]:
    yield from words[:_ONE_BY_ONE]
    if len(words) > _ONE_BY_ONE:
        yield f"and {len(words) - _ONE_BY_ONE} more changes of {about}"


def _date(before: Data, after: Data) -> Iterator[str]:
    if before.get("as_of") != after["as_of"]:
        yield f"the review is of {long_date(after['as_of'])}, the last one was of {long_date(before['as_of'])}"


def _texts(before: Data, after: Data) -> Iterator[str]:
    yield from _come_and_gone(*(_by(each.get("documents", ()), _key_of_text) for each in (before, after)))


def _files(before: Data, after: Data) -> Iterator[str]:
    yield from _come_and_gone(*(_by(_data_files(each), lambda file: file["name"]) for each in (before, after)))


def _duties(before: Data, after: Data) -> Iterator[str]:
    old, new = (_by(each.get("commitments", ()), lambda duty: duty["id"]) for each in (before, after))
    for name in [name for name in new if name in old]:
        was, now = old[name].get("state"), new[name].get("state")
        if was != now:
            yield f"{name}: {was} → {now}"
    changed = [name for name in new if name in old and old[name].get("action") != new[name].get("action")]
    if changed:
        yield f"read otherwise or corrected: {listed(changed)}"


def _evidence(before: Data, after: Data) -> Iterator[str]:
    old, new = (_by(each.get("commitments", ()), lambda duty: duty["id"]) for each in (before, after))
    for name, duty in new.items():
        was, now = _rung(old.get(name, {})), _rung(duty)
        if was and now and was != now:
            yield f"{name}: {was} → {now}"
    told = [int(each.get("coverage", {}).get("contributions") or 0) for each in (before, after)]
    if told[0] != told[1]:
        yield f"{counted(told[1], 'contribution')} where there were {told[0]}"


def _figures(before: Data, after: Data) -> Iterator[str]:
    old, new = (_by(each.get("figures", ()), _key_of_figure) for each in (before, after))
    for key in [key for key in new if key in old]:
        was, now = (listed([one["verdict"] for one in each[key].get("verdicts", ())]) for each in (old, new))
        if was != now:
            figure = new[key]
            where = f"{figure['document']}, {place_name(figure['paragraph'])}"
            yield f"“{figure['printed']}” ({where}): {was or 'no verdict'} → {now or 'no verdict'}"


def _divides(before: Data, after: Data) -> Iterator[str]:
    old, new = (_by(_levels(each), _key_of_level) for each in (before, after))
    for key, level in new.items():
        was = old.get(key)
        if was is None or (was["value"], was["period"]) != (level["value"], level["period"]):
            came = f"{was['value']:g} ({was['period']}) → " if was else "new: "
            whom = ", ".join(part for part in (level["name"], level["breakdown"]) if part)
            yield f"{key[0]}, {whom}: {came}{level['value']:g} ({level['period']})"


def _attention(before: Data, after: Data) -> Iterator[str]:
    old, new = ([each["words"] for each in data.get("attention", ())] for data in (before, after))
    yield from (f"new: {words}" for words in new if words not in old)
    yield from (f"no longer: {words}" for words in old if words not in new)


_LOOKS: tuple[tuple[About, Callable[[Data, Data], Iterator[str]]], ...] = (
    ("date", _date),
    ("texts", _texts),
    ("statistics", _files),
    ("evidence", _evidence),
    ("duties", _duties),
    ("figures", _figures),
    ("divides", _divides),
    ("attention", _attention),
)


def _by(things: Sequence[Any], key: Callable[[Any], Hashable]) -> dict[Any, Any]:
    """Things by what they are known by; where several are known by one name, by the name and how many came before."""
    found: dict[Any, Any] = {}
    for each in things:
        name, at = key(each), 0
        while (unique := name if at == 0 else (name, at)) in found:
            at += 1
        found[unique] = each
    return found


def _come_and_gone(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    if came := [str(name) for name in new if name not in old]:
        yield f"new: {listed(came)}"
    if gone := [str(name) for name in old if name not in new]:
        yield f"no longer there: {listed(gone)}"


def _key_of_text(text: Data) -> Hashable:
    return str(text["key"])


def _data_files(review: Data) -> list[Data]:
    return [each for each in review.get("sources", ()) if "observations" in each]


def _rung(duty: Data) -> str:
    evidence = duty.get("evidence")
    return str(evidence.get("rung", "")) if isinstance(evidence, Mapping) else ""


def _key_of_figure(figure: Data) -> Hashable:
    return figure["document"], figure["paragraph"], figure["printed"]


def _levels(review: Data) -> list[Data]:
    return [
        {**result, "indicator": each["indicator"]}
        for divide in review.get("divides", ())
        for each in divide["indicators"]
        for result in each["results"]
        if result["measure"] == "level" and result["value"] is not None
    ]


def _key_of_level(level: Data) -> tuple[Any, ...]:
    return tuple(level[name] for name in ("indicator", "area", "sex", "location", "age", "breakdown"))
