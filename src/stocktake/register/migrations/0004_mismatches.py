"""The table of pairs of a need and an offer that somebody says do not match, with the same guards as needs."""

from typing import Any, ClassVar

from django.db import migrations, models
from django.db.models import Q

from stocktake.register.guards import add_guards, guards_of

GUARDS = guards_of("mismatch", "id = NEW.id OR withdraws = NEW.withdraws OR supersedes = NEW.supersedes")


def guard(_apps: Any, editor: Any) -> None:
    """Put the guards on the table."""
    add_guards(GUARDS, editor)


class Migration(migrations.Migration):
    """Mismatches."""

    dependencies: ClassVar = [("register", "0003_needs_and_offers")]
    operations: ClassVar = [
        migrations.CreateModel(
            name="MismatchRecord",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("because", models.TextField(blank=True)),
                ("by", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("supersedes", models.UUIDField(null=True, unique=True)),
                ("withdraws", models.UUIDField(null=True, unique=True)),
                ("need", models.UUIDField(null=True)),
                ("offer", models.UUIDField(null=True)),
                ("reason", models.TextField(blank=True)),
            ],
            options={
                "db_table": "mismatch",
                "ordering": ["recorded_at", "id"],
                "constraints": [
                    models.CheckConstraint(name="mismatch_has_recorder", condition=~Q(by="")),
                    models.CheckConstraint(
                        name="mismatch_says_what", condition=Q(withdraws__isnull=False) | ~Q(reason="")
                    ),
                    models.CheckConstraint(
                        name="mismatch_change_has_reason",
                        condition=Q(supersedes__isnull=True, withdraws__isnull=True) | ~Q(because=""),
                    ),
                    models.CheckConstraint(
                        name="mismatch_names_a_pair",
                        condition=Q(withdraws__isnull=False) | Q(need__isnull=False, offer__isnull=False),
                    ),
                ],
            },
        ),
        migrations.RunPython(guard),
    ]
