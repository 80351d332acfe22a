"""The settings of a workspace: ``stocktake.toml``, read strictly.

Knows every setting there is; a setting that is not listed here is refused with the nearest that is.
"""

import tomllib
from dataclasses import dataclass, fields

from stocktake.errors import InputError, nearest
from stocktake.tables import ENGINES

FILE = "stocktake.toml"
SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user may set.

    Attributes:
        schema: The version of the workspace's layout.
        engine: What counts with the statistics, one of ``tables.ENGINES``.
    """

    schema: int = SCHEMA
    engine: str = next(iter(ENGINES))


def print_settings() -> bytes:
    """The settings file of a new workspace."""
    heading = "# A Stocktake workspace. See docs/reference/workspace.md."
    return f'{heading}\nschema = {SCHEMA}\nengine = "{Settings().engine}"\n'.encode()


def parse_settings(data: bytes, where: str) -> Settings:
    """The settings in a settings file.

    Raises:
        InputError: It is no TOML, has an unknown setting or engine, or is of a layout that this version does not know.
    """
    try:
        values = tomllib.loads(data.decode("utf-8"))
    except ValueError as error:
        raise InputError(
            expected="settings in TOML", came=str(error), where=where, advice="Mend the file."
        ) from error
    known = [each.name for each in fields(Settings)]
    for name in values:
        if name not in known:
            raise InputError(
                expected="a known setting",
                came=f"{name!r} is none",
                where=where,
                choices=nearest(name, known),
                advice="Take the line out or mend its name.",
            )
    if values.get("schema") != SCHEMA:
        raise InputError(
            expected=f"a workspace of layout {SCHEMA}",
            came=f"this one has layout {values.get('schema')!r}",
            where=where,
            advice="Use the version of Stocktake that made it, or make a new workspace.",
        )
    engine = values.get("engine", Settings().engine)
    if engine not in ENGINES:
        raise InputError(
            expected="the name of an engine as `engine`",
            came=f"{engine!r} is none",
            where=where,
            choices=nearest(str(engine), list(ENGINES)) or tuple(ENGINES),
            advice="Mend the line, or take it out for the first of them.",
        )
    return Settings(**values)
