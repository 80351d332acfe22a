"""The command on the numbers: measure."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from stocktake.cli.dates import date_of
from stocktake.cli.options import AsOfOption, JsonOption, WorkspaceOption
from stocktake.cli.output import progress, put, put_json, put_page, say
from stocktake.cli.texts import open_workspace
from stocktake.errors import NotFoundError, RequestError

if TYPE_CHECKING:
    from stocktake.statistics.measures import Result
    from stocktake.workspace import Workspace
    from stocktake.workspace.measuring import Measured
    from stocktake.workspace.question import Question


class Split(StrEnum):
    """Along what values may be split."""

    SEX = "sex"
    LOCATION = "location"
    AGE = "age"


IndicatorArgument = Annotated[
    str,
    typer.Argument(
        metavar="INDICATOR", help="A code (17.8.1, IT.NET.USER.ZS) or a name: stocktake frameworks indicators."
    ),
]
AreasOption = Annotated[
    list[str] | None,
    typer.Option(
        "--area", metavar="CODE|GROUP", help="An area or a group; may be repeated. Else world and groups."
    ),
]
PeriodsOption = Annotated[
    list[str] | None,
    typer.Option("--period", metavar="YEAR", help="A year; may be repeated. Else the latest with a value."),
]
ByOption = Annotated[Split | None, typer.Option("--by", help="Split the values, and compare the parts.")]
MeasuresOption = Annotated[
    list[str] | None,
    typer.Option("--measure", metavar="NAME", help="What to measure; may be repeated. Else level and aggregate."),
]
ReleaseOption = Annotated[
    str | None,
    typer.Option("--vintage", metavar="DATE|all", help="One release, or all side by side. Else the newest."),
]
GateOption = Annotated[
    float | None,
    typer.Option("--gate", metavar="SHARE", help="Hold an aggregate back below this coverage, 0 to 1."),
]
JoinOption = Annotated[
    bool, typer.Option("--join-breaks", help="Let series go on across releases and breaks; it is said.")
]
PartitionOption = Annotated[
    str | None,
    typer.Option(
        "--partition", metavar="GROUP,GROUP...", help="Part inequality by groups, such as HIC,UMC,LMC,LIC."
    ),
]
CsvOption = Annotated[bool, typer.Option("--csv", help="Print a table for a spreadsheet.")]
SdmxCsvOption = Annotated[
    bool, typer.Option("--sdmx-csv", help="Print the published observations as SDMX-CSV 2.0.")
]
SdmxMlOption = Annotated[bool, typer.Option("--sdmx-ml", help="Print the published observations as SDMX-ML 3.0.")]
ChartOption = Annotated[
    Path | None, typer.Option("--chart", metavar="FILE", help="Draw the answer too: FILE.svg or FILE.png.")
]


def measure(  # noqa: PLR0913, PLR0917 - every option of a command is a parameter of its function
    indicator: IndicatorArgument,
    areas: AreasOption = None,
    periods: PeriodsOption = None,
    by: ByOption = None,
    measures: MeasuresOption = None,
    vintage: ReleaseOption = None,
    as_of: AsOfOption = None,
    gate: GateOption = None,
    join_breaks: JoinOption = False,
    partition: PartitionOption = None,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
    as_sdmx_csv: SdmxCsvOption = False,
    as_sdmx_ml: SdmxMlOption = False,
    chart: ChartOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Measure an indicator: level, gap, parity, progress and more.

    As published, and for groups as made from their members.

    Example: stocktake measure 17.8.1 --area NGA --period 2019 --vintage all
    """
    form = _one_form({"json": as_json, "csv": as_csv, "sdmx-csv": as_sdmx_csv, "sdmx-ml": as_sdmx_ml})
    if chart is not None:
        check_picture(chart)
    from stocktake.workspace.measuring import measure_held
    from stocktake.workspace.question import Question

    opened = _open_with_statistics(workspace)
    question = Question(
        indicator,
        date_of(as_of, opened.holdings),
        tuple(areas or ()),
        tuple(periods or ()),
        by.value if by else None,
        tuple(measures or ()),
        release_of(vintage),
        gate,
        join_breaks,
        tuple(each.strip() for each in (partition or "").split(",") if each.strip()),
    )
    if form in _WRITE:
        _WRITE[form](opened, question)
        return
    with progress("Measuring") as show:
        measured = measure_held(opened.statistics, question, show)
    if chart is not None:
        _draw(opened, question, measured, chart)
    _PRINT[form](measured)


def _open_with_statistics(folder: Path | None) -> "Workspace":
    opened = open_workspace(folder)
    if not opened.statistics.holdings:
        raise NotFoundError(
            expected="statistics in the workspace",
            came="it holds none",
            where=str(opened.folder),
            advice="Add what a publisher publishes: stocktake add FILE... --vintage DATE",
        )
    return opened


def _one_form(asked: dict[str, bool]) -> str:
    forms = [form for form, wanted in asked.items() if wanted]
    if len(forms) > 1:
        message = f"choose one of {', '.join(f'--{form}' for form in asked)}"
        raise typer.BadParameter(message)
    return forms[0] if forms else "page"


def check_picture(file: Path) -> None:
    """Return where a picture can be written under this name.

    Raises:
        RequestError: It ends in neither ``.svg`` nor ``.png``.
    """
    if file.suffix.lower() not in _PICTURES:
        raise RequestError(
            expected="a file that ends in .svg or .png as --chart",
            came=f"{file.name!r} does not",
            choices=_PICTURES,
        )


def release_of(text: str | None) -> date | Literal["all"] | None:
    """The release that is meant: a day, all of them, or None for the newest.

    Raises:
        RequestError: It is neither a day nor ``all``.
    """
    if text is None or text == "all":
        return text  # type: ignore[return-value]
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError as error:
        raise RequestError(
            expected="a day such as 2025-07-01, or all, as --vintage", came=f"{text!r} is neither"
        ) from error


def _put_json(measured: "Measured") -> None:
    from stocktake.publish.measure_json import measure_to_json

    put_json(measure_to_json(measured))


def _put_csv(measured: "Measured") -> None:
    from stocktake.publish.measure_csv import measure_csv

    put(measure_csv(measured))


def _put_page(measured: "Measured") -> None:
    from stocktake.publish.measure_terminal import render_measure

    put_page(render_measure(measured))


def _write_sdmx_csv(opened: "Workspace", question: "Question") -> None:
    from stocktake.statistics.formats.sdmx_csv import render_sdmx_csv
    from stocktake.workspace.measuring import observations_asked

    put(render_sdmx_csv(observations_asked(opened.statistics, question)).decode("utf-8"))


def _write_sdmx_ml(opened: "Workspace", question: "Question") -> None:
    from stocktake.statistics.formats.sdmx_ml import render_sdmx_ml
    from stocktake.workspace.measuring import observations_asked

    observations = observations_asked(opened.statistics, question)
    put(render_sdmx_ml(observations, question.as_of).decode("utf-8"))


def _draw(opened: "Workspace", question: "Question", measured: "Measured", file: Path) -> None:
    """Write the answer as a picture."""
    from stocktake.atomic import write_whole
    from stocktake.frameworks.indicators import indicator_of
    from stocktake.publish.charts import render_png, render_svg
    from stocktake.publish.measure_chart import chart_of

    known = indicator_of(measured.indicator)
    drawn = chart_of(measured, _through_time(opened, question, measured), known.unit if known else "")
    is_svg = file.suffix.lower() == ".svg"
    write_whole(file, render_svg(drawn).encode() if is_svg else render_png(drawn))
    say(f"written: {file}")


def _through_time(opened: "Workspace", question: "Question", measured: "Measured") -> "tuple[Result, ...]":
    """The values year by year of the areas that are projected, or of those that were named and nothing else asked."""
    from stocktake.statistics.measures import projection
    from stocktake.workspace.measuring import levels_through_time

    projected = {
        each.area: None for each in measured.results if each.measure == projection.NAME and each.value is not None
    }
    if projected:
        asked = replace(question, areas=tuple(projected), periods=(), measures=())
        return levels_through_time(opened.statistics, asked)
    is_trend = question.areas and not (question.periods or question.measures or question.by)
    return levels_through_time(opened.statistics, question) if is_trend else ()


_PRINT: "dict[str, Callable[[Measured], None]]" = {"json": _put_json, "csv": _put_csv, "page": _put_page}
_WRITE: "dict[str, Callable[[Workspace, Question], None]]" = {
    "sdmx-csv": _write_sdmx_csv,
    "sdmx-ml": _write_sdmx_ml,
}
"""The forms that hold the observations themselves."""

_PICTURES = (".svg", ".png")
