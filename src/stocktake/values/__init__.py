"""Small frozen values: symbol, session, partial date, span. Standard library only."""
