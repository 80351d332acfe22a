"""Data sets as schema.org describes them, for search engines of data.

Knows the vocabulary (schema.org/Dataset) and how a description is put into a page so that nothing in it ends the
element that it stands in.
"""

import json
from collections.abc import Mapping
from typing import Any

from stocktake import __version__
from stocktake.publish.opendata.model import Listed
from stocktake.publish.opendata.terms import INVENTED, SOFTWARE, TERMS, citation
from stocktake.review.model import Review

# What could end a script element, or begin another one, in a page.
_IN_A_PAGE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def dataset_jsonld(listed: Listed, review: Review, base: str = "") -> dict[str, Any]:
    """A data set as schema.org's Dataset.

    Args:
        listed: The data set with its files.
        review: The review it comes from.
        base: What leads from the page to the folder ``data/``, with a slash at its end.
    """
    dataset, table = listed.dataset, listed.dataset.table
    described = f"{dataset.description} {TERMS[dataset.owner].note}"
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": dataset.title,
        "description": f"{described} {INVENTED}" if review.example else described,
        "identifier": f"stocktake:{dataset.id}",
        "license": TERMS[dataset.owner].path,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": SOFTWARE},
        "version": __version__,
        "dateModified": review.as_of.isoformat(),
        "citation": citation(dataset.title, review),
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": each.media_type,
                "contentUrl": f"{base}{each.path}",
                "contentSize": f"{each.bytes} B",
            }
            for each in listed.files
        ],
    }
    if table is not None:
        found["variableMeasured"] = [
            {"@type": "PropertyValue", "name": each.name, "description": each.description}
            for each in table.columns
        ]
    return found


def jsonld_text(data: Mapping[str, Any]) -> str:
    """The description as it stands inside ``<script type="application/ld+json">``: nothing in it is markup."""
    return json.dumps(data, ensure_ascii=False, indent=1).translate(_IN_A_PAGE)
