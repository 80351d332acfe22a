"""The columns of a table of contributions: their names, what each asks for, and an example.

Knows the order and the words of the form. What a cell may hold is checked by ``contribution_fields.py``.
"""

from stocktake.register.form import Column, Form, recording_columns

CONTRIBUTIONS = Form(
    name="contributions",
    one="contribution",
    listing="stocktake evidence list",
    template="stocktake evidence template",
    content=(
        Column(
            "who",
            "Who",
            "The entity that did it, by name.",
            "EXAMPLE: Kite Office of Examplia",
            needed=True,
            width=28,
        ),
        Column("entity_type", "Entity type", "The kind of entity.", "government", needed=True),
        Column("title", "Title", "What was done, in a line.", "Kites for forty schools", needed=True, width=36),
        Column("description", "Description", "The same at length.", "Each school received a kite.", width=50),
        Column(
            "where",
            "Where",
            "Countries, areas or M49 regions by name or code, with semicolons between them, or global.",
            "global",
            needed=True,
            several=True,
        ),
        Column("from", "From", "When it began: 2025, 2025-03 or 2025-03-31.", "2025-03", "start", needed=True),
        Column("to", "To", "When it ended, the same way; empty where it goes on.", "2025-06-30", "end"),
        Column("link", "Link", "A page about it (http or https).", "https://kites.example/schools", width=30),
        Column(
            "answers",
            "Answers",
            "The paragraphs or duties it answers: 97/41:13 or 97/41:13#1, with semicolons between them.",
            "97/41:13; 97/41:14#1",
            several=True,
            width=24,
        ),
        Column(
            "action_lines", "Action lines", "Codes of WSIS action lines: C2; C7-elearning.", "C2; C4", several=True
        ),
        Column("sdgs", "SDGs", "Numbers of Goals: 4; 9.", "4; 9", several=True, width=10),
        Column(
            "gdc", "GDC objectives", "Numbers of objectives of the Global Digital Compact: 1.", "1", several=True
        ),
        Column("reach", "Reach", "How many were reached: a number.", "4000", width=10),
        Column("reach_unit", "Reach unit", "What the number counts.", "pupils"),
        Column("evidence", "Evidence", "self-report, document or indicator.", "document", needed=True),
        Column(
            "document",
            "Document",
            "The symbol or link of the document; for an indicator its code alone.",
            "https://kites.example/report",
            width=30,
        ),
    ),
    recording=recording_columns(),
)
