"""What a document's words point to: other documents (``citations``) and things that take place (``events``).

Every finder takes a ``Document`` and gives frozen records with spans in its source text.
"""
