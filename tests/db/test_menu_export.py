"""What is exported is what was imported, and importing it again changes nothing."""

import json
from pathlib import Path

import pytest
from psycopg import Connection

from db.menu.document import NotATable, as_csv, as_json
from db.menu.format import MenuFile
from db.menu.import_file import import_menu
from db.menu.problems import Json
from db.menu.shop import shop_menu
from db.tenants import acting_for, add_tenant
from tests.support.records import everything

# One of everything the format has.
RICH: dict[str, Json] = {
    "currency": "EUR",
    "minor_units": 100,
    "meal_periods": [
        {"id": "late", "name": "Late", "from": "22:00", "to": "02:00", "days": ["fri", "sat"]},
        {"id": "noon", "name": "Noon", "from": "12:00", "to": "14:00"},
    ],
    "categories": [{"id": "hot", "name": "Hot & new"}, {"id": "old", "name": "Old"}],
    "items": [
        {
            "id": "pie",
            "name": "Robert'); DROP TABLE menu;-- <b>Pie</b>",
            "aliases": ['"pie"', "பை", "പൈ\u200d"],
            "category": "Hot & new",
            "price": 450,
            "description": "Two lines,\nand a “quote”; 100 % sure.",
            "photo": "https://example.org/pie.jpg?size=1&x=2",
            "diet": "egg",
            "suitable_for": ["halal"],
            "allergens": ["gluten", "tree_nut", "garlic"],
            "meal_periods": ["late", "noon"],
            "order_types": ["take_away", "delivery"],
            "option_groups": ["cream", "size"],
            "tax_class": "reduced",
            "prep_station": "oven",
            "stock": 7,
            "low_at": 3,
            "recipe": {"flour": 0.125, "egg": 2},
        },
        {
            "id": "tea",
            "name": "Tea",
            "category": "Old",
            "price": 0,
            "stock": 0,
            "available": False,
            "unavailable_until": "2999-03-02T12:30:00Z",
        },
        {"id": "cake", "name": "Cake", "category": "Old", "price": 1, "available": False},
    ],
    "ingredients": [
        {"id": "egg", "name": "Egg", "unit": "pcs", "stock": 60, "low_at": 12},
        {"id": "flour", "name": "Flour", "unit": "kg", "stock": 2.505},
        {"id": "salt", "name": "Salt", "unit": "kg"},
    ],
    "option_groups": [
        {
            "id": "cream",
            "name": "Cream",
            "min": 1,
            "max": 3,
            "default": "plain",
            "negatable": True,
            "amounts": ["light", "extra"],
            "generic_aliases": {"topping": ["plain", "soy"]},
            "options": [
                {"id": "plain", "name": "Plain", "allergens": ["dairy"], "diet": "veg"},
                {
                    "id": "soy",
                    "name": "Soy",
                    "aliases": ["soya"],
                    "price_delta": -5,
                    "suitable_for": ["vegan"],
                    "unsuitable_for": ["jain", "veg"],
                    "countable": True,
                    "available": False,
                },
            ],
        },
        {
            "id": "size",
            "name": "Size",
            "max": 1,
            "replaces_price": True,
            "options": [
                {"id": "small", "name": "Small", "price": 300},
                {"id": "large", "name": "Large", "price": 600},
            ],
        },
    ],
}


def menu_of(dsn: str, slug: str) -> MenuFile:
    """The menu a shop has."""
    with acting_for(dsn, slug) as connection:
        return shop_menu(connection, slug)


@pytest.fixture
def cafe(dsn: str, tmp_path: Path) -> Path:
    """A shop with one of everything; a file to write its exports to."""
    add_tenant(dsn, slug="cafe", name="Café", currency="EUR", time_zone="Europe/Paris")
    file = tmp_path / "menu.json"
    file.write_text(json.dumps(RICH), "utf-8")
    import_menu(dsn, "cafe", file)
    return file


def test_what_was_imported_is_exported(dsn: str, cafe: Path) -> None:
    assert json.loads(as_json(menu_of(dsn, "cafe"))) == RICH


def test_an_entry_is_a_line(dsn: str, cafe: Path) -> None:
    lines = as_json(menu_of(dsn, "cafe")).splitlines()
    assert sum(line.startswith('  {"id": ') for line in lines) == 2 + 2 + 3 + 2 + 3


@pytest.mark.parametrize("shop", ["cafe", "demo"])
@pytest.mark.parametrize("suffix", ["json", "csv"])
def test_importing_an_unchanged_export_changes_nothing(
    dsn: str, db: Connection, cafe: Path, shop: str, suffix: str
) -> None:
    before = everything(db)
    file = cafe.with_name(f"out.{suffix}")
    write = as_json if suffix == "json" else as_csv
    file.write_text(write(menu_of(dsn, shop)), "utf-8", newline="")
    assert not import_menu(dsn, shop, file).changed
    assert everything(db) == before


def test_an_export_makes_another_shop_the_same(dsn: str, cafe: Path) -> None:
    add_tenant(dsn, slug="twin", name="Twin", currency="EUR", time_zone="Europe/Paris")
    cafe.write_text(as_json(menu_of(dsn, "cafe")), "utf-8")
    import_menu(dsn, "twin", cafe)
    assert as_json(menu_of(dsn, "twin")) == as_json(menu_of(dsn, "cafe"))


def test_synonyms_and_short_forms_mean_the_same(dsn: str, db: Connection, cafe: Path) -> None:
    before = everything(db)
    other = json.loads(
        json.dumps(RICH)
        .replace('"tree_nut", "garlic"', '"Wheat", "Almonds", "cashews", "garlic"')
        .replace('["late", "noon"]', '["Noon", "late"]')
    )
    other["items"][1]["order_types"] = ["delivery", "dine_in", "take_away"]
    other["categories"].append({"id": "empty", "name": "Empty"})
    cafe.write_text(json.dumps(other), "utf-8")
    assert not import_menu(dsn, "cafe", cafe).changed
    assert everything(db) == before


def test_a_table_cannot_hold_its_own_separator(dsn: str, cafe: Path) -> None:
    changed = json.loads(json.dumps(RICH))
    changed["items"][0]["aliases"] = ["a|b"]
    cafe.write_text(json.dumps(changed), "utf-8")
    import_menu(dsn, "cafe", cafe)
    with pytest.raises(NotATable, match=r"holds . or ;, which a table cannot; export to"):
        as_csv(menu_of(dsn, "cafe"))
