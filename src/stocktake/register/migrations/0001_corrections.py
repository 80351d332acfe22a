"""The table of corrections, and the guards by which the database itself refuses to alter or delete a row.

SQLite drops the guards with a table that it makes anew: a later migration that alters the table runs them again.
"""

from typing import Any, ClassVar

from django.db import migrations, models
from django.db.models import Q

from stocktake.register.guards import add_guards, guards_of

GUARDS = guards_of("correction", "id = NEW.id OR withdraws = NEW.withdraws")
"""The guards in the words of each kind of database."""


def guard(_apps: Any, editor: Any) -> None:
    """Put the guards on the table."""
    add_guards(GUARDS, editor)


class Migration(migrations.Migration):
    """Corrections."""

    initial = True
    dependencies: ClassVar = []
    operations: ClassVar = [
        migrations.CreateModel(
            name="CorrectionRecord",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("commitment", models.TextField()),
                ("text", models.TextField()),
                ("paragraph", models.TextField()),
                ("quote", models.TextField()),
                ("quote_sha256", models.TextField()),
                ("field", models.TextField()),
                ("value", models.TextField(blank=True)),
                ("because", models.TextField()),
                ("by", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("withdraws", models.UUIDField(null=True, unique=True)),
            ],
            options={
                "db_table": "correction",
                "ordering": ["recorded_at", "id"],
                "constraints": [
                    models.CheckConstraint(name="correction_has_reason", condition=~Q(because="")),
                    models.CheckConstraint(name="correction_has_name", condition=~Q(by="")),
                    models.CheckConstraint(
                        name="correction_has_value", condition=Q(withdraws__isnull=False) | ~Q(value="")
                    ),
                ],
            },
        ),
        migrations.RunPython(guard),
    ]
