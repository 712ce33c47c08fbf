"""The demo shop: what a new machine has to sell."""

from contextlib import suppress
from importlib.resources import as_file, files

from db.menu.file import read_menu
from db.menu.import_file import hold_shop, put_menu
from db.menu.shop import shop_menu
from db.shop.import_file import put_shop
from db.tenants import TenantError, acting_for, add_tenant

SLUG = "demo"


def load_demo(dsn: str) -> bool:
    """Add the demo shop with its menu and rules and tell whether that was needed.

    A load that was cut short is finished: a shop without dishes gets them, and its rules.
    """
    with suppress(TenantError):
        add_tenant(
            dsn,
            slug=SLUG,
            name="Hotcart Tiffin Room",
            currency="INR",
            time_zone="Asia/Kolkata",
            order_types=("take_away", "dine_in"),
        )
    with acting_for(dsn, SLUG) as connection:
        # Of two that come at once, the second finds the dishes of the first.
        hold_shop(connection, SLUG)
        if connection.execute("select from cold.menu_item limit 1").fetchone() is not None:
            return False
        here = files("db.demo")
        with as_file(here / "menu.json") as menu, as_file(here / "shop.json") as rules:
            put_menu(connection, SLUG, shop_menu(connection, SLUG), read_menu(menu))
            put_shop(connection, SLUG, rules)
    return True
