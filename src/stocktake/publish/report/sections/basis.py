"""Introduction: what the report stands on, how it was made, and what it cannot say."""

from collections import Counter
from collections.abc import Iterator

from stocktake.publish.report.model import Block, Run, Source
from stocktake.publish.report.sections.matter import Matter, released_later, text_source
from stocktake.publish.report.wording import (
    are,
    counted,
    leading,
    listed,
    number_words,
    paragraph,
    plain,
    points,
    quoted,
    runs,
    sentence,
    some_of,
    text_name,
    texts_named,
)
from stocktake.review.asked import Asked
from stocktake.review.model import Chain, Text
from stocktake.review.words import capital, long_date

_MOST_NAMES = 8
_METHOD = (
    (
        "Words between quotation marks are those of the texts, verbatim; each note names the paragraph. "
        "Everything else is "
        "wording of the present report. Texts were read by rules, without anybody's judgement; what people "
        "corrected is "
        "marked in the register."
    ),
    (
        "“No evidence found” means that nothing held or reported tells of a matter. It does not mean that "
        "nothing was done. What "
        "an entity says of its own work is called reported, and was not checked."
    ),
    (
        "Each figure is given with its series, its group and the release that it comes from. Figures of "
        "different releases or "
        "different groups are not put into one series. What is missing is shown as missing."
    ),
    (
        "Which paragraphs belong to which action line, Goal or objective follows a mapping made for the present "
        "report, "
        "unless the text itself names them; it stands for no official matrix."
    ),
)


def basis(matter: Matter) -> Iterator[Block]:
    """The parts of the section."""
    yield paragraph(*_request(matter))
    yield paragraph(*_texts(matter))
    yield from (paragraph(_chain(each)) for each in matter.review.chains[:1] if _not_held(each))
    yield paragraph(_statistics(matter))
    yield paragraph(_reported(matter))
    yield paragraph("The report was made as follows:")
    yield from points((runs(each) for each in _METHOD), len(_METHOD), "")
    limits = tuple(_limits(matter))
    if limits:
        yield paragraph("The following limits what can be said:")
        yield from points((runs(sentence(each)) for each in limits), _MOST_NAMES, "limits, listed by the review")


def _request(matter: Matter) -> Iterator[str | Run]:
    day = long_date(matter.review.as_of.isoformat())
    asked = next((each for text in matter.in_force for each in _reports(matter, text)), None)
    if asked is not None:
        place = asked.commitment.paragraph
        yield f"Paragraph {place} of {matter.name(asked.text)} reads in part: "
        yield quoted(asked.commitment.quote, matter.language(asked.text), text_source(asked.text, place))
        yield ". "
    yield f"The present report brings together what the texts, statistics and contributions held on {day} say of the "
    yield "status of what was asked."


def _reports(matter: Matter, text: Text) -> tuple[Asked, ...]:
    """The reports that a text asks for, those on itself first."""
    found = [
        each
        for each in matter.review.duties.of(text.key)
        if each.commitment.standing == "asked"
        and each.commitment.deliverable is not None
        and each.commitment.deliverable.kind == "report"
    ]
    return tuple(sorted(found, key=lambda each: "present resolution" not in each.commitment.action))


def _texts(matter: Matter) -> Iterator[str | Run]:
    review = matter.review
    if not review.texts:
        yield "No text is held. At least one resolution is needed."
        return
    used = [each for each in review.texts if each.used]
    yield f"{leading(len(review.texts), 'text')} {are(len(review.texts))} held"
    for at, each in enumerate(used[:_MOST_NAMES]):
        between = ": " if not at else " and " if at == len(used) - 1 else ", "
        yield plain(between + _described(matter, each), _file_source(each))
    yield f" and {number_words(len(used) - _MOST_NAMES)} more" if len(used) > _MOST_NAMES else ""
    yield ". "
    later = sum(each.after_as_of for each in review.texts)
    twins = sum(each.twin_of is not None for each in review.texts)
    yield f"{leading(later, 'text')} later than that date {are(later)} left aside. " if later else ""
    yield f"{leading(twins, 'file')} of a text held twice {are(twins)} left aside. " if twins else ""
    force = len(matter.in_force)
    yield f"{capital(matter.names_in_force())} {are(force)} in force." if force else "No text in force is held."


def _described(matter: Matter, text: Text) -> str:
    data = text.document.data
    if data.status == "draft":
        return matter.name(text.key)
    return f"{text_name(text.key)} of {long_date(data.adopted)}" if data.adopted else text_name(text.key)


def _file_source(text: Text) -> Source:
    source = text.document.source
    return Source(f"{source.name}, SHA-256 {source.sha256[:10]}")


def _not_held(chain: Chain) -> list[str]:
    return [each.symbol for each in chain.members if each.held != "adopted"]


def _chain(chain: Chain) -> str:
    gone = _not_held(chain)
    drafts = [each.symbol for each in chain.members if each.held == "draft"]
    known = f"Of the {counted(len(chain.members), 'text')} known on “{chain.name}”, "
    words = f"{number_words(len(gone))} {are(len(gone))} not" if len(gone) < len(chain.members) else "none is"
    words = f"{known}{words} held as adopted: {texts_named(gone, 2 * _MOST_NAMES)}. "
    if drafts:
        words += f"Of {texts_named(drafts, _MOST_NAMES)} a draft is held, which may differ from what was adopted. "
    return f"{words}What looks new or lost between two texts may have changed in one that is not held."


def _statistics(matter: Matter) -> str:
    files = matter.review.data_files
    if not files:
        return (
            "No statistics are held. Levels, gaps and pace can be told once the files of a publisher, such as the "
            "custodian of an indicator, are added."
        )
    publishers = Counter(each.publisher or "no publisher named" for each in files)
    dated = sum(each.vintage is not None for each in files)
    said = [f"{name} ({number})" for name, number in publishers.most_common()]
    words = f"{leading(len(files), 'file')} of statistics {are(len(files))} held, by publisher: "
    words += f"{some_of(said, _MOST_NAMES)}. "
    later = len(released_later(matter.review))
    words += f"{leading(later, 'file')} released later than that date {are(later)} left aside. " if later else ""
    if dated == len(files):
        return f"{words}The day of release of each is known."
    lead = "For none of them" if not dated else f"For {number_words(dated)} of them only"
    return f"{words}{lead} the day of release is known; the others are told apart by their checksum."


def _reported(matter: Matter) -> str:
    coverage, needs = matter.review.coverage, matter.review.needs
    if not coverage.contributions:
        words = "No contribution was received. "
    else:
        words = f"{leading(coverage.contributions, 'contribution')} of "
        words += f"{counted(coverage.entities, 'entity', 'entities')} {are(coverage.contributions)} held, on "
        words += f"{counted(coverage.actions, 'action')}. "
    recorded = sum(len(each.needs) for each in needs.countries)
    if not recorded and not needs.offers:
        return f"{words}No need and no offer of assistance is recorded."
    both = listed([counted(recorded, "need"), counted(len(needs.offers), "offer")])
    return f"{words}{capital(both)} of assistance are recorded."


def _limits(matter: Matter) -> Iterator[str]:
    review = matter.review
    yield from (f"The file {each.name} cannot be used: {matter.said(each.what)}" for each in review.damages)
    yield from (f"What is in force stands in a draft, {each.key}" for each in matter.in_force if _is_draft(each))
    if review.threads is None:
        yield "Fewer than two texts of one chain are held, so that nothing is said of what was carried on or lost"
    unread = sum(bool(each.document.coverage.unexplained) for each in review.texts)
    if unread:
        yield f"In {counted(unread, 'text')} a passage was not understood; the findings on the text name it"
    lost = len(review.duties.lost)
    if lost:
        yield f"{leading(lost, 'correction')} could not be put back, because the duty is no longer found"


def _is_draft(text: Text) -> bool:
    return text.document.data.status == "draft"
