"""Note marks of a DOCX file: which mark each reference to a footnote or endnote prints.

Knows how Word counts notes (ECMA-376 part 1, 17.11): their numerals, first number and restarts, by section, and
marks typed by hand, which do not count. Knows nothing of the words of the notes.
"""

from dataclasses import dataclass, field
from typing import Any

from stocktake.documents.sources.docx_package import child, value_of, whole_number
from stocktake.documents.sources.numerals import WORD_FORMS, to_digits

# Word's own defaults where the file is silent.
_DEFAULT_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}
KINDS = tuple(_DEFAULT_FORMS)


@dataclass(frozen=True, slots=True)
class Counting:
    """How notes of one kind are counted in one section."""

    form: str
    start: int = 1
    restart: str = "continuous"


@dataclass(slots=True)
class Reference:
    """A note that the text refers to; the mark of a custom one is known when its characters come."""

    kind: str
    note: str
    mark: str
    page: int
    custom: bool = False


def read_counting(settings: Any | None, section: Any | None, kind: str) -> Counting:
    """How notes of a kind are counted: the section says, else the settings, else Word's own way."""
    places = [
        found
        for root in (section, settings)
        if root is not None and (found := child(root, f"{kind}Pr")) is not None
    ]

    def said(name: str) -> str | None:
        return next((value for place in places if (value := value_of(place, name)) is not None), None)

    return Counting(
        form=said("numFmt") or _DEFAULT_FORMS[kind],
        start=whole_number(said("numStart"), 1),
        restart=said("numRestart") or "continuous",
    )


@dataclass(slots=True)
class NoteMarks:
    """The notes referred to so far, in order, and the count of each kind.

    Attributes:
        countings: For each section in order, how each kind is counted.
    """

    countings: tuple[dict[str, Counting], ...] = ()
    references: dict[tuple[str, str], Reference] = field(default_factory=dict)
    _counted: dict[str, int] = field(default_factory=dict)
    _place: dict[str, int] = field(default_factory=dict)

    def refer(self, reference: Reference, section: int) -> Reference:
        """The reference with its mark: the next number, none yet for a custom one, the same for the same note."""
        key = (reference.kind, reference.note)
        if key in self.references:
            return self.references[key]
        if not reference.custom:
            reference.mark = self._next(reference, section)
        self.references[key] = reference
        return reference

    def _next(self, reference: Reference, section: int) -> str:
        """The next number of a kind, in its form."""
        kind = reference.kind
        last = self.countings[min(section, len(self.countings) - 1)] if self.countings else {}
        counting = last.get(kind, Counting(_DEFAULT_FORMS[kind]))
        place = {"eachSect": section, "eachPage": reference.page}.get(counting.restart, 0)
        if kind not in self._counted or self._place[kind] != place:
            self._counted[kind] = counting.start - 1
        self._place[kind] = place
        self._counted[kind] += 1
        return WORD_FORMS.get(counting.form, _marks_by_symbol if counting.form == "chicago" else to_digits)(
            self._counted[kind]
        )


def _marks_by_symbol(count: int) -> str:
    """Asterisk, dagger, double dagger, section mark; doubled when they run out."""
    signs = "*†‡§"
    times, sign = divmod(max(count, 1) - 1, len(signs))
    return signs[sign] * min(times + 1, len(signs))
