"""Makes the invented charts importable, and skips where the extra `publish` is not installed."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

pytest.importorskip("vl_convert", reason="the extra `publish` is not installed")
