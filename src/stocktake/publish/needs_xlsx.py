"""Needs, offers and mismatches in workbooks: the templates with lists to choose from. Computes nothing."""

from collections.abc import Callable, Mapping

from stocktake.frameworks.areas import areas, is_example_area
from stocktake.frameworks.offer_kinds import offer_kinds
from stocktake.frameworks.policy_areas import policy_areas
from stocktake.frameworks.themes import load_themes
from stocktake.publish.form_xlsx import Choices, form_xlsx
from stocktake.register.form import Form
from stocktake.register.mismatch import MISMATCHES
from stocktake.register.need import NEEDS, STATUSES
from stocktake.register.needs_fields import eligible_choices
from stocktake.register.offer import OFFERS


def needs_form_xlsx(form: Form) -> bytes:
    """The template of a form, as ``form_xlsx.form_xlsx``."""
    return form_xlsx(form, _CHOICES[form.name]())


def _need_choices() -> Choices:
    return {
        "area": [(code, each.en) for code, each in areas().items() if each.until is None and not each.example],
        "policy_area": [(each, "") for each in policy_areas()],
        "status": [(each, "") for each in STATUSES],
        "action_lines": [(each.code, each.name) for each in load_themes("WSIS")],
        "sdgs": [(each.code, each.name) for each in load_themes("SDG")],
        "gdc": [(each.code, each.name) for each in load_themes("GDC")],
    }


def _offer_choices() -> Choices:
    return {
        "kind": [(each, "") for each in offer_kinds()],
        "policy_areas": [("any", "every policy area"), *((each, "") for each in policy_areas())],
        "eligible": [
            ("everyone", ""),
            *(each for each in eligible_choices().items() if not is_example_area(each[0])),
        ],
    }


def _no_choices() -> Choices:
    return {}


_CHOICES: Mapping[str, Callable[[], Choices]] = {
    NEEDS.name: _need_choices,
    OFFERS.name: _offer_choices,
    MISMATCHES.name: _no_choices,
}
