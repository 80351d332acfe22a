"""The tables of contributions and of judgements on pairs of them, with the same guards as corrections."""

from typing import Any, ClassVar

from django.db import migrations, models
from django.db.models import Q

from stocktake.register.guards import add_guards, guards_of

GUARDS = (
    guards_of("contribution", "id = NEW.id OR withdraws = NEW.withdraws OR supersedes = NEW.supersedes"),
    guards_of("judgement", "id = NEW.id"),
)
_WORDS = ("who", "entity_type", "title", "description", "where", "start", "end", "link", "answers")
_MORE = ("action_lines", "sdgs", "gdc", "reach", "reach_unit", "evidence", "document", "because")


def guard(_apps: Any, editor: Any) -> None:
    """Put the guards on the tables."""
    for guards in GUARDS:
        add_guards(guards, editor)


class Migration(migrations.Migration):
    """Contributions and judgements."""

    dependencies: ClassVar = [("register", "0001_corrections")]
    operations: ClassVar = [
        migrations.CreateModel(
            name="ContributionRecord",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                *((name, models.TextField(blank=True)) for name in (*_WORDS, *_MORE)),
                ("by", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("supersedes", models.UUIDField(null=True, unique=True)),
                ("withdraws", models.UUIDField(null=True, unique=True)),
            ],
            options={
                "db_table": "contribution",
                "ordering": ["recorded_at", "id"],
                "constraints": [
                    models.CheckConstraint(name="contribution_has_recorder", condition=~Q(by="")),
                    models.CheckConstraint(
                        name="contribution_says_what",
                        condition=Q(withdraws__isnull=False)
                        | ~(Q(who="") | Q(title="") | Q(start="") | Q(evidence="")),
                    ),
                    models.CheckConstraint(
                        name="contribution_change_has_reason",
                        condition=Q(supersedes__isnull=True, withdraws__isnull=True) | ~Q(because=""),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="JudgementRecord",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("first", models.UUIDField()),
                ("second", models.UUIDField()),
                ("verdict", models.TextField()),
                ("because", models.TextField()),
                ("by", models.TextField()),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "db_table": "judgement",
                "ordering": ["recorded_at", "id"],
                "constraints": [
                    models.CheckConstraint(name="judgement_has_reason", condition=~Q(because="")),
                    models.CheckConstraint(name="judgement_has_name", condition=~Q(by="")),
                ],
            },
        ),
        migrations.RunPython(guard),
    ]
