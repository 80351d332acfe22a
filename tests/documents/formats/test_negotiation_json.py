"""The negotiation as JSON: exactly the shape that users were promised."""

import json

from stocktake.documents.compare.negotiation import Negotiation, Origin, Provision, Stage, Unsurvived
from stocktake.documents.formats.negotiation_json import negotiation_to_json

TRACED = Negotiation(
    (Stage("X/RES/79/1", "adopted", "2024-12-12"), Stage("X/80/L.1", "draft", None)),
    (Provision("P1", 0, (("P2",),), (Origin(0, "Recalling "), Origin(1, "kites,"))),),
    (Unsurvived(0, 1, "P2", 10, "boats,", whole=False),),
)


def test_the_shape_and_the_order_of_keys():
    assert json.dumps(negotiation_to_json(TRACED, ["X/RES/79/9"])) == (
        '{"schema": "stocktake/negotiation/1", "document": "X/80/L.1", "stages": ['
        '{"name": "X/RES/79/1", "status": "adopted", "date": "2024-12-12", "provisions": 1, "words": 1}, '
        '{"name": "X/80/L.1", "status": "draft", "date": null, "provisions": 0, "words": 1}], '
        '"not_held": ["X/RES/79/9"], "provisions": ['
        '{"paragraph": "P1", "stage": 0, "before": [["P2"]], "words": [[0, "Recalling "], [1, "kites,"]]}], '
        '"unsurvived": [{"stage": 0, "lost_in": 1, "paragraph": "P2", "at": 10, "text": "boats,", "whole": false}]}'
    )
