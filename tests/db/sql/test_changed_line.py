"""Several things happen to one line between quote and confirmation: each of them is told."""

from decimal import Decimal

import pytest

from tests.support.refusals import refused
from tests.support.turns import Caller, chosen, line, line_no

NOW = "2026-03-02 13:00+05:30"
ONE_LINE = {
    "item price": ("update cold.menu_item set price = 90 where item_id = 'masala_dosa'", "price"),
    "option price": ("update cold.option set price_delta = 25 where option_id = 'ghee'", "price"),
    "sold out": (
        "update cold.menu_item set is_available = false where item_id = 'masala_dosa'",
        "unavailable",
    ),
    "option sold out": (
        "update cold.option set is_available = false where option_id = 'ghee'",
        "option",
    ),
    "not served": (
        """insert into cold.menu_item_period
             select tenant_id, 'masala_dosa', 'dinner' from cold.tenants""",
        "not_served",
    ),
    "stock": (
        "insert into cold.menu_item_stock select tenant_id, 'masala_dosa', 1 from cold.tenants",
        "stock",
    ),
    "order type": (
        """insert into cold.menu_item_order_type
             select tenant_id, 'masala_dosa', 2 from cold.tenants""",
        "order_type",
    ),
    "allergen": (
        "update cold.menu_item set allergens = '{peanut}' where item_id = 'masala_dosa'",
        "conflict",
    ),
    "new choice": (
        """insert into cold.menu_item_option_group
             select tenant_id, 'masala_dosa', 'gravy', 8 from cold.tenants""",
        "cart",
    ),
    "removed": (
        "update cold.menu_item set is_removed = true where item_id = 'masala_dosa'",
        "unavailable",
    ),
}


def kinds_of_one_line(*names: str) -> set[str]:
    """What must be told of one line where all of this has happened to it."""
    if "removed" in names:
        return {"unavailable"}
    kinds = {ONE_LINE[name][1] for name in names}
    # While a choice is gone or missing the line has no price; it gets one when it is chosen anew.
    for gone, masked in (("option", {"price", "cart"}), ("cart", {"price"})):
        if gone in kinds:
            kinds -= masked
    return kinds


@pytest.mark.parametrize("first", ONE_LINE)
def test_several_changes_of_one_line(asha: Caller, first: str) -> None:
    asha.turn_clock(NOW)
    asha.set_dietary_rules(["peanut"])
    asha.add_to_cart([line("masala_dosa", 2, options=[chosen("extras", "ghee")])])
    quote = asha.checkout().checkout
    assert quote is not None
    for second in ONE_LINE:
        with asha.connection.transaction(force_rollback=True):
            asha.connection.execute("reset role")
            for name in {first, second}:
                asha.connection.execute(ONE_LINE[name][0].encode())
            asha.connection.execute("set role hotcart_bot")
            view = asha.choose_payment("cash", quote.checkout_id)
            kinds = [told.kind for told in view.differences]
            assert sorted(kinds) == sorted(kinds_of_one_line(first, second)), second
            assert view.order is None
            assert (view.checkout is None) is (set(kinds) != {"price"})
            with refused("OC012"), asha.connection.transaction():
                asha.choose_payment("cash", quote.checkout_id)


def test_a_price_that_moved_before_one_more_is_told(asha: Caller) -> None:
    asha.add_to_cart([line("idly", 2), line("masala_dosa")])
    asha.connection.execute("reset role")
    asha.connection.execute("update cold.menu_item set price = 45 where item_id = 'idly'")
    asha.connection.execute("set role hotcart_bot")
    (idly, dosa) = asha.add_to_cart([line("idly"), line("masala_dosa")]).changed
    assert (idly.line_total, idly.unit_price, idly.was) == (Decimal(135), Decimal(45), Decimal(40))
    assert dosa.was is None
    asha.remove_from_cart([line_no(2)])
    asha.connection.execute("reset role")
    asha.connection.execute("update cold.menu_item set price = 90 where item_id = 'masala_dosa'")
    asha.connection.execute("set role hotcart_bot")
    assert asha.add_to_cart([line("masala_dosa")]).changed[0].was is None, "it begins anew"
