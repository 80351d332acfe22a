"""The bundled example put into a workspace: texts, a draft, two releases of figures, and what people recorded.

Knows which optional part each needs, and leaves out, with a word on it, what this installation cannot take. All of it
has its own ids and times, so that putting it in twice changes nothing. It is never put into a register that others
share: invented records do not mix with real ones.
"""

import os
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime, time
from importlib.resources import as_file
from importlib.resources.abc import Traversable

from stocktake.errors import InternalError, MissingPartError, RequestError
from stocktake.example import (
    AS_OF,
    example_corrections,
    example_drafts,
    example_records,
    example_statistics,
    example_texts,
)
from stocktake.workspace.adding import Said
from stocktake.workspace.folder import Workspace
from stocktake.workspace.register_file import VARIABLE, open_workspace_register
from stocktake.workspace.statistics import require_statistics

_BY = "Example Registrar"


def add_example(workspace: Workspace) -> tuple[str, ...]:
    """What had to be left out, a sentence each; empty where everything is there.

    Raises:
        RequestError: The workspace holds real material, or the register is a database that others may share.
        StocktakeError: Something of the example cannot be added.
    """
    if os.environ.get(VARIABLE, "").strip():
        raise RequestError(
            expected="a register of its own for the example",
            came=f"{VARIABLE} names a database, and invented records are not mixed with real ones",
            advice=f"Run it without: env -u {VARIABLE} stocktake demo",
        )
    _add(workspace, (*example_texts(), *example_drafts()))
    return (
        *_as_far_as_installed("Statistics are", _add_statistics, workspace),
        *_as_far_as_installed("Evidence, needs, offers and corrections are", _add_records, workspace),
    )


def _as_far_as_installed(what: str, adding: Callable[[Workspace], None], workspace: Workspace) -> tuple[str, ...]:
    try:
        adding(workspace)
    except MissingPartError as error:
        return (f"{what} left out: {error.message}",)
    return ()


def _add_statistics(workspace: Workspace) -> None:
    require_statistics()
    for file, released in example_statistics():
        _add(workspace, (file,), Said(vintage=released))


def _add(workspace: Workspace, files: Sequence[Traversable], said: Said | None = None) -> None:
    with ExitStack() as opened:
        results = workspace.add([opened.enter_context(as_file(each)) for each in files], said)
    for result in results:
        if result.error is not None:
            raise result.error


def _add_records(workspace: Workspace) -> None:
    """Take in what people recorded, as ``stocktake evidence add`` and ``stocktake corrections import`` do."""
    from stocktake.register.intake import read_records
    from stocktake.register.record_checking import Stamp

    now = datetime.combine(AS_OF, time(), UTC)
    stamp = Stamp(_BY, now, now)
    contributions, needs = (read_records(each.read_bytes(), each.name, stamp) for each in example_records())
    with open_workspace_register(workspace.folder) as register:
        problems = (
            *register.evidence.take_in(contributions, stamp).problems,
            *register.needs.take_in(needs).problems,
        )
        if problems:
            raise InternalError(
                expected="records of the example without a fault",
                came="; ".join(map(str, problems)),
                advice="Mend the files in example/register and run the tests of the example.",
            )
        corrections = example_corrections()
        register.import_corrections(corrections.read_bytes(), corrections.name, now)
