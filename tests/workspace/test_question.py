"""What a person's words stand for."""

from datetime import date

import pytest

from stocktake.errors import NotFoundError, RequestError

pytest.importorskip("ibis", reason="the extra `statistics` is not installed")

from stocktake.statistics.measures import FixedGroups, Holdings
from stocktake.tables import observation_schema, open_engine
from stocktake.workspace.index import Holding
from stocktake.workspace.observations import Dataset
from stocktake.workspace.question import Question, meant_by, partition_of, request_of

AS_OF = date(2042, 9, 1)


def dataset(sha256, publisher, series=("KITES.USE",), indicators=("17.8.1",)):
    holding = Holding(f"{sha256}.csv", sha256 * 64, "statistics")
    return Dataset(holding, publisher, None, "plain", None, 3, 3, "2041", "2041", tuple(indicators), tuple(series))


BANK = dataset("a", "World Bank", ("IT.NET.USER.ZS",))
OFFICE = dataset("b", "ITU")
NOBODY = dataset("c", None)


def test_our_code_means_anybodys_figures():
    for word in ("17.8.1", "internet-use"):
        meant = meant_by(word, [BANK, OFFICE])
        assert (meant.code, meant.publisher, meant.files) == ("17.8.1", None, ())


def test_a_publishers_code_means_its_figures_alone():
    meant = meant_by("it.net.user.fe.zs", [OFFICE, BANK])
    assert (meant.code, meant.publisher, meant.files) == ("17.8.1", "World Bank", ("a" * 64,))
    assert meant.fixed == (("sex", "F"),)


def test_files_of_nobody_stand_in_where_the_publisher_has_none():
    assert meant_by("IT.NET.USER.ZS", [OFFICE, NOBODY]).files == ("c" * 64,)


def test_a_publishers_code_of_which_others_hold_the_indicator():
    with pytest.raises(NotFoundError) as caught:
        meant_by("IT.NET.USER.ZS", [OFFICE])
    assert caught.value.message == (
        "expected observations of IT.NET.USER.ZS, which is a code of World Bank, but 17.8.1 is held of others only "
        "(ITU). Ask for 17.8.1: it takes whoever publishes it."
    )


@pytest.fixture(scope="module")
def holdings():
    engine = open_engine()
    groups = FixedGroups({"LDC": ("HTI", "NPL"), "SIDS": ("HTI", "FJI"), "LLDC": ("NPL",), "HIC": ()})
    names = {"HTI": "Haiti"}
    return Holdings(engine.table(observation_schema().empty_table()), engine, groups=groups, names=names)


@pytest.mark.parametrize(
    ("groups", "message"),
    [
        (
            ("LDC", "SIDS"),
            "expected groups without a member in common as --partition, but Haiti is in LDC and SIDS.",
        ),
        (("NOR",), "expected groups with members as --partition, but NOR has none on 2042-09-01."),
        (("HIC",), "expected groups with members as --partition, but HIC has none on 2042-09-01."),
    ],
)
def test_groups_that_part_nothing(holdings, groups, message):
    with pytest.raises(RequestError) as caught:
        partition_of(Question("17.8.1", AS_OF, partition=groups), holdings)
    assert caught.value.message == f"{message} Part by groups of one classification, such as HIC,UMC,LMC,LIC."


def test_groups_without_a_common_member_part_the_request(holdings):
    question = Question("17.8.1", AS_OF, ("LDC",), partition=("SIDS", "LLDC", "SIDS"))
    assert request_of(question, meant_by("17.8.1", [NOBODY]), holdings).partition == ("SIDS", "LLDC")


@pytest.mark.parametrize(("areas", "measures"), [(("LDC",), ("level", "aggregate")), (("NOR",), ("level",))])
def test_nothing_is_made_of_members_where_no_group_is_asked_for(holdings, areas, measures):
    asked = request_of(Question("17.8.1", AS_OF, areas), meant_by("17.8.1", [NOBODY]), holdings)
    assert asked.measures == measures
