"""Our own data structure, and how observations that were written with it come back exactly.

Knows the components of ``STOCKTAKE:OBSERVATIONS``, which ``docs/reference/statistics-formats.md`` describes: one for
each column of an observation. Their codes are ours already, so nothing is named anew. The file that a value first came
from, and its row there, are written as attributes; on reading, the source is the file that was read.
"""
