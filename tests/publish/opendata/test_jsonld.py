"""Data sets as schema.org has them, and nothing in a description ends the element it stands in."""

import json

from stocktake.publish.opendata import Material, dataset_jsonld, jsonld_text, list_datasets
from stocktake.publish.site.model import File


def test_a_table_has_its_columns_its_file_and_its_terms(whole, files):
    made = [File(f"data/{path}", data) for path, data in files.items()]
    listed = {each.dataset.id: each for each in list_datasets(Material(*whole), made)}
    found = dataset_jsonld(listed["duties"], whole[0].review, "../data/")
    assert found["@type"] == "Dataset"
    assert found["distribution"] == [
        {
            "@type": "DataDownload",
            "encodingFormat": "text/csv",
            "contentUrl": "../data/tables/duties.csv",
            "contentSize": f"{len(files['tables/duties.csv'])} B",
        }
    ]
    assert [each["name"] for each in found["variableMeasured"]][:3] == ["text", "duty", "paragraph"]
    assert found["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert found["dateModified"] == "2045-01-15"
    assert listed["duties"].rows == files["tables/duties.csv"].count(b"\r\n") - 1


def test_no_description_ends_its_element():
    hostile = {"name": "</script><script>x()</script><!-- & "}
    text = jsonld_text(hostile)
    assert not set("<>&") & set(text)
    assert json.loads(text) == hostile
