"""Threads as JSON: ``stocktake/threads/1``, keys in the order of ``docs/reference/shapes.md``.

Knows the shape only; decides nothing. ``carried_duties`` are ids of duty clauses: text, paragraph, number of the
clause.
"""

from collections.abc import Sequence
from typing import Any

from stocktake.documents.threads.model import (
    Block,
    Duty,
    HeldText,
    Life,
    Refinement,
    Repeat,
    Thread,
    Threads,
    Vanished,
)

SCHEMA = "stocktake/threads/1"


def threads_to_json(
    threads: Threads, only: Sequence[Thread] | None = None, refinements: Sequence[Refinement] = ()
) -> dict[str, Any]:
    """The threads as plain dictionaries and lists, ready for ``json.dumps``.

    Args:
        threads: Of a chain.
        only: The threads to list; all of them where it is None.
        refinements: What a text that was added made finer.
    """
    return {
        "schema": SCHEMA,
        "held": [text.name for text in threads.held],
        "not_held": list(threads.not_held),
        "threads": [thread_to_json(thread) for thread in (threads.threads if only is None else only)],
        "texts": [_text(text) for text in threads.held],
        "blocks": [_block(block) for block in threads.blocks],
        "repeats": [_repeat(repeat) for repeat in threads.repeats],
        "vanished": [vanished_to_json(each) for each in threads.vanished],
        "refinements": [_refinement(each) for each in refinements],
    }


def thread_to_json(thread: Thread) -> dict[str, Any]:
    """The life of one provision."""
    return {
        "id": thread.id,
        "lives": [_life(life) for life in thread.lives],
        "gone_in": thread.gone_in,
        "carried_duties": [duty.id for duty in thread.duties],
        "note": thread.note,
        "absent": list(thread.absent),
        "age": thread.age,
        "older_possible": thread.older_possible,
    }


def _life(life: Life) -> dict[str, Any]:
    verb = life.verb
    return {
        "document": life.document,
        "paragraphs": list(life.paragraphs),
        "change": life.change,
        "words": life.words,
        "moved": life.moved,
        "crosses": life.crosses,
        "notes_changed": life.notes_changed,
        "verb": {"from": verb.old, "to": verb.new, "shift": verb.shift} if verb else None,
        "redline": [[run.operation, run.text] for run in life.redline],
    }


def _text(text: HeldText) -> dict[str, Any]:
    return {
        "document": text.name,
        "status": text.status,
        "adopted": text.adopted,
        "file": text.file,
        "not_held_before": list(text.not_held_before),
    }


def _block(block: Block) -> dict[str, Any]:
    return {
        "size": block.size,
        "stretches": [
            {"document": each.document, "paragraphs": list(each.paragraphs)} for each in block.stretches
        ],
    }


def _repeat(repeat: Repeat) -> dict[str, Any]:
    return {
        "document": repeat.document,
        "paragraphs": list(repeat.paragraphs),
        "kind": repeat.kind,
        "words": repeat.words,
    }


def vanished_to_json(each: Vanished) -> dict[str, Any]:
    """One provision, or clause of one, that went with its duty."""
    return {
        "thread": each.thread,
        "document": each.document,
        "paragraphs": list(each.paragraphs),
        "gone_in": each.gone_in,
        "whole": each.whole,
        "duties": [_duty(duty) for duty in each.duties],
    }


def _duty(duty: Duty) -> dict[str, Any]:
    return {"id": duty.id, "verb": duty.verb, "text": duty.text}


def _refinement(each: Refinement) -> dict[str, Any]:
    return {"kind": each.kind, "document": each.document, "threads": list(each.threads), "words": each.words}
