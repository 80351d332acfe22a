"""Stocktake: what United Nations resolutions ask, of whom, by when, and what became of it.

This package file knows the version and nothing else; start reading at ``docs/how-it-works.md``.
"""

__version__ = "0.1.0"
