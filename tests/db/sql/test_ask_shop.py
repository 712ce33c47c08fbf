"""ask_shop: the questions' own figures, for who may ask, and nothing is changed by it."""

from collections.abc import Iterator

import pytest
from psycopg import Connection

from tests.support.records import everything
from tests.support.refusals import refused
from tests.support.staff import member
from tests.support.turns import Caller, line
from tools.kit.call import Json
from tools.kit.staff.answer import Answer

TODAY: dict[str, Json] = {
    "since": "2026-03-04T00:00+05:30",
    "until": "2026-03-05T00:00+05:30",
    "step": "day",
    "most": 5,
    "item": None,
}
YESTERDAY = {**TODAY, "since": "2026-03-03T00:00+05:30", "until": "2026-03-04T00:00+05:30"}


@pytest.fixture
def boss(dsn: str, db: Connection) -> Iterator[Caller]:
    with member(dsn, db, "boss", "owner") as caller:
        yield caller


@pytest.fixture
def ordered(asha: Caller) -> None:
    """A dosa on the 3rd, two idlies on the 4th, at half past midnight."""
    for at, dish, pieces in (
        ("2026-03-03 12:00+05:30", "masala_dosa", 1),
        ("2026-03-04 00:30+05:30", "idly", 2),
    ):
        asha.turn_clock(at)
        asha.add_to_cart([line(dish, pieces)])
        asha.checkout()
        assert asha.choose_payment().order is not None


def answer(person: Caller, *asked: object) -> Answer:
    view = person.call("ask_shop", *asked)
    assert view.staff is not None
    assert view.staff.answer is not None
    return view.staff.answer


@pytest.mark.usefixtures("ordered")
def test_a_time_and_the_one_it_is_compared_with(boss: Caller) -> None:
    told = answer(boss, "revenue", TODAY, YESTERDAY)
    assert (str(told.now.taken), told.now.counted) == ("80.00", 1)
    assert told.before is not None
    assert (str(told.before.taken), told.before.counted) == ("80.00", 1)
    assert answer(boss, "revenue", TODAY).before is None
    (idly,) = answer(boss, "top_items", TODAY).now.top_items
    assert (idly.item_name, idly.quantity, str(idly.revenue)) == ("Idly", 2, "80.00")
    assert answer(boss, "top_items", {**TODAY, "item": "masala_dosa"}).now.top_items == ()


@pytest.mark.usefixtures("ordered")
def test_a_summary_answers_several(boss: Caller) -> None:
    told = answer(boss, "summary", TODAY, YESTERDAY)
    assert told.now.orders[0].orders == told.now.revenue[0].orders == 1
    assert told.now.new_customers[0].came_back == 1
    assert told.before is not None
    assert told.before.new_customers[0].newcomers == 1
    assert [one.item_name for one in told.before.top_items] == ["Masala Dosa"]


@pytest.mark.usefixtures("ordered")
def test_it_reads_and_leaves_all_as_it_was(boss: Caller, db: Connection) -> None:
    boss.record_turn()
    before = everything(db)
    answer(boss, "summary", TODAY, YESTERDAY)
    after = everything(db)
    assert {name for name in after if after[name] != before[name]} == {"cold.turns"}


def test_what_cannot_be_asked(boss: Caller) -> None:
    with refused("OC090"):
        boss.call("ask_shop", "the meaning of life", TODAY)
    for since, until in (
        ("2026-03-05T00:00Z", "2026-03-04T00:00Z"),
        ("2020-03-05T00:00Z", "2026-03-04T00:00Z"),
        ("2026-03-04T00:00Z", None),
    ):
        with refused("OC091"):
            boss.call("ask_shop", "revenue", {**TODAY, "since": since, "until": until})
        with refused("OC091"):
            boss.call("ask_shop", "revenue", TODAY, {**TODAY, "since": since, "until": until})


@pytest.mark.parametrize("role", ["kitchen", "counter", "waiter", "inventory", "rider"])
def test_it_is_for_who_runs_the_shop(dsn: str, db: Connection, role: str) -> None:
    with member(dsn, db, "ravi", role) as ravi, refused("OC031"):
        ravi.call("ask_shop", "revenue", TODAY)


def test_a_stranger_is_told_nothing(asha: Caller) -> None:
    with refused("OC030"):
        asha.call("ask_shop", "revenue", TODAY)


SLOW = """
create or replace function app.answer_question(p_tenant uuid, p_question text, p_args jsonb)
  returns jsonb language plpgsql stable as $$ begin perform pg_sleep(60); return '[]'; end $$
"""


def test_what_takes_too_long_is_refused_and_not_asked_again(boss: Caller, db: Connection) -> None:
    """Cut short, the statement would pass for a database that is down, and be sent once more."""
    db.execute(SLOW)
    boss.connection.execute("set statement_timeout = '300ms'")
    with refused("OC092"):
        boss.call("ask_shop", "revenue", TODAY)
