"""The files: all there, the same twice, none outside their folder, none that a spreadsheet or a page would execute."""

import csv
import io
import re
from pathlib import PurePosixPath

from workshop import document
from workshop import review as small_review

from stocktake.publish.opendata import DATASETS, Material, list_datasets, open_data_files
from stocktake.publish.site.model import File, Published

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def test_every_data_set_has_files_and_every_file_but_the_descriptions_is_of_one(whole, files):
    made = [File(f"data/{path}", data) for path, data in files.items()]
    listed = list_datasets(Material(*whole), made)
    assert [each.dataset.id for each in listed] == [each.id for each in DATASETS]
    named = [each.path for found in listed for each in found.files]
    assert set(files) - set(named) == {"README.md", "datapackage.json", "csv-metadata.json"}
    assert len(named) == len(set(named))


def test_the_same_input_gives_the_same_bytes(whole, files):
    published, beside = whole
    assert {each.path.removeprefix("data/"): each.data for each in open_data_files(published, beside)} == files


def test_paths_are_plain_and_stay_in_the_folder(files):
    for path in files:
        assert re.fullmatch(r"[A-Za-z0-9._/-]+", path), path
        assert ".." not in PurePosixPath(path).parts
        assert not path.startswith("/")


def test_names_of_files_become_no_paths_and_take_no_place_of_another():
    words = "The General Assembly,\n\n1. Decides to fly a kite."
    documents = [document(words, name) for name in ("../../evil.txt", "evil txt", "Evil.TXT", "决议.txt", "…")]
    made = [each.path for each in open_data_files(Published(small_review(documents)))]
    texts = [path for path in made if path.startswith("data/texts/") and path.count(".") == 1]
    assert len(texts) == len(set(made) & set(texts)) == 5
    assert all(re.fullmatch(r"data/texts/[a-z0-9-]+\.json", path) for path in texts)


def test_no_cell_is_a_formula_and_numbers_stay_numbers(files):
    tables = {path: rows_of(data) for path, data in files.items() if path.startswith("tables/")}
    for path, rows in tables.items():
        for row in rows:
            for name, cell in row.items():
                if cell.startswith(DANGEROUS):
                    assert float(cell) < 0, (path, name, cell)
    (hostile,) = [row for row in tables["tables/contributions.csv"] if "HYPERLINK" in row["title"]]
    assert hostile["who"] == "'+1+1"
    assert hostile["title"].startswith("'=HYPERLINK")
    assert "\x00" not in hostile["description"]
    assert tables["tables/needs.csv"][0]["recommendation"] == "'@SUM(A1)"
    assert tables["tables/offers.csv"][0]["provider"] == "'-2+3"


def test_lines_end_as_the_standard_has_it(files):
    head, _, _ = files["tables/texts.csv"].partition(b"\r\n")
    assert head.startswith(b"text,symbol,title,status,")


def test_words_are_verbatim_and_say_where_they_stand(whole, files):
    review = whole[0].review
    for row in rows_of(files["tables/duties.csv"]):
        source = review.text(row["text"]).document.source_text
        spans = [span.split("-") for span in row["spans"].split()]
        assert "".join(source[int(start) : int(end)] for start, end in spans) == row["words"]


def test_who_typed_a_need_is_not_published_and_who_corrected_is(files):
    assert b"A. Person" not in files["needs.json"]
    assert b"A. Person" not in files["tables/needs.csv"]
    assert b"A. Person" not in files["tables/contributions.csv"]
    assert rows_of(files["tables/corrections.csv"])[0]["corrected_by"] == "A. Person"


def test_the_page_for_people_says_what_there_is_the_terms_and_the_citation(files):
    page = files["README.md"].decode()
    assert "as of 15 January 2045" in page
    assert "Creative Commons Attribution 4.0 International" in page
    assert "| Duties: " in page
    assert "15 January 2045, fingerprint ffffffffffffffff. Licence: CC-BY-4.0." in page


def test_a_review_of_nothing_has_its_tables_with_heads_alone():
    made = {each.path: each.data for each in open_data_files(Published(small_review([])))}
    assert made["data/tables/texts.csv"].count(b"\r\n") == 1
    assert "data/observations.parquet" not in made
    assert b"<entry>" not in made["data/changes.atom"]
