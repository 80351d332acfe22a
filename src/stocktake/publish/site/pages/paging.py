"""Where the pages of one list stand when it goes on: ``duties.html``, ``duties.2.html`` and so on."""


def nth(path: str, number: int) -> str:
    """The page of this number, counted from 0, of the list that begins at ``path``."""
    start, dot, ending = path.rpartition(".")
    return f"{start}.{number + 1}{dot}{ending}" if number else path
