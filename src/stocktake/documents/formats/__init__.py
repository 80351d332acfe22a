"""Documents to formats and back: JSON and Akoma Ntoso, one pair of functions per format.

Knows how a ``Document`` is written down. Does not know how one is read from a UN file (``structure`` does).
"""
