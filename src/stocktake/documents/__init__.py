"""The text side: reading resolutions, finding things in them, comparing them, writing them out."""
