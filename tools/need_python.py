"""Says in one sentence whether this Python can run Stocktake. Written so that any Python 3 can read it."""

import sys

NEEDED = (3, 11)


def fault(version: "tuple[int, ...]", has_venv: bool) -> str:
    """What is wrong with this Python, in one sentence; empty where nothing is."""
    printed = ".".join(str(part) for part in version[:2])
    if tuple(version[:2]) < NEEDED:
        return (
            "Stocktake needs Python 3.11 or later, but this is Python " + printed + ": say make PYTHON=python3.11."
        )
    if not has_venv:
        return (
            "This Python cannot make environments: install the package python" + printed + "-venv and try again."
        )
    return ""


def has_venv() -> bool:
    """Whether this Python has what it takes to make an environment with pip in it."""
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(fault(sys.version_info[:3], has_venv()) or 0)
