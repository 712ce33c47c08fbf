"""Importing makes the shop's menu equal to the file; dishes and options keep their numbers."""

import json
from functools import partial
from pathlib import Path

import psycopg
import pytest
from psycopg import Connection

from db.menu.diff import Diff
from db.menu.import_file import import_menu
from db.menu.problems import MenuFileError
from db.tenants import TenantError, add_tenant
from tests.db.reliability.broken import wait_for_waiting
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
STOCK_OF = "select quantity from cold.menu_item_stock where item_id = %s"


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
        self.write(*dishes, options=options, **more)
        return import_menu(self.dsn, "cafe", self.file).dishes

    def write(self, *dishes: Document, options: tuple[str, ...] = (), **more: Json) -> None:
        """Write the file, and import nothing."""
        choices: Json = [{"id": option, "name": option, "price_delta": 50} for option in options]
        groups: Json = [{"id": "milk", "name": "Milk", "options": choices}] if options else []
        menu = {"currency": "EUR", "items": list(dishes), "option_groups": groups, **more}
        self.file.write_text(json.dumps(menu), "utf-8")

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


def test_stock_is_what_the_file_says_and_stays_where_it_says_nothing(cafe: Cafe) -> None:
    cafe.serve(dish("cake", stock=3), dish("pie", stock=5), dish("tea", stock=0))
    assert [item.stock for item in cafe.menu().items] == [3, 5, 0]
    cafe.serve(dish("cake"), dish("pie", stock=None), dish("tea", stock=9))
    assert [item.stock for item in cafe.menu().items] == [3, None, 9]


def test_meal_periods_by_id_or_name(cafe: Cafe) -> None:
    late: Json = [{"id": "late", "name": "Late night", "from": "22:00", "to": "02:00"}]
    items = dish("cake", meal_periods=["late", "Late night"]), dish("tea", meal_periods=["late"])
    cafe.serve(*items, meal_periods=late)
    assert [item.periods for item in cafe.menu().items] == [("late",), ("late",)]
    cafe.serve(*items[:0], dish("tea"))
    assert cafe.menu().items[0].periods == ()


def test_the_version_moves_with_every_import_that_changes_something(cafe: Cafe) -> None:
    cafe.serve(dish("coffee"))
    assert cafe.menu().version == 1
    cafe.serve(dish("coffee"))
    assert cafe.menu().version == 1
    cafe.serve(dish("coffee", price=251))
    assert cafe.menu().version == 2


def test_imports_at_once_come_one_after_the_other(cafe: Cafe) -> None:
    cafe.serve(dish("coffee"), dish("tea"), options=("cow", "soy"))
    works = []
    for price in range(4):
        file = cafe.file.with_name(f"{price}.json")
        file.write_text(cafe.file.read_text().replace("250", f"26{price}"))
        works.append(partial(import_menu, cafe.dsn, "cafe", file))
    assert [done.changed.prices for done in must(at_once(works))] == [2, 2, 2, 2]
    assert (cafe.menu().version, len(cafe.menu().items)) == (5, 2)


def test_pieces_are_locked_in_the_order_in_which_a_checkout_locks_them(
    cafe: Cafe, db: Connection
) -> None:
    cafe.serve(dish("tea", stock=5), dish("coffee", stock=5))
    cafe.write(dish("tea", stock=7), dish("coffee", stock=7))
    with psycopg.connect(cafe.dsn) as checkout:
        checkout.execute(f"{STOCK_OF} for update", ["coffee"])

        def go_on_to_the_tea() -> int:
            wait_for_waiting(db, 1)
            row = checkout.execute(f"{STOCK_OF} for update nowait", ["tea"]).fetchone()
            checkout.commit()
            return row[0] if row else 0

        works = [lambda: import_menu(cafe.dsn, "cafe", cafe.file).dishes, go_on_to_the_tea]
        assert must(at_once(works)) == [2, 5]
    assert [item.stock for item in cafe.menu().items] == [7, 7]


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


def test_nobody_is_asked_when_nothing_is_removed(cafe: Cafe) -> None:
    cafe.serve(dish("coffee"))
    cafe.write(dish("coffee", price=300), dish("tea"))
    assert import_menu(cafe.dsn, "cafe", cafe.file, _never).dishes == 2


def test_what_was_shown_is_what_is_written(cafe: Cafe, db: Connection) -> None:
    cafe.serve(dish("coffee"), dish("tea"), dish("cake", stock=5))
    cafe.write(dish("coffee"), dish("cake", stock=9))
    shown: list[str] = []

    def agree(changes: Diff) -> None:
        shown.append(changes.summary)
        if len(shown) == 1:
            # Somebody else writes while the question stands: nothing is locked meanwhile.
            db.execute("update cold.menu_item set price = 9 where item_id = 'coffee'")
        db.execute("update cold.menu_item_stock set quantity = quantity - 1")

    import_menu(cafe.dsn, "cafe", cafe.file, agree)
    assert shown == ["0 added, 1 changed, 1 removed", "0 added, 2 changed (1 price), 1 removed"]
    menu = cafe.menu()
    assert [(item.id, str(item.price), item.stock) for item in menu.items] == [
        ("coffee", "2.50", None),
        ("cake", "2.50", 9),
    ]


def test_who_does_not_agree_changes_nothing(cafe: Cafe, db: Connection) -> None:
    cafe.serve(dish("coffee"), dish("tea"))
    before = everything(db)
    cafe.write(dish("coffee", price=1))
    with pytest.raises(AssertionError):
        import_menu(cafe.dsn, "cafe", cafe.file, _never)
    assert everything(db) == before


def test_an_order_of_the_same_moment_is_not_undone(cafe: Cafe, db: Connection) -> None:
    """An order holds its stock row; an import that does not mention pieces does not wait for it."""
    cafe.serve(dish("cake", stock=5), dish("tea"))
    with psycopg.connect(cafe.dsn) as order:
        order.execute("update cold.menu_item_stock set quantity = quantity - 1")
        cafe.serve(dish("cake", price=300), dish("tea"))
        cafe.serve(dish("cake", price=310, stock=5), dish("tea"))
    assert [item.stock for item in cafe.menu().items] == [4, None]


def test_rows_that_are_right_are_not_touched(cafe: Cafe, db: Connection) -> None:
    cafe.serve(dish("coffee", option_groups=["milk"]), dish("tea"), options=("cow", "soy"))
    rows = """select coalesce(o.option_id, i.item_id), i.xmin::text, o.xmin::text
      from cold.tenants t join cold.menu_item i using (tenant_id)
      left join cold.option o on o.tenant_id = t.tenant_id and i.item_id = 'coffee'
      where slug = 'cafe' order by 1"""
    before = db.execute(rows).fetchall()
    cafe.serve(dish("coffee", option_groups=["milk"]), dish("tea", price=1), options=("cow", "soy"))
    after = db.execute(rows).fetchall()
    assert [name for name, *_ in set(before) ^ set(after)] == ["tea", "tea"]


def test_sold_out_options_stay_so_until_the_file_says_otherwise(cafe: Cafe, db: Connection) -> None:
    cafe.serve(dish("coffee", option_groups=["milk"]), options=("cow", "soy"))
    db.execute("update cold.option set is_available = false where option_id = 'soy'")
    cafe.serve(dish("coffee", price=9, option_groups=["milk"]), options=("cow", "soy"))
    sold_out = "select option_id from cold.option o join cold.tenants using (tenant_id) "
    sold_out += "where slug = 'cafe' and not is_available"
    assert db.execute(sold_out).fetchall() == [("soy",)]
    soy: Json = [{"id": "soy", "name": "Soy", "available": True}]
    groups: Json = [{"id": "milk", "name": "Milk", "options": soy}]
    cafe.serve(dish("coffee", option_groups=["milk"]), option_groups=groups)
    assert db.execute(sold_out).fetchall() == []


def test_a_dish_that_comes_back_is_available(cafe: Cafe, db: Connection) -> None:
    cafe.serve(dish("coffee"), dish("tea"))
    db.execute("update cold.menu_item set is_available = false where item_id = 'coffee'")
    cafe.serve(dish("tea"))
    cafe.serve(dish("coffee"), dish("tea"))
    with Caller(cafe.dsn, shop="cafe") as asha:
        assert asha.add_to_cart([line("coffee")]).item_count == 1


def _never(changes: Diff) -> None:
    raise AssertionError(f"asked about {changes.summary}")
