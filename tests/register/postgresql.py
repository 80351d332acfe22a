"""A PostgreSQL server for the tests: thrown away with them, run by an unprivileged user, reached by a socket alone."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_DEBIAN = Path("/usr/lib/postgresql")


def programs() -> Path | None:
    """The folder with initdb and postgres; None where there is none."""
    found = shutil.which("initdb")
    folders = [each / "bin" for each in sorted(_DEBIAN.glob("*"), reverse=True)] if _DEBIAN.is_dir() else []
    return Path(found).parent if found else next((each for each in folders if (each / "initdb").exists()), None)


@contextmanager
def server(binaries: Path) -> Iterator[str]:
    """The beginning of the URLs of its databases; the server is stopped and its folder removed in the end."""
    with tempfile.TemporaryDirectory(prefix="stocktake-pg-") as name:
        folder = Path(name)
        user = _owner(folder)
        data = folder / "data"
        run: dict[str, Any] = {
            "stdout": subprocess.DEVNULL,
            "stderr": subprocess.DEVNULL,
            "user": user,
            "cwd": folder,
        }
        options = ["-U", "kites", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C"]
        subprocess.run([binaries / "initdb", "-D", data, *options], check=True, **run)
        settings = f"-c listen_addresses= -c unix_socket_directories={folder} -c max_connections=20"
        subprocess.run(
            [binaries / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", settings, "start"],
            check=True,
            **run,
        )
        try:
            yield f"postgresql://kites@/{{name}}?host={folder}"
        finally:
            subprocess.run([binaries / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop"], check=True, **run)


def _owner(folder: Path) -> int | None:
    """Who runs the server: a server does not let root run it."""
    if os.getuid() != 0:
        return None
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return nobody.pw_uid
