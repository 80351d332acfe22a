"""The numbers: what publishers publish, read strictly and kept with file, row, checksum and vintage.

``reading`` is the one door to a file, ``store`` keeps the observations, ``measures`` counts with them. Knows nothing
of texts.
"""
