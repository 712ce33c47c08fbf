"""hot = fold(warm): whatever was done, the log gives back exactly the rows that were lost."""

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.db.reliability.broken import Break, put_in
from tests.db.reliability.fold import folded
from tests.db.reliability.hot import evict, hot_rows
from tests.db.reliability.operations import Operation, operations
from tests.support.charges import Coupon, Fee, Rules
from tests.support.together import fresh
from tests.support.turns import Caller, items, last, line

LOSS = Operation("evict", ())
BROKEN = {
    "a replay without checkouts": Break("replay", "and c.after_seq >= v_from", "and false"),
    "a line that stays gone": Break("apply_line", "accepted, is_active = true,", "accepted,"),
    "a step that is not taken": Break(
        "apply_step", "current_step = p_step", "current_step = s.current_step"
    ),
}
PRICES = [Operation("price", (price,)) for price in ("40.00", "45.50")]


def event_count(db: psycopg.Connection, session_id: str, kind: str = "%") -> int:
    found = db.execute(
        "select count(*) from warm.session_events where session_id = %s and event_type like %s",
        [session_id, kind],
    ).fetchone()
    assert found
    return int(found[0])


def check_fold(db: psycopg.Connection, customer: Caller) -> None:
    """The rows are what the log says, and come back as they were when they are lost."""
    session_id = customer.view_cart().session_id
    before = hot_rows(db, session_id)
    assert before == folded(db, session_id)
    evict(db, session_id)
    customer.view_cart()
    assert hot_rows(db, session_id) == before


@settings(
    max_examples=60,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(
        st.one_of(operations(), operations(), st.sampled_from([LOSS, *PRICES])),
        min_size=1,
        max_size=25,
    )
)
def test_lost_rows_come_back_as_they_were(
    db: psycopg.Connection, asha: Caller, steps: list[Operation]
) -> None:
    asha.who = asha.chat = fresh()
    session_id = asha.view_cart().session_id
    Rules(fees=[Fee("Packaging", "5")], coupons=[Coupon("SAVE10", "10")]).put(db)
    for step in (PRICES[0], *steps):
        if step is LOSS:
            evict(db, session_id)
        elif step in PRICES:
            db.execute(
                "update cold.menu_item set price = %s where item_id = 'idly'", step.arguments
            )
        else:
            step.by(asha)
    check_fold(db, asha)


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_broken_function_is_noticed(db: psycopg.Connection, asha: Caller, broken: Break) -> None:
    put_in(db, broken)
    asha.add_to_cart([line("idly"), line("masala_dosa")])
    asha.remove_from_cart([items("idly")])
    asha.add_to_cart([line("idly")])
    asha.checkout()
    with pytest.raises(AssertionError):
        check_fold(db, asha)


def fill(customer: Caller, events: int) -> str:
    """A session with that many events: a cart whose one line goes up and down."""
    view = customer.add_to_cart([line("idly")])
    while view.seq < events:
        view = customer.set_quantity(last(), view.seq % 99 + 1)
    return view.session_id


@pytest.mark.parametrize("events", [98, 100, 101, 230])
def test_long_sessions_come_back_as_they_were(
    db: psycopg.Connection, asha: Caller, events: int
) -> None:
    fill(asha, events)
    asha.checkout()
    check_fold(db, asha)


def test_a_snapshot_carries_an_open_checkout(db: psycopg.Connection, asha: Caller) -> None:
    session_id = fill(asha, 98)
    checkout = asha.checkout().checkout
    assert checkout
    assert asha.search_menu("idly").seq == 100
    db.execute("delete from warm.checkouts where session_id = %s", [session_id])
    evict(db, session_id)
    assert asha.view_cart().checkout == checkout


def test_a_snapshot_carries_the_customers_rules(db: psycopg.Connection, asha: Caller) -> None:
    fill(asha, 94)
    asha.set_dietary_rules(["coconut"], ["jain"], ["kiwi"])
    asha.keep_dietary_rules()
    asha.accept_conflict(1)
    asha.set_dietary_rules(["dairy"])
    view = asha.add_to_cart([], [{"words": "pizza", "quantity": 1}])
    assert view.seq == 100
    check_fold(db, asha)
    db.execute("delete from warm.session_events where seq < 100")
    evict(db, view.session_id)
    found = asha.view_cart()
    assert (found.dietary, found.lines) == (view.dietary, view.lines)
    assert found.lines[0].accepted == ("allergen:coconut", "diet:jain")


def test_a_snapshot_carries_order_type_code_and_quote(db: psycopg.Connection, asha: Caller) -> None:
    Rules(coupons=[Coupon("SAVE10", "10")]).put(db)
    session_id = fill(asha, 96)
    asha.apply_coupon("SAVE10")
    quoted = asha.checkout("dine_in").checkout
    assert quoted
    assert asha.search_menu("idly").seq >= 100
    check_fold(db, asha)
    db.execute("delete from warm.session_events where session_id = %s and seq < 100", [session_id])
    db.execute("delete from warm.checkouts where session_id = %s", [session_id])
    evict(db, session_id)
    assert asha.view_cart().checkout == quoted
    again = asha.checkout()
    assert again.order_type == "dine_in"
    assert again.quote
    assert again.quote.discount


def test_a_replay_reads_nothing_older_than_the_last_snapshot(
    db: psycopg.Connection, asha: Caller
) -> None:
    session_id = fill(asha, 230)
    before = hot_rows(db, session_id)
    assert event_count(db, session_id, "snapshot") == 2
    db.execute("delete from warm.session_events where session_id = %s and seq < 200", [session_id])
    assert event_count(db, session_id) <= 100
    evict(db, session_id)
    asha.view_cart()
    assert hot_rows(db, session_id) == before


def test_a_checkout_older_than_the_snapshot_does_not_come_back(
    db: psycopg.Connection, asha: Caller
) -> None:
    fill(asha, 97)
    asha.checkout()
    asha.add_to_cart([line("plain_dosa")])
    fill(asha, 100)
    check_fold(db, asha)
    assert asha.view_cart().checkout is None


@pytest.mark.parametrize("back", ["1 hour", "10 years"])
def test_a_clock_put_back_loses_nothing(db: psycopg.Connection, asha: Caller, back: str) -> None:
    asha.add_to_cart([line("idly", 5)])
    asha.connection.execute(
        "select set_config('app.fake_now', (now() - %s::interval)::text, false)", [back]
    )
    asha.set_quantity(last(), 2)
    check_fold(db, asha)
    assert [found.quantity for found in asha.view_cart().lines] == [2]
