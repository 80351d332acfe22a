"""What a data structure definition adds to the data of a message: names of codes, and what it does not hold.

Knows that a name may say what a code does not ("1" is "Female", "PT" is "Per cent"), and that a component that the
structure lists as a dimension is understood. Reads no bytes; which structure it is, ``sdmx_structures`` says.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from stocktake.findings import Code, Finding
from stocktake.frameworks.sdmx_words import part_of
from stocktake.frameworks.statistical_words import TOTAL, unit_of
from stocktake.statistics.sources.distinct import each, words_in
from stocktake.statistics.sources.gathered import Gathered
from stocktake.statistics.sources.places import listed

if TYPE_CHECKING:
    import pyarrow as pa

    from stocktake.statistics.sources.sdmx_structures import Structure

_OUTSIDE = frozenset({"", TOTAL, "_Z", "_X", "_U", "_N"})
"""SDMX's words for what is no code: nothing, all, not applicable, not specified, unknown, none."""


@dataclass(frozen=True, slots=True)
class Described:
    """A message and the structure that it is read with.

    Attributes:
        structure: The structure held.
        wanted: Id of the structure or flow that the message refers to.
        columns: Text by the id of its component.
        unit: The component that says the unit; empty where none does.
    """

    structure: "Structure"
    wanted: str
    columns: Mapping[str, "pa.ChunkedArray"]
    unit: str = ""

    def add_to(self, gathered: Gathered) -> Gathered:
        """The rows with what the names of codes say, and remarks on what the structure does not hold."""
        names = {name: self.structure.names.get(name, {}) for name in gathered.dimensions}
        findings = (*gathered.findings, *self._of_another_version(), *self._lacking())
        return replace(gathered, unit=self._units(gathered.unit), dimension_codes=names, findings=findings)

    def _units(self, units: "pa.ChunkedArray | None") -> "pa.ChunkedArray | None":
        """The units by their names, where we know the name and not the code."""
        names = self.structure.names.get(self.unit, {})
        if units is None or not names:
            return units
        return each(units, lambda code: known_unit(code, names.get(code, code)))

    def _of_another_version(self) -> list[Finding]:
        if self.wanted in (self.structure.id, *self.structure.flows):
            return []
        message = f"The file refers to {self.wanted}; read with {self.structure.id}, the newest version held."
        advice = "Add the structure file of the version that is meant, if codes or dimensions differ."
        return [Finding(Code.STRUCTURE_VERSION, "structure", message, advice)]

    def _lacking(self) -> list[Finding]:
        """A remark on components and codes of the message that the structure does not have."""
        own = (*self.structure.dimensions, *self.structure.measures, *self.structure.attributes)
        strange = [name for name in self.columns if name not in own and part_of(name) != "updated"]
        codes = {name: self._strange_codes(name) for name in own if name in self.columns}
        said = [f"the components {listed(strange)}"] if strange else []
        said += [f"the codes {listed(unknown)} of {name}" for name, unknown in codes.items() if unknown]
        if not said:
            return []
        message = f"The structure {self.structure.id} does not hold {'; '.join(said)}."
        advice = "Look whether the structure file is the right one, and of the same release."
        return [Finding(Code.STRUCTURE_LACKS, "structure", message, advice)]

    def _strange_codes(self, component: str) -> list[str]:
        known = self.structure.names.get(component)
        if not known:
            return []
        printed = words_in(self.columns[component]).to_pylist()
        return [code for code in printed if code not in known and code not in _OUTSIDE]


def known_unit(code: str, name: str) -> str:
    """What a unit is known by: its name, where we know that and not the code; else the code."""
    return name if unit_of(code) is None and unit_of(name) is not None else code
