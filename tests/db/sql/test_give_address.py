"""give_address, share_location, confirm_address, give_phone: where an order goes, kept apart."""

from decimal import Decimal

import pytest
from psycopg import Connection

from tests.db.reliability.hot import evict
from tests.support.life import move
from tests.support.records import event_types, events, everything
from tests.support.refusals import refused
from tests.support.turns import Caller, line
from tests.support.ways import ELSEWHERE, FAR, FAR_OFF, LAKE, NEAR, NEARBY, Zone, put_delivery
from tools.kit.view import SessionView

ADDRESS = "12 Lake Road, 560034"
SECRETS = ("12 Lake Road", "98450", "12.975", "77.6000")


def kinds(view: SessionView) -> list[str]:
    """What is in the way of the order."""
    assert view.quote is not None
    return [one.kind for one in view.quote.problems]


def test_delivery_asks_for_an_address_and_quotes_its_fee(asha: Caller, db: Connection) -> None:
    put_delivery(db, LAKE)
    asha.add_to_cart([line("idly", 2)])
    asked = asha.checkout("delivery")
    assert (kinds(asked), asked.checkout) == (["address_missing"], None)
    view = asha.call("give_address", ADDRESS)
    assert view.checkout is not None
    assert view.checkout.way is not None
    assert (view.checkout.way.address, view.checkout.way.zone) == (ADDRESS, "Lake")
    assert [(fee.name, fee.amount) for fee in view.checkout.quote.fees] == [
        ("Delivery", Decimal(30))
    ]
    order = asha.choose_payment("cash", view.checkout.checkout_id).order
    assert order is not None
    assert (order.order_type, order.total) == ("delivery", Decimal(110))
    assert db.execute("select zone_id from cold.orders").fetchone() == ("lake",)
    assert db.execute("select address, phone from cold.order_contact").fetchone() == (ADDRESS, None)


def test_out_of_zone_is_said_before_there_is_a_dish(asha: Caller, db: Connection) -> None:
    put_delivery(db, NEAR, LAKE)
    view = asha.call("share_location", *ELSEWHERE)
    assert view.quote is not None
    assert [(one.kind, one.zones, one.by_location) for one in view.quote.problems] == [
        ("out_of_zone", ("Near", "Lake"), False)
    ]
    asha.add_to_cart([line("idly", 2)])
    assert asha.checkout().checkout is None
    assert asha.choose_payment("cash").order is None
    assert asha.choose_order_type("take_away").checkout is not None


def test_words_that_name_no_area_may_be_told_by_a_location(asha: Caller, db: Connection) -> None:
    put_delivery(db, NEAR, LAKE)
    asha.add_to_cart([line("idly", 2)])
    view = asha.call("give_address", "4 Old Mill Lane")
    assert view.quote is not None
    assert [(one.kind, one.by_location) for one in view.quote.problems] == [("out_of_zone", True)]
    view = asha.call("share_location", *NEARBY)
    assert view.checkout is not None
    assert view.checkout.way is not None
    assert (view.checkout.way.address, view.checkout.way.is_located) == ("4 Old Mill Lane", True)
    # Another place is another place: its words do not stay.
    view = asha.call("share_location", *NEARBY)
    assert view.checkout is not None
    assert view.checkout.way is not None
    assert view.checkout.way.address is None


def test_the_minimum_and_the_free_delivery_of_a_zone(asha: Caller, db: Connection) -> None:
    put_delivery(db, Zone("far", 12000, fee="60", minimum="100", free_from="200"))
    asha.add_to_cart([line("idly")])
    view = asha.call("share_location", *FAR_OFF)
    assert view.quote is not None
    (few,) = view.quote.problems
    assert (few.kind, few.least, few.missing) == ("minimum_order", Decimal(100), Decimal(60))
    asha.set_quantity({"last": True}, 3)
    quote = asha.checkout().checkout
    assert quote is not None
    assert quote.total == Decimal(180)
    asha.set_quantity({"last": True}, 5)
    quote = asha.checkout().checkout
    assert quote is not None
    assert quote.total == Decimal(200)


def order_delivered(asha: Caller, address: str = ADDRESS) -> None:
    """Have something brought."""
    asha.add_to_cart([line("idly", 2)])
    asha.call("give_address", address)
    assert asha.choose_payment("cash").order is not None


def test_next_time_the_address_is_offered_and_not_taken_for_granted(
    asha: Caller, db: Connection
) -> None:
    put_delivery(db, LAKE)
    order_delivered(asha)
    with Caller(asha.connection.info.dsn, "asha", chat="another chat") as later:
        later.add_to_cart([line("idly", 2)])
        view = later.checkout()
        assert (view.order_type, view.checkout) == ("delivery", None)
        assert view.quote is not None
        assert [(one.kind, one.address) for one in view.quote.problems] == [
            ("address_known", ADDRESS)
        ]
        assert later.choose_payment("cash").order is None
        confirmed = later.call("confirm_address").checkout
        assert confirmed is not None
        assert later.choose_payment("cash", confirmed.checkout_id).order is not None


def test_zones_that_were_redrawn_are_asked_about(asha: Caller, db: Connection) -> None:
    put_delivery(db, NEAR, FAR)
    asha.add_to_cart([line("idly", 10)])
    quote = asha.call("share_location", *NEARBY).checkout
    assert quote is not None
    put_delivery(db, Zone("near", 100), FAR)
    view = asha.choose_payment("cash", quote.checkout_id)
    assert (view.order, kinds(view)) == (None, ["address_known"])
    assert asha.call("confirm_address").checkout is not None
    put_delivery(db, Zone("near", 100))
    assert kinds(asha.checkout()) == ["out_of_zone"]


def test_a_shop_without_zones_delivers_anywhere(asha: Caller, db: Connection) -> None:
    put_delivery(db)
    asha.add_to_cart([line("idly", 2)])
    view = asha.call("give_address", "anywhere at all")
    assert view.checkout is not None
    assert view.checkout.total == Decimal(80)


def test_a_shop_that_does_not_deliver_keeps_no_address(asha: Caller, db: Connection) -> None:
    asha.view_cart()
    before = everything(db)
    for function, args in (
        ("give_address", (ADDRESS,)),
        ("share_location", NEARBY),
        ("confirm_address", ()),
    ):
        with refused("OC013"):
            asha.call(function, *args)
    assert everything(db) == before


def test_the_address_is_in_no_event_and_can_be_erased(asha: Caller, db: Connection) -> None:
    put_delivery(db, NEAR, LAKE)
    asha.add_to_cart([line("idly", 2)])
    asha.call("give_address", "12 Lake Road, no such area")
    asha.call("give_address", ADDRESS)
    asha.call("give_phone", "+919845012345")
    asha.call("share_location", *NEARBY)
    asha.call("give_address", ADDRESS)
    quote = asha.checkout().checkout
    assert quote is not None
    placed = asha.choose_payment("cash", quote.checkout_id)
    assert placed.order is not None
    where = {
        table
        for table, rows in everything(db).items()
        if any(secret in row for row in rows for secret in SECRETS)
    }
    assert where == {"cold.customer_contact", "cold.order_contact"}
    assert "fulfilment_chosen" in event_types(db, placed.session_id)
    assert ("fulfilment_chosen", {"fulfilment": {"zone_id": "lake"}}) in events(
        db, placed.session_id
    )

    assert placed.order.address == ADDRESS
    assert asha.order_status().orders[0].address == ADDRESS

    db.execute("delete from cold.customer_contact")
    db.execute("delete from cold.order_contact")
    evict(db, placed.session_id)
    (order,) = asha.order_status().orders
    assert (order.address, order.total) == (None, placed.order.total)
    asha.add_to_cart([line("idly", 2)])
    assert kinds(asha.checkout()) == ["address_missing"]


def test_it_comes_back_from_the_log(asha: Caller, db: Connection) -> None:
    put_delivery(db, LAKE)
    asha.add_to_cart([line("idly", 2)])
    before = asha.call("give_address", ADDRESS)
    evict(db, before.session_id)
    assert asha.view_cart().checkout == before.checkout


def test_a_number_is_kept_for_the_courier(asha: Caller, db: Connection) -> None:
    put_delivery(db, LAKE)
    asha.add_to_cart([line("idly", 2)])
    asha.checkout("delivery")
    assert kinds(asha.call("give_phone", "+919845012345")) == ["address_missing"]
    asha.call("give_address", ADDRESS)
    assert asha.choose_payment("cash").order is not None
    assert db.execute("select phone from cold.order_contact").fetchone() == ("+919845012345",)


@pytest.mark.parametrize(
    ("function", "args"), [("give_address", (ADDRESS,)), ("share_location", NEARBY)]
)
def test_a_repeated_command_changes_nothing(
    asha: Caller, db: Connection, function: str, args: tuple[object, ...]
) -> None:
    put_delivery(db, NEAR, LAKE)
    asha.add_to_cart([line("idly", 2)])
    asha.call(function, *args, command="once")
    before = everything(db)
    assert asha.call(function, *args, command="once").replayed
    assert everything(db) == before


def test_a_receipt_does_not_tell_where_it_went(asha: Caller, db: Connection) -> None:
    put_delivery(db, LAKE)
    asha.add_to_cart([line("idly", 2)])
    asha.call("give_address", ADDRESS)
    placed = asha.choose_payment("cash").order
    assert placed
    for step in ("accepted", "preparing", "ready", "out_for_delivery", "completed"):
        move(db, placed.order_id, step)
    receipt = asha.call("issue_receipt", None, placed.order_id).receipt
    assert receipt
    told = asha.json("read_receipt", asha.tenant, receipt.token)
    assert "Lake Road" not in f"{told} {receipt}"
