"""choose_payment: where the customer saw something else, nothing is charged and he is told."""

from uuid import UUID, uuid4

import pytest
from psycopg import Connection

from tests.support.records import count, event_types, everything
from tests.support.refusals import refused
from tests.support.turns import Caller, chosen, line
from tools.kit.view import SessionView

STOCK = "update cold.menu_item_stock set quantity = %s where item_id = 'vanjaram_fry'"


@pytest.fixture
def quote(asha: Caller) -> UUID:
    """The open quote of an idly with ghee and five fried fish on two lines."""
    asha.add_to_cart([line("idly", options=[chosen("extras", "ghee")])])
    asha.add_to_cart([line("vanjaram_fry", 3), line("vanjaram_fry", 2, note="crisp")])
    return quoted(asha.checkout())


def quoted(view: SessionView) -> UUID:
    """The id of a view's quote."""
    assert view.checkout is not None
    return view.checkout.checkout_id


def test_a_price_that_moved(asha: Caller, db: Connection, quote: UUID) -> None:
    db.execute("update cold.menu_item set price = 45 where item_id = 'idly'")
    view = asha.choose_payment("cash", quote)

    assert [(d.kind, d.item_name, str(d.was), str(d.now)) for d in view.differences] == [
        ("price", "Idly", "60.00", "65.00")
    ]
    assert (view.order, count(db, "cold.orders"), count(db, "cold.payments")) == (None, 0, 0)
    assert (quoted(view) != quote, view.item_count) == (True, 6)
    assert event_types(db, view.session_id)[-1] == "cart_repriced"

    with refused("OC012"):
        asha.choose_payment("cash", quote)
    order = asha.choose_payment("cash", quoted(view)).order
    assert order is not None
    assert str(order.total) == "1665.00"


def test_the_price_of_an_option_moved(asha: Caller, db: Connection, quote: UUID) -> None:
    db.execute("update cold.option set price_delta = 5 where option_id = 'ghee'")
    view = asha.choose_payment("cash", quote)
    assert [(d.kind, str(d.was), str(d.now)) for d in view.differences] == [
        ("price", "60.00", "45.00")
    ]


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ("update cold.menu_item set is_available = false where item_id = 'idly'", "unavailable"),
        ("update cold.menu_item set is_removed = true where item_id = 'idly'", "unavailable"),
        ("update cold.option set is_available = false where option_id = 'ghee'", "option"),
        (
            """insert into cold.menu_item_period
                 select tenant_id, 'idly', 'lunch' from cold.tenants;
               update cold.meal_period set starts_at = '00:00', ends_at = '00:00'""",
            "not_served",
        ),
    ],
)
def test_a_dish_that_cannot_be_had_any_more(
    asha: Caller, db: Connection, quote: UUID, change: str, kind: str
) -> None:
    db.execute(change.encode())
    view = asha.choose_payment("cash", quote)

    assert [(d.kind, d.item_name) for d in view.differences] == [(kind, "Idly")]
    assert (view.order, view.checkout, view.item_count) == (None, None, 6)
    assert count(db, "cold.orders") == 0


def test_stock_that_went_down_over_both_lines(asha: Caller, db: Connection, quote: UUID) -> None:
    db.execute(STOCK, (4,))
    view = asha.choose_payment("cash", quote)

    assert [(d.kind, d.item_name, d.left) for d in view.differences] == [
        ("stock", "Vanjaram Fry", 4)
    ]
    assert (view.order, view.checkout, view.item_count) == (None, None, 6)
    left = db.execute("select quantity from cold.menu_item_stock where item_id = 'vanjaram_fry'")
    assert left.fetchall() == [(4,)]


def test_every_difference_is_told_at_once(asha: Caller, db: Connection, quote: UUID) -> None:
    db.execute(STOCK, (1,))
    db.execute("update cold.menu_item set price = price + 1")
    view = asha.choose_payment("cash", quote)

    assert sorted((d.kind, d.item_name) for d in view.differences) == [
        ("price", "Idly"),
        ("price", "Vanjaram Fry"),
        ("price", "Vanjaram Fry"),
        ("stock", "Vanjaram Fry"),
    ]


def test_a_quote_that_has_expired_is_given_anew(asha: Caller, db: Connection) -> None:
    asha.turn_clock("2026-03-02 13:00+05:30")
    asha.add_to_cart([line("idly")])
    old = quoted(asha.checkout())
    asha.turn_clock("2026-03-02 13:15+05:30")
    view = asha.choose_payment("cash", old)

    assert (view.order, quoted(view) != old, count(db, "cold.orders")) == (None, True, 0)
    assert asha.choose_payment("cash", quoted(view)).order is not None


def test_a_quote_that_is_not_open(asha: Caller, ravi: Caller, db: Connection, quote: UUID) -> None:
    ravi.add_to_cart([line("idly")])
    foreign = quoted(ravi.checkout())
    before = everything(db)
    for checkout_id in (foreign, uuid4()):
        with refused("OC012"):
            asha.choose_payment("cash", checkout_id)
    assert everything(db) == before


def test_the_button_of_a_cart_that_has_changed(asha: Caller, quote: UUID) -> None:
    asha.add_to_cart([line("masala_dosa")])
    with refused("OC012"):
        asha.choose_payment("cash", quote)


def test_somebody_elses_order_is_not_found(asha: Caller, ravi: Caller, quote: UUID) -> None:
    assert asha.choose_payment("cash", quote).order is not None
    ravi.add_to_cart([line("idly")])
    with refused("OC012"):
        ravi.choose_payment("cash", quote)


def test_a_payment_the_shop_does_not_take(asha: Caller, db: Connection, quote: UUID) -> None:
    db.execute("update cold.tenants set payment_methods = '{cash,card}'")
    for method in ("upi", "shells", ""):
        with refused("OC014") as refusal:
            asha.choose_payment(method, quote)
        assert refusal.words == {"offered": "cash, card"}
    assert asha.choose_payment("card", quote).order is not None


def test_nothing_to_pay_for(asha: Caller, db: Connection) -> None:
    for _ in range(2):
        with refused("OC003"):
            asha.choose_payment("cash")
    assert count(db, "cold.orders") == 0


def test_a_dish_that_is_gone_is_told_from_one_that_is_sold_out(
    asha: Caller, db: Connection, quote: UUID
) -> None:
    db.execute("update cold.menu_item set is_removed = true where item_id = 'idly'")
    assert [d.removed for d in asha.choose_payment("cash", quote).differences] == [True]
    db.execute("update cold.menu_item set is_removed = false, is_available = false")
    assert not any(d.removed for d in asha.checkout().differences)
