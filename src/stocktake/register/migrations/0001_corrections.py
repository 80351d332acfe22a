"""The table of corrections, and the guards by which the database itself refuses to alter or delete a row.

SQLite drops the guards with a table that it makes anew: a later migration that alters the table runs them again.
"""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.db import migrations, models
from django.db.models import Q

from stocktake.errors import UnsupportedError

_REFUSE = "BEGIN SELECT RAISE(ABORT, 'records of the register are only ever added'); END"
_THERE = "EXISTS (SELECT 1 FROM correction WHERE id = NEW.id OR withdraws = NEW.withdraws)"
GUARDS: Mapping[str, tuple[str, ...]] = {
    "sqlite": (
        f"CREATE TRIGGER correction_not_altered BEFORE UPDATE ON correction {_REFUSE}",
        f"CREATE TRIGGER correction_not_deleted BEFORE DELETE ON correction {_REFUSE}",
        # INSERT OR REPLACE deletes the row that is in its way without running the guard on deletion.
        f"CREATE TRIGGER correction_not_replaced BEFORE INSERT ON correction WHEN {_THERE} {_REFUSE}",
    ),
}
"""The guards in the words of each kind of database."""


def add_guards(_apps: Any, editor: Any) -> None:
    """Put the guards on the table.

    Raises:
        UnsupportedError: There are no guards for this kind of database.
    """
    vendor = editor.connection.vendor
    if vendor not in GUARDS:
        raise UnsupportedError(
            expected=f"a database whose records can be guarded ({', '.join(GUARDS)})",
            came=f"{vendor} is not handled",
            advice="Use one of these.",
        )
    for guard in GUARDS[vendor]:
        editor.execute(guard)


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
        migrations.RunPython(add_guards),
    ]
