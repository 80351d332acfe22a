"""Drafts of paragraphs to paragraphs: ids, numbers, words, verbs; notes tied to the marks that call them.

Knows how paragraphs are named (``P1``, ``13``, ``70(a)``, ``II.3`` where numbering restarts). Knows nothing of
layout.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from stocktake.documents.model import Note, Paragraph
from stocktake.documents.sources.line import SourceText
from stocktake.documents.structure.body import Draft
from stocktake.documents.structure.notes import NoteLines
from stocktake.documents.structure.words import Passage, passage
from stocktake.findings import Code, Finding
from stocktake.frameworks.verbs import Part, is_phrase, leading_phrase

_AFTER_VERB = (" of", " that", " to")


@dataclass(frozen=True, slots=True)
class Named:
    """A paragraph with the findings its words gave."""

    paragraph: Paragraph
    findings: tuple[Finding, ...]


def make_paragraphs(
    source: SourceText, drafts: Sequence[Draft], vocabulary: frozenset[str] | None
) -> tuple[Named, ...]:
    """The paragraphs of the drafts, in order."""
    found: list[Named] = []
    is_under_chapeau = False
    for draft, name in zip(drafts, _names(drafts), strict=True):
        if draft.kind == "preambular" or draft.label == "0":
            is_under_chapeau = False
        named = _paragraph(draft, name, passage(source.text, draft.lines, draft.skip, vocabulary))
        found.append(replace(named, findings=_said(named, is_under_chapeau=is_under_chapeau)))
        is_under_chapeau = is_under_chapeau or draft.label == "0"
    return tuple(found)


def _said(named: Named, *, is_under_chapeau: bool) -> tuple[Finding, ...]:
    """The findings; a paragraph under an unnumbered chapeau ("Resolves that:") needs no verb of its own."""
    return tuple(each for each in named.findings if not (is_under_chapeau and each.code is Code.VERB_UNKNOWN))


def _names(drafts: Sequence[Draft]) -> list[str]:
    """The ids, with the letter of the resolution and the part before the number where numbers come twice.

    A part that goes on with the numbers of the part before it keeps that part's name.
    """
    labels = Counter((draft.resolution, draft.label) for draft in drafts if draft.kind == "operative")
    several = len({resolution for resolution, _ in labels}) > 1
    restarting = {resolution for (resolution, _), count in labels.items() if count > 1}
    names: list[str] = []
    count, prefix, before = 0, "", ""
    for draft in drafts:
        opens = draft.label == "0" or (draft.label == "1" and before != "0")
        if draft.kind == "operative" and (opens or not prefix):
            count += 1
            part = (draft.part or str(count) * (count > 1)) if draft.resolution in restarting else ""
            prefix = "".join(f"{each}." for each in (draft.resolution * several, part) if each)
        elif draft.kind == "preambular":
            prefix = ""
        before = draft.label
        names.append(prefix + draft.label + "".join(f"({item})" for item in draft.items))
    return names


def _paragraph(draft: Draft, name: str, words: Passage) -> Named:
    part: Part = "preambular" if draft.label.startswith("P") else "operative"
    verb, findings = _verb(words, part, name) if draft.kind != "item" else (_item_verb(words, part), ())
    number = draft.label + "".join(f"({item})" for item in draft.items) if draft.is_numbered else None
    if draft.kind == "preambular" or (draft.kind == "item" and part == "preambular"):
        number = "".join(f"({item})" for item in draft.items) or None
    return Named(Paragraph(name, draft.kind, number, verb, words.text, words.marks, words.spans), findings)


def _verb(words: Passage, part: Part, name: str) -> tuple[str, tuple[Finding, ...]]:
    """The leading verb phrase: what is printed in italics, if that is a phrase; else what the grammar finds.

    Print is followed where it says more or less than the grammar ("Alarmed by"), but not where it stops short of a
    phrase ("Calls" for "Calls upon").
    """
    found = leading_phrase(words.text, part)
    printed = _without_particle(words.italics)
    if not printed or not words.text.startswith(printed):
        missing = () if found else (_unknown_verb(words, part, name),)
        return found, missing
    if printed == found:
        return found, ()
    if is_phrase(printed, part):
        return printed, ()
    if found.startswith(printed):
        return found, (_unlike_italics(printed, found, name),)
    return printed, (_unlike_italics(printed, found, name),)


def _item_verb(words: Passage, part: Part) -> str:
    """An item has a verb only where it is printed as one."""
    printed = _without_particle(words.italics)
    return printed if is_phrase(printed, part) else ""


def _without_particle(printed: str) -> str:
    printed = printed.rstrip(" ,")
    return next((printed.removesuffix(word) for word in _AFTER_VERB if printed.endswith(word)), printed)


def _unknown_verb(words: Passage, part: Part, name: str) -> Finding:
    opening = " ".join(words.text.split()[:4])
    return Finding(
        Code.VERB_UNKNOWN,
        name,
        f"No {part} verb phrase is known that begins “{opening}”.",
        "Check that the paragraph begins here; a missing verb is one line in frameworks/data/verbs.yaml.",
    )


def _unlike_italics(printed: str, found: str, name: str) -> Finding:
    said = f"“{found}”" if found else "none"
    message = f"Printed in italics: “{printed}”; by the list of verbs: {said}."
    return Finding(Code.VERB_UNLIKE_ITALICS, name, message)


def make_notes(
    source: SourceText,
    notes: Sequence[NoteLines],
    paragraphs: Sequence[Paragraph],
    vocabulary: frozenset[str] | None,
) -> tuple[Note, ...]:
    """The notes, each with the paragraphs that carry its mark.

    Where several notes have one mark (``*`` on two pages), a mark calls the first of them that comes after it.
    """
    texts = [
        passage(source.text, [source.lines[position] for position in note.positions], note.skip, vocabulary)
        for note in notes
    ]
    starts = [source.lines[note.positions[0]].start for note in notes]
    callers: list[dict[str, None]] = [{} for _ in notes]
    for paragraph in paragraphs:
        for mark in paragraph.notes:
            bearing = [place for place, note in enumerate(notes) if note.mark == mark]
            after = [place for place in bearing if starts[place] > paragraph.spans[0].start]
            for place in (after or bearing[-1:])[:1]:
                callers[place][paragraph.id] = None
    return tuple(
        Note(note.mark, words.text, tuple(called), words.spans)
        for note, words, called in zip(notes, texts, callers, strict=True)
    )
