"""Taking a file of records into the register of a workspace, whichever it holds, and writing a file by its suffix.

Knows how what became of a file is said.
"""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from stocktake.cli.dates import is_example, moment_of
from stocktake.cli.output import progress, say, tell
from stocktake.cli.texts import open_workspace
from stocktake.errors import InputError, UnsupportedError, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stocktake.documents.model import Document
    from stocktake.register.history import Record
    from stocktake.register.intake import Reading
    from stocktake.register.intake_model import Problem
    from stocktake.register.record_checking import Stamp

# The clock of another machine may be ahead of ours, never by so much.
_AHEAD = timedelta(days=1)
_MOST_PAIRS = 5


def write_as(file: Path, forms: dict[str, Callable[[], bytes]]) -> None:
    """Write ``file`` in the form that its suffix says.

    Raises:
        UnsupportedError: There is no form of this suffix.
    """
    from stocktake.atomic import write_whole

    suffix = file.suffix.lower()
    if suffix not in forms:
        raise UnsupportedError(
            expected=f"a file that ends in {', '.join(forms)}",
            came=f"{file.name!r} does not",
            choices=nearest(suffix, list(forms)),
            advice="Name it so that its end says its form.",
        )
    write_whole(file, forms[suffix]())


def take_in(file: Path, by: str, workspace: Path | None) -> None:
    """Take in what a file holds, contributions or needs and offers, and say what became of it.

    Raises:
        InputError: Something in it is wrong; every problem is listed with its place, and nothing is taken in.
    """
    from stocktake.register.checking import LONGEST_NAME
    from stocktake.register.columns import CONTRIBUTIONS
    from stocktake.register.contribution_fields import words
    from stocktake.register.intake import read_records
    from stocktake.register.record_checking import Stamp

    now = moment_of(open_workspace(workspace).holdings)
    stamp = Stamp(words(by, "a name", LONGEST_NAME), now, now + _AHEAD)
    with progress(f"reading {file.name}") as show:
        reading = read_records(file.read_bytes(), file.name, stamp, show)
    if reading.passed_over:
        say(f"passed over, for they have none of the headings: {', '.join(map(repr, reading.passed_over))}")
    _refuse_mixing(reading, file, workspace)
    if reading.kinds - {CONTRIBUTIONS.name}:
        _take_needs(file, reading, workspace)
    else:
        _take_contributions(file, reading, stamp, workspace)


def _refuse_mixing(reading: "Reading", file: Path, workspace: Path | None) -> None:
    from stocktake.review.example import refuse_other_areas

    holdings = open_workspace(workspace).holdings
    codes = [code for row in reading.rows for code in row.record.where]
    codes += [row.record.area for row in reading.needs if row.record.area]
    codes += [code for row in reading.offers for code in row.record.eligible]
    if holdings:
        refuse_other_areas(codes, example=is_example(holdings), where=file.name)


def _take_contributions(file: Path, reading: "Reading", stamp: "Stamp", workspace: Path | None) -> None:
    from stocktake.workspace.register_file import open_workspace_register

    folder = open_workspace(workspace).folder
    check = _Texts(workspace).complaint if any(row.record.answers for row in reading.rows) else None
    with open_workspace_register(folder) as register:
        taken = register.evidence.take_in(reading, stamp, check)
        _refuse(taken.problems, "contributions", file)
    there = _there(folder, taken.known, [row.record for row in reading.rows])
    say(f"{taken.added} taken in, {there}; kept in {register.name}")
    _offer(folder, set(taken.new))


def _take_needs(file: Path, reading: "Reading", workspace: Path | None) -> None:
    from stocktake.review.words import counted
    from stocktake.workspace.register_file import open_workspace_register

    folder = open_workspace(workspace).folder
    with open_workspace_register(folder) as register:
        taken = register.needs.take_in(reading)
        _refuse(taken.problems, "needs and offers", file)
    new = [counted(len(taken.needs), "need"), counted(len(taken.offers), "offer")]
    new += [counted(len(taken.mismatches), "mismatch", "mismatches")] if reading.mismatches else []
    given: list[Record] = [row.record for row in reading.needs]
    given += [row.record for row in reading.offers]
    given += [row.record for row in reading.mismatches]
    there = _there(folder, taken.known, given)
    say(f"{', '.join(new[:-1])} and {new[-1]} taken in, {there}; kept in {register.name}")
    _offer_needs(folder, {each.id for each in taken.needs} | {each.id for each in taken.offers})


def _there(folder: Path, known: int, given: "Sequence[Record]") -> str:
    """How many records were there already, and how many of these were withdrawn, which a file does not undo."""
    from stocktake.register.history import states
    from stocktake.workspace.register_file import all_records

    words = f"{known} already there"
    if not known:
        return words
    records = all_records(folder)
    every = (records.contributions, records.needs, records.offers, records.mismatches)
    became = {one: state for each in every for one, state in states(each).items()}
    gone = sum(became[each.id] == "withdrawn" for each in given)
    return f"{words} ({gone} of them withdrawn, which a file does not undo)" if gone else words


def _refuse(problems: "Sequence[Problem]", what: str, file: Path) -> None:
    for problem in problems:
        tell(str(problem))
    if problems:
        raise InputError(
            expected=f"{what} without a fault",
            came=f"{len(problems)} {'problem is' if len(problems) == 1 else 'problems are'} listed above",
            where=str(file),
            advice="Nothing was taken in. Mend the file and take it in again.",
        )


class _Texts:
    """The texts held, by which it is told whether a paragraph or duty is there."""

    def __init__(self, workspace: Path | None) -> None:
        from stocktake.register.contribution_fields import short_symbol
        from stocktake.values.symbol import Symbol

        documents = open_workspace(workspace).contents().documents
        self._held = {short_symbol(Symbol.parse(each.data.symbol)): each for each in documents if each.data.symbol}
        self._duties: dict[str, list[str]] = {}

    def complaint(self, answer: str) -> str | None:
        """What is wrong with a paragraph or duty; None where it is there, or its text is not held."""
        text, _, place = answer.rpartition(":")
        document = self._held.get(text)
        if document is None:
            return None
        known = self._duties_of(text, document) if "#" in place else [each.id for each in document.paragraphs]
        if place in known:
            return None
        near = [each for each in known if each.partition("#")[0] == place.partition("#")[0]] or nearest(
            place, known
        )
        nearby = f" (nearest: {', '.join(f'{text}:{each}' for each in near[:3])})" if near else ""
        return f"{text} has no {'duty' if '#' in place else 'paragraph'} {place}{nearby}"

    def _duties_of(self, text: str, document: "Document") -> list[str]:
        if text not in self._duties:
            from stocktake.documents.commitments import find_commitments

            self._duties[text] = [each.id.rpartition(":")[2] for each in find_commitments(document)]
        return self._duties[text]


def _offer(folder: Path, new: set[UUID]) -> None:
    """Say which of the new contributions may tell of an action that is there already."""
    from stocktake.register.evidence_list import list_evidence
    from stocktake.workspace.register_file import all_records

    if not new:
        return
    records = all_records(folder)
    candidates = list_evidence(records.contributions, records.judgements).candidates
    count = sum(bool(new & {each.first, each.second}) for each in candidates)
    if count:
        pairs = "1 pair" if count == 1 else f"{count} pairs"
        say(f"{pairs} may tell of the same action; nothing was merged. Look: stocktake evidence list")


def _offer_needs(folder: Path, new: set[UUID]) -> None:
    """Say which of the new needs and offers may be there already."""
    from stocktake.register.history import standing
    from stocktake.review.needs.twice import find_twice
    from stocktake.workspace.register_file import all_records

    if not new:
        return
    records = all_records(folder)
    twice = find_twice(standing(records.needs), standing(records.offers))
    pairs = [each for each in twice if new & {each.first, each.second}]
    for each in pairs[:_MOST_PAIRS]:
        say(f"{each.first} and {each.second} may be one: {each.because}")
    if len(pairs) > _MOST_PAIRS:
        say(f"and {len(pairs) - _MOST_PAIRS} more pairs: stocktake needs --json")
    if pairs:
        say("nothing was merged. Where two are one: stocktake needs withdraw UUID --because WHY --by NAME")
