"""Taking texts and series from services on the internet into a workspace, through the same door as files.

``plan`` says who is asked for what, ``asking`` asks, ``answers`` looks whether what came is what was asked for. What
was taken is added like any local file, whole or not at all.
"""

from stocktake.workspace.fetching.asking import Manner
from stocktake.workspace.fetching.fetch import Fetched, fetch
from stocktake.workspace.fetching.plan import Wanted, plan

__all__ = ["Fetched", "Manner", "Wanted", "fetch", "plan"]
