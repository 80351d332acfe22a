"""Reference knowledge, dated and sourced: the files in ``data/`` and the loader that checks every record."""
