"""Citations and events as JSON: the keys, their order, and null for what is unknown."""

import json

from laid_out import make_document

from stocktake.documents.find.citations import find_citations
from stocktake.documents.find.events import find_events
from stocktake.documents.formats.found_json import citations_to_json, events_to_json


def test_citations_have_the_keys_of_the_contract_in_order():
    document = make_document(["Recalling its resolution 68/2 of 4 May 2014,"], {"1": "A/80/5, para. 7."})
    written = citations_to_json(document, find_citations(document))
    assert json.dumps(written) == json.dumps(
        {
            "schema": "stocktake/citations/1",
            "document": "X/RES/9/1",
            "citations": [
                {
                    "place": "P1",
                    "printed": "68/2",
                    "symbol": "A/RES/68/2",
                    "pinpoint": None,
                    "date": "2014-05-04",
                    "spans": [[25, 29]],
                },
                {
                    "place": "note 1",
                    "printed": "A/80/5",
                    "symbol": "A/80/5",
                    "pinpoint": "para. 7",
                    "date": None,
                    "spans": [[48, 54]],
                },
            ],
        }
    )


def test_events_have_the_keys_of_the_contract_in_order():
    document = make_document(["Noting the Well Fair, from 1 to 3 May 2020,"], symbol=None)
    written = events_to_json(document, find_events(document))
    assert json.dumps(written) == json.dumps(
        {
            "schema": "stocktake/events/1",
            "document": None,
            "events": [
                {
                    "paragraph": "P1",
                    "name": "Well Fair",
                    "place": None,
                    "start": "2020-05-01",
                    "end": "2020-05-03",
                    "quote": "Well Fair, from 1 to 3 May 2020",
                    "spans": [[11, 42]],
                }
            ],
        }
    )


def test_nothing_found_is_an_empty_list():
    document = make_document(["Noting nothing,"])
    assert citations_to_json(document, ())["citations"] == []
    assert events_to_json(document, ())["events"] == []
