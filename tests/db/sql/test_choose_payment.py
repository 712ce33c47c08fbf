"""choose_payment: a confirmed quote becomes one order, built only from what it claimed."""

from decimal import Decimal
from uuid import UUID

from psycopg import Connection

from tests.support.records import count, events, hot_cart
from tests.support.turns import Caller, chosen, line

STOCK = "select quantity from cold.menu_item_stock where item_id = 'vanjaram_fry'"
LINES = """
select line_no, menu_item_id, quantity, unit_price, subtotal, note from cold.order_item order by 1
"""
OPTIONS = "select line_no, option_id, amount, count, price_delta from cold.order_item_option"


def quote(asha: Caller) -> UUID:
    """What the confirm button of a checkout refers to."""
    checkout = asha.checkout().checkout
    assert checkout is not None
    return checkout.checkout_id


def test_places_the_order(asha: Caller, db: Connection) -> None:
    asha.add_to_cart([line("idly", 2), line("masala_dosa", 2)])
    view = asha.choose_payment("cash", quote(asha))

    assert view.order is not None
    assert (view.order.order_no, view.order.status, str(view.order.total)) == (
        1,
        "placed",
        "240.00",
    )
    assert (view.order.order_type, view.order.payment_method) == ("take_away", "cash")
    assert [(row.item_name, row.quantity) for row in view.order.lines] == [
        ("Idly", 2),
        ("Masala Dosa", 2),
    ]
    assert (view.step, view.lines, str(view.total), view.checkout) == (
        "order_placed",
        (),
        "0.00",
        None,
    )


def test_writes_everything_an_order_needs(asha: Caller, db: Connection) -> None:
    ghee = chosen("extras", "ghee")
    onion = chosen("ingredients", "onion", amount="extra")
    asha.add_to_cart(
        [line("idly", 2, options=[ghee]), line("masala_dosa", options=[onion], note="x")]
    )
    order = asha.choose_payment("upi", quote(asha)).order

    assert order is not None
    assert db.execute(LINES).fetchall() == [
        (1, "idly", 2, Decimal("60.00"), Decimal("120.00"), None),
        (2, "masala_dosa", 1, Decimal("80.00"), Decimal("80.00"), "x"),
    ]
    assert db.execute(OPTIONS).fetchall() == [
        (1, "ghee", None, 1, Decimal("20.00")),
        (2, "onion", "extra", 1, Decimal("0.00")),
    ]
    payments = db.execute("select order_id, method, status, amount from cold.payments").fetchall()
    assert payments == [(order.order_id, "upi", "due", Decimal("200.00"))]
    notices = db.execute("select topic, dedupe_key, payload from cold.outbox").fetchall()
    payload = {"order_id": str(order.order_id), "order_no": 1}
    assert notices == [("order_placed", f"{order.order_id}:order_placed:1", payload)]


def test_its_event_tells_the_order_and_the_cart_is_claimed(asha: Caller, db: Connection) -> None:
    asha.add_to_cart([line("idly", 2)])
    checkout_id = quote(asha)
    view = asha.choose_payment("cash", checkout_id)

    assert view.order is not None
    assert events(db, view.session_id)[-1] == (
        "order_placed",
        {
            "order_id": str(view.order.order_id),
            "order_no": 1,
            "total": "80.00",
            "currency": "INR",
            "order_type": "take_away",
            "payment_method": "cash",
            "checkout_id": str(checkout_id),
        },
    )
    assert hot_cart(db, view.session_id) == [(1, "idly", 2, False)]
    assert count(db, "hot.session_checkout") == 0


def test_takes_the_stock_of_all_its_lines(asha: Caller, db: Connection) -> None:
    asha.add_to_cart([line("vanjaram_fry", 3), line("vanjaram_fry", 2, note="crisp"), line("idly")])
    asha.choose_payment("cash", quote(asha))
    assert db.execute(STOCK).fetchall() == [(15,)]


def test_in_words_it_confirms_the_open_quote(asha: Caller) -> None:
    asha.add_to_cart([line("idly")])
    asha.checkout("dine_in")
    order = asha.choose_payment("cash").order
    assert order is not None
    assert order.order_type == "dine_in"


def test_in_words_without_a_quote_it_quotes_first(asha: Caller, db: Connection) -> None:
    asha.add_to_cart([line("idly")])
    view = asha.choose_payment("cash")

    assert (view.order, view.checkout is None, count(db, "cold.orders")) == (None, False, 0)
    assert asha.choose_payment("cash").order is not None


def test_order_numbers_count_up_per_shop(asha: Caller, ravi: Caller, db: Connection) -> None:
    numbers = []
    for person in (asha, ravi, asha):
        person.add_to_cart([line("idly")])
        order = person.choose_payment("cash", quote(person)).order
        assert order is not None
        numbers.append(order.order_no)
    assert numbers == [1, 2, 3]


def test_a_second_press_finds_the_order(asha: Caller, db: Connection) -> None:
    asha.add_to_cart([line("idly")])
    checkout_id = quote(asha)
    first = asha.choose_payment("cash", checkout_id)
    second = asha.choose_payment("card", checkout_id)
    typed = asha.choose_payment("cash")

    assert second.order == typed.order == first.order
    assert (first.replayed, second.replayed, typed.replayed) == (False, True, True)
    assert (count(db, "cold.orders"), count(db, "cold.payments")) == (1, 1)


def test_an_old_button_finds_its_own_order(asha: Caller) -> None:
    asha.add_to_cart([line("idly")])
    old = quote(asha)
    first = asha.choose_payment("cash", old)
    asha.add_to_cart([line("masala_dosa")])
    view = asha.choose_payment("cash", old)

    assert view.order == first.order
    assert [row.item_id for row in view.lines] == ["masala_dosa"]


def test_with_something_new_in_the_cart_it_is_another_order(asha: Caller, db: Connection) -> None:
    asha.add_to_cart([line("idly")])
    asha.choose_payment("cash", quote(asha))
    asha.add_to_cart([line("masala_dosa")])

    assert asha.choose_payment("cash").order is None
    order = asha.choose_payment("cash").order
    assert order is not None
    assert (order.order_no, str(order.total)) == (2, "80.00")


def test_each_chat_finds_its_own_last_order(asha: Caller, dsn: str) -> None:
    asha.add_to_cart([line("idly")])
    here = asha.choose_payment("cash", quote(asha)).order
    with Caller(dsn, "asha", chat="group") as elsewhere:
        elsewhere.add_to_cart([line("masala_dosa")])
        there = elsewhere.choose_payment("cash", quote(elsewhere)).order
        assert elsewhere.choose_payment("cash").order == there
    assert asha.choose_payment("cash").order == here
