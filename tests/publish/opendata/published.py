"""What the tests of the open data publish: everything that a site can have, all of it invented."""

from datetime import date
from pathlib import Path
from uuid import UUID

from asking import CHAIN, documents, said
from needed import need, offer
from plain_statistics import by_sex, people, plain
from reported import contribution

from stocktake.publish.opendata import Beside
from stocktake.publish.site.model import Published
from stocktake.review import build_review
from stocktake.review.build import Besides
from stocktake.review.countries import list_countries
from stocktake.review.divides import Setting
from stocktake.review.evidence.given import Recorded
from stocktake.review.keeping import made_anew
from stocktake.workspace import Workspace
from stocktake.workspace.reviewing import numbers_held

AS_OF = date(2045, 1, 15)
HOSTILE = '=HYPERLINK("http://kites.example","</script><script>x()</script>")'


def hostile_contribution():
    """A contribution in which every word tries something."""
    return contribution(
        7,
        id=UUID(int=7),
        who="+1+1",
        title=HOSTILE,
        description="]]>\x00\x0b & \ud800 <b>bold</b>",
        link="javascript:x()",
        answers=("99/903:3",),
    )


def everything(folder: Path) -> tuple[Published, Beside]:
    """Texts, corrections, contributions, needs, offers and statistics."""
    files = {"use.csv": plain(40.0), "people.csv": people(), "sex.csv": by_sex(38.0, 42.0)}
    for name, data in files.items():
        (folder / name).write_bytes(data)
    workspace = Workspace.create(folder / "workspace")
    workspace.add([folder / name for name in files])
    numbers, _ = numbers_held(workspace.statistics, AS_OF)
    assert numbers is not None
    given = (hostile_contribution(), contribution(8, id=UUID(int=8), answers=("99/903:3",)))
    besides = Besides(
        corrections=[said(1, "99/903:3#1", "addressee", "Economic and Social Council")],
        recorded=Recorded(given),
        needs=[need(recommendation="@SUM(A1)", cost="250000", currency="USD")],
        offers=[offer(provider="-2+3", amount="9", currency="USD")],
        fingerprint="f" * 64,
        numbers=numbers,
        areas=("WLD",),
    )
    review = build_review(documents(), AS_OF, [CHAIN], besides)
    countries = list_countries(Setting(numbers, ("WLD",), AS_OF, made_anew))
    return Published(review, countries=countries), Beside(given, numbers)
