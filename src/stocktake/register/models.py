"""The tables of the register. Rows are only ever added: the models refuse anything else, and so does the database.

Imported by Django once it is set up (``setup.py``), never before. The guards in the database stand in the migrations.
"""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any, ClassVar, NoReturn, cast
from uuid import UUID

from django.db import models
from django.db.models import Q

from stocktake.errors import InternalError
from stocktake.register.apps import LABEL
from stocktake.register.correction import Correction, Field


def _refuse(*_given: Any, **_named: Any) -> NoReturn:
    raise InternalError(
        expected="records that are only ever added",
        came="one was to be altered or deleted",
        advice="Withdraw it by a new record.",
    )


class AddedOnly(models.QuerySet[Any]):
    """Rows that can be read and added, not altered or deleted."""

    update = delete = bulk_update = update_or_create = aupdate = adelete = abulk_update = aupdate_or_create = (
        _refuse
    )

    def bulk_create(self, objs: Iterable[Any], *args: Any, **options: Any) -> list[Any]:
        """The rows, added.

        Raises:
            InternalError: Rows that are there would be altered, or the new ones passed over.
        """
        if options.get("update_conflicts") or options.get("ignore_conflicts"):
            _refuse()
        return super().bulk_create(objs, *args, **options)


class CorrectionRecord(models.Model):
    """One row per record; the columns are the attributes of ``Correction``, and the checksum of the words."""

    id: "models.UUIDField[UUID, UUID]" = models.UUIDField(primary_key=True, editable=False)
    commitment: "models.TextField[str, str]" = models.TextField()
    text: "models.TextField[str, str]" = models.TextField()
    paragraph: "models.TextField[str, str]" = models.TextField()
    quote: "models.TextField[str, str]" = models.TextField()
    quote_sha256: "models.TextField[str, str]" = models.TextField()
    field: "models.TextField[str, str]" = models.TextField()
    value: "models.TextField[str, str]" = models.TextField(blank=True)
    because: "models.TextField[str, str]" = models.TextField()
    by: "models.TextField[str, str]" = models.TextField()
    recorded_at: "models.DateTimeField[datetime, datetime]" = models.DateTimeField()
    withdraws: "models.UUIDField[UUID | None, UUID | None]" = models.UUIDField(null=True, unique=True)

    objects = AddedOnly.as_manager()

    class Meta:
        """Where the rows are kept, and what the database itself asks of them."""

        app_label = LABEL
        db_table = "correction"
        ordering: ClassVar = ["recorded_at", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(name="correction_has_reason", condition=~Q(because="")),
            models.CheckConstraint(name="correction_has_name", condition=~Q(by="")),
            models.CheckConstraint(
                name="correction_has_value", condition=Q(withdraws__isnull=False) | ~Q(value="")
            ),
        ]

    def __str__(self) -> str:
        """The duty and the field."""
        return f"{self.commitment} {self.field}"

    def save(self, *args: Any, **options: Any) -> None:
        """Add the row.

        Raises:
            InternalError: It is there already.
        """
        if not self._state.adding:
            _refuse()
        super().save(*args, **{**options, "force_insert": True})

    delete = adelete = _refuse

    @classmethod
    def of(cls, correction: Correction) -> "CorrectionRecord":
        """The row that keeps ``correction``; not yet added."""
        return cls(**asdict(correction), quote_sha256=correction.quote_sha256)

    def correction(self) -> Correction:
        """The correction that the row keeps."""
        return Correction(
            id=self.id,
            commitment=self.commitment,
            text=self.text,
            paragraph=self.paragraph,
            quote=self.quote,
            field=cast("Field", self.field),
            value=self.value,
            because=self.because,
            by=self.by,
            recorded_at=self.recorded_at,
            withdraws=self.withdraws,
        )
