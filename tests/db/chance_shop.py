"""Shops and carts by chance: any prices, options, taxes, fees, coupons and ways."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random

from psycopg import Connection

from tests.db.exact_bill import Dishes
from tests.support.charges import Coupon, Fee, Rules, put_price, put_tax_class
from tests.support.money import Payer
from tests.support.together import fresh
from tests.support.turns import chosen, line
from tests.support.ways import Zone, put_delivery

DISHES = ("idly", "masala_dosa", "plain_dosa", "podi_dosa", "onion_dosa")
CLASSES = {
    "gst5": {"CGST": "2.5", "SGST": "2.5"},
    "gst18": {"CGST": "9", "SGST": "9"},
    "vat": {"VAT": "13.5"},
    "odd": {"State": "8.875", "City": "4.5", "Metro": "0.3751"},
}


def whole(cents: int, digits: int) -> Decimal:
    """So many hundredths, or what comes next in a currency with so many `digits`."""
    unit = 10 ** (2 - digits)
    return Decimal(-(-cents // unit) * unit) / 100


def price(dice: Random, digits: int) -> Decimal:
    """A price of a menu: round, odd, tiny or high."""
    cents = dice.choice([dice.randrange(1, 300), dice.randrange(100, 99_999), 4000, 3333, 9999])
    return whole(cents, digits)


def fee(dice: Random, name: str, digits: int) -> Fee:
    kind = dice.choice(["flat", "per_piece", "percent"])
    most = 2500 if kind == "percent" else 6000
    return Fee(
        name,
        f"{whole(dice.randrange(0, most), 2 if kind == 'percent' else digits):.2f}",
        kind,
        dice.choice([(), (), ("take_away",), ("dine_in",), ("delivery",)]),
        dice.choice([None, *CLASSES]),
        dice.choice([None, None, f"{dice.randrange(100, 900)}"]),
    )


def coupon(dice: Random, dishes: Sequence[str], digits: int) -> Coupon:
    match dice.choice(["amount", "percent", "free_item"]):
        case "amount":
            return Coupon("SAVE", f"{whole(dice.randrange(1, 30_000), digits):.2f}")
        case "percent":
            percent = f"{dice.randrange(1, 1_000_001) / 10_000:.4f}"
            return Coupon(
                "SAVE", percent, "percent", dice.choice([None, f"{whole(3333, digits):.2f}"])
            )
        case _:
            return Coupon("SAVE", dice.choice(dishes), "free_item")


def rules(dice: Random, dishes: Sequence[str], digits: int) -> Rules:
    return Rules(
        CLASSES,
        dice.choice([None, *CLASSES]),
        dice.random() < 0.5,
        dice.choice(["0", "0", "1", "5", *(["0.05", "0.25", "0.3"] if digits else ["3"])]),
        [fee(dice, f"Fee {number}", digits) for number in range(dice.randrange(4))],
        [coupon(dice, dishes, digits)] if dice.random() < 0.6 else [],
        digits=digits,
    )


def fill(dice: Random, db: Connection, customer: Payer, digits: int) -> list[Dishes]:
    """Put dishes of new prices, some with an option, into the cart of somebody new."""
    customer.who = customer.chat = fresh()
    lines = []
    ghee = price(dice, digits)
    db.execute("update cold.option set price_delta = %s where option_id = 'ghee'", [ghee])
    for item in dice.sample(DISHES, dice.randrange(1, len(DISHES) + 1)):
        cost, tax_class = price(dice, digits), dice.choice([None, *CLASSES])
        put_price(db, item, cost)
        put_tax_class(db, item, tax_class)
        count, richer = dice.randrange(1, 8), dice.random() < 0.4
        options = [chosen("extras", "ghee")] if richer else []
        customer.add_to_cart([line(item, count, options=options)])
        lines.append(Dishes(item, cost + ghee if richer else cost, count, tax_class))
    return lines


def put_rules(dice: Random, db: Connection, lines: Sequence[Dishes], digits: int) -> Rules:
    """Let the shop have other rules of money, and a zone with a fee, which is one fee more."""
    shop = rules(dice, [each.item_id for each in lines], digits)
    shop.put(db)
    way = Fee(
        "Delivery",
        f"{whole(dice.randrange(0, 9000), digits):.2f}",
        order_types=("delivery",),
        free_from=dice.choice([None, f"{dice.randrange(50, 900)}"]),
    )
    put_delivery(db, Zone("lake", areas=("560 034",), fee=way.amount, free_from=way.free_from))
    return replace(shop, fees=[*shop.fees, way])
