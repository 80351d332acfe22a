"""Open data: everything behind the pages as files for machines, each with its schema, terms and citation.

Computes nothing: every value comes from the review and from what stands beside it.
"""

from stocktake.publish.opendata.datasets import DATASETS, list_datasets
from stocktake.publish.opendata.files import open_data_files
from stocktake.publish.opendata.jsonld import dataset_jsonld, jsonld_text
from stocktake.publish.opendata.model import Beside, Dataset, Listed, Material

__all__ = [
    "DATASETS",
    "Beside",
    "Dataset",
    "Listed",
    "Material",
    "dataset_jsonld",
    "jsonld_text",
    "list_datasets",
    "open_data_files",
]
