"""Threads in the terminal: all provisions of a chain summed up, or the life of one, text by text.

Knows the order of the page and how many of each thing it shows. Computes nothing but counts.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Words

from stocktake.documents.threads.model import (
    HeldText,
    Life,
    LifeChange,
    Refinement,
    Stretch,
    Thread,
    Threads,
    Vanished,
)
from stocktake.publish.redline_terminal import redline_words
from stocktake.publish.terminal import facts, heading, indented, listing, pages
from stocktake.review.words import counted, listed, opening

# The table's columns: the changes of the lives, and how often a provision went.
_CHANGES: tuple[LifeChange, ...] = ("first seen", "identical", "edited", "moved", "split", "merged", "back")
# So much of a clause or paragraph is quoted in a list.
_OPENING = 200
# So many blocks are listed; the JSON has all.
_BLOCKS = 10


def render_threads(threads: Threads, chain: str, refinements: Sequence[Refinement] = ()) -> Group:
    """The page of a chain: counts per text, then what vanished, came back, travels together and repeats itself."""
    return pages(
        Words(chain, style="bold"),
        Words(_held(threads)),
        indented(_counts(threads)),
        *_section("Better known now", [(each.words, listed(each.threads)) for each in refinements]),
        *_section("Vanished with a duty", [_lost(each) for each in threads.vanished if each.duties]),
        *_section("Back again", [_back(thread) for thread in threads.threads if thread.absent]),
        *_blocks(threads),
        *_repeats(threads),
        Words("\nOne provision: stocktake threads SYMBOL:PARAGRAPH. All of it: stocktake threads --json"),
    )


def render_lives(threads: Threads, chosen: Sequence[Thread]) -> Group:
    """The page of one provision; of several, one after the other, where they merged."""
    names = {text.name: _name(text) for text in threads.held}
    return pages(*(part for thread in chosen for part in _story(thread, names)))


def _held(threads: Threads) -> str:
    drafts = sum(text.status == "draft" for text in threads.held)
    held = f"{counted(len(threads.held), 'text')} held"
    if drafts:
        held += f" ({counted(drafts, 'draft stands', 'drafts stand')} in for an adopted text)"
    missing = f"{counted(len(threads.not_held), 'text')} of the chain not held"
    return f"{held}, {missing}, {counted(len(threads.threads), 'provision')} followed"


def _counts(threads: Threads) -> Table:
    """How many provisions each text has in which way; "gone": had by the text before, and no longer."""
    lives = Counter((life.document, life.change) for thread in threads.threads for life in thread.lives)
    gone = Counter(thread.gone_in for thread in threads.threads)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for at, name in enumerate(("text", *_CHANGES, "gone")):
        table.add_column(name, justify="right" if at else "left", no_wrap=not at, min_width=len(name.split()[0]))
    for text in threads.held:
        numbers = [*(lives[text.name, each] for each in _CHANGES), gone[text.name]]
        table.add_row(_name(text), *(str(number or "") for number in numbers))
    return table


def _name(text: HeldText) -> str:
    """A text's name for a person; a draft is always called one."""
    return text.name.removeprefix("A/RES/") + (" (draft)" if text.status == "draft" else "")


def _section(title: str, rows: Sequence[tuple[str, str]]) -> Iterator[RenderableType]:
    if rows:
        yield heading(f"{title} ({len(rows)})")
    for first, second in rows:
        yield indented(Words(first))
        yield indented(Words(second, style="dim"), by=4)


def _lost(each: Vanished) -> tuple[str, str]:
    how = "is gone" if each.whole else "lost a duty when it was edited"
    place = f"{each.document}, {listed(each.paragraphs)}: {how} in {each.gone_in}"
    return place, " / ".join(f"“{opening(duty.text, _OPENING)}”" for duty in each.duties)


def _back(thread: Thread) -> tuple[str, str]:
    places = "; ".join(f"{life.document}, {listed(life.paragraphs)}" for life in thread.lives)
    return (
        f"{thread.id}: not in {listed(thread.absent)}. It stands in {places}.",
        f"“{opening(thread.last.text, _OPENING)}”",
    )


def _blocks(threads: Threads) -> Iterator[RenderableType]:
    shown = threads.blocks[:_BLOCKS]
    if shown:
        yield heading(f"Travel together unchanged ({len(threads.blocks)})")
        rows = [(str(block.size), " = ".join(map(_stretch, block.stretches))) for block in shown]
        yield indented(listing(("size", "where"), rows))
    if len(threads.blocks) > len(shown):
        yield indented(Words(f"and {len(threads.blocks) - len(shown)} more blocks in the JSON", style="dim"))


def _stretch(stretch: Stretch) -> str:
    name = stretch.document.removeprefix("A/RES/")
    return f"{name}: {stretch.paragraphs[0]} to {stretch.paragraphs[-1]}"


def _repeats(threads: Threads) -> Iterator[RenderableType]:
    """Those of the newest text; a person has to say whether they repeat one another."""
    newest = threads.held[-1].name
    rows = [
        (listed(each.paragraphs), each.kind, each.words) for each in threads.repeats if each.document == newest
    ]
    if rows:
        yield heading(f"May repeat one another in {newest} ({len(rows)})")
        yield indented(listing(("paragraphs", "sign", "words they alone share"), rows))


def _story(thread: Thread, names: dict[str, str]) -> Iterator[RenderableType]:
    yield Words(f"\n{thread.id}", style="bold")
    yield indented(
        facts(
            [
                ("known", thread.note),
                ("age", _age(thread)),
                ("absent", listed(thread.absent)),
                ("gone in", thread.gone_in or ""),
                ("duties", "; ".join(f"{duty.id} {duty.verb}" for duty in thread.duties)),
            ]
        )
    )
    for life in thread.lives:
        yield heading(f"{names[life.document]}, {listed(life.paragraphs)}: {listed(_what(life))}")
        unchanged = life.change in ("identical", "moved")
        whole = life.change == "first seen"
        yield indented(
            Words("the same words") if unchanged else Words(life.text) if whole else redline_words(life.redline)
        )


def _what(life: Life) -> list[str]:
    also = (
        ("moved", life.moved and life.change != "moved"),
        ("crosses", life.crosses),
        ("notes changed", life.notes_changed),
    )
    what: list[str] = [life.change, *(name for name, so in also if so)]
    if life.verb is not None and life.verb.shift in ("weaker", "stronger"):
        what.append(f"{life.verb.shift} verb: {life.verb.old} → {life.verb.new}")
    return what


def _age(thread: Thread) -> str:
    if thread.age is None:
        return "not known: a date of adoption is lacking"
    least = "at least " if thread.older_possible else ""
    return f"{least}{counted(thread.age, 'year')}"
