"""What was asked: how many clauses, how strongly, of whom, on what; and what changed since the text before."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from stocktake.documents.commitments.model import UNSPECIFIED, Strength
from stocktake.documents.threads.model import Vanished
from stocktake.frameworks.themes import Framework, load_themes
from stocktake.publish.lives_chart import lives_chart
from stocktake.publish.report.model import Block, Figure, Runs, Source, TablePart
from stocktake.publish.report.sections.matter import Matter, text_source
from stocktake.publish.report.wording import (
    agreeing,
    are,
    cell,
    counted,
    leading,
    listed,
    number_cell,
    paragraph,
    plain,
    points,
    quoted,
    runs,
    series,
    table,
    texts_named,
)
from stocktake.publish.review_evidence_layout import FRAMEWORK_NAMES
from stocktake.review.asked import Asked
from stocktake.review.model import Step, Text
from stocktake.review.words import capital, long_date, place_name

NOTHING_IN_FORCE = (
    "No text in force is held, so that nothing can be said of what is asked. An adopted text is needed."
)
OWN_MAPPING = "Themes follow a mapping made for the present report, unless the text names them by number."
_MOST_WHO = 12
_MOST_NAMES = 12
_MOST_GONE = 8
_CHANGES = (
    ("identical", "carried over word for word"),
    ("edited", "edited"),
    ("split", "split"),
    ("merged", "merged with another"),
    ("added", "new"),
    ("dropped", "not carried over"),
)


def theme_label(framework: Framework, code: str) -> str:
    """What a person calls a theme: ``C2``, ``SDG 9``."""
    return code if framework == "WSIS" else f"{framework} {code}"


def asked_in(matter: Matter, text: Text) -> tuple[Asked, ...]:
    """The clauses of a text that ask for something, without those that only report what was asked elsewhere."""
    return tuple(each for each in matter.review.duties.of(text.key) if each.commitment.standing == "asked")


def asked(matter: Matter) -> Iterator[Block]:
    """The parts of the section."""
    if not matter.in_force:
        yield paragraph(NOTHING_IN_FORCE)
        return
    for text in matter.told:
        own = asked_in(matter, text)
        yield paragraph(plain(_how_much(matter, text, own), text_source(text.key)))
        if own:
            source = text_source(text.key)
            yield _strengths(matter.name(text.key), own, source)
            yield _addressees(matter.name(text.key), own, source)
            yield from _themes(matter.name(text.key), own, source)
        step = next((each for each in matter.review.steps if each.new == text.key), None)
        yield paragraph(_since(matter, step, text))
    left = len(matter.in_force) - len(matter.told)
    if left:
        yield paragraph(f"{leading(left, 'more text')} in force {are(left)} told in the full report only.")
    yield from _lost(matter)


def _how_much(matter: Matter, text: Text, own: Sequence[Asked]) -> str:
    data = text.document.data
    date = f", adopted on {long_date(data.adopted)}," if data.adopted else ""
    operative = text.counts.operative
    words = f"{capital(matter.name(text.key))}{date} has {counted(operative, 'operative paragraph')}. "
    if not own:
        return f"{words}No clause was found in it that asks anybody to act."
    places = len({each.commitment.paragraph for each in own})
    in_places = counted(places, "paragraph or item", "paragraphs and items")
    words += f"{leading(len(own), 'clause')} in {in_places} {agreeing(len(own), 'asks', 'ask')} for action."
    reported = len(matter.review.duties.of(text.key)) - len(own)
    if reported:
        clauses = counted(reported, "further clause")
        words += f" {capital(clauses)} only {agreeing(reported, 'reports', 'report')} what was asked elsewhere."
    nobody = sum(any(each.name == UNSPECIFIED for each in duty.commitment.addressees) for duty in own)
    dated = sum(each.commitment.deadline is not None for each in own)
    silent = f"{leading(nobody, 'clause')} {agreeing(nobody, 'names', 'name')} nobody"
    words += f" {silent if nobody else 'Each names somebody'} who is to act; "
    return f"{words}{counted(dated, 'clause')} {agreeing(dated, 'sets', 'set')} a date or a session."


def _strengths(name: str, own: Iterable[Asked], source: Source) -> TablePart:
    counts = Counter(each.commitment.strength for each in own)
    rows = [(cell(_strength(each)), number_cell(counts[each])) for each in get_args(Strength) if counts[each]]
    made = table(f"How strongly {name} asks", (("Verb", 3), ("Clauses", 1)), rows)
    return replace(made, sources=(source,))


def _strength(strength: str) -> str:
    return capital(strength) if strength != "other" else "Another verb"


def _addressees(name: str, own: Iterable[Asked], source: Source) -> TablePart:
    counts = Counter(who for each in own for who in dict.fromkeys(one.name for one in each.commitment.addressees))
    shown = sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:_MOST_WHO]
    rows = [
        (cell("No addressee named" if who == UNSPECIFIED else capital(who)), number_cell(n)) for who, n in shown
    ]
    made = table(f"Of whom {name} asks", (("Addressee", 3), ("Clauses", 1)), rows)
    rest = len(counts) - len(shown)
    notes = ["A clause that names several addressees is counted under each."]
    if rest:
        stand = agreeing(rest, "stands", "stand")
        notes.append(f"{leading(rest, 'more addressee')} {stand} in the register of the full report.")
    return replace(made, sources=(source,), notes=tuple(notes))


def _themes(name: str, own: Sequence[Asked], source: Source) -> Iterator[TablePart]:
    counts = Counter(theme for each in own for theme in each.themes)
    rows = [
        (cell(theme_label(framework, each.code)), cell(each.name), number_cell(counts[label]))
        for framework, _title in FRAMEWORK_NAMES
        for each in load_themes(framework)
        if counts[label := theme_label(framework, each.code)]
    ]
    if rows:
        made = table(f"What {name} asks about", (("Code", 1.7), ("Theme", 5), ("Clauses", 1)), rows)
        bare = sum(not each.themes for each in own)
        none = f"{leading(bare, 'clause')} {agreeing(bare, 'has', 'have')} no theme."
        yield replace(made, sources=(source,), notes=(OWN_MAPPING, *((none,) if bare else ())))


def _since(matter: Matter, step: Step | None, text: Text) -> str:
    if step is None:
        return "No adopted text before it of the same chain is held, so that nothing can be said of changes."
    said = _changed(step.comparison.summary)
    both = listed([matter.name(text.key), matter.name(step.old)])
    words = f"Of the paragraphs of {both}, preambles included, {listed(said)}. "
    asking = [each for each in matter.review.duties.status if each.text == text.key and each.duties]
    changes = Counter(each.change for each in asking if each.change)
    carried = _changed(changes)
    words += f"Of those that ask for action, {listed(carried)}. " if carried else ""
    if step.not_held_between:
        between = texts_named(step.not_held_between, _MOST_NAMES)
        words += f"Between the two, {between} {are(len(step.not_held_between))} not held. "
    weaker = [pair for pair in step.comparison.pairs if pair.verb.shift == "weaker"]
    if weaker:
        words += f"In {counted(len(weaker), 'paragraph')} the leading verb is weaker than before."
    return words.rstrip()


def _changed(counts: Mapping[str, int]) -> list[str]:
    """How many paragraphs of each change: ``85 are carried over word for word``, ``1 is new``."""
    found = {what: counts[change] for change, what in _CHANGES if counts.get(change)}
    return [f"{number} {are(found[what])} {what}" for what, number in series(found).items()]


def dropped(matter: Matter) -> tuple[Vanished, ...]:
    """What the text before the one in force asked and the one in force does not, save what was answered since."""
    steps = {step.new: step.old for step in matter.review.steps}
    cycles = matter.review.duties.cycles
    answered = {name for cycle in cycles for name in cycle.answered}
    places = {
        (each.document, each.paragraph) for one in cycles for each in one.stages if each.commitment in answered
    }
    threads = matter.review.threads
    return tuple(
        each
        for each in (threads.vanished if threads else ())
        if each.duties
        and steps.get(each.gone_in) == each.document
        and not any((each.document, place) in places for place in each.paragraphs)
    )


def _lost(matter: Matter) -> Iterator[Block]:
    gone = dropped(matter)
    if gone:
        yield paragraph("The following was asked before and is asked no longer. No words that end it were found:")
        yield from points(
            (_dropped(matter, each) for each in gone), _MOST_GONE, "in the comparison of the two texts"
        )
    ended = lives_chart(matter.review)
    if ended:
        yield Figure(ended)


def _dropped(matter: Matter, each: Vanished) -> Runs:
    place = listed([place_name(one) for one in each.paragraphs])
    went = "the paragraph is gone" if each.whole else "the paragraph goes on without it"
    source = text_source(each.document, each.paragraphs[0])
    said = [quoted(duty.text, matter.language(each.document), source) for duty in each.duties]
    spaced = [part for one in said for part in (plain("; "), one)][1:]
    return runs(f"{capital(place)} of {matter.name(each.document)} ({went}): ", *spaced, ".")
