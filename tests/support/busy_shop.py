"""A shop in the middle of the day: for whatever its staff may do there is something to do it to."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from psycopg import Connection

from tests.support.back_office import employ
from tests.support.charges import Coupon, put_coupon
from tests.support.life import move, place, put_stock
from tests.support.money import Payer, take_money
from tests.support.open_rooms import open_room
from tests.support.pantry import put_ingredient, put_recipe
from tests.support.staff import grant
from tests.support.tabs import move_rounds, order_at_table, serve, tab_of, take_seat
from tests.support.turns import Caller, line
from tests.support.ways import put_slots, put_tables

NOON = "2026-11-20 12:00+05:30"
EVENING = datetime(2026, 11, 20, 19, 40, tzinfo=ZoneInfo("Asia/Kolkata"))
BOSS_ID = "4001"
KITCHEN, LOBBY = "-1001/11", "-1001/16"
DELIVERY = """
update cold.orders set order_type_id = (
  select order_type_id from cold.order_type_table where order_type_name = 'delivery')
where order_id = %s
"""


@dataclass(frozen=True)
class BusyShop:
    """Its people, its orders by what they are like, and the chats that are rooms or not."""

    boss: Caller
    lobby: Caller
    kitchen: Caller
    asha: Caller
    payer: Payer
    orders: dict[str, UUID]


@contextmanager
def busy_shop(dsn: str, db: Connection) -> Iterator[BusyShop]:
    """Open it. `boss` owns it; `lobby` and `kitchen` are the boss too, in chats of Telegram."""
    put_tables(db, ("4", "5", "6", "7", "8"))
    take_money(db)
    put_slots(db, 30, 5)
    put_coupon(db, Coupon("SAVE", "10", total_limit=5, customer_limit=2))
    put_stock(db, "idly", 60)
    put_stock(db, "masala_dosa", 40)
    put_ingredient(db, "milk", "20")
    put_recipe(db, "filter_coffee", milk="0.15")
    open_room(db, "kitchen", KITCHEN, alerts=["stock_out"])
    for who in ("boss", "waiter"):
        grant(db, who, "owner" if who == "boss" else "waiter")
    employ(db, BOSS_ID, "owner")
    with ExitStack() as stack:
        boss = stack.enter_context(Caller(dsn, "boss"))
        waiter = stack.enter_context(Caller(dsn, "waiter"))
        rooms = [stack.enter_context(Caller(dsn, BOSS_ID, chat=chat)) for chat in (LOBBY, KITCHEN)]
        asha = stack.enter_context(Caller(dsn, "asha"))
        payer = stack.enter_context(Payer(dsn))
        for one in (boss, waiter, *rooms, asha, payer):
            one.turn_clock(NOON)
        for one in rooms:
            one.facts["channel"] = "telegram"
        orders = _orders(db, asha, payer)
        _tables(db, asha, waiter)
        boss.call("update_stock", "medu_vada", "set", 30)
        boss.call("mark_unavailable", ("plain_dosa",), None)
        yield BusyShop(boss, rooms[0], rooms[1], asha, payer, orders)


def _orders(db: Connection, asha: Caller, payer: Payer) -> dict[str, UUID]:
    """Orders to take away: new, with a code and a slot; under way; to be brought; paid; off."""
    asha.add_to_cart([line("idly", 2), line("filter_coffee", 2)])
    asha.apply_coupon("SAVE")
    asha.choose_pickup_time(EVENING)
    asha.checkout("take_away")
    new = asha.choose_payment("cash").order
    assert new is not None
    orders = {"new": new.order_id}
    for name in ("accepted", "ready", "brought"):
        orders[name] = place(asha).order_id
        move(db, orders[name], "accepted" if name == "accepted" else "ready")
    db.execute(DELIVERY, [orders["brought"]])
    for name in ("paid", "off"):
        payer.add_to_cart([line("masala_dosa")])
        payer.checkout("take_away")
        order = payer.pays(payer.invoice(), charge=name).order
        assert order is not None
        orders[name] = order.order_id
    move(db, orders["off"], "cancelled", reason="no gas")
    return orders


def _tables(db: Connection, asha: Caller, waiter: Caller) -> None:
    """Tables 4 and 5 eat, 6 has paid all but waits for its coffee, 8 has eaten; 7 is free."""
    serve(waiter, "4", line("idly", 2), line("masala_dosa"))
    take_seat(asha, "4", "Asha")
    order_at_table(asha, line("idly"))
    serve(waiter, "5")
    serve(waiter, "6", line("filter_coffee"))
    tab = tab_of(waiter.call("bill_tab", "6"))
    waiter.call("pay_bill", "6", None, "card", str(tab.left))
    move_rounds(db, serve(waiter, "8", line("idly")).tab_id, "accepted", "ready", "completed")
