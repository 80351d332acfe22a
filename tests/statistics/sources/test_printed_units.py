"""Units that stand in brackets behind a name, alone above a table, or behind a scale: multiplied out, never left out."""

import pytest
from readings import codes, read, rows

from stocktake.errors import InputError

TABLE = "Country,2030,2031\nFiji,1.5,2\n"


@pytest.mark.parametrize(
    ("above", "indicator", "value", "unit"),
    [
        ("Population (thousands)", "population", 1500, "persons"),
        ("Population\n(thousands)", "population", 1500, "persons"),
        ("Population\nIn thousands", "population", 1500, "persons"),
        ("Population\nUnit: thousands of persons", "population", 1500, "persons"),
        ("Population\nUnit: persons", "population", 1.5, "persons"),
        ("Number of kites (thousands)", "Number of kites (thousands)", 1500, "number"),
        ("Number of kites in thousands", "Number of kites in thousands", 1.5, None),
        (
            "Sales of kites, current US$ (millions)",
            "Sales of kites, current US$ (millions)",
            1_500_000,
            "US dollars",
        ),
        ("Individuals using the Internet (%)", "17.8.1", 1.5, "per cent"),
        ("Individuals using the Internet\n%", "17.8.1", 1.5, "per cent"),
    ],
)
def test_the_unit_above_a_table(above, indicator, value, unit):
    assert rows(read(f"{above}\n{TABLE}"), "indicator", "value", "unit")[0] == (indicator, value, unit)


@pytest.mark.parametrize("behind", ["(millions)", "(% of women)", "(aged 15-24)"])
def test_a_name_with_something_else_behind_it_is_another_series(behind):
    reading = read(f"Individuals using the Internet {behind}\n{TABLE}")
    assert rows(reading, "indicator")[0] == (f"Individuals using the Internet {behind}",)
    assert "series-unknown" in codes(reading)


def test_a_scale_above_a_table_that_cannot_be_read_is_refused():
    with pytest.raises(InputError) as caught:
        read(f"Population\nFigures in thousands, rounded\n{TABLE}")
    assert caught.value.message == (
        "made.csv: expected a unit in a column “Unit”, in brackets behind the title, or alone on a line above the "
        "header, but above it stands “Figures in thousands, rounded”. Write the unit so that it cannot be misread."
    )


def test_units_behind_headings():
    text = (
        "Country,Year,Population (thousands),Individuals using the Internet (%),Computers (PC)\nFiji,2031,3,4,5\n"
    )
    assert rows(read(text), "indicator", "value", "unit") == [
        ("population", 3000, "persons"),
        ("17.8.1", 4, "per cent"),
        ("Computers (PC)", 5, None),
    ]
