"""Whatever changes between cart and order is told, all of it; nothing is charged silently."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal

import pytest
from psycopg import Connection

from tests.support.refusals import refused
from tests.support.turns import Caller, chosen, line
from tools.kit.view import Difference, SessionView

NOW = "2026-03-02 13:00+05:30"
PLATES = """
insert into cold.option_group (tenant_id, group_id, name, min_choices, max_choices,
                               default_option_id, replaces_price)
  select tenant_id, 'plate', 'Plate', 1, 1, 'regular', true from cold.tenants;
insert into cold.option (tenant_id, group_id, option_id, option_no, name, position, price)
  select tenant_id, 'plate', 'regular', 9001, 'Regular', 1, 80 from cold.tenants;
insert into cold.menu_item_option_group
  select tenant_id, 'curd_rice', 'plate', 9 from cold.tenants
"""
CART = [
    line("idly", 2),
    line("plain_dosa"),
    line("masala_dosa", options=[chosen("extras", "ghee")]),
    line("curd_rice"),
    line("onion_dosa"),
    line("podi_dosa", options=[chosen("extras", "podi")]),
    line("paneer_dosa"),
    line("cheese_uttapam", options=[chosen("extras", "cheese")]),
    line("filter_coffee", options=[chosen("milk", "soy_milk")]),
    line("tomato_rice"),
    line("vanjaram_fry", 2),
    line("vanjaram_fry", note="crisp"),
    line("mysore_pak", 2),
    line("curd"),
    line("phulka"),
]


@dataclass(frozen=True)
class Change:
    """What a shop does to its menu, and the difference a customer must be told for it."""

    sql: str
    kind: str
    item: str = ""
    told: Mapping[str, object] = field(default_factory=dict)

    def is_told(self, difference: Difference) -> bool:
        """Whether a difference tells this change, with all its words."""
        found = {name: getattr(difference, name) for name in self.told}
        return (difference.kind, difference.item_name, found) == (self.kind, self.item, self.told)


def prices(was: int, now: int) -> Mapping[str, object]:
    """The words of a price that moved."""
    return {"was": Decimal(was), "now": Decimal(now)}


CHANGES = {
    "price up": Change(
        "update cold.menu_item set price = 45 where item_id = 'idly'",
        "price",
        "Idly",
        prices(40, 45),
    ),
    "price down": Change(
        "update cold.menu_item set price = 50 where item_id = 'plain_dosa'",
        "price",
        "Plain Dosa",
        prices(60, 50),
    ),
    "option price": Change(
        "update cold.option set price_delta = 25 where option_id = 'ghee'",
        "price",
        "Masala Dosa",
        prices(100, 105),
    ),
    "variant price": Change(
        "update cold.option set price = 95 where group_id = 'plate'",
        "price",
        "Curd Rice",
        prices(80, 95),
    ),
    "sold out": Change(
        "update cold.menu_item set is_available = false where item_id = 'onion_dosa'",
        "unavailable",
        "Onion Dosa",
    ),
    "option sold out": Change(
        "update cold.option set is_available = false where option_id = 'podi'",
        "option",
        "Podi Dosa",
        {"option": "Podi"},
    ),
    "removed": Change(
        "update cold.menu_item set is_removed = true where item_id = 'paneer_dosa'",
        "unavailable",
        "Paneer Dosa",
    ),
    "option removed": Change(
        """update cold.option set is_removed = true
           where group_id = 'extras' and option_id = 'cheese'""",
        "option",
        "Cheese Uttapam",
        {"option": "Cheese"},
    ),
    "group removed": Change(
        """delete from cold.menu_item_option_group
           where item_id = 'filter_coffee' and group_id = 'milk'""",
        "option",
        "Filter Coffee",
        {"option": "Soy Milk"},
    ),
    "not served": Change(
        """insert into cold.menu_item_period
             select tenant_id, 'tomato_rice', 'dinner' from cold.tenants""",
        "not_served",
        "Tomato Rice",
        {"when": "19:00-22:30"},
    ),
    "stock short": Change(
        "update cold.menu_item_stock set quantity = 1 where item_id = 'vanjaram_fry'",
        "stock",
        "Vanjaram Fry",
        {"left": 1},
    ),
    "stock gone": Change(
        "update cold.menu_item_stock set quantity = 0 where item_id = 'mysore_pak'",
        "stock",
        "Mysore Pak",
        {"left": 0},
    ),
    "dish not for take-away": Change(
        "insert into cold.menu_item_order_type select tenant_id, 'curd', 2 from cold.tenants",
        "order_type",
        "Curd",
        {"order_type": "take_away", "offered": ("dine_in",)},
    ),
    "allergen": Change(
        "update cold.menu_item set allergens = '{peanut}' where item_id = 'phulka'",
        "conflict",
        "Phulka",
    ),
    "closed": Change(
        """insert into cold.opening_hours
             select tenant_id, weekday, '17:00', '23:00'
             from cold.tenants, generate_series(1, 7) weekday""",
        "closed",
        "",
        {"when": "today from 17:00"},
    ),
    "no take-away": Change(
        "delete from cold.tenant_order_type where order_type_id = 1",
        "order_type",
        "",
        {"order_type": "take_away", "offered": ("dine_in",)},
    ),
}
# Without take-away there is one thing to tell, not one for every dish.
HIDDEN = {("no take-away", "dish not for take-away")}


def expected(*names: str) -> list[Change]:
    """The changes that must be told where all of these have happened."""
    hidden = {less for more, less in HIDDEN if more in names}
    return [CHANGES[name] for name in dict.fromkeys(names) if name not in hidden]


def and_later(first: str) -> list[str]:
    """A change by itself and with each that follows in the list: all pairs of them, once."""
    names = list(CHANGES)
    return names[names.index(first) :]


def check(view: SessionView, changes: list[Change]) -> None:
    """Every change is told once and nothing else; a quote is given only where just prices moved."""
    for change in changes:
        assert [change.is_told(told) for told in view.differences].count(True) == 1, change
    assert len(view.differences) == len(changes)
    assert view.order is None
    assert (view.checkout is not None) is all(change.kind == "price" for change in changes)
    assert view.total == sum(found.line_total for found in view.lines)


@pytest.fixture
def full(asha: Caller, db: Connection) -> Caller:
    """A customer with an allergy and a dish of everything in the cart."""
    for statement in PLATES.split(";"):
        db.execute(statement.encode())
    asha.turn_clock(NOW)
    asha.set_dietary_rules(["peanut"])
    asha.add_to_cart(CART)
    return asha


@contextmanager
def changed(caller: Caller, *names: str) -> Iterator[None]:
    """In the block the shop has made these changes; all that happens in it is taken back."""
    with caller.connection.transaction(force_rollback=True):
        caller.connection.execute("reset role")
        for name in dict.fromkeys(names):
            caller.connection.execute(CHANGES[name].sql.encode())
        caller.connection.execute("set role hotcart_bot")
        yield


def orders(caller: Caller) -> int:
    """How many orders the customer has."""
    return len(caller.order_status().orders)


@pytest.mark.parametrize("first", CHANGES)
def test_between_cart_and_checkout(full: Caller, first: str) -> None:
    for second in and_later(first):
        with changed(full, first, second):
            view = full.checkout()
            check(view, expected(first, second))
            assert orders(full) == 0
            if view.checkout is not None:
                check_bought(full, view)


@pytest.mark.parametrize("first", CHANGES)
def test_between_quote_and_confirmation(full: Caller, first: str) -> None:
    quoted = full.checkout()
    assert quoted.checkout is not None
    assert quoted.differences == ()
    old = quoted.checkout.checkout_id
    for second in and_later(first):
        with changed(full, first, second):
            view = full.choose_payment("cash", old)
            check(view, expected(first, second))
            with refused("OC012"), full.connection.transaction():
                full.choose_payment("cash", old)
            assert orders(full) == 0
            if view.checkout is not None:
                assert view.checkout.checkout_id != old
                check_bought(full, view)
    check_bought(full, quoted)


def check_bought(caller: Caller, quoted: SessionView) -> None:
    """What was quoted is what is charged: every line at the price that was told."""
    assert quoted.checkout is not None
    order = caller.choose_payment("cash", quoted.checkout.checkout_id).order
    assert order is not None
    assert order.total == quoted.checkout.total == quoted.total
    assert [found.line_total for found in order.lines] == [
        found.line_total for found in quoted.lines
    ]
    for told in quoted.differences:
        paid = [found.unit_price for found in order.lines if found.line_no == told.line_no]
        assert paid == [told.now]


def test_a_choice_that_became_too_many_is_told(full: Caller, db: Connection) -> None:
    asha = full
    asha.clear_cart()
    extras = [chosen("extras", "ghee"), chosen("extras", "podi")]
    asha.add_to_cart([line("idly", options=extras)])
    db.execute("update cold.option_group set max_choices = 1 where group_id = 'extras'")
    (told,) = asha.checkout().differences
    assert (told.kind, told.item_name, told.option) == ("cart", "Idly", "Tiffin extras")


def test_an_unmoved_cart_is_ordered_without_a_word(full: Caller) -> None:
    view = full.checkout()
    assert view.differences == ()
    check_bought(full, view)
