"""load_menu: the document the bot keeps in memory."""

from uuid import uuid4

from psycopg import Connection

from tests.support.refusals import refused
from tests.support.turns import Caller
from tools.menu import Menu


def load(asha: Caller) -> Menu:
    """The demo shop's menu as the bot reads it."""
    return Menu.parse(asha.json("load_menu", asha.tenant))


def test_has_the_whole_menu_in_order(asha: Caller) -> None:
    menu = load(asha)

    assert (menu.version, menu.currency, len(menu.items)) == (1, "INR", 365)
    assert [item.name for item in menu.items[:2]] == ["Idly", "Podi Idly"]
    assert [period.name for period in menu.periods] == ["Breakfast", "Lunch", "Snacks", "Dinner"]
    assert len(menu.categories) == 26


def test_a_dish_with_all_it_has(asha: Caller) -> None:
    document = asha.json("load_menu", asha.tenant)
    assert isinstance(document, dict)
    items = document["items"]
    assert isinstance(items, list)
    (dish,) = [item for item in items if isinstance(item, dict) and item["id"] == "kizhi_parotta"]
    dish.pop("description")
    assert dish == {
        "no": 93,
        "id": "kizhi_parotta",
        "name": "Kizhi Parotta",
        "aliases": ["kili parotta", "kizhi porotta", "chicken kizhi parotta"],
        "category": "parotta_kothu",
        "price": "190.00",
        "diet": "non_veg",
        "allergens": ["gluten", "tree_nut", "egg", "coconut"],
        "available": True,
        "stock": 25,
        "periods": ["dinner"],
        "groups": ["spice", "ingredients"],
    }


def test_an_option_group_with_all_it_has(asha: Caller) -> None:
    document = asha.json("load_menu", asha.tenant)
    assert isinstance(document, dict)
    groups = document["groups"]
    assert isinstance(groups, list)
    (ice,) = [group for group in groups if isinstance(group, dict) and group["id"] == "ice"]
    options = ice.pop("options")
    assert ice == {
        "id": "ice",
        "name": "Ice",
        "min": 0,
        "max": 1,
        "default": None,
        "negatable": True,
        "amounts": ["light", "extra"],
        "generic_aliases": {},
    }
    assert isinstance(options, list)
    assert isinstance(options[0], dict)
    assert options[0].pop("no")
    assert options == [
        {
            "id": "ice",
            "name": "Ice",
            "aliases": ["ice cubes"],
            "price_delta": "0.00",
            "allergens": [],
            "countable": False,
            "available": True,
        }
    ]


def test_what_is_sold_out_is_there_and_marked(asha: Caller, db: Connection) -> None:
    db.execute("update cold.menu_item set is_available = false where item_id = 'idly'")
    db.execute(
        """update cold.menu_item set is_available = false, unavailable_until = '2026-03-02'
           where item_id = 'masala_dosa'"""
    )
    document = asha.json("load_menu", asha.tenant)
    assert isinstance(document, dict)
    items = document["items"]
    assert isinstance(items, list)
    sold_out = [item["id"] for item in items if isinstance(item, dict) and not item["available"]]
    assert sold_out == ["idly"]


def test_what_is_removed_is_not_there(asha: Caller, db: Connection) -> None:
    db.execute("update cold.menu_item set is_removed = true where category_id = 'combos'")
    db.execute("update cold.option set is_removed = true where group_id = 'gravy'")
    menu = load(asha)

    assert len(menu.items) < 365
    assert "combos" not in [category.id for category in menu.categories]
    document = asha.json("load_menu", asha.tenant)
    assert isinstance(document, dict)
    assert isinstance(document["groups"], list)
    assert "gravy" not in [group["id"] for group in document["groups"] if isinstance(group, dict)]


def test_a_shop_that_is_not_there(asha: Caller) -> None:
    with refused("OC016"):
        asha.json("load_menu", uuid4())
