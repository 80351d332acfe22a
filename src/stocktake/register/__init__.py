"""What people recorded: corrections, contributions and judgements on them, needs, offers and mismatches.

A Django application that works without a server: ``open_register`` gives a ``Register`` with small verbs. Append-only:
nothing that was recorded is altered or deleted. Importing this package does not import Django; opening a register
does. Knows nothing of texts: what a correction is about, it says itself.
"""

from stocktake.register.contribution import Contribution, Judgement
from stocktake.register.correction import Correction, Field, quote_hash, standing
from stocktake.register.mismatch import Mismatch
from stocktake.register.need import Need
from stocktake.register.offer import Offer
from stocktake.register.opening import Register, open_register

__all__ = [
    "Contribution",
    "Correction",
    "Field",
    "Judgement",
    "Mismatch",
    "Need",
    "Offer",
    "Register",
    "open_register",
    "quote_hash",
    "standing",
]
