"""What threads say: the life of every provision over the texts of a chain. Frozen; only look-ups compute.

The names follow ``docs/reference/shapes.md`` (the JSON that ``stocktake threads`` prints).
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from stocktake.documents.compare.model import VerbChange, WordRun
from stocktake.documents.model import Status

LifeChange = Literal["first seen", "identical", "edited", "split", "merged", "moved", "back"]
RepeatKind = Literal["alike", "same words", "same formula"]
RefinementKind = Literal["first seen", "joined", "back", "gone", "stood longer", "edited", "seen only here"]


class ChainText(NamedTuple):
    """A text that is known to belong to the chain, held or not: its symbol and its ISO date of adoption."""

    symbol: str
    adopted: str | None = None


@dataclass(frozen=True, slots=True)
class HeldText:
    """A text of the chain that is held.

    Attributes:
        name: Its symbol; for a draft that stands in for an adopted text, the symbol of that text; the file's name
            where there is no symbol.
        status: Adopted; or draft, where only a draft is held.
        adopted: ISO date of adoption, from the text or from the chain; None where neither tells.
        file: The name of the file it was read from.
        not_held_before: The texts of the chain between the held text before this one (or the beginning) and this.
    """

    name: str
    status: Status
    adopted: str | None
    file: str
    not_held_before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Life:
    """What became of a provision in one text.

    Attributes:
        document: The name of the text.
        paragraphs: Ids of the paragraphs in which it stands there, in order.
        change: What happened since the text held before (for ``back``: since it was last seen). ``moved`` where
            the words are identical and the place is not; an edited paragraph that moved is ``edited``.
        words: How many words those paragraphs have.
        moved: It stands out of the order of its neighbours.
        crosses: It went between preamble and operative part.
        notes_changed: The words of its notes differ.
        verb: The leading verbs before and now; None where it is first seen.
        redline: The words that changed; empty where it is first seen or identical.
        text: The paragraphs' words, joined with a space.
    """

    document: str
    paragraphs: tuple[str, ...]
    change: LifeChange
    words: int
    moved: bool
    crosses: bool
    notes_changed: bool
    verb: VerbChange | None
    redline: tuple[WordRun, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Duty:
    """A clause that asks someone to do something.

    Attributes:
        id: ``79/194:34#1``: text, paragraph, which clause of the paragraph.
        verb: The duty verb as printed; for an item without one, that of its chapeau.
        text: The clause, a slice of the paragraph's text.
    """

    id: str
    verb: str
    text: str


@dataclass(frozen=True, slots=True)
class Thread:
    """One provision, followed from the text in which it was first seen.

    Attributes:
        id: ``77/150:24``: where it was first seen.
        lives: One per text in which it stands, oldest first.
        gone_in: The held text that no longer has it; None where the newest text has it.
        absent: The held texts between two lives that do not have it.
        duties: The clauses with a duty in the last text that has it.
        age: Years from the adoption of the first text that has it to the last, rounded; None where a date lacks.
        older_possible: Texts right before the first that has it are not held, so that it may be older.
        note: What is known of its beginning, its absences and its end, and what is not held there.
    """

    id: str
    lives: tuple[Life, ...]
    gone_in: str | None
    absent: tuple[str, ...]
    duties: tuple[Duty, ...]
    age: int | None
    older_possible: bool
    note: str

    @property
    def first(self) -> Life:
        """Where it was first seen."""
        return self.lives[0]

    @property
    def last(self) -> Life:
        """Where it was last seen."""
        return self.lives[-1]

    def life_in(self, document: str) -> Life | None:
        """Its life in the text of this name; None where that text does not have it."""
        return next((life for life in self.lives if life.document == document), None)


class Stretch(NamedTuple):
    """Consecutive paragraphs of one text."""

    document: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Consecutive paragraphs that travel together, identical, through consecutive held texts.

    Attributes:
        stretches: Where they stand, one stretch of the same length per text, oldest first.
    """

    stretches: tuple[Stretch, ...]

    @property
    def size(self) -> int:
        """How many paragraphs travel together."""
        return len(self.stretches[0].paragraphs)


@dataclass(frozen=True, slots=True)
class Repeat:
    """Operative paragraphs of one text that say the same twice, or seem to.

    Attributes:
        document: The name of the text.
        paragraphs: Ids, in order.
        kind: ``alike``: nearly the same words; ``same words``: a long run of words that only these two hold;
            ``same formula``: rare words close together that only these two or three hold.
        words: The words they share; empty for ``alike``.
    """

    document: str
    paragraphs: tuple[str, ...]
    kind: RepeatKind
    words: str


@dataclass(frozen=True, slots=True)
class Vanished:
    """A provision, or a clause of one, that a text no longer has, with the duties it carried.

    Attributes:
        thread: The id of its thread.
        document: The last text that has it.
        paragraphs: Where it stood.
        gone_in: The text that no longer has it.
        whole: The whole provision is gone; else it was edited and the duty is no longer in it.
        duties: The clauses that went with it.
        text: The words of the paragraphs as they stood.
    """

    thread: str
    document: str
    paragraphs: tuple[str, ...]
    gone_in: str
    whole: bool
    duties: tuple[Duty, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Threads:
    """The lives of all provisions of a chain.

    Attributes:
        held: The texts held, oldest first.
        not_held: Symbols of the chain's other texts, oldest first.
        threads: In the order of their first sighting.
        blocks: Those that travel through most texts first, the longest first.
        repeats: By text and place.
        vanished: Provisions and clauses gone for good, by the text that no longer has them.
    """

    held: tuple[HeldText, ...]
    not_held: tuple[str, ...]
    threads: tuple[Thread, ...]
    blocks: tuple[Block, ...]
    repeats: tuple[Repeat, ...]
    vanished: tuple[Vanished, ...]

    def through(self, document: str, paragraph: str) -> tuple[Thread, ...]:
        """The threads that run through a paragraph; several where provisions merged in it."""
        return tuple(
            thread
            for thread in self.threads
            if (life := thread.life_in(document)) is not None and paragraph in life.paragraphs
        )


@dataclass(frozen=True, slots=True)
class Refinement:
    """What a text that is held now says of provisions, which could not be said without it.

    Attributes:
        kind: Which statement became finer.
        document: The name of the text that is held now.
        threads: The threads it concerns, by their ids after the text was added.
        words: The statement before and after, in a sentence.
    """

    kind: RefinementKind
    document: str
    threads: tuple[str, ...]
    words: str
