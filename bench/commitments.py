"""Precision and recall of the commitment register, against duties that people annotated by reading real texts.

Run as ``python bench/commitments.py``. ``--verbose`` names what is missing, what is too many and which labels differ
in the set ``dev``; ``--save`` keeps the result, against which the next run prints what was gained and lost. The
annotations hold references, verbs as printed, names and labels, no sentences; the texts are read from
``../shared/corpus``, and the bench says so and stops where they are absent.

Rules are made on the set ``dev``. The sets ``held_out`` and ``held_out_2`` were annotated before the register had been
run on their texts, and only measure: ``--verbose`` is silent about them, and what is kept of them are sums that cannot
be read back, so that nobody writes rules on them by accident. ``--reveal`` names their differences all the same, for
the one who checks annotations; ``--reveal held_out_2`` those of one set.

A duty is right where the annotation has one in the same paragraph with the same verb, in the same order. All other
rows count over right duties only, and leave out labels that the annotation calls ``unsure``. Records that it calls
``doubtful``, which the definition of a duty does not settle, count neither way. Of an addressee several names may be
right (``A|B``); ``?A`` may be named or not; ``A*`` stands for the beginning of a name.

Channels are few in every set, so they have a set of their own: ``channels.json`` names for each duty with a "through"
the bodies in between, or none, in all texts of the corpus outside the development list.
"""

import hashlib
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

from stocktake.documents.commitments import find_commitments
from stocktake.documents.commitments.model import Commitment
from stocktake.documents.model import Document
from stocktake.documents.sources import read_source
from stocktake.documents.structure import build_document

HERE = Path(__file__).resolve().parent
ANNOTATIONS = HERE / "annotations" / "commitments"
RESULTS = HERE / "results" / "commitments.json"
CORPUS = HERE.parents[1] / "shared" / "corpus"
SETS = ("dev", "held_out", "held_out_2")
ROWS = ("duties", "reported", "strength", "addressees", "through", "deadline", "recurring", "kind")
LABELS = ROWS[2:]
TIMED = "ict/A_RES_80_118.pdf"
FLOOR_SECONDS = 0.15
TURNS = 5

Record = dict[str, Any]
Pair = tuple[Record | None, Record | None]

_ADVERB = re.compile(
    r"^(?:also|further|furthermore|strongly|once|again|accordingly|therefore|and|in|this|regard)\b,? *"
)
_ARTICLE = re.compile(r"^(?:all (?:the )?|the |an? )(?=\w)")


@dataclass
class Score:
    """What was expected, what came, what of it is right, and the keys of the right records, all by row."""

    expected: Counter[str] = field(default_factory=Counter)
    came: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    keys: dict[str, set[str]] = field(default_factory=lambda: {row: set() for row in ROWS})

    def add(self, row: str, counts: tuple[int, int, int], key: str) -> None:
        """Counts (expected, came, right); the key is right where the three are equal."""
        expected, came, right = counts
        self.expected[row] += expected
        self.came[row] += came
        self.right[row] += right
        if expected == came == right:
            self.keys[row].add(key)

    def line(self, row: str) -> str:
        """Precision and recall of one row, for people."""
        came, expected, right = self.came[row], self.expected[row], self.right[row]
        precision = f"{right / came:.3f}" if came else "  -  "
        recall = f"{right / expected:.3f}" if expected else "  -  "
        return f"  {row:<11} expected {expected:>4}  came {came:>4}  precision {precision}  recall {recall}"


def record_of(commitment: Commitment) -> Record:
    """What the program found, in the form of the annotations."""
    deadline = commitment.deadline
    return {
        "paragraph": commitment.paragraph,
        "verb": commitment.verb,
        "strength": commitment.strength,
        "standing": commitment.standing,
        "addressees": [each.name for each in commitment.addressees],
        "through": [each.name for each in commitment.through],
        "deadline": None
        if deadline is None
        else {
            "session": deadline.session,
            "words": deadline.text,
            "earliest": str(deadline.earliest) if deadline.earliest else None,
            "latest": str(deadline.latest) if deadline.latest else None,
        },
        "recurring": commitment.recurrence is not None,
        "kind": commitment.deliverable.kind if commitment.deliverable else None,
    }


def head_of(verb: str) -> str:
    """The verb without adverbs: ``reiterates`` of "also reiterates its request"."""
    words = verb.casefold().replace("-", "")
    while (shorter := _ADVERB.sub("", words)) != words:
        words = shorter
    return words.split(" ")[0].strip(",")


def likeness(expected: Record, came: Record) -> int:
    """How well two records of one paragraph fit: 0 where they cannot be the same duty, more with each equal label."""
    doubtful = bool(expected.get("doubtful"))
    if not doubtful and expected["standing"] != came["standing"]:
        return 0
    # A reported duty has no finite verb of the text's own, so that its words can be cut in several ways.
    loose = expected["standing"] == "reported"
    if not loose and head_of(expected["verb"]) != head_of(came["verb"]):
        return 0
    # Of two duties with one verb, who is asked tells most which is which.
    weights = {label: 2 if label == "addressees" else 1 for label in LABELS}
    equal = sum(weight for label, weight in weights.items() if len(set(counts(label, expected, came))) == 1)
    return equal + (1 if doubtful else 2 * sum(weights.values()))


def align(expected: list[Record], came: list[Record]) -> list[Pair]:
    """The records of one paragraph side by side, in order, so that the sum of the likenesses is greatest."""
    best: dict[tuple[int, int], tuple[int, list[Pair]]] = {}
    for i in range(len(expected), -1, -1):
        for j in range(len(came), -1, -1):
            ways = []
            if i < len(expected):
                ways.append((best[i + 1, j][0], [(expected[i], None), *best[i + 1, j][1]]))
            if j < len(came):
                ways.append((best[i, j + 1][0], [(None, came[j]), *best[i, j + 1][1]]))
            if i < len(expected) and j < len(came) and (like := likeness(expected[i], came[j])):
                rest = best[i + 1, j + 1]
                ways.append((like + rest[0], [(expected[i], came[j]), *rest[1]]))
            best[i, j] = max(ways, key=lambda way: way[0], default=(0, []))
    return best[0, 0][1]


def plain(name: str) -> str:
    """A name for comparison: small letters, without article and "all"."""
    return _ARTICLE.sub("", name.casefold().replace("’", "'").strip())


def fits(alternatives: str, name: str) -> bool:
    """Whether a name is one of those that the annotation takes for right."""
    for each in alternatives.removeprefix("?").split("|"):
        wanted = plain(each)
        if plain(name) == wanted or (wanted.endswith("*") and plain(name).startswith(wanted[:-1])):
            return True
    return False


def count_names(expected: list[str], came: list[str]) -> tuple[int, int, int]:
    """Expected, came and right names; what may be named or not counts neither way."""
    left = list(came)
    right = 0
    for each in sorted(expected, key=lambda each: each.startswith("?")):
        found = next((name for name in left if fits(each, name)), None)
        if found is not None:
            left.remove(found)
            right += not each.startswith("?")
    return sum(not each.startswith("?") for each in expected), right + len(left), right


def count_deadline(expected: Record | None, came: Record | None) -> tuple[int, int, int]:
    """Right where the session is equal or, without one, the latest day."""
    if expected is None or came is None:
        return int(expected is not None), int(came is not None), 0
    part = "session" if expected["session"] else "latest"
    return 1, 1, int(expected[part] == came[part])


def count_kind(expected: str | None, came: str | None) -> tuple[int, int, int]:
    """Kinds are annotated where they are beyond dispute only, so that others which came count neither way."""
    return (0, 0, 0) if expected is None else (1, int(came is not None), int(expected == came))


COUNTS: dict[str, Callable[[Any, Any], tuple[int, int, int]]] = {
    "strength": lambda expected, came: (1, 1, int(expected == came)),
    "addressees": count_names,
    "through": count_names,
    "deadline": count_deadline,
    "recurring": lambda expected, came: (int(expected), int(came), int(expected and came)),
    "kind": count_kind,
}


def counts(label: str, expected: Record, came: Record) -> tuple[int, int, int]:
    """Expected, came and right of one label of two records; none where the annotation is unsure of it."""
    if label in expected.get("unsure", ()):
        return 0, 0, 0
    return COUNTS[label](expected[label], came[label])


def pairs_of(expected: list[Record], came: list[Record]) -> Iterable[Pair]:
    """Every record of a text with its counterpart, by paragraph and standing; without the doubtful ones."""
    paragraphs = dict.fromkeys(each["paragraph"] for each in [*expected, *came])
    for paragraph, standing in product(paragraphs, ("asked", "reported")):
        left = [each for each in expected if each["paragraph"] == paragraph and stands(each, standing)]
        right = [each for each in came if each["paragraph"] == paragraph and each["standing"] == standing]
        yield from (pair for pair in align(left, right) if not (pair[0] and pair[0].get("doubtful")))


def stands(expected: Record, standing: str) -> bool:
    """Whether an annotated record can be met among those of one standing: the doubtful ones among all."""
    return bool(expected.get("doubtful")) or expected["standing"] == standing


def add(score: Score, name: str, pair: Pair) -> Iterable[str]:
    """Counts one pair into ``score``; one line for each difference."""
    expected, came = pair
    row = "reported" if (expected or came or {})["standing"] == "reported" else "duties"
    place = f"{name} {(expected or came or {})['paragraph']}"
    key = f"{place}#{expected['n']}" if expected else ""
    score.add(row, (int(bool(expected)), int(bool(came)), int(bool(expected and came))), key)
    if expected is None or came is None:
        what, record = ("missing", expected) if came is None else ("too many", came)
        yield f"{place} {what}: {record}"
        return
    for label in LABELS if row == "duties" else ():
        numbers = counts(label, expected, came)
        score.add(label, numbers, key)
        if len(set(numbers)) > 1:
            yield f"{place} {expected['verb']}, {label}: {expected[label]}, came {came[label]}"


def read(file: str) -> Document:
    """One document of the corpus."""
    return build_document(read_source(CORPUS / file))


def measure(name: str, *, verbose: bool) -> Score:
    """The score of one set, its differences printed where they are asked for."""
    score = Score()
    for file in sorted((ANNOTATIONS / name).glob("*.json")):
        annotation = json.loads(file.read_text("utf-8"))
        came = [record_of(each) for each in find_commitments(read(annotation["file"]))]
        for pair in pairs_of(annotation["commitments"], came):
            for line in add(score, file.stem, pair):
                if verbose:
                    print(f"  {line}")
    return score


def channels_found(file: str) -> dict[tuple[str, str], list[str]]:
    """The channels of the duties that a text asks, by paragraph and verb."""
    found: dict[tuple[str, str], list[str]] = {}
    for each in find_commitments(read(file)):
        if each.standing == "asked":
            names = found.setdefault((each.paragraph, head_of(each.verb)), [])
            names += [channel.name for channel in each.through if channel.name not in names]
    return found


def print_channels(*, verbose: bool) -> None:
    """Precision and recall of channels over their own set; a channel in a clause without annotation is too many."""
    annotation = json.loads((ANNOTATIONS / "channels.json").read_text("utf-8"))
    score = Score()
    for file in annotation["files"]:
        came = channels_found(file)
        clauses = [each for each in annotation["clauses"] if each["file"] == file]
        expected = {(each["paragraph"], head_of(each["verb"])): each["names"] for each in clauses}
        for paragraph, verb in dict.fromkeys([*expected, *came]):
            names = expected.get((paragraph, verb), []), came.get((paragraph, verb), [])
            score.add("through", count_names(*names), f"{file} {paragraph} {verb}")
            if verbose and len(set(count_names(*names))) > 1:
                print(f"  {file} {paragraph} {verb}, through: {names[0]}, came {names[1]}")
    print("channels (own set):", score.line("through"), sep="\n")


def kept(name: str, keys: set[str]) -> list[str]:
    """The keys as they are kept: those of a held-out set as sums, which tell nobody what went wrong there."""
    if name == "dev":
        return sorted(keys)
    return sorted(hashlib.blake2b(key.encode(), digest_size=4).hexdigest() for key in keys)


def print_changes(name: str, row: str, before: set[str], now: set[str]) -> None:
    """What was gained and lost since the result that is kept; of a held-out set the numbers only."""
    for word, changed in (("gained", now - before), ("lost", before - now)):
        if changed:
            named = ": " + ", ".join(sorted(changed)) if name == "dev" else ""
            print(f"  {row} {word} {len(changed)}{named}")


def is_shown(name: str, arguments: list[str]) -> bool:
    """Whether the differences of a set are printed: of ``dev`` when asked, of a held-out set when it is revealed."""
    named = [each for each in arguments if each in SETS]
    revealed = "--reveal" in arguments and (not named or name in named)
    return revealed or (name == "dev" and "--verbose" in arguments)


def print_speed() -> None:
    """The time of all duties of 80/118, and its ratio to reading the document in the same run."""
    reading = time.perf_counter()
    document = read(TIMED)
    reading = time.perf_counter() - reading
    seconds = []
    for _ in range(TURNS):
        start = time.perf_counter()
        find_commitments(document)
        seconds.append(time.perf_counter() - start)
    best = min(seconds)
    print(
        f"80/118: {best:.3f} s, {best / FLOOR_SECONDS:.2f} of the {FLOOR_SECONDS} s allowed, "
        f"{best / reading:.2f} of the {reading:.3f} s that reading it takes"
    )


def main() -> int:
    """Prints a table per set, what changed since the result that is kept, and the time; 0 without the texts too."""
    if not CORPUS.is_dir():
        print(f"commitments: skipped, the real texts are not here: {CORPUS}")
        return 0
    before = json.loads(RESULTS.read_text("utf-8")) if RESULTS.is_file() else {}
    result: dict[str, dict[str, list[str]]] = {}
    for name in SETS:
        print(f"{name}:")
        score = measure(name, verbose=is_shown(name, sys.argv[1:]))
        result[name] = {row: kept(name, score.keys[row]) for row in ROWS}
        print(*(score.line(row) for row in ROWS), sep="\n")
        for row in ROWS if name in before else ():
            print_changes(name, row, set(before[name][row]), set(result[name][row]))
    print_channels(verbose="--verbose" in sys.argv)
    print_speed()
    if "--save" in sys.argv:
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(json.dumps(result, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
