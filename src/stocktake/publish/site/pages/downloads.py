"""The downloads: which open data there is, in which forms, under which licence.

Knows what the list of data sets is given as. Writes none of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from stocktake.publish.site.languages import Language
from stocktake.publish.site.model import Page, Published

DOWNLOADS = "downloads.html"
