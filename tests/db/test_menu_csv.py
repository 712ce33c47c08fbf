"""Menus as tables: what a spreadsheet writes is read, and what it has no columns for is kept."""

from pathlib import Path

import pytest
from psycopg import Connection

from db.menu.cells import cell, written
from db.menu.document import document
from db.menu.file import inspect_menu
from db.menu.format import Item, MenuFile
from db.menu.import_file import import_menu
from db.menu.problems import MenuFileError
from db.menu.shop import shop_menu
from db.tenants import acting_for, add_tenant
from tests.support.records import everything


def read(folder: Path, content: str | bytes) -> MenuFile:
    """The menu in a table."""
    file = folder / "menu.CSV"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return inspect_menu(file).menu


def row_of(menu: MenuFile, number: int) -> Item:
    """A dish by its place."""
    return menu.items[number]


def test_what_spreadsheets_write_is_read(tmp_path: Path) -> None:
    menu = read(
        tmp_path,
        b"\xef\xbb\xbfName;Category;Price;Description;Aliases;Diet;Allergens;Order Types;Stock\r\n"
        b'Masala Dosa;Dosas;80,5;"Crisp,\r\nwith ""potato""; hot";masala dosai|thosai;Veg;'
        b"milk|mustard;dine-in;\r\n"
        b";;;;;;;;\r\n"
        b"Idly;Tiffin;40;;;;;;12\r\n",
    )
    dosa, idly = menu.items
    assert (dosa.id, dosa.name, dosa.category, dosa.price) == (
        "masala_dosa",
        "Masala Dosa",
        "Dosas",
        8050,
    )
    assert dosa.description == 'Crisp,\nwith "potato"; hot'
    assert (dosa.aliases, dosa.diet) == (["masala dosai", "thosai"], "veg")
    assert (dosa.allergens, dosa.order_types) == (["dairy", "mustard"], ["dine_in"])
    assert (idly.price, idly.stock) == (4000, 12)
    assert [(c.id, c.name) for c in menu.categories] == [("dosas", "Dosas"), ("tiffin", "Tiffin")]


@pytest.mark.parametrize(
    ("price", "minor"), [("80", 8000), ("80.5", 8050), ("80.50", 8050), ("0", 0), ("0.05", 5)]
)
def test_prices_are_plain_numbers(tmp_path: Path, price: str, minor: int) -> None:
    assert row_of(read(tmp_path, f"name,category,price\nTea,Hot,{price}\n"), 0).price == minor


def test_ids_are_made_of_names_and_stay(tmp_path: Path) -> None:
    rows = "name\tcategory\tprice\nCafé au lait\tA\t1\nஇட்லி\tA\t1\n3-in-1\tA\t1\n"
    ids = [item.id for item in read(tmp_path, rows).items]
    assert ids == [item.id for item in read(tmp_path, rows).items]
    assert (ids[0], ids[2]) == ("cafe_au_lait", "3_in_1")
    assert ids[1].startswith("id_")


@pytest.fixture
def cafe(dsn: str, tmp_path: Path) -> Path:
    """A shop with a coffee that has options, a description, pieces and no nice id."""
    add_tenant(dsn, slug="cafe", name="Café", currency="EUR", time_zone="Europe/Paris")
    file = tmp_path / "menu.json"
    file.write_text(
        """{"currency": "EUR",
        "meal_periods": [{"id": "all", "name": "All", "from": "08:00", "to": "20:00"}],
        "items": [
          {"id": "item-1", "name": "Coffee", "category": "Hot", "price": 300, "stock": 5,
           "description": "Black.", "option_groups": ["milk"], "meal_periods": ["all"]},
          {"id": "tea", "name": "Tea", "category": "Hot", "price": 200}],
        "option_groups": [{"id": "milk", "name": "Milk", "options": [
          {"id": "cow", "name": "Cow", "price_delta": -250}]}]}"""
    )
    import_menu(dsn, "cafe", file)
    return tmp_path / "menu.csv"


def test_a_table_keeps_what_it_has_no_columns_for(dsn: str, db: Connection, cafe: Path) -> None:
    db.execute("update cold.menu_item set is_available = false where item_id = 'item-1'")
    before = _menu(dsn)
    cafe.write_text("name,category,price\ncoffee,Hot,3.50\nTea,Hot,2\nCake,Sweet,4\n")
    done = import_menu(dsn, "cafe", cafe)
    assert [str(change) for change in done.changed.changes] == [
        "+ category Sweet (sweet)",
        '~ dish coffee (item-1): name "Coffee" -> "coffee", price 3.00 -> 3.50',
        "+ dish Cake (cake)",
    ]
    coffee, was = row_of(_menu(dsn), 0), row_of(before, 0)
    assert coffee == was.model_copy(update={"name": "coffee", "price": 350})
    assert document(_menu(dsn))["option_groups"] == document(before)["option_groups"]
    assert document(_menu(dsn))["meal_periods"] == document(before)["meal_periods"]


def test_an_empty_cell_empties_a_field(dsn: str, cafe: Path) -> None:
    cafe.write_text("name,category,price,description,stock\nCoffee,Hot,3,,\nTea,Hot,2,,\n")
    import_menu(dsn, "cafe", cafe)
    coffee = row_of(_menu(dsn), 0)
    assert (coffee.description, coffee.stock, coffee.option_groups) == ("", None, ["milk"])


def test_prices_are_judged_with_the_options_the_shop_has(
    dsn: str, db: Connection, cafe: Path
) -> None:
    before = everything(db)
    cafe.write_text("name,category,price,meal_periods\nCoffee,Hot,2,brunch\nTea,Hot,1,All\n")
    with pytest.raises(ValueError, match="down to -50") as refusal:
        import_menu(dsn, "cafe", cafe)
    assert str(refusal.value).splitlines()[1:] == [
        '  row 2 "Coffee", column meal_periods: "brunch" is not among the periods; add it there'
        " or leave it out",
        '  row 2 "Coffee", column option_groups: they can take the price down to -50; make them'
        " take off less",
    ]
    assert everything(db) == before


def _menu(dsn: str) -> MenuFile:
    with acting_for(dsn, "cafe") as connection:
        return shop_menu(connection, "cafe")


def wrong(folder: Path, content: str) -> tuple[str, ...]:
    """The problems of a table."""
    with pytest.raises(MenuFileError) as error:
        read(folder, content)
    return error.value.problems


@pytest.mark.parametrize("row", ["Idly,Tiffin,", "Idly,Tiffin"])
def test_a_price_that_is_not_there_is_asked_for_as_a_plain_number(tmp_path: Path, row: str) -> None:
    (problem,) = wrong(tmp_path, f"name,category,price\n{row}\n")
    assert problem.startswith('row 2 "Idly", column price: ')
    assert problem.endswith("it takes a plain number such as 80 or 80.50")


def test_a_price_that_is_too_much_names_the_most(tmp_path: Path) -> None:
    (problem,) = wrong(tmp_path, "name,category,price\nIdly,Tiffin,99999999\n")
    assert problem.endswith("is too much; 9999999 is the most")


def test_empty_cells_at_the_end_are_no_columns(tmp_path: Path) -> None:
    menu = read(tmp_path, "name,category,price,,\nIdly,Tiffin,40,,\nVada,Tiffin,50,,,\n")
    assert [item.name for item in menu.items] == ["Idly", "Vada"]


def test_the_first_line_may_tell_what_parts_the_cells(tmp_path: Path) -> None:
    menu = read(tmp_path, "sep=;\r\nname;category;price\r\nIdly, soft, hot;Tiffin;40,50\r\n")
    assert [(item.name, item.price) for item in menu.items] == [("Idly, soft, hot", 4050)]


def test_a_double_names_its_row(tmp_path: Path) -> None:
    (problem,) = wrong(tmp_path, "name,category,price\nIdly,Tiffin,40\nIdly,Tiffin,45\n")
    assert problem.startswith('row 3 "Idly", column id: ')
    assert 'is that of row 2 "Idly" too' in problem


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@sum(a1)", "'=1+1", "''-1", "'tis", "Idly"])
def test_what_a_spreadsheet_would_run_is_written_as_text_and_read_back(name: str) -> None:
    text = written("name", name)
    assert text[0] not in "=+-@"
    assert cell("name", text, ",") == name
