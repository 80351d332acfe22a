"""Commands on corrections: correct and corrections. The one place where the clock is read for the register."""

import shlex
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple
from uuid import UUID, uuid4

import typer

from stocktake.cli.dates import moment_of
from stocktake.cli.options import BecauseOption, ByOption, DayOption, JsonOption, WorkspaceOption
from stocktake.cli.output import put, put_json, say
from stocktake.cli.texts import find_document, open_workspace
from stocktake.errors import NotFoundError, RequestError, nearest
from stocktake.values.moment import end_of

if TYPE_CHECKING:
    from stocktake.documents.commitments.model import Commitment
    from stocktake.documents.model import Document
    from stocktake.register import Correction
    from stocktake.review.corrected import Corrected

SCHEMA = "stocktake/corrections/1"
# The clock of another machine may be ahead of ours, never by so much.
_AHEAD = timedelta(days=1)


class _Duty(NamedTuple):
    """A duty that a person named: the text's name, the duty, all duties of the text, the themes of its paragraph."""

    text: str
    commitment: "Commitment"
    others: "Sequence[Commitment]"
    themes: tuple[str, ...]


def correct(  # noqa: PLR0913, PLR0917 - every option of a command is a parameter of its function
    commitment: Annotated[
        str,
        typer.Argument(metavar="COMMITMENT", help="The duty, as `stocktake commitments` names it: 80/118:13#1."),
    ],
    field: Annotated[
        str,
        typer.Argument(
            metavar="FIELD", help="addressee, deadline, theme, strength, not-a-duty, through or status."
        ),
    ],
    value: Annotated[
        str,
        typer.Argument(
            metavar="VALUE",
            help="What it is: names or themes with semicolons between them, a date, a session (GA-81), a strength,"
            " yes or no; none for no value.",
        ),
    ],
    because: BecauseOption,
    by: ByOption,
    workspace: WorkspaceOption = None,
) -> None:
    """Put right what was read of a duty. Nothing is overwritten, and it survives every new reading.

    Example: stocktake correct 80/118:13#1 deadline GA-82 --because "the session moved" --by "A. Person"
    """
    from stocktake.register import Correction
    from stocktake.register.checking import checked
    from stocktake.register.fields import parse_field
    from stocktake.workspace.register_file import open_workspace_register

    opened = open_workspace(workspace)
    folder = opened.folder
    duty = _duty(commitment, workspace)
    made = checked(
        Correction(
            id=uuid4(),
            commitment=duty.commitment.id,
            text=duty.text,
            paragraph=duty.commitment.paragraph,
            quote=duty.commitment.quote,
            field=parse_field(field),
            value=value,
            because=because,
            by=by,
            recorded_at=moment_of(opened.holdings),
        )
    )
    with open_workspace_register(folder) as register:
        before = _corrected(duty, register.corrections())
        made = replace(made, recorded_at=moment_of(opened.holdings))
        register.record_correction(made)
        kept_in = register.name
    put(_told(made, _value_of(before, made, duty.themes), (folder, kept_in)))
    _hint(made)


def _duty(named: str, workspace: Path | None) -> _Duty:
    """The duty with this id.

    Raises:
        RequestError: It is no id of a duty.
        NotFoundError: The text is not held, or has no such duty.
    """
    from stocktake.documents.commitments import find_commitments

    text, colon, place = named.rpartition(":")
    if not (colon and text and "#" in place):
        raise RequestError(
            expected="the id of a duty such as 80/118:13#1 (text, paragraph, which duty of the paragraph)",
            came=f"{named!r} is none",
            advice="List the duties of a text with their ids: stocktake commitments 80/118 --json",
        )
    document = find_document(text, workspace)
    duties = find_commitments(document)
    meant = next((each for each in duties if each.id.rpartition(":")[2] == place), None)
    if meant is None:
        raise _no_such_duty(named, place, duties)
    name = document.name
    return _Duty(name, meant, duties, _themes_of(document, meant.paragraph))


def _no_such_duty(named: str, place: str, duties: "Sequence[Commitment]") -> NotFoundError:
    paragraph = place.partition("#")[0]
    here = [each.id for each in duties if each.paragraph == paragraph]
    near = here or nearest(named, [each.id for each in duties]) or [each.id for each in duties]
    return NotFoundError(
        expected="a duty of the text",
        came=f"{named!r} is none of its {len(duties)}",
        choices=near[:3],
        advice="Look them up: stocktake commitments FILE|SYMBOL",
    )


def _themes_of(document: "Document", paragraph: str) -> tuple[str, ...]:
    from stocktake.documents.find.themes import find_themes

    labels = [each for each in find_themes(document) if each.paragraph == paragraph]
    return tuple(each.code if each.framework == "WSIS" else f"{each.framework} {each.code}" for each in labels)


def _corrected(duty: _Duty, records: "Iterable[Correction]") -> "Corrected":
    """The duty with what was recorded until now."""
    from stocktake.review.corrections import attach

    attached = attach({duty.text: duty.others}, records).texts[duty.text]
    return next(each for each in attached if each.original.id == duty.commitment.id)


def _value_of(duty: "Corrected", made: "Correction", themes: tuple[str, ...]) -> str:
    """What counted for the field, and where it came from."""
    from stocktake.review.corrected import printed_value

    earlier = duty.counting(made.field)
    if earlier is not None:
        return f"{earlier.value} (corrected by {earlier.by} on {earlier.recorded_at.date().isoformat()})"
    if made.field == "status":
        return "what the evidence says (stocktake review)"
    return f"{printed_value(duty.original, made.field, themes)} (as read from the text)"


def _told(made: "Correction", before: str, place: tuple[Path, str]) -> str:
    folder, kept_in = place
    where = shlex.quote(str(folder))
    withdraw = f"stocktake corrections --withdraw {made.id} --because WHY --by NAME --workspace {where}"
    return (
        f"{made.commitment} {made.field}\n"
        f"  was       {before}\n"
        f"  is        {made.value}\n"
        f"  because   {made.because}\n"
        f"  by        {made.by}, {made.recorded_at.isoformat(timespec='seconds')}\n"
        f"  kept in   {kept_in} as {made.id}\n"
        f"  withdraw  {withdraw}\n"
    )


def _hint(made: "Correction") -> None:
    """Say which names the frameworks do not know, and which they know that are like them."""
    from stocktake.frameworks.actors import actor_named, load_actors
    from stocktake.register.fields import split_value

    names = split_value(made.value) if made.field in {"addressee", "through"} else ()
    unknown = [name for name in names if actor_named(name) is None]
    known = [name for each in load_actors() for name in (each.name, *each.aliases)] if unknown else []
    for name in unknown:
        near = ", ".join(nearest(name, known))
        say(f"the frameworks do not know {name!r}; it is kept as written{f' (near: {near})' if near else ''}")


def corrections(  # noqa: PLR0913, PLR0917 - every option of a command is a parameter of its function
    as_of: DayOption = None,
    as_json: JsonOption = False,
    export: Annotated[
        Path | None, typer.Option("--export", metavar="FILE", help="Write every record as a table (CSV).")
    ] = None,
    take_in: Annotated[
        Path | None, typer.Option("--import", metavar="FILE", help="Take such a table in: all of it, or nothing.")
    ] = None,
    withdraw: Annotated[
        UUID | None,
        typer.Option("--withdraw", metavar="ID", help="Withdraw a correction; it stays in the history."),
    ] = None,
    because: Annotated[str | None, typer.Option("--because", metavar="WHY", help="Why it is withdrawn.")] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who withdraws it.")] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """List corrections, hand them on, take them in, withdraw one.

    Example: stocktake corrections --as-of 2026-01-15
    """
    if sum(each is not None for each in (export, take_in, withdraw)) + as_json > 1:
        message = "choose one of --json, --export FILE, --import FILE, --withdraw ID"
        raise typer.BadParameter(message)
    if (withdraw is None) != (because is None and by is None) or (withdraw and not (because and by)):
        message = "--withdraw ID, --because WHY and --by NAME go together"
        raise typer.BadParameter(message)
    opened = open_workspace(workspace)
    folder = opened.folder
    until = end_of(as_of.date()) if as_of else None
    if withdraw is not None:
        _withdraw(folder, withdraw, (because or "", by or ""), moment_of(opened.holdings))
    elif take_in is not None:
        _take_in(folder, take_in, moment_of(opened.holdings) + _AHEAD)
    else:
        _hand_out(folder, until, export, as_json=as_json)


def _withdraw(folder: Path, named: UUID, said: tuple[str, str], now: datetime) -> None:
    """Withdraw the correction; ``said`` is why, and by whom."""
    from stocktake.workspace.register_file import all_records, open_workspace_register

    meant = next((each for each in all_records(folder).corrections if each.id == named), None)
    if meant is None:
        raise NotFoundError(
            expected="a correction that is recorded",
            came=f"there is none with the id {named}",
            where=str(folder),
            advice="List them with their ids: stocktake corrections",
        )
    because, by = said
    withdrawal = replace(meant, id=uuid4(), value="", because=because, by=by, recorded_at=now, withdraws=named)
    with open_workspace_register(folder) as register:
        register.record_correction(withdrawal)
    put(f"{meant.commitment} {meant.field}\n  withdrawn {meant.value} (by {meant.by})\n  by        {by}\n")


def _take_in(folder: Path, file: Path, latest: datetime) -> None:
    from stocktake.workspace.register_file import open_workspace_register

    data = file.read_bytes()
    with open_workspace_register(folder) as register:
        taken = register.import_corrections(data, file.name, latest)
    say(f"{taken.added} taken in, {taken.known} already there")


def _hand_out(folder: Path, until: datetime | None, export: Path | None, *, as_json: bool) -> None:
    from stocktake.workspace.register_file import all_records

    records = all_records(folder, until).corrections
    if export is not None:
        from stocktake.atomic import write_whole
        from stocktake.register.exchange import print_table

        write_whole(export, print_table(records))
        say(f"written: {export} ({len(records)} records)")
    elif as_json:
        put_json(_to_json(records, until))
    else:
        put(_listed(records))


def _states(records: "Sequence[Correction]") -> dict[UUID, str]:
    """What became of each record: it counts, a later one overrules it, it is withdrawn, or it withdraws another."""
    from stocktake.register import standing

    stands = standing(records)
    last = {(each.commitment, each.field): each.id for each in stands}
    states = {each.id: "withdrawn" if each.withdraws is None else "withdrawal" for each in records}
    return states | {
        each.id: "counts" if last[each.commitment, each.field] == each.id else "overruled" for each in stands
    }


def _to_json(records: "Sequence[Correction]", until: datetime | None) -> dict[str, Any]:
    states = _states(records)
    return {
        "schema": SCHEMA,
        "as_of": until.date().isoformat() if until else None,
        "corrections": [
            {
                "id": str(each.id),
                "commitment": each.commitment,
                "document": each.text,
                "paragraph": each.paragraph,
                "quote": each.quote,
                "field": each.field,
                "value": each.value or None,
                "because": each.because,
                "by": each.by,
                "recorded_at": each.recorded_at.isoformat(),
                "withdraws": str(each.withdraws) if each.withdraws else None,
                "state": states[each.id],
            }
            for each in records
        ],
    }


def _listed(records: "Sequence[Correction]") -> str:
    """One block per record, oldest first; signs that cannot be seen are made visible."""
    from stocktake.register.words import shown

    if not records:
        return "No corrections.\n"
    states = _states(records)
    blocks = [
        f"{each.commitment} {each.field}{f': {each.value}' if each.value else ''} ({states[each.id]})\n"
        f"  because   {each.because}\n"
        f"  by        {each.by}, {each.recorded_at.isoformat(timespec='seconds')}\n"
        f"  id        {each.id}{f', withdraws {each.withdraws}' if each.withdraws else ''}\n"
        for each in records
    ]
    return "".join("\n".join(map(shown, block.split("\n"))) for block in blocks)
