"""Whatever is done: a session holds what its open quote is for, and nothing else."""

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.db.reliability.broken import Break, put_in
from tests.db.reliability.hot import evict
from tests.db.reliability.operations import Operation, operations
from tests.support.together import fresh
from tests.support.turns import Caller, last, line

LOSS = Operation("evict", ())
COUNTED = "idly"
STOCK = "insert into cold.menu_item_stock select tenant_id, %s, 100000 from cold.tenants"
HOLDS = "select checkout_id, item_id, quantity from cold.stock_hold where session_id = %s"
KEEPS_HOLDING = Break("record_event", "    perform app.drop_holds(p_turn);", "    null;")
HOLDS_NOTHING = Break(
    "start_checkout", "  perform app.hold_stock(p_turn, v_lines, v_checkout);\n", ""
)


def check_holds(db: psycopg.Connection, customer: Caller) -> None:
    """What is held is what the counted lines of the open quote come to."""
    view = customer.view_cart()
    pieces = sum(found.quantity for found in view.lines if found.item_id == COUNTED)
    expected = []
    if view.checkout is not None and pieces:
        expected = [(view.checkout.checkout_id, COUNTED, pieces)]
    assert db.execute(HOLDS, [view.session_id]).fetchall() == expected


@settings(
    max_examples=30,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(
        st.one_of(
            operations(),
            operations(),
            st.sampled_from([Operation("checkout", ()), Operation("checkout", ("dine_in",)), LOSS]),
        ),
        min_size=1,
        max_size=20,
    )
)
def test_holds_follow_the_open_quote(
    db: psycopg.Connection, asha: Caller, steps: list[Operation]
) -> None:
    db.execute(STOCK + " on conflict do nothing", [COUNTED])
    asha.who = asha.chat = fresh()
    session_id = asha.add_to_cart([line(COUNTED)]).session_id
    for step in steps:
        if step is LOSS:
            evict(db, session_id)
        else:
            step.by(asha)
        check_holds(db, asha)


def quote_change_and_quote(db: psycopg.Connection, customer: Caller) -> None:
    """Take a quote, change the cart, take another one."""
    customer.add_to_cart([line(COUNTED, 2)])
    customer.checkout()
    customer.set_quantity(last(), 3)
    check_holds(db, customer)
    customer.checkout()
    check_holds(db, customer)


@pytest.mark.parametrize("broken", [KEEPS_HOLDING, HOLDS_NOTHING], ids=["keeps", "holds nothing"])
def test_a_broken_function_is_noticed(db: psycopg.Connection, asha: Caller, broken: Break) -> None:
    db.execute(STOCK, [COUNTED])
    put_in(db, broken)
    with pytest.raises(AssertionError):
        quote_change_and_quote(db, asha)


def test_a_changed_cart_is_held_anew(db: psycopg.Connection, asha: Caller) -> None:
    db.execute(STOCK, [COUNTED])
    quote_change_and_quote(db, asha)
