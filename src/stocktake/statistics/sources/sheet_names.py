"""What the name of a sheet says of all its values, where the table itself does not: sex, place of living, unit.

Knows that publishers give each sex, place of living or unit a sheet of its own, under its name ("Female", "Rural", "Per
cent"). A name counts where it, or a part of it that stands apart, is a recorded word of a closed dimension, or where it
is a unit, and no column says it. "Individuals" beside "Households" is no unit. Reads no file.
"""

from dataclasses import replace

from stocktake.findings import Code, Finding
from stocktake.frameworks.statistical_words import dimension_of, unit_of
from stocktake.statistics.sources.gathered import Gathered, same
from stocktake.statistics.sources.told_apart import told_by


def read_as(sheet: str, what: str) -> Finding:
    """The remark that the name of a sheet is read as something of all its values."""
    return Finding(Code.NAMED_BY_FILE, "sheet", f"The name of the sheet, “{sheet}”, is read as {what}.")


def with_name(gathered: Gathered, sheet: str) -> Gathered:
    """The rows with what the name of their sheet says, and a remark on it; as they are where it says nothing."""
    said = {name: word for name, word in told_by(sheet).items() if not _has(name, gathered)}
    unit = gathered.unit is None and _is_unit(sheet)
    if not (said or unit):
        return gathered
    length = len(gathered.value)
    what = "the unit" if unit else "the " + " and ".join(said)
    return replace(
        gathered,
        dimensions={**gathered.dimensions, **{name: same(word, length) for name, word in said.items()}},
        unit=same(sheet, length) if unit else gathered.unit,
        findings=(*gathered.findings, read_as(sheet, what)),
    )


def _is_unit(word: str) -> bool:
    """Whether a word is a unit and nothing else: a rate, a count by its own name, or thousands of something."""
    unit = unit_of(word)
    own = unit is not None and unit.kind == "count" and unit.unit == word.casefold().strip()
    return unit is not None and (own or unit.kind == "rate" or unit.scale > 1)


def _has(name: str, gathered: Gathered) -> bool:
    known = map(dimension_of, gathered.dimensions)
    return any(each is not None and each.name == name for each in known)
