"""The tables of the register. Rows are only ever added: the models refuse anything else, and so does the database.

Imported by Django once it is set up (``setup.py``), never before. The guards in the database stand in the migrations.
"""

from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any, ClassVar, NoReturn, Self, cast
from uuid import UUID

from django.db import models
from django.db.models import Q

from stocktake.errors import InternalError
from stocktake.register.apps import LABEL
from stocktake.register.columns import CONTRIBUTIONS
from stocktake.register.contribution import Contribution, Judgement, Verdict
from stocktake.register.correction import Correction, Field
from stocktake.register.form import SEPARATOR, Form
from stocktake.register.mismatch import MISMATCHES, Mismatch
from stocktake.register.need import NEEDS, Need
from stocktake.register.offer import OFFERS, Offer


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


class AddedRecord(models.Model):
    """A row that is added once and stays as it is."""

    objects = AddedOnly.as_manager()

    class Meta:
        """No table of its own."""

        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        """Add the row.

        Raises:
            InternalError: It is there already.
        """
        if not self._state.adding:
            _refuse()
        super().save(*args, **{**options, "force_insert": True})

    delete = adelete = _refuse


class CorrectionRecord(AddedRecord):
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


def _text() -> "models.TextField[str, str]":
    return models.TextField(blank=True)


class FormRecord(AddedRecord):
    """A row of what is taken in by a form; the columns are the attributes of the record, several values in one text."""

    id: "models.UUIDField[UUID, UUID]" = models.UUIDField(primary_key=True, editable=False)
    because: "models.TextField[str, str]" = models.TextField(blank=True)
    by: "models.TextField[str, str]" = models.TextField()
    recorded_at: "models.DateTimeField[datetime, datetime]" = models.DateTimeField()
    supersedes: "models.UUIDField[UUID | None, UUID | None]" = models.UUIDField(null=True, unique=True)
    withdraws: "models.UUIDField[UUID | None, UUID | None]" = models.UUIDField(null=True, unique=True)
    form: ClassVar[Form]
    makes: ClassVar[type[Any]]

    class Meta:
        """No table of its own."""

        abstract = True

    @classmethod
    def of(cls, record: Any) -> Self:
        """The row that keeps ``record``; not yet added."""
        parts: dict[str, Any] = {each.name: getattr(record, each.name) for each in fields(record)}
        joined = {name: SEPARATOR.join(parts[name]) for name in cls.form.several}
        # What a withdrawal leaves out is None in the record where it is one of a few words, and empty in the row.
        said = (each.part for each in cls.form.content if not cls._meta.get_field(each.part).null)
        told = {name: parts[name] or "" for name in said}
        return cls(**{**parts, **told, **joined})

    def record(self) -> Any:
        """The record that the row keeps."""
        parts: dict[str, Any] = {each.name: getattr(self, each.name) for each in fields(self.makes)}
        split = {name: tuple(filter(None, parts[name].split(SEPARATOR))) for name in self.form.several}
        absent = {each.name: parts[each.name] or None for each in fields(self.makes) if each.default is None}
        return self.makes(**{**parts, **split, **absent})


def _rules_of(table: str, *needed: str) -> "list[models.BaseConstraint]":
    """What the database itself asks of the rows of a form: who recorded it, what it is about, why it changed."""
    empty = [Q(**{name: ""}) for name in needed]
    return [
        models.CheckConstraint(name=f"{table}_has_recorder", condition=~Q(by="")),
        models.CheckConstraint(
            name=f"{table}_says_what",
            condition=Q(withdraws__isnull=False) | ~reduce(or_, empty),
        ),
        models.CheckConstraint(
            name=f"{table}_change_has_reason",
            condition=Q(supersedes__isnull=True, withdraws__isnull=True) | ~Q(because=""),
        ),
    ]


class ContributionRecord(FormRecord):
    """One row per record; the columns are the attributes of ``Contribution``."""

    who, entity_type, title, description = _text(), _text(), _text(), _text()
    where, start, end, link, answers = _text(), _text(), _text(), _text(), _text()
    action_lines, sdgs, gdc = _text(), _text(), _text()
    reach, reach_unit, evidence, document = _text(), _text(), _text(), _text()
    form, makes = CONTRIBUTIONS, Contribution

    class Meta:
        """Where the rows are kept, and what the database itself asks of them."""

        app_label = LABEL
        db_table = "contribution"
        ordering: ClassVar = ["recorded_at", "id"]
        constraints: ClassVar = _rules_of("contribution", "who", "title", "start", "evidence")

    def __str__(self) -> str:
        """Who and what."""
        return f"{self.who}: {self.title}"

    def contribution(self) -> Contribution:
        """The contribution that the row keeps."""
        return cast("Contribution", self.record())


class NeedRecord(FormRecord):
    """One row per record; the columns are the attributes of ``Need``."""

    area, policy_area, recommendation, assessment = _text(), _text(), _text(), _text()
    assessed, link, status, lead = _text(), _text(), _text(), _text()
    cost, currency, action_lines, sdgs, gdc = _text(), _text(), _text(), _text(), _text()
    form, makes = NEEDS, Need

    class Meta:
        """Where the rows are kept, and what the database itself asks of them."""

        app_label = LABEL
        db_table = "need"
        ordering: ClassVar = ["recorded_at", "id"]
        constraints: ClassVar = _rules_of("need", "area", "policy_area", "recommendation", "assessment", "status")

    def __str__(self) -> str:
        """Which country or area, and what."""
        return f"{self.area}: {self.recommendation}"


class OfferRecord(FormRecord):
    """One row per record; the columns are the attributes of ``Offer``."""

    provider, programme, description, kind = _text(), _text(), _text(), _text()
    policy_areas, eligible, start, end = _text(), _text(), _text(), _text()
    amount, currency, link = _text(), _text(), _text()
    form, makes = OFFERS, Offer

    class Meta:
        """Where the rows are kept, and what the database itself asks of them."""

        app_label = LABEL
        db_table = "offer"
        ordering: ClassVar = ["recorded_at", "id"]
        constraints: ClassVar = _rules_of("offer", "provider", "programme", "policy_areas", "eligible", "kind")

    def __str__(self) -> str:
        """Whose, and what."""
        return f"{self.provider}: {self.programme}"


class MismatchRecord(FormRecord):
    """One row per record; the columns are the attributes of ``Mismatch``."""

    need: "models.UUIDField[UUID | None, UUID | None]" = models.UUIDField(null=True)
    offer: "models.UUIDField[UUID | None, UUID | None]" = models.UUIDField(null=True)
    reason = _text()
    form, makes = MISMATCHES, Mismatch

    class Meta:
        """Where the rows are kept, and what the database itself asks of them."""

        app_label = LABEL
        db_table = "mismatch"
        ordering: ClassVar = ["recorded_at", "id"]
        constraints: ClassVar = [
            *_rules_of("mismatch", "reason"),
            models.CheckConstraint(
                name="mismatch_names_a_pair",
                condition=Q(withdraws__isnull=False) | Q(need__isnull=False, offer__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        """The pair."""
        return f"{self.need} and {self.offer}"


class JudgementRecord(AddedRecord):
    """One row per judgement; the columns are the attributes of ``Judgement``."""

    id: "models.UUIDField[UUID, UUID]" = models.UUIDField(primary_key=True, editable=False)
    first: "models.UUIDField[UUID, UUID]" = models.UUIDField()
    second: "models.UUIDField[UUID, UUID]" = models.UUIDField()
    verdict: "models.TextField[str, str]" = models.TextField()
    because: "models.TextField[str, str]" = models.TextField()
    by: "models.TextField[str, str]" = models.TextField()
    recorded_at: "models.DateTimeField[datetime, datetime]" = models.DateTimeField()

    class Meta:
        """Where the rows are kept, and what the database itself asks of them."""

        app_label = LABEL
        db_table = "judgement"
        ordering: ClassVar = ["recorded_at", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(name="judgement_has_reason", condition=~Q(because="")),
            models.CheckConstraint(name="judgement_has_name", condition=~Q(by="")),
        ]

    def __str__(self) -> str:
        """The pair and what was said of it."""
        return f"{self.first} {self.verdict} {self.second}"

    @classmethod
    def of(cls, judgement: Judgement) -> "JudgementRecord":
        """The row that keeps ``judgement``; not yet added."""
        return cls(**asdict(judgement))

    def judgement(self) -> Judgement:
        """The judgement that the row keeps."""
        parts: dict[str, Any] = {each.name: getattr(self, each.name) for each in fields(Judgement)}
        return Judgement(**{**parts, "verdict": cast("Verdict", self.verdict)})
