"""A small menu, as `app.load_menu` returns it."""

from functools import cache

from tests.support.menus import menu_of
from tools.kit.call import Json
from tools.menu import Menu


def item(
    no: int,
    name: str,
    category: str,
    price: str = "50.00",
    *,
    aliases: tuple[str, ...] = (),
    groups: tuple[str, ...] = (),
    periods: tuple[str, ...] = (),
    diet: str = "veg",
    description: str = "",
    available: bool = True,
) -> Json:
    """A dish; its id is its name in snake case."""
    return {
        "no": no,
        "id": name.lower().replace(" ", "_"),
        "name": name,
        "aliases": [*aliases],
        "category": category,
        "price": price,
        "description": description,
        "diet": diet,
        "allergens": ["dairy"] if "Ghee" in name else [],
        "periods": [*periods],
        "groups": [*groups],
        "available": available,
        "stock": None,
    }


def option(no: int, name: str, delta: str = "0.00", *, aliases: tuple[str, ...] = ()) -> Json:
    """An option; its id is its name in snake case."""
    return {
        "no": no,
        "id": name.lower().replace(" ", "_"),
        "name": name,
        "aliases": [*aliases],
        "price_delta": delta,
        "allergens": [],
        "countable": name == "Espresso Shot",
        "available": True,
    }


def group(
    name: str,
    options: list[Json],
    *,
    least: int = 0,
    most: int | None = 1,
    default: str | None = None,
    negatable: bool = False,
    amounts: tuple[str, ...] = (),
    generic: dict[str, Json] | None = None,
) -> Json:
    """An option group; its id is its name in lower case."""
    return {
        "id": name.lower(),
        "name": name,
        "min": least,
        "max": most,
        "default": default,
        "negatable": negatable,
        "amounts": [*amounts],
        "generic_aliases": generic or [],
        "options": options,
    }


TIFFIN = ("spice", "ingredients", "extras")
ITEMS: list[Json] = [
    item(1, "Idly", "idly", "40.00", aliases=("idli",), groups=("extras",)),
    item(2, "Ghee Podi Idly", "idly", "70.00"),
    item(3, "Medu Vada", "idly", "45.00"),
    item(4, "Masala Dosa", "dosa", "80.00", groups=TIFFIN),
    item(5, "Plain Dosa", "dosa", "60.00", groups=TIFFIN),
    item(6, "Mysore Masala Dosa", "dosa", "95.00", groups=TIFFIN),
    item(7, "Onion Dosa", "dosa", "75.00", groups=TIFFIN),
    item(8, "Rava Dosa", "dosa", "70.00", available=False),
    item(9, "Ghee Dosa", "dosa", "90.00"),
    item(10, "Egg Dosa", "dosa", "90.00", diet="egg"),
    item(11, "Onion Uttapam", "dosa", "75.00"),
    item(12, "Veg Biryani", "rice", "160.00", groups=("portion",)),
    item(13, "Chicken Biryani", "rice", "220.00", groups=("portion",), diet="non_veg"),
    item(14, "Egg Curry", "rice", "90.00", diet="egg", periods=("dinner",)),
    item(15, "Gulab Jamun", "sweets", description="Soft dumplings in cardamom syrup."),
    item(16, "Filter Coffee", "drinks", "30.00", groups=("sweetness", "shots", "milk")),
    item(17, "Cold Coffee", "drinks", "60.00", groups=("milk",)),
    item(18, "Masala Tea", "drinks", "25.00", aliases=("masala chai",)),
    item(19, "Mineral Water", "drinks", "20.00"),
    item(20, "Parotta", "rice", periods=("dinner",), groups=("portion",)),
    item(21, "Cheese Burger", "snacks"),
]
GROUPS: list[Json] = [
    group(
        "Spice",
        [option(1, "Mild", aliases=("less spicy",)), option(2, "Spicy", aliases=("very spicy",))],
    ),
    group(
        "Ingredients",
        [option(3, "Onion"), option(4, "Garlic"), option(5, "Green Chilli", aliases=("chilli",))],
        most=None,
        negatable=True,
        amounts=("light", "extra"),
    ),
    group(
        "Extras",
        [
            option(6, "Ghee", "20.00"),
            option(7, "Cheddar Cheese", "30.00"),
            option(8, "Paneer Cheese", "40.00"),
        ],
        most=2,
        generic={"topping": ["ghee", "cheddar_cheese"]},
    ),
    group("Portion", [option(9, "Half", "-60.00"), option(10, "Full")], least=1),
    group(
        "Sweetness",
        [option(11, "No Sugar"), option(12, "Less Sugar"), option(16, "Jaggery Powder")],
    ),
    group("Shots", [option(13, "Espresso Shot", "15.00")], most=None),
    group("Milk", [option(14, "Cow Milk"), option(15, "Oat Milk", "25.00")], default="cow_milk"),
]
ROW: dict[str, Json] = {
    "menu_version": 7,
    "currency": "INR",
    "periods": [
        {"id": "breakfast", "name": "Breakfast", "from": "07:00", "to": "11:30"},
        {"id": "dinner", "name": "Dinner", "from": "19:00", "to": "22:30"},
        {"id": "late", "name": "Late night", "from": "23:00", "to": "02:00"},
    ],
    "categories": [
        {"id": "idly", "name": "Idly & Vada"},
        {"id": "dosa", "name": "Dosas"},
        {"id": "rice", "name": "Rice & Curries"},
        {"id": "snacks", "name": "Snacks"},
        {"id": "sweets", "name": "Sweets"},
        {"id": "drinks", "name": "Hot Drinks"},
        {"id": "closed", "name": "Empty shelf"},
    ],
    "items": ITEMS,
    "groups": GROUPS,
}


@cache
def small_menu() -> Menu:
    """Twenty-one dishes with names that are easily confused."""
    return menu_of(ROW)
