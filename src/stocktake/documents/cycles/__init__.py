"""Cycles: request, report, receipt, next request; a body set up, its report, its last mention.

``build_cycles`` is the one door, ``find_conflicts`` sets duties of different rhythms for one thing side by side.
Knows only what the texts held say. Does not know evidence from elsewhere, nor the date.
"""
