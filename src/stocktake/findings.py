"""Findings: remarks on an input that do not stop the work.

Knows the shape of a remark (code, place, message, advice) and every code there is. A finding is never an error:
the document stands, and the finding says what a person should look at.
"""

from dataclasses import dataclass
from enum import StrEnum


class Code(StrEnum):
    """Every kind of finding. The text beside each stands in ``docs/reference/findings.md``."""

    ENCODING_GUESSED = "encoding-guessed"
    SYMBOL_GIVEN = "symbol-given"
    STATUS_GIVEN = "status-given"
    TRACKED_CHANGES_ACCEPTED = "tracked-changes-accepted"
    UNEXPLAINED_TEXT = "unexplained-text"
    ANNEX_NOT_SEARCHED = "annex-not-searched"
    NUMBERING_GAP = "numbering-gap"
    VERB_UNKNOWN = "verb-unknown"
    VERB_UNLIKE_ITALICS = "verb-unlike-italics"
    NOTE_WITHOUT_MARK = "note-without-mark"
    MARK_WITHOUT_NOTE = "mark-without-note"
    PARAGRAPH_TRUNCATED = "paragraph-truncated"
    NO_PARAGRAPHS = "no-paragraphs"
    NOT_A_RESOLUTION = "not-a-resolution"
    SEVERAL_TEXTS = "several-texts"
    RIGHT_TO_LEFT = "right-to-left"
    LANGUAGE_UNHANDLED = "language-unhandled"
    PAGE_WITHOUT_TEXT = "page-without-text"
    UNRELATED_TEXTS = "unrelated-texts"
    SAME_TEXT = "same-text"
    LANGUAGES_DIFFER = "languages-differ"
    OUT_OF_ORDER = "out-of-order"
    VINTAGE_GIVEN = "vintage-given"
    AREA_UNKNOWN = "area-unknown"
    UNIT_UNKNOWN = "unit-unknown"
    UNIT_DIFFERS = "unit-differs"
    STATUS_UNKNOWN = "status-unknown"
    SERIES_UNKNOWN = "series-unknown"
    DIMENSION_UNKNOWN = "dimension-unknown"
    COLUMN_IGNORED = "column-ignored"
    NAMED_BY_FILE = "named-by-file"
    NUMBER_STYLE = "number-style"
    FOOTNOTE_MARK = "footnote-mark"
    MARK_AS_MISSING = "mark-as-missing"
    INEXACT_VALUE = "inexact-value"
    OUT_OF_BOUNDS = "out-of-bounds"
    DUPLICATE_OBSERVATION = "duplicate-observation"
    PART_OF_A_RESULT = "part-of-a-result"
    LAST_LINE_OPEN = "last-line-open"
    AREA_DISAGREES = "area-disagrees"
    LOOKS_LIKE_SHARES = "looks-like-shares"
    PERCENT_CELLS = "percent-cells"
    DIMENSION_DESCRIBED = "dimension-described"
    STRUCTURE_VERSION = "structure-version"
    STRUCTURE_LACKS = "structure-lacks"
    CODE_UNKNOWN = "code-unknown"


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark.

    Attributes:
        code: Which kind.
        place: Where: a paragraph id, ``note 3``, ``heading``, ``page 4`` or ``document``.
        message: What was seen, in one sentence.
        advice: What to do about it; empty where nothing is owed.
    """

    code: Code
    place: str
    message: str
    advice: str = ""
