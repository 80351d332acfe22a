"""The documents of a workspace as the review lists them: named, put in order, twins told apart.

Knows which of two files of one symbol stands for both, and that a text adopted, or a draft distributed, after the date
of the review is not used. Knows nothing of chains.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from stocktake.documents.model import Document
from stocktake.errors import RequestError
from stocktake.review.example import is_example
from stocktake.review.model import Counts, Text

# The official file first; then what keeps most of the layout. Read in this order where two files have one symbol.
_FORMATS = ("pdf", "docx", "html", "akn", "text")


def list_texts(documents: Sequence[Document], as_of: date, examples: frozenset[str]) -> tuple[Text, ...]:
    """One entry per document, the latest adopted first, drafts after the adopted texts of their session.

    Raises:
        RequestError: Some are invented and some are real.
    """
    ordered = sorted(documents, key=_order)
    texts = [
        Text(
            key=key,
            document=each,
            counts=_counts(each),
            example=each.data.symbol in examples or is_example(each),
            after_as_of=(each.data.adopted or each.data.distributed or "") > as_of.isoformat(),
        )
        for key, each in _keyed(ordered)
    ]
    _refuse_mixture(texts)
    return tuple(_with_twins(texts))


def best_of(documents: Sequence[Document]) -> Document:
    """The one of several documents of one symbol that stands for all."""
    return min(documents, key=_order)


def _counts(document: Document) -> Counts:
    kinds = Counter(paragraph.kind for paragraph in document.paragraphs)
    return Counts(
        preambular=kinds["preambular"],
        operative=kinds["operative"],
        items=kinds["item"],
        notes=len(document.notes),
        annexes=len(document.annexes),
        findings=len(document.findings),
    )


def _keyed(ordered: Sequence[Document]) -> Iterator[tuple[str, Document]]:
    """Each document with its name; where several share one, those after the first have a longer one."""
    taken: set[str] = set()
    for document in ordered:
        name = document.name
        yield (_longer_name(document) if name in taken else name), document
        taken.add(name)


def _longer_name(document: Document) -> str:
    return f"{document.name} ({document.source.format}, {document.source.sha256[:8]})"


def _order(document: Document) -> tuple[int, str, str, int, int, str]:
    """Latest session first; in it the adopted before the drafts; of one symbol the best file first."""
    data = document.data
    return (
        -(data.session or 0),
        data.status,
        document.name,
        _FORMATS.index(document.source.format),
        sum(span.end - span.start for span in document.coverage.unexplained),
        document.source.sha256,
    )


def _with_twins(texts: Sequence[Text]) -> list[Text]:
    first: dict[tuple[str, str], str] = {}
    marked = []
    for text in texts:
        data = text.document.data
        stands = first.setdefault((data.symbol, data.status), text.key) if data.symbol else text.key
        marked.append(text if stands == text.key else replace(text, twin_of=stands))
    return marked


def _refuse_mixture(texts: Sequence[Text]) -> None:
    kinds = {text.example for text in texts}
    if len(kinds) > 1:
        real, invented = (next(text.key for text in texts if text.example is kind) for kind in (False, True))
        raise RequestError(
            expected="example and real texts kept apart",
            came=f"{invented} is an example and {real} is real",
            advice="Keep them in two workspaces.",
        )
