"""What a dish costs before anything is chosen of it. For what is said: SQL has the last word."""

from decimal import Decimal

from tools.kit.speech import Speech
from tools.menu import Menu, MenuItem


def price_from(menu: Menu, item: MenuItem) -> tuple[Decimal, bool]:
    """The price, and whether it is only the least: of a dish with variants that of the cheapest."""
    prices = {
        option.price
        for group in menu.groups_of(item)
        if group.replaces_price
        for option in group.options
        if option.price is not None and option.available
    }
    return (min(prices), len(prices) > 1) if prices else (item.price, False)


def cost(say: Speech, menu: Menu, item: MenuItem) -> str:
    """ "₹40"; of a dish whose variants differ in price "from ₹60"."""
    price, varies = price_from(menu, item)
    return say("from {price}", price=price) if varies else say.money(price)
