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


def test_figures_alone_is_a_page(text: Path):
    result = CliRunner().invoke(app, [str(text)])
    assert result.exit_code == 0
    assert result.stdout.startswith("draft.txt prints 1 figure\n")
