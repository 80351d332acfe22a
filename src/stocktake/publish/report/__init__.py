"""The action-oriented report: sections made from a review, and writers for DOCX, PDF, HTML and Markdown."""
