"""Following each provision from text to text: forward through the comparisons of neighbours, and back again.

Knows trails: a provision and where it stands in each text. A paragraph that is split is followed in all its parts;
a merged one is followed by every provision that went into it. What a text does not have is looked for in every
later one (``returns.py``). Where what had merged is split again, each provision goes on with the part that has its
own words. Knows nothing of dates, notes and duties.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from stocktake.documents.compare.model import Comparison, Pair, WordRun
from stocktake.documents.compare.passage import Passage, word_weights
from stocktake.documents.compare.verbs import verb_change
from stocktake.documents.compare.words import redline
from stocktake.documents.threads.holding import holds
from stocktake.documents.threads.model import Life, LifeChange

_JOINING: tuple[LifeChange, ...] = ("merged", "back")

Between = Callable[[int, int], Comparison]


@dataclass(frozen=True, slots=True)
class Text:
    """A text as the threads see it: its name, its paragraphs by id, in order."""

    name: str
    passages: Mapping[str, Passage]

    def words_of(self, paragraphs: Sequence[str]) -> str:
        """The words of these paragraphs, joined with a space."""
        return " ".join(self.passages[each].text for each in paragraphs)


@dataclass(slots=True)
class Trail:
    """A provision while it is followed.

    Attributes:
        places: The places of the texts that have it.
        lives: Its lives there.
        own: Its paragraphs as they stood before it went into one that has other provisions too; empty where it
            never did.
    """

    places: list[int] = field(default_factory=list)
    lives: list[Life] = field(default_factory=list)
    own: tuple[Passage, ...] = ()

    def add(self, place: int, life: Life, before: Text) -> None:
        """Says that the text at ``place`` has the provision; ``before`` is the text that had it last."""
        if life.change in _JOINING and not self.own:
            self.own = tuple(before.passages[each] for each in self.lives[-1].paragraphs)
        self.places.append(place)
        self.lives.append(life)


Returns = Callable[[Sequence[Trail], int], Sequence[tuple[Trail, Sequence[Pair]]]]


def follow(texts: Sequence[Text], between: Between, returns: Returns) -> tuple[Trail, ...]:
    """The trails of all provisions, in the order of their first sighting.

    Args:
        texts: Oldest first.
        between: The comparison of the texts at two places.
        returns: For the trails that the text at a place does not continue, the pairs by which it has them again.
    """
    trails: list[Trail] = []
    for place, text in enumerate(texts):
        seen: set[str] = set()
        for trail, pairs in _parted(_continued(trails, place, between), text) if place else []:
            seen.update(_continue(trail, place, pairs, texts))
        for trail, again in returns([each for each in trails if each.places[-1] < place - 1], place):
            seen.update(_continue(trail, place, again, texts))
        trails += [_first_seen(text, place, each) for each in text.passages if each not in seen]
    return tuple(trails)


def _continued(trails: Sequence[Trail], place: int, between: Between) -> list[tuple[Trail, list[Pair]]]:
    pairs = [pair for pair in between(place - 1, place).pairs if pair.old and pair.new]
    alive = [trail for trail in trails if trail.places[-1] == place - 1]
    touched = [(trail, [pair for pair in pairs if _touches(trail, pair)]) for trail in alive]
    return [(trail, found) for trail, found in touched if found]


def _parted(continued: list[tuple[Trail, list[Pair]]], text: Text) -> list[tuple[Trail, list[Pair]]]:
    """The same, where provisions that had merged are split again: each goes on with its own part.

    A part that is nobody's own goes on with all.
    """
    met = [{each for pair in pairs for each in pair.new} for _, pairs in continued]
    own = [
        _own_part(trail, new, text) if len(new) > 1 else set()
        for (trail, _), new in zip(continued, met, strict=True)
    ]
    claimed = set().union(*own)
    return [
        (
            trail,
            [_only(pair, mine | (new - claimed)) for pair in pairs if (mine | (new - claimed)) & set(pair.new)],
        )
        if mine
        else (trail, pairs)
        for (trail, pairs), mine, new in zip(continued, own, met, strict=True)
    ]


def _own_part(trail: Trail, paragraphs: set[str], text: Text) -> set[str]:
    """Those of ``paragraphs`` that have the provision's own words; none where it never merged."""
    if not trail.own:
        return set()
    weights = word_weights([*text.passages.values(), *trail.own])
    return {each for each in paragraphs if any(holds(text.passages[each], one, weights) for one in trail.own)}


def _only(pair: Pair, paragraphs: set[str]) -> Pair:
    """The pair with those of its new paragraphs alone; the words that changed are still to be found."""
    kept = tuple(each for each in pair.new if each in paragraphs)
    return pair if kept == pair.new else replace(pair, new=kept, words=())


def _touches(trail: Trail, pair: Pair) -> bool:
    return not set(pair.old).isdisjoint(trail.lives[-1].paragraphs)


def _first_seen(text: Text, place: int, paragraph: str) -> Trail:
    passage = text.passages[paragraph]
    life = Life(
        document=text.name,
        paragraphs=(paragraph,),
        change="first seen",
        words=len(passage.words),
        moved=False,
        crosses=False,
        notes_changed=False,
        verb=None,
        redline=(),
        text=passage.text,
    )
    return Trail([place], [life])


def _continue(trail: Trail, place: int, pairs: Sequence[Pair], texts: Sequence[Text]) -> tuple[str, ...]:
    """Adds the life in the text at ``place`` to the trail; the paragraphs in which it stands there."""
    before, last = texts[trail.places[-1]], trail.lives[-1]
    change: LifeChange = "back" if trail.places[-1] < place - 1 else _change(last, pairs)
    life = _next_life(before, last, texts[place], pairs, change)
    trail.add(place, life, before)
    return life.paragraphs


def _next_life(before: Text, last: Life, text: Text, pairs: Sequence[Pair], change: LifeChange) -> Life:
    met = {each for pair in pairs for each in pair.new}
    paragraphs = tuple(each for each in text.passages if each in met)
    whole = len(pairs) == 1 and set(pairs[0].old) >= set(last.paragraphs) and bool(pairs[0].words)
    verbs = before.passages[last.paragraphs[0]].verb, text.passages[paragraphs[0]].verb
    words = text.words_of(paragraphs)
    return Life(
        document=text.name,
        paragraphs=paragraphs,
        change=change,
        words=sum(len(text.passages[each].words) for each in paragraphs),
        moved=any(pair.moved for pair in pairs),
        crosses=any(pair.crosses for pair in pairs),
        notes_changed=any(pair.notes_changed for pair in pairs),
        verb=pairs[0].verb if whole else verb_change(*verbs),
        redline=_redline(pairs, last.text, words, whole=whole),
        text=words,
    )


def _redline(pairs: Sequence[Pair], old: str, new: str, *, whole: bool) -> tuple[WordRun, ...]:
    if all(pair.change == "identical" for pair in pairs):
        return ()
    return pairs[0].words if whole else redline(old, new)


def _change(last: Life, pairs: Sequence[Pair]) -> LifeChange:
    """What happened to the provision as a whole; a part of it that was dropped makes it edited."""
    changes = {pair.change for pair in pairs}
    by_weight: tuple[LifeChange, ...] = ("split", "merged", "edited")
    heavier = next((change for change in by_weight if change in changes), None)
    if heavier is not None:
        return heavier
    if not {each for pair in pairs for each in pair.old} >= set(last.paragraphs):
        return "edited"
    return "moved" if any(pair.moved for pair in pairs) else "identical"
