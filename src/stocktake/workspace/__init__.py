"""The user's folder: originals with checksum, settings, a cache that can be deleted, outputs."""

from stocktake.workspace.folder import Workspace

__all__ = ["Workspace"]
