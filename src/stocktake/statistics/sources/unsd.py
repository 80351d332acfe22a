"""What all files of the Statistics Division's SDG database have in common, whatever their format.

Knows the name of the data set, and that it names areas by M49 and marks values by their nature. Reads nothing.
"""

from stocktake.statistics.sources.gathered import Origin


def sdg_origin(reader: str) -> Origin:
    """What is known beyond its rows of a file that this reader reads."""
    return Origin(reader, "UNSD", "Global SDG Indicators Database", scheme="m49", prefix="M49", statuses="unsd")
