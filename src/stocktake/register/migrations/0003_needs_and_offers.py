"""The tables of needs and of offers, with the same guards as contributions."""

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Any, ClassVar

from django.db import migrations, models
from django.db.models import Q

from stocktake.register.guards import add_guards, guards_of

_THERE = "id = NEW.id OR withdraws = NEW.withdraws OR supersedes = NEW.supersedes"
GUARDS = (guards_of("need", _THERE), guards_of("offer", _THERE))
_NEED = (
    *("area", "policy_area", "recommendation", "assessment", "assessed", "link", "status", "lead"),
    *("cost", "currency", "action_lines", "sdgs", "gdc"),
)
_OFFER = (
    *("provider", "programme", "description", "kind", "policy_areas", "eligible", "start", "end"),
    *("amount", "currency", "link"),
)


def guard(_apps: Any, editor: Any) -> None:
    """Put the guards on the tables."""
    for guards in GUARDS:
        add_guards(guards, editor)


def table(model: str, name: str, texts: Sequence[str], needed: Sequence[str]) -> migrations.CreateModel:
    """The table of one form."""
    return migrations.CreateModel(
        name=model,
        fields=[
            ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
            ("because", models.TextField(blank=True)),
            ("by", models.TextField()),
            ("recorded_at", models.DateTimeField()),
            ("supersedes", models.UUIDField(null=True, unique=True)),
            ("withdraws", models.UUIDField(null=True, unique=True)),
            *((each, models.TextField(blank=True)) for each in texts),
        ],
        options={
            "db_table": name,
            "ordering": ["recorded_at", "id"],
            "constraints": [
                models.CheckConstraint(name=f"{name}_has_recorder", condition=~Q(by="")),
                models.CheckConstraint(
                    name=f"{name}_says_what",
                    condition=Q(withdraws__isnull=False) | ~reduce(or_, [Q(**{each: ""}) for each in needed]),
                ),
                models.CheckConstraint(
                    name=f"{name}_change_has_reason",
                    condition=Q(supersedes__isnull=True, withdraws__isnull=True) | ~Q(because=""),
                ),
            ],
        },
    )


class Migration(migrations.Migration):
    """Needs and offers."""

    dependencies: ClassVar = [("register", "0002_contributions")]
    operations: ClassVar = [
        table("NeedRecord", "need", _NEED, ("area", "policy_area", "recommendation", "assessment", "status")),
        table("OfferRecord", "offer", _OFFER, ("provider", "programme", "policy_areas", "eligible", "kind")),
        migrations.RunPython(guard),
    ]
