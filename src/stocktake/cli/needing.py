"""Commands on needs and offers: both views, template, add, list, export, withdraw. The clock is read here."""

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from uuid import UUID, uuid4

import typer

from stocktake.cli.dates import date_of, end_of
from stocktake.cli.evidencing import BecauseOption, ByOption, DayOption, take_in_file, write_form
from stocktake.cli.options import AsOfOption, JsonOption, WorkspaceOption
from stocktake.cli.output import put, put_json, put_page, say
from stocktake.cli.texts import open_workspace
from stocktake.errors import RequestError

if TYPE_CHECKING:
    from stocktake.register.form import Form
