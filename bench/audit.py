"""Precision and recall of the verdicts on figures, on invented texts, and what comes of the real ones.

Run as ``python bench/audit.py``. ``--verbose`` names the differences in the set ``dev``, ``--reveal`` those in
``held_out`` too, ``--seeds`` prints every verdict on the real texts. The annotated texts and published values are
invented; a figure's verdicts are right one by one. The set ``held_out`` was annotated before the program was run on it.
Where the real texts lie beside the checkout, it is checked that the findings that were made by reading them come out;
what else is raised there is listed, for a person to read.
"""

import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from stocktake.documents.find.figures import Figure, find_figures
from stocktake.documents.model import Document
from stocktake.documents.sources import read_source, read_source_bytes
from stocktake.documents.structure import build_document
from stocktake.documents.threads.build import build_threads
from stocktake.documents.threads.model import Threads
from stocktake.frameworks.lineages import lineages
from stocktake.review.figures.audit import audit_figures
from stocktake.review.figures.binding import bind_figures, wanted_of
from stocktake.review.figures.case import AuditText
from stocktake.review.figures.model import Audit, Binding, Value
from stocktake.review.figures.values import known_values
from stocktake.review.lives import followed_chain
from stocktake.values.interval import decimals_of, rounded
from stocktake.values.ordinal import ordinal_words
from stocktake.values.partial_date import PartialDate

HERE = Path(__file__).resolve().parent
ANNOTATIONS = HERE / "annotations" / "audit"
SEEDS = HERE.parents[1] / "shared" / "corpus" / "seeds"
SETS = ("dev", "held_out")
AS_OF = date(2026, 11, 22)
# Findings made by reading: text, paragraph, words, verdict.
EXPECTED = (
    ("A/RES/79/194", "24", "90 per cent", "stale"),
    ("A/RES/79/194", "24", "57 per cent", "stale"),
    ("A/RES/80/118", "26", "93 per cent", "group changed"),
    ("A/RES/80/118", "26", "27 per cent", "group changed"),
    ("A/RES/80/118", "26", "93 per cent", "superseded"),
    ("A/RES/80/118", "26", "27 per cent", "superseded"),
    ("A/RES/80/118", "P58", "a third", "superseded"),
    ("A/RES/80/118", "P58", "a third", "definition changed"),
    ("A/RES/80/118", "P58", "two thirds", "definition changed"),
)
AT_ODDS = (("A/RES/77/150", {"P50", "23"}), ("A/RES/79/194", {"24", "30"}))
EXPIRED = (("A/RES/77/150", "P27"), ("A/RES/79/194", "P29"), ("A/RES/80/118", "P33"))

Scene = dict[str, Any]


def document_of(text: dict[str, Any]) -> Document:
    """An invented resolution with these paragraphs."""
    day = PartialDate(text["adopted"]).earliest
    printed = f"{day.day} {day:%B %Y}"
    lines = [
        "General Assembly",
        f"Distr.: General\n{printed}",
        f"{ordinal_words(int(text['number'].split('/')[0])).capitalize()} session",
        "Agenda item 7",
        f"Resolution adopted by the General Assembly on {printed}",
        f"{text['number']}. Kites for sustainable development",
        "The General Assembly,",
        *text["paragraphs"],
        f"5th plenary meeting\n{printed}",
    ]
    return build_document(read_source_bytes(("\n\n".join(lines) + "\n").encode(), f"{text['number'][3:]}.txt"))


def value_of(record: list[Any]) -> Value:
    """A published value, as the annotations write it."""
    indicator, area, sex, location, period, value, edition, published, *unsure = record
    return Value(
        basis="headline",
        indicator=indicator,
        area=area,
        sex=sex,
        location=location,
        period=period,
        value=value,
        unit="per cent",
        range=rounded(value, decimals_of(str(value))),
        edition=edition,
        published=date.fromisoformat(published),
        population=None,
        source=edition,
        is_sure=not unsure,
    )


def binding_of(scene: Scene, number: str, figure: Figure) -> Binding:
    """What the annotation binds a figure to, with everything published of the same."""
    values = {name: value_of(record) for name, record in scene["values"].items()}
    for key, paragraph, printed, name, _ in scene["figures"]:
        if (key, paragraph, printed) == (number, figure.paragraph, figure.printed) and name:
            bound = values[name]
            same = [each for each in values.values() if _whom(each) == _whom(bound)]
            ordered = tuple(sorted(same, key=lambda each: (each.period, each.published or date.min)))
            return Binding(bound, "As annotated.", ordered, is_negated=figure.negated)
    return Binding(None, "Nothing is published of it.")


def _whom(value: Value) -> tuple[str | None, ...]:
    return value.indicator, value.area, value.sex, value.location


def audit_scene(scene: Scene) -> Audit:
    """The audit of an invented chain of texts."""
    documents = [document_of(each) for each in scene["texts"]]
    threads = build_threads(documents) if len(documents) > 1 else None
    texts = []
    for record, document in zip(scene["texts"], documents, strict=True):
        figures = find_figures(document)
        bindings = [binding_of(scene, record["number"], each) for each in figures]
        texts.append(AuditText.of(record["number"], document, figures, bindings, threads))
    return audit_figures(texts, threads, date.fromisoformat(scene["as_of"]))


def differences(scene: Scene, audit: Audit) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
    """What was annotated and what came: verdicts by figure, contradictions and expired targets by place."""
    wanted = {(*map(str, each[:3]), verdict) for each in scene["figures"] for verdict in each[4]}
    came: set[tuple[str, ...]] = {
        (each.text, each.figure.paragraph, each.figure.printed, verdict.verdict)
        for each in audit.figures
        for verdict in each.verdicts
    }
    wanted |= {(text, *places, "cannot hold together") for text, places in scene["contradictions"]}
    came |= {
        (each.text, *(place.paragraph for place in each.places), "cannot hold together")
        for each in audit.contradictions
    }
    wanted |= {(text, place, str(year), "expired") for text, place, year in scene["expired"]}
    came |= {(each.text, each.paragraph, str(each.year), "expired") for each in audit.expired}
    return wanted, came


def measure(name: str, *, verbose: bool) -> None:
    """Prints the score of one set, and its differences where they are asked for."""
    counts: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for scene in json.loads((ANNOTATIONS / f"{name}.json").read_text("utf-8"))["scenes"]:
        wanted, came = differences(scene, audit_scene(scene))
        counts.update(figures=len(scene["figures"]), wanted=len(wanted), came=len(came), right=len(wanted & came))
        kinds.update(each[-1] for each in wanted)
        for each in sorted(wanted ^ came) if verbose else ():
            print(f"  {scene['name']}: {'missing' if each in wanted else 'too many'}: {' | '.join(each)}")
    print(f"{name}: {counts['figures']} figures, {counts['wanted']} verdicts of {len(kinds)} kinds")
    print(f"  precision {counts['right'] / max(counts['came'], 1):.3f} of {counts['came']}")
    print(f"  recall    {counts['right'] / max(counts['wanted'], 1):.3f} of {counts['wanted']}")


def audit_seeds() -> Audit:
    """The audit of the real texts with what the frameworks hold."""
    documents = [build_document(read_source(path)) for path in sorted(SEEDS.glob("*.txt"))]
    chain = followed_chain(documents, lineages())
    threads = chain.threads()
    names = {id(document): symbol for symbol, document in chain.documents.items()}
    texts = [_text(names.get(id(each), each.name), each, threads) for each in documents]
    return audit_figures(texts, threads, AS_OF)


def _text(key: str, document: Document, threads: Threads) -> AuditText:
    figures = find_figures(document)
    known = known_values(wanted_of(figures), {}, AS_OF)
    return AuditText.of(key, document, figures, bind_figures(document, figures, known), threads)


def print_seeds(*, verbose: bool) -> bool:
    """Prints which findings came out on the real texts and what else did; whether all came out."""
    audit = audit_seeds()
    raised = {
        (each.text, each.figure.paragraph, each.figure.printed, verdict.verdict): verdict.because
        for each in audit.figures
        for verdict in each.verdicts
    }
    odds = [(each.text, {place.paragraph for place in each.places}) for each in audit.contradictions]
    expired = [(each.text, each.paragraph) for each in audit.expired]
    found = [each in raised for each in EXPECTED] + [each in odds for each in AT_ODDS]
    found += [each in expired for each in EXPIRED]
    print(f"seeds: {sum(found)} of {len(found)} findings come out")
    for each, is_there in zip([*EXPECTED, *AT_ODDS, *EXPIRED], found, strict=True):
        if not is_there:
            print(f"  missing: {each}")
    for each, because in raised.items():
        if each not in EXPECTED or verbose:
            print(f"  {' | '.join(each)}{f': {because}' if verbose else ''}")
    for contradiction in audit.contradictions:
        print(f"  at odds: {contradiction.text}: {contradiction.because}")
    for target in audit.expired:
        print(f"  expired: {target.text} {target.paragraph} {target.year} {target.target}: {target.because}")
    return all(found)


def main() -> int:
    """Prints a score per set, and what comes of the real texts; 0 without these too, 1 where a finding is missing."""
    for name in SETS:
        measure(name, verbose="--reveal" in sys.argv or (name == "dev" and "--verbose" in sys.argv))
    if not SEEDS.is_dir():
        print(f"seeds: skipped, the real texts are not here: {SEEDS}")
        return 0
    return 0 if print_seeds(verbose="--seeds" in sys.argv) else 1


if __name__ == "__main__":
    sys.exit(main())
