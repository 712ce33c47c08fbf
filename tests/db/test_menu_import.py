"""Importing makes the shop's menu equal to the file; dishes and options keep their numbers."""

import json
from functools import partial
from pathlib import Path

import pytest
from psycopg import Connection

from db.menu_file import MenuFileError
from db.menu_import import import_menu
from db.tenants import TenantError, add_tenant
from tests.support.records import everything
from tests.support.refusals import refused
from tests.support.together import at_once, must
from tests.support.turns import Caller, line
from tools.kit.call import Json
from tools.menu import Menu

Document = dict[str, Json]
NUMBERS = """
select item_id, item_no, is_removed from cold.menu_item join cold.tenants using (tenant_id)
where slug = 'cafe' order by item_no
"""
OPTION_NUMBERS = """
select option_id, option_no, is_removed from cold.option join cold.tenants using (tenant_id)
where slug = 'cafe' order by option_no
"""


def dish(name: str, **more: Json) -> Document:
    """A dish of the café."""
    return {"id": name, "name": name.title(), "category": "All", "price": 250, **more}


class Cafe:
    """A second shop, whose menu is written anew as often as one likes."""

    def __init__(self, dsn: str, folder: Path) -> None:
        self.dsn = dsn
        self.file = folder / "menu.json"
        add_tenant(dsn, slug="cafe", name="Café", currency="EUR", time_zone="Europe/Paris")

    def serve(self, *dishes: Document, options: tuple[str, ...] = (), **more: Json) -> int:
        """Import a menu of these dishes, with one group of these options."""
        choices: Json = [{"id": option, "name": option, "price_delta": 50} for option in options]
        groups: Json = [{"id": "milk", "name": "Milk", "options": choices}] if options else []
        menu = {"currency": "EUR", "items": list(dishes), "option_groups": groups, **more}
        self.file.write_text(json.dumps(menu), "utf-8")
        return import_menu(self.dsn, "cafe", self.file)

    def menu(self) -> Menu:
        """The menu as the bot loads it."""
        with Caller(self.dsn, shop="cafe") as caller:
            return Menu.parse(caller.json("load_menu", caller.tenant))


@pytest.fixture
def cafe(dsn: str, tmp_path: Path) -> Cafe:
    """A shop without a menu yet."""
    return Cafe(dsn, tmp_path)


def test_tells_how_many_dishes_there_are(cafe: Cafe) -> None:
    assert cafe.serve(dish("coffee"), dish("tea")) == 2
    assert [item.name for item in cafe.menu().items] == ["Coffee", "Tea"]


def test_prices_come_in_minor_units(cafe: Cafe) -> None:
    cafe.serve(dish("coffee", price=255))
    assert str(cafe.menu().items[0].price) == "2.55"
    cafe.serve(dish("coffee", price=255), minor_units=1)
    assert str(cafe.menu().items[0].price) == "255.00"


def test_numbers_stay_and_are_never_given_again(cafe: Cafe, db: Connection) -> None:
    cafe.serve(dish("coffee"), dish("tea"), options=("cow", "soy"))
    cafe.serve(dish("cake"), dish("tea"), options=("oat", "soy"))
    assert db.execute(NUMBERS).fetchall() == [
        ("coffee", 1, True),
        ("tea", 2, False),
        ("cake", 3, False),
    ]
    assert db.execute(OPTION_NUMBERS).fetchall() == [
        ("cow", 1, True),
        ("soy", 2, False),
        ("oat", 3, False),
    ]

    cafe.serve(dish("pie"), dish("coffee"))
    numbers = {item: number for item, number, _ in db.execute(NUMBERS).fetchall()}
    assert (numbers["coffee"], numbers["pie"] > 3) == (1, True)


def test_the_file_is_the_whole_menu(cafe: Cafe) -> None:
    cafe.serve(dish("coffee", option_groups=["milk"]), options=("cow", "soy"))
    cafe.serve(dish("tea", category="Hot"))
    menu = cafe.menu()

    assert [item.id for item in menu.items] == ["tea"]
    assert [category.name for category in menu.categories] == ["Hot"]
    with Caller(cafe.dsn, shop="cafe") as asha, refused("OC001"):
        asha.add_to_cart([line("coffee")])


def test_a_dish_that_comes_back_is_sold_again(cafe: Cafe) -> None:
    cafe.serve(dish("coffee"))
    cafe.serve(dish("tea"))
    cafe.serve(dish("coffee"))
    with Caller(cafe.dsn, shop="cafe") as asha:
        assert asha.add_to_cart([line("coffee")]).item_count == 1


def test_what_is_sold_out_stays_so(cafe: Cafe, db: Connection) -> None:
    cafe.serve(dish("coffee"))
    db.execute("update cold.menu_item set is_available = false where item_id = 'coffee'")
    cafe.serve(dish("coffee", price=300))
    with Caller(cafe.dsn, shop="cafe") as asha, refused("OC005"):
        asha.add_to_cart([line("coffee")])


def test_stock_is_what_the_file_says(cafe: Cafe) -> None:
    cafe.serve(dish("cake", stock=3), dish("tea", stock=0))
    assert [item.stock for item in cafe.menu().items] == [3, 0]
    cafe.serve(dish("cake"), dish("tea", stock=9))
    assert [item.stock for item in cafe.menu().items] == [None, 9]


def test_meal_periods_by_id_or_name(cafe: Cafe) -> None:
    late: Json = [{"id": "late", "name": "Late night", "from": "22:00", "to": "02:00"}]
    items = dish("cake", meal_periods=["late", "Late night"]), dish("tea", meal_periods=["late"])
    cafe.serve(*items, meal_periods=late)
    assert [item.periods for item in cafe.menu().items] == [("late",), ("late",)]
    cafe.serve(*items[:0], dish("tea"))
    assert cafe.menu().items[0].periods == ()


def test_the_version_moves_with_every_import(cafe: Cafe) -> None:
    cafe.serve(dish("coffee"))
    assert cafe.menu().version == 1
    cafe.serve(dish("coffee"))
    assert cafe.menu().version == 2


def test_imports_at_once_come_one_after_the_other(cafe: Cafe) -> None:
    cafe.serve(dish("coffee"), dish("tea"), options=("cow", "soy"))
    again = partial(import_menu, cafe.dsn, "cafe", cafe.file)
    assert must(at_once([again] * 4)) == [2, 2, 2, 2]
    assert (cafe.menu().version, len(cafe.menu().items)) == (5, 2)


def test_carts_outlive_an_import(cafe: Cafe) -> None:
    cafe.serve(dish("coffee"), dish("tea"))
    with Caller(cafe.dsn, shop="cafe") as asha:
        asha.add_to_cart([line("coffee"), line("tea")])
        cafe.serve(dish("tea", price=300))
        view = asha.checkout()
    assert sorted((d.kind, d.item_name) for d in view.differences) == [
        ("price", "Tea"),
        ("unavailable", "Coffee"),
    ]


def test_other_shops_keep_their_menu(cafe: Cafe, asha: Caller) -> None:
    cafe.serve(dish("idly"))
    menu = Menu.parse(asha.json("load_menu", asha.tenant))
    assert (len(menu.items), menu.version) == (365, 1)


def test_a_wrong_file_changes_nothing(cafe: Cafe, db: Connection) -> None:
    cafe.serve(dish("coffee"))
    before = everything(db)
    with pytest.raises(MenuFileError):
        cafe.serve(dish("tea"), dish("tea"))
    with pytest.raises(MenuFileError):
        cafe.serve(dish("tea", price=-1))
    assert everything(db) == before


def test_a_shop_that_is_not_there(cafe: Cafe) -> None:
    cafe.serve(dish("coffee"))
    with pytest.raises(TenantError, match="there is no shop 'bar'; see `hotcart tenant list`"):
        import_menu(cafe.dsn, "bar", cafe.file)


def test_prices_of_another_currency_are_refused(cafe: Cafe, db: Connection) -> None:
    before = everything(db)
    with pytest.raises(MenuFileError, match="the file is in USD, the shop sells in EUR"):
        cafe.serve(dish("coffee"), currency="USD")
    assert everything(db) == before
