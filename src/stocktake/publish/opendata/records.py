"""The JSON files: the review whole, each text, comparisons, threads, calendar, results by indicator, needs.

Knows which files there are. The shapes are those that the commands print (``docs/reference/shapes.md``); their schemas
stand beside them.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from stocktake.documents.formats.akn import document_to_akn
from stocktake.documents.formats.comparison_json import comparison_to_json
from stocktake.documents.formats.document_json import document_to_json
from stocktake.documents.formats.threads_json import threads_to_json
from stocktake.publish.calendar_ics import calendar_ics
from stocktake.publish.calendar_json import calendar_to_json
from stocktake.publish.commitments_json import commitments_to_json
from stocktake.publish.figures_json import audit_to_json
from stocktake.publish.measure_json import measure_to_json
from stocktake.publish.needs_json import needs_to_json
from stocktake.publish.opendata.model import Material
from stocktake.publish.opendata.naming import file_names
from stocktake.publish.review_json import review_to_json
from stocktake.review.model import Text
from stocktake.statistics.measures import Result
from stocktake.workspace.measuring import Measured


class Record(NamedTuple):
    """A JSON file: its path below ``data/``, and what it holds."""

    path: str
    data: Mapping[str, Any]


def records(material: Material) -> Iterator[Record]:
    """Every JSON file but schemas and descriptions."""
    review = material.review
    needs = _unnamed(needs_to_json(review.needs))
    yield Record("review.json", {**review_to_json(review), "needs": needs})
    yield Record("calendar.json", calendar_to_json(review.calendar))
    if review.threads:
        yield Record("threads.json", threads_to_json(review.threads))
    yield Record("needs.json", needs)
    yield from _of_texts(material)
    yield from _of_comparisons(material)
    yield from _of_indicators(material)


def text_names(material: Material) -> Mapping[str, str]:
    """The name of the files of each text, by its key."""
    return file_names(text.key for text in material.review.texts)


def akoma_ntoso(material: Material) -> Iterator[tuple[str, bytes]]:
    """Each text in Akoma Ntoso: path and bytes."""
    names = text_names(material)
    for text in material.review.texts:
        yield f"texts/{names[text.key]}.akn.xml", document_to_akn(text.document)


def calendar_file(material: Material) -> tuple[str, bytes]:
    """The calendar for calendar programs: path and bytes."""
    return "calendar.ics", calendar_ics(material.review.calendar)


def _unnamed(needs: dict[str, Any]) -> dict[str, Any]:
    """Needs and offers without the names of those who typed them in: who says something is in the record itself."""
    countries = [
        {**country, "needs": [{**each, "by": None} for each in country["needs"]]} for country in needs["countries"]
    ]
    return {**needs, "countries": countries, "offers": [{**each, "by": None} for each in needs["offers"]]}


def _of_texts(material: Material) -> Iterator[Record]:
    names = text_names(material)
    for text in material.review.texts:
        name = f"texts/{names[text.key]}"
        yield Record(f"{name}.json", document_to_json(text.document))
        if text.used:
            yield from _asked_and_counted(name, text, material)


def _asked_and_counted(name: str, text: Text, material: Material) -> Iterator[Record]:
    review, symbol = material.review, text.document.data.symbol
    yield Record(f"{name}.commitments.json", commitments_to_json(symbol, review.duties.of(text.key)))
    yield Record(f"{name}.figures.json", audit_to_json(symbol, text.key, review.figures))


def _of_comparisons(material: Material) -> Iterator[Record]:
    names = text_names(material)
    for (old, new), comparison in material.comparisons.items():
        yield Record(f"comparisons/{names[old]}--{names[new]}.json", comparison_to_json(comparison))


def _of_indicators(material: Material) -> Iterator[Record]:
    found = _by_indicator(material)
    names = file_names(found)
    for code, (name, results) in found.items():
        measured = Measured(code, name, material.review.as_of, tuple(results))
        yield Record(f"measures/{names[code]}.json", measure_to_json(measured))


def _by_indicator(material: Material) -> dict[str, tuple[str, list[Result]]]:
    """The name and all results of each indicator, once each: an indicator may measure several divides."""
    found: dict[str, tuple[str, list[Result]]] = {}
    for divide in material.review.divides:
        for each in divide.measured:
            results = found.setdefault(each.indicator, (each.name, []))[1]
            results.extend(result for result in each.results if result not in results)
    seen = set()
    for country in material.countries:
        for figure in country.figures:
            name = (country.code, figure.indicator)
            if name not in seen and figure.indicator in found:
                seen.add(name)
                found[figure.indicator][1].extend(figure.results)
    return found
