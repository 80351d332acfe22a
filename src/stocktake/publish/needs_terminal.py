"""Needs and offers in the terminal: a country with who can help, or the policy areas with what is unmet.

Knows the order of the pages. Computes nothing, ranks nothing; what a person wrote is shown as text whatever it holds.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text as Words

from stocktake.frameworks.areas import area_name
from stocktake.publish.needs_words import (
    COVER,
    MEANING,
    RULES,
    cost_words,
    cover_words,
    mismatch_words,
    money_words,
    need_cover_words,
    offer_amount_words,
    offer_name,
    recorded_words,
    sentence,
    source_words,
    state_words,
    status_words,
)
from stocktake.publish.terminal import facts, heading, indented, pages
from stocktake.register import Mismatch, Need, Offer
from stocktake.register.form import Form
from stocktake.register.history import states
from stocktake.register.words import shown
from stocktake.review.needs.model import (
    CountryView,
    Match,
    MismatchedNeed,
    NeedsView,
    NeedView,
    OfferView,
    PolicyAreaView,
)
from stocktake.review.words import counted, long_date

_NO_NEED = "No need is recorded. That is not to say that there is none."
_MOST = 10
"""How many needs of a policy area are listed here; the CSV and the JSON have all."""


def _open_costs(view: NeedsView) -> str:
    """The costs of what is not reported as implemented, which is said where something is."""
    words = money_words(view.costs, "cost", none="no need that is not implemented")
    implemented = sum(each.implemented for each in view.policy_areas)
    return f"{words}; {counted(implemented, 'need')} reported implemented left out" if implemented else words


def render_needs(view: NeedsView) -> Group:
    """The page: the countries of an area where one is chosen, else the policy areas, after a provider's offers."""
    day = long_date(view.as_of.isoformat())
    if not view.offers and not any(each.needs for each in view.policy_areas):
        return pages(
            Words(f"No need and no offer is recorded for this on {day}.", style="bold"),
            Words("That is not to say that there is none. Begin with: stocktake needs template needs.xlsx"),
        )
    return pages(
        Words(f"Needs and offers on {day}{_chosen(view)}", style="bold"),
        facts(
            [
                ("costs", _open_costs(view)),
                ("amounts", money_words(view.amounts, "amount", none="no open offer")),
            ]
        ),
        *(_countries(view) if view.area else ()),
        *(_offers("Its offers", view.offers) if view.provider else ()),
        *(() if view.area else (part for each in view.policy_areas for part in _policy_area(each))),
        *(() if view.area or view.provider else _offers("Offers that are not open", _not_open(view))),
        *_candidates(view),
        Words(f"\n{MEANING} {RULES} {COVER}"),
    )


def _chosen(view: NeedsView) -> str:
    area = f", {area_name(view.area)}" if view.area else ""
    return f"{area}{f', provider {shown(view.provider)!r}' if view.provider else ''}"


def _countries(view: NeedsView) -> list[RenderableType]:
    parts = [part for each in view.countries for part in _country(each)]
    return parts or [Words(f"\n{_NO_NEED}")]


def _country(view: CountryView) -> list[RenderableType]:
    parts: list[RenderableType] = [heading(view.name)]
    if not view.needs:
        parts.append(Words(_NO_NEED))
    for name, needs in groupby(view.needs, lambda each: each.need.policy_area):
        parts.append(Words(f"\n{shown(name)}", style="bold"))
        parts += [indented(part) for each in needs for part in _need(each)]
    if view.without_need:
        parts.append(Words("\nOffers open to it that match none of its recorded needs", style="bold"))
        parts += [indented(_match(each)) for each in view.without_need]
    return parts


def _need(view: NeedView) -> tuple[RenderableType, ...]:
    need = view.need
    helped = "" if view.matches or view.met == "reported implemented" else "no open offer matches"
    said = facts(
        [
            ("status", status_words(need)),
            ("source", f"{source_words(need)} {need.link}".rstrip()),
            ("lead", shown(need.lead)),
            ("cost", cost_words(need)),
            ("cover", need_cover_words(view)),
            ("can help", helped),
            ("not open", "\n".join(f"{offer_name(each.offer)} ({shown(each.because)})" for each in view.not_open)),
            (
                "no match",
                "\n".join(
                    f"{offer_name(each.available.offer)} ({mismatch_words(each.mismatch)})"
                    for each in view.mismatched
                ),
            ),
            ("recorded", recorded_words(need)),
            ("id", str(need.id)),
        ]
    )
    title = Words(f"{shown(need.recommendation)} ({view.met})", style="bold")
    return title, indented(said), *(indented(_match(each)) for each in view.matches)


def _match(match: Match) -> Group:
    offer = match.offer
    rows = [
        ("why", sentence([each.words for each in match.reasons])),
        ("not known", sentence(match.unknown) if match.unknown else ""),
        ("link", offer.link),
    ]
    title = Words(f"→ {offer_name(offer)} ({offer.kind}, {offer_amount_words(offer)})")
    return Group(title, indented(facts(rows)))


def _policy_area(view: PolicyAreaView) -> tuple[RenderableType, RenderableType]:
    count = (
        f"{view.needs} recorded: {len(view.unmet)} unmet, {len(view.partly_met)} partly met, "
        f"{view.implemented} reported implemented"
    )
    rows = [
        ("needs", count if view.needs else ""),
        ("costs", money_words(view.costs, "cost")),
        ("unmet", money_words(view.unmet_costs, "cost")),
        (
            "",
            _listed([f"{area_name(each.area)}: {shown(each.recommendation)}" for each in _by_country(view.unmet)]),
        ),
        (
            "offers",
            f"{view.offers} open; {money_words(view.amounts, 'amount')}"
            if view.offers
            else "none is open that names it",
        ),
        ("no need", _listed([f"{offer_name(each)} ({offer_amount_words(each)})" for each in view.without_need])),
    ]
    return Words(f"\n{shown(view.name)}: {state_words(view)}", style="bold"), indented(facts(rows))


def _by_country(needs: Sequence[Need]) -> list[Need]:
    return sorted(needs, key=lambda each: (area_name(each.area), each.recommendation.casefold()))


def _listed(lines: Sequence[str]) -> str:
    more = [f"and {len(lines) - _MOST} more: --csv has all"] if len(lines) > _MOST else []
    return "\n".join([*lines[:_MOST], *more])


def _not_open(view: NeedsView) -> list[OfferView]:
    return [each for each in view.offers if each.available.state != "open"]


def _offers(title: str, offers: Sequence[OfferView]) -> list[RenderableType]:
    return [heading(title), *(indented(part) for each in offers for part in _offer(each))] if offers else []


def _offer(view: OfferView) -> tuple[RenderableType, RenderableType]:
    offer = view.available.offer
    state = f"{view.available.state}; {shown(view.available.because)}"
    matched = [f"{area_name(each.area)}: {shown(each.recommendation)}" for each in _by_country(view.needs)]
    none = "no recorded need matches" if view.available.state == "open" else ""
    rows = [
        ("state", state),
        ("kind", f"{offer.kind}, {offer_amount_words(offer)}"),
        ("for", "; ".join(map(shown, offer.policy_areas))),
        ("eligible", "; ".join(area_name(code) if code != "WLD" else "everyone" for code in offer.eligible)),
        ("matches", _listed(matched) or none),
        ("no match", _listed([_apart(each) for each in view.mismatched])),
        ("cover", cover_words(view.cover) if view.cover else ""),
        ("recorded", recorded_words(offer)),
        ("id", str(offer.id)),
    ]
    return Words(offer_name(offer), style="bold"), indented(facts(rows))


def _apart(one: MismatchedNeed) -> str:
    need = one.need
    return f"{area_name(need.area)}: {shown(need.recommendation)} ({mismatch_words(one.mismatch)})"


def _candidates(view: NeedsView) -> list[RenderableType]:
    rows = [f"{each.first} and {each.second}: {each.because}" for each in view.candidates[:_MOST]]
    more = len(view.candidates) - len(rows)
    rows += [f"and {more} more: --json has all"] if more else []
    if not rows:
        return []
    advice = "Where two are one, withdraw the other: stocktake needs withdraw UUID --because WHY --by NAME"
    return [heading("May be one"), *map(Words, rows), Words(advice)]


def render_records(form: Form, records: Sequence[Need | Offer | Mismatch], *, history: bool) -> Group:
    """The page: every record of a form that stands with all that is said of it; with the history, every state."""
    became = states(records)
    chosen = [each for each in records if history or became[each.id] == "stands"]
    title = Words(f"{counted(len(chosen), form.one, form.name)} recorded", style="bold")
    return pages(title, *(part for each in chosen for part in _record(form, each, became[each.id])))


def _record(form: Form, record: Any, state: str) -> tuple[RenderableType, RenderableType]:
    cells = form.printed(record)
    rows = [(form.by_name[name].title.casefold(), shown(cell)) for name, cell in cells.items()]
    return Words(f"\n{form.one}: {state}", style="bold"), indented(facts(rows))
