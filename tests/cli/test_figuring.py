"""The command figures."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from stocktake.cli.figuring import figures

app = typer.Typer()
app.command()(figures)


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A draft with one figure."""
    path = tmp_path / "draft.txt"
    path.write_text(
        "The General Assembly,\n\nNoting that only 9 per cent of lamps are lit in Chad,\n\n"
        "1. Requests the Secretary-General to light lamps;\n\n2. Decides to remain seized of the matter.\n",
        encoding="utf-8",
    )
    return path


def test_figures_json_is_the_contract(text: Path):
    result = CliRunner().invoke(app, [str(text), "--json"])
    data = json.loads(result.stdout)
    assert (result.exit_code, data["schema"]) == (0, "stocktake/figures/1")
    (figure,) = data["figures"]
    assert (figure["paragraph"], figure["value"], figure["area"]) == ("P1", 9, "TCD")


def test_an_annex_that_is_not_searched_is_said(text: Path):
    words = text.read_text(encoding="utf-8")
    text.write_text(f"{words}\n1st plenary meeting\n3 May 2045\n\nAnnex\n\nOf 8 lamps in ten none is lit.\n")
    result = CliRunner().invoke(app, [str(text), "--json"])
    assert len(json.loads(result.stdout)["figures"]) == 1
    assert result.stderr == (
        "stocktake: draft.txt: “Annex” (8 words) is kept as one text; duties and figures are not looked for in it."
        " Look through the annex yourself.\n"
    )


def test_figures_alone_is_a_page(text: Path):
    result = CliRunner().invoke(app, [str(text)])
    assert result.exit_code == 0
    assert result.stdout.startswith("draft.txt prints 1 figure\n")
