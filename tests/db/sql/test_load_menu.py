"""load_menu: the document the bot keeps in memory."""

from uuid import uuid4

from psycopg import Connection

from tests.support.menus import items_of
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
    (dish,) = [item for item in items_of(document) if item["id"] == "kizhi_parotta"]
    dish.pop("description")
    assert dish == {
        "no": 93,
        "id": "kizhi_parotta",
        "name": "Kizhi Parotta",
        "aliases": ["kili parotta", "kizhi porotta", "chicken kizhi parotta"],
        "category": "parotta_kothu",
        "price": "190.00",
        "photo_url": "",
        "diet": "non_veg",
        "allergens": ["gluten", "tree_nut", "egg", "coconut"],
        "suitable_for": [],
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
    assert ice == {
        "id": "ice",
        "name": "Ice",
        "min": 0,
        "max": 1,
        "default": None,
        "negatable": True,
        "amounts": ["light", "extra"],
        "generic_aliases": {},
        "replaces_price": False,
    }
    (cubes,) = [row for row in items_of(document, "options") if row["group"] == "ice"]
    assert cubes.pop("no")
    assert cubes == {
        "group": "ice",
        "id": "ice",
        "name": "Ice",
        "aliases": ["ice cubes"],
        "price_delta": "0.00",
        "price": None,
        "diet": None,
        "allergens": [],
        "suitable_for": [],
        "unsuitable_for": [],
        "countable": False,
        "available": True,
    }


def test_what_is_sold_out_is_there_and_marked(asha: Caller, db: Connection) -> None:
    db.execute("update cold.menu_item set is_available = false where item_id = 'idly'")
    db.execute(
        """update cold.menu_item set is_available = false, unavailable_until = '2026-03-02'
           where item_id = 'masala_dosa'"""
    )
    document = asha.json("load_menu", asha.tenant)
    assert isinstance(document, dict)
    sold_out = [item["id"] for item in items_of(document) if not item["available"]]
    assert sold_out == ["idly"]


def test_what_a_menu_file_can_say_is_there(asha: Caller, db: Connection) -> None:
    db.execute("""update cold.menu_item set photo_url = 'https://example.com/idly.jpg',
                    suitable_for = '{jain,vegan}' where item_id = 'idly'""")
    db.execute("""update cold.option_group set replaces_price = true, max_choices = 1
                  where group_id = 'ice'""")
    db.execute("""update cold.option set price = 12.5, diet = 'egg', suitable_for = '{jain}',
                    unsuitable_for = '{vegan}', is_available = false where group_id = 'ice'""")
    db.execute("update cold.meal_period set days = '{6,7}' where meal_period_id = 'breakfast'")
    menu = load(asha)

    idly, ice, breakfast = menu.item("idly"), menu.group("ice"), menu.period("breakfast")
    assert idly
    assert (idly.photo_url, idly.suitable_for) == (
        "https://example.com/idly.jpg",
        ("jain", "vegan"),
    )
    assert ice
    assert ice.replaces_price
    cubes = ice.options[0]
    assert (str(cubes.price), cubes.diet, cubes.available) == ("12.50", "egg", False)
    assert (cubes.suitable_for, cubes.unsuitable_for) == (("jain",), ("vegan",))
    assert breakfast
    assert breakfast.days == (6, 7)


def test_an_option_is_back_when_its_time_has_come(asha: Caller, db: Connection) -> None:
    db.execute("update cold.option set is_available = false, unavailable_until = '2999-01-01'")
    db.execute("update cold.option set unavailable_until = '2020-01-01' where group_id = 'ice'")
    menu = load(asha)
    assert {group.id for group in menu.groups for option in group.options if option.available} == {
        "ice"
    }


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


def test_tells_when_what_is_sold_out_comes_back(asha: Caller, db: Connection) -> None:
    assert load(asha).stale_at is None
    db.execute(
        "update cold.menu_item set is_available = false,"
        " unavailable_until = app.now() + interval '1 hour' where item_id = 'idly'"
    )
    db.execute(
        "update cold.option set is_available = false,"
        " unavailable_until = app.now() + interval '9 minutes' where option_id = 'ghee'"
    )
    (soon,) = db.execute("select min(unavailable_until) from cold.option").fetchone() or ()
    assert load(asha).stale_at == soon
