"""The guards by which a database itself refuses to alter or delete a row of a table.

Knows them in the words of each kind of database. Migrations run them; SQLite drops them with a table that a migration
makes anew, which has to run them again.
"""

from collections.abc import Mapping
from typing import Any

from stocktake.errors import UnsupportedError

WORDS = "records of the register are only ever added"
_RAISE = f"BEGIN RAISE EXCEPTION '{WORDS}'; END"
_REFUSE = f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"


def guards_of(table: str, there: str) -> Mapping[str, tuple[str, ...]]:
    """The guards of a table, by kind of database.

    Args:
        table: Its name.
        there: The condition under which a row is there already, of ``NEW`` and the table.
    """
    exists = f"EXISTS (SELECT 1 FROM {table} WHERE {there})"  # noqa: S608 - names of our own tables
    function = f"{table}_added_only()"
    run = f"EXECUTE FUNCTION {function}"
    return {
        "sqlite": (
            f"CREATE TRIGGER {table}_not_altered BEFORE UPDATE ON {table} {_REFUSE}",
            f"CREATE TRIGGER {table}_not_deleted BEFORE DELETE ON {table} {_REFUSE}",
            # INSERT OR REPLACE deletes the row that is in its way without running the guard on deletion.
            f"CREATE TRIGGER {table}_not_replaced BEFORE INSERT ON {table} WHEN {exists} {_REFUSE}",
        ),
        "postgresql": (
            f"CREATE FUNCTION {function} RETURNS trigger LANGUAGE plpgsql AS $$ {_RAISE} $$",
            # ON CONFLICT DO UPDATE runs the guard on alteration.
            f"CREATE TRIGGER {table}_not_altered BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW {run}",
            f"CREATE TRIGGER {table}_not_emptied BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {run}",
        ),
    }


def add_guards(guards: Mapping[str, tuple[str, ...]], editor: Any) -> None:
    """Put the guards on a table.

    Raises:
        UnsupportedError: There are no guards for this kind of database.
    """
    vendor = editor.connection.vendor
    if vendor not in guards:
        raise UnsupportedError(
            expected=f"a database whose records can be guarded ({', '.join(guards)})",
            came=f"{vendor} is not handled",
            advice="Use one of these.",
        )
    for guard in guards[vendor]:
        editor.execute(guard, None)
