"""Renderers of what was computed elsewhere: nothing here computes anything."""
