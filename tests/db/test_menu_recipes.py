"""Ingredients and recipes of a menu file: what is kept, what is refused, what orders do."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from psycopg import Connection

from db.menu.document import as_json
from db.menu.file import read_menu
from db.menu.import_file import Imported, import_menu
from db.menu.problems import Json, MenuFileError
from db.menu.shop import shop_menu
from db.tenants import acting_for, add_tenant
from tests.support.records import everything

MILK: dict[str, Json] = {"id": "milk", "name": "Milk", "unit": "l", "stock": 3, "low_at": 0.5}
BEANS: dict[str, Json] = {"id": "beans", "name": "Beans", "unit": "g", "stock": 500.5}
COFFEE: dict[str, Json] = {"milk": 0.15, "beans": 8}
PANTRY = """
select ingredient_id, name, unit, trim_scale(quantity)::text, trim_scale(low_at)::text
from cold.ingredient where not is_removed order by 1
"""
RECIPES = "select item_id, ingredient_id, trim_scale(amount)::text from cold.recipe order by 1, 2"


@pytest.fixture
def cafe(dsn: str, tmp_path: Path) -> "Cafe":
    """A shop whose menu comes from one file."""
    add_tenant(dsn, slug="cafe", name="Café", currency="EUR", time_zone="Europe/Paris")
    return Cafe(dsn, tmp_path / "menu.json")


class Cafe:
    """A shop with coffee and tea."""

    def __init__(self, dsn: str, file: Path) -> None:
        self.dsn = dsn
        self.file = file

    def serve(self, recipe: Json, *ingredients: Json, **coffee: Json) -> Imported:
        """Import a menu in which coffee has this recipe."""
        self.file.write_text(json.dumps(document(recipe, ingredients, **coffee)), "utf-8")
        return import_menu(self.dsn, "cafe", self.file)

    def problems(self, recipe: Json, *ingredients: Json, **coffee: Json) -> Sequence[str]:
        """Why such a menu is refused."""
        with pytest.raises(MenuFileError) as refusal:
            self.serve(recipe, *ingredients, **coffee)
        return refusal.value.problems


def document(recipe: Json, ingredients: Sequence[Json], **coffee: Json) -> dict[str, Json]:
    """A menu file of coffee and tea."""
    hot: dict[str, Json] = {"id": "coffee", "name": "Coffee", "category": "Hot", "price": 300}
    return {
        "currency": "EUR",
        "items": [
            {**hot, "recipe": recipe, **coffee},
            {"id": "tea", "name": "Tea", "category": "Hot", "price": 200},
        ],
        "ingredients": [*ingredients],
    }


def test_what_a_file_says_is_what_the_shop_has(cafe: Cafe, db: Connection) -> None:
    cafe.serve(COFFEE, MILK, BEANS)
    assert db.execute(PANTRY).fetchall() == [
        ("beans", "Beans", "g", "500.5", None),
        ("milk", "Milk", "l", "3", "0.5"),
    ]
    assert db.execute(RECIPES).fetchall() == [
        ("coffee", "beans", "8"),
        ("coffee", "milk", "0.15"),
    ]


def test_an_export_comes_back_as_it_went(cafe: Cafe, db: Connection) -> None:
    cafe.serve(COFFEE, MILK, BEANS, stock=20, low_at=5)
    with acting_for(cafe.dsn, "cafe") as connection:
        text = as_json(shop_menu(connection, "cafe"))
    assert json.loads(text)["ingredients"] == [BEANS, MILK]
    assert json.loads(text)["items"][0]["recipe"] == COFFEE
    before = everything(db)
    cafe.file.write_text(text, "utf-8")
    assert not import_menu(cafe.dsn, "cafe", cafe.file).changed
    assert everything(db) == before


def test_what_orders_took_stays_taken_where_the_file_says_nothing(
    cafe: Cafe, db: Connection
) -> None:
    cafe.serve(COFFEE, MILK, BEANS)
    db.execute("update cold.ingredient set quantity = 1.25, low_at = 0.75 where name = 'Milk'")
    named: dict[str, Json] = {"id": "milk", "name": "Whole Milk", "unit": "l"}
    assert [str(one) for one in cafe.serve(COFFEE, named, BEANS).changed.of("changed")] == [
        '~ ingredient Whole Milk (milk): name "Milk" -> "Whole Milk"'
    ]
    assert db.execute(PANTRY).fetchall()[1] == ("milk", "Whole Milk", "l", "1.25", "0.75")


def test_what_is_gone_from_the_file_feeds_nothing(cafe: Cafe, db: Connection) -> None:
    cafe.serve(COFFEE, MILK, BEANS)
    cafe.serve({"milk": 0.2}, MILK)
    assert [row[0] for row in db.execute(PANTRY)] == ["milk"]
    assert db.execute(RECIPES).fetchall() == [("coffee", "milk", "0.2")]
    cafe.serve(COFFEE, MILK, BEANS)
    assert [row[0] for row in db.execute(PANTRY)] == ["beans", "milk"]


def test_a_low_mark_goes_with_the_count(cafe: Cafe, db: Connection) -> None:
    marks = "select quantity, low_at from cold.menu_item_stock where item_id = 'coffee'"
    cafe.serve({}, stock=20, low_at=5)
    assert db.execute(marks).fetchall() == [(20, 5)]
    cafe.serve({})
    assert db.execute(marks).fetchall() == [(20, 5)]
    cafe.serve({}, stock=None)
    assert db.execute(marks).fetchall() == []


BAD: dict[str, tuple[tuple[Json, list[Json], dict[str, Json]], str]] = {
    "an unknown ingredient": (({"mlik": 0.1}, [MILK], {}), "mlik"),
    "none of it": (({"milk": 0}, [MILK], {}), "milk"),
    "too fine": (({"milk": 0.0001}, [MILK], {}), "milk"),
    "no number": (({"milk": "a cup"}, [MILK], {}), "milk"),
    "no recipe": ((["milk"], [MILK], {}), "recipe"),
    "one id twice": (({}, [MILK, {**BEANS, "id": "milk"}], {}), "id"),
    "one name twice": (({}, [MILK, {**BEANS, "name": "MILK"}], {}), "name"),
    "no unit": (({}, [{"id": "milk", "name": "Milk"}], {}), "unit"),
    "a unit with a number": (({}, [{**MILK, "unit": "500 g"}], {}), "unit"),
    "below nothing": (({}, [{**MILK, "stock": -1}], {}), "stock"),
    "a mark of what is not counted": (({}, [], {"stock": None, "low_at": 5}), "low_at"),
    "a misspelt field": (({}, [{**MILK, "stok": 1}], {}), "stok"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_is_refused_at_its_place(cafe: Cafe, db: Connection, case: str) -> None:
    (recipe, ingredients, coffee), place = BAD[case]
    cafe.serve(COFFEE, MILK, BEANS)
    before = everything(db)
    (problem,) = cafe.problems(recipe, *ingredients, **coffee)
    assert problem.partition(": ")[0].rpartition(", ")[2].startswith(place)
    assert everything(db) == before


def test_the_format_of_the_readme_can_be_read(tmp_path: Path) -> None:
    readme = (Path(__file__).parents[2] / "db" / "README.md").read_text("utf-8")
    sample = readme.partition('    {"ingredients"')[2].partition("\n\n")[0]
    parts = json.loads('{"ingredients"' + sample)
    file = tmp_path / "menu.json"
    file.write_text(json.dumps(document({}, []) | parts), "utf-8")
    menu = read_menu(file)
    assert {one.id for one in menu.ingredients} == {"milk", "beans"}
    assert [set(item.recipe) for item in menu.items] == [{"milk", "beans"}, {"milk"}]
