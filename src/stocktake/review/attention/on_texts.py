"""Attention to the texts themselves: files that cannot be used, what is not held, what was not understood."""

from stocktake.documents.model import Document
from stocktake.findings import Code
from stocktake.review.attention.facts import NAMED, Facts, Raised
from stocktake.review.model import Passage
from stocktake.review.words import listed


def damaged(facts: Facts) -> Raised:
    """Files that cannot be used."""
    for damage in facts.damages:
        yield f"The file {damage.name} cannot be used: {damage.what.rstrip('.')}.", ()


def not_held_between(facts: Facts) -> Raised:
    """Texts that are not held between two that are compared."""
    for step in facts.steps:
        if step.not_held_between:
            words = (
                f"Between {step.old} and {step.new} these texts are not held: {listed(step.not_held_between)}. "
            )
            yield f"{words}What looks new may be older.", [Passage(step.old), Passage(step.new)]


def newer_not_held(facts: Facts) -> Raised:
    """Texts that came after the newest one held."""
    for chain in facts.chains:
        held = [at for at, member in enumerate(chain.members) if member.text]
        newer = (
            [member.symbol for member in chain.members[held[-1] + 1 :] if member.held == "not held"]
            if held
            else []
        )
        if newer:
            latest = chain.members[held[-1]].text or ""
            words = f"{latest} is the newest text held, and these came after it: {listed(newer)}. "
            yield f"{words}What it asks may be renewed, changed or ended there.", [Passage(latest)]


def only_draft_held(facts: Facts) -> Raised:
    """Texts of which only a draft is held."""
    for chain in facts.chains:
        for member in chain.members:
            if member.held == "draft":
                words = f"{member.symbol} is held only as a draft ({listed(member.drafts)}): it is not compared."
                yield words, [Passage(key) for key in member.drafts]


def twins_differ(facts: Facts) -> Raised:
    """Two files of one text that differ in their letters."""
    for text in facts.texts:
        if text.twin_of is not None:
            mine, theirs = (_plain_words(each) for each in (text.document, facts.document(text.twin_of)))
            places = [place for place in {**theirs, **mine} if mine.get(place) != theirs.get(place)]
            if places:
                words = f"{text.key} and {text.twin_of} should be one text and differ in {listed(places[:NAMED])}"
                more = f" and {len(places) - NAMED} more" if len(places) > NAMED else ""
                yield f"{words}{more}.", [Passage(text.key), Passage(text.twin_of)]


def unexplained(facts: Facts) -> Raised:
    """Characters of a text that were not understood."""
    for text in facts.texts:
        spans = text.document.coverage.unexplained
        if text.used and spans:
            count = sum(span.end - span.start for span in spans)
            yield f"{count} characters of {text.key} were not understood: read them yourself.", [Passage(text.key)]


def findings(facts: Facts) -> Raised:
    """What a person should check in how a text was read."""
    owed = [
        each for each in facts.remarks if each.finding.advice and each.finding.code is not Code.UNEXPLAINED_TEXT
    ]
    for key in dict.fromkeys(each.text for each in owed):
        of_text = [each.finding for each in owed if each.text == key]
        more = f" ({len(of_text) - 1} more findings on it)" if len(of_text) > 1 else ""
        yield f"{key}: {of_text[0].message}{more}", [Passage(key)]


def _plain_words(document: Document) -> dict[str, str]:
    """The letters and digits of each paragraph: files of one text may differ in typography."""
    return {each.id: "".join(filter(str.isalnum, each.text)).casefold() for each in document.paragraphs}
