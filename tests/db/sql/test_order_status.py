"""order_status: the own orders, newest first."""

from psycopg import Connection

from tests.support.records import event_types
from tests.support.refusals import refused
from tests.support.turns import Caller, line


def order(person: Caller, quantity: int) -> None:
    """Order that many idlies."""
    person.add_to_cart([line("idly", quantity)])
    person.checkout()
    assert person.choose_payment().order is not None


def test_the_five_latest(asha: Caller, db: Connection) -> None:
    for quantity in range(1, 7):
        order(asha, quantity)
    view = asha.order_status()

    assert [(found.order_no, str(found.total)) for found in view.orders] == [
        (6, "240.00"),
        (5, "200.00"),
        (4, "160.00"),
        (3, "120.00"),
        (2, "80.00"),
    ]
    assert view.orders[0].lines[0].quantity == 6
    assert event_types(db, view.session_id)[-1] == "order_placed"


def test_one_by_its_number(asha: Caller) -> None:
    order(asha, 1)
    order(asha, 2)
    assert [found.order_no for found in asha.order_status(1).orders] == [1]


def test_no_orders_yet(asha: Caller) -> None:
    assert asha.order_status().orders == ()


def test_orders_of_others_are_not_found(asha: Caller, ravi: Caller) -> None:
    order(asha, 1)
    assert ravi.order_status().orders == ()
    for number in (1, 99, -1, 2**40):
        with refused("OC018"):
            ravi.order_status(number)


def test_orders_of_an_earlier_session_are_found(asha: Caller, db: Connection) -> None:
    order(asha, 1)
    db.execute("update cold.sessions set closed_at = now()")
    db.execute("delete from hot.session_state")
    assert len(asha.order_status().orders) == 1
