"""Menu files: what is left out is filled in; what is wrong is listed, all of it."""

import json
from pathlib import Path

import pytest

from db.menu.file import read_menu
from db.menu.problems import MenuFileError
from tools.kit.call import Json

Document = dict[str, Json]
IDLY: Document = {"id": "idly", "name": "Idly", "category": "Tiffin", "price": 4000}


def menu(*items: Document, **more: Json) -> str:
    """The text of a menu file with these dishes."""
    return json.dumps({"currency": "INR", "items": list(items) or [IDLY], **more})


def group(**more: Json) -> Document:
    """An option group with two options."""
    options: Json = [{"id": "mild", "name": "Mild"}, {"id": "hot", "name": "Hot"}]
    return {"id": "spice", "name": "Spice", "options": options, **more}


def problems(tmp_path: Path, text: str | bytes) -> list[str]:
    """Everything wrong with a file."""
    file = tmp_path / "menu.json"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(MenuFileError) as refusal:
        read_menu(file)
    assert str(refusal.value).startswith(f"{file}: {len(refusal.value.problems)} problem")
    return list(refusal.value.problems)


def places(tmp_path: Path, text: str) -> list[str]:
    """Where a file is wrong."""
    return [problem.partition(":")[0] for problem in problems(tmp_path, text)]


def test_the_least_a_file_must_say(tmp_path: Path) -> None:
    file = tmp_path / "menu.json"
    file.write_bytes(b"\xef\xbb\xbf" + menu(IDLY, {**IDLY, "id": "x", "category": "Soup"}).encode())
    found = read_menu(file)

    assert (found.currency, found.minor_units) == ("INR", 100)
    assert [(c.id, c.name) for c in found.categories] == [
        ("tiffin", "Tiffin"),
        ("soup", "Soup"),
    ]
    assert [period.id for period in found.meal_periods] == [
        "breakfast",
        "lunch",
        "snacks",
        "dinner",
    ]


def test_fields_of_a_later_version_are_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "menu.json"
    file.write_text(menu({**IDLY, "calories": 120}, theme="dark"), "utf-8")
    assert len(read_menu(file).items) == 1


def test_every_problem_is_listed_once_in_the_order_of_its_place(tmp_path: Path) -> None:
    text = menu(
        {**IDLY, "id": "no spaces", "price": -1},
        {**IDLY, "name": " ", "stock": "5", "option_groups": ["nothing"]},
        {"id": "x"},
        IDLY,
        IDLY,
        currency="rupees",
        option_groups=[group(default="sweet", min=3, max="2"), 7],
    )
    assert problems(tmp_path, text) == [
        'currency: "rupees" cannot be used; it takes three capitals such as INR',
        'items[0] "no spaces", id: "no spaces" cannot be used; it takes 1 to 64 of'
        " A-Z a-z 0-9 _ . -, beginning with a letter or digit",
        'items[0] "no spaces", price: -1 cannot be used; it takes a whole number of minor units'
        " from 0 to 999999900: 4000 is 40.00",
        'items[1] "idly", name: " " cannot be used; it takes one line of 1 to 120 letters',
        'items[1] "idly", option_groups[0]: "nothing" is not among the groups; add it there or'
        " leave it out",
        'items[1] "idly", stock: "5" cannot be used; it takes a whole number of pieces from 0 to'
        " 1000000, or null",
        'items[2] "x", category: is missing; it takes the name of a category',
        'items[2] "x", name: is missing; it takes one line of 1 to 120 letters',
        'items[2] "x", price: is missing; it takes a whole number of minor units from 0 to'
        " 999999900: 4000 is 40.00",
        'items[3] "idly", id: "idly" is that of items[1] "idly" too; give each its own',
        'items[4] "idly", id: "idly" is that of items[1] "idly" too; give each its own',
        'option_groups[0] "spice", default: "sweet" is not among the group\'s options; add it'
        " there or leave it out",
        'option_groups[0] "spice", max: "2" cannot be used; it takes a whole number from 1 to 50,'
        " or null for any number",
        "option_groups[1]: 7 cannot be used; it takes an object",
    ]


def test_many_problems_are_counted_and_not_all_printed(tmp_path: Path) -> None:
    file = tmp_path / "menu.json"
    file.write_text(menu(*({**IDLY, "id": f"i{n}", "price": "40"} for n in range(300))))
    with pytest.raises(MenuFileError, match="… and 100 more") as refusal:
        read_menu(file)
    assert len(refusal.value.problems) == 300
    assert len(str(refusal.value).splitlines()) == 202


@pytest.mark.parametrize(
    "price", ["4000", 40.0, 40.5, True, None, -1, 10**30, "NaN", [4000], 1_000_000_000]
)
def test_a_price_is_a_whole_number_of_minor_units(tmp_path: Path, price: Json) -> None:
    assert places(tmp_path, menu({**IDLY, "price": price})) == ['items[0] "idly", price']


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e400"])
def test_a_number_is_a_number(tmp_path: Path, number: str) -> None:
    text = menu(IDLY).replace("4000", number)
    assert places(tmp_path, text)[0] == 'items[0] "idly", price'


def test_the_dearest_dish_of_a_currency_without_minor_units(tmp_path: Path) -> None:
    text = menu(
        {**IDLY, "price": 10_000_000},
        minor_units=1,
        option_groups=[group(options=[{"id": "x", "name": "X", "price_delta": -10_000_000}])],
    )
    assert places(tmp_path, text) == [
        'items[0] "idly", price',
        'option_groups[0] "spice", options[0] "x", price_delta',
    ]


def test_choices_cannot_take_a_price_below_zero(tmp_path: Path) -> None:
    half: Json = {"id": "half", "name": "Half", "price_delta": -4000}
    less: Json = {"id": "less", "name": "Less", "price_delta": -1}
    one: Document = {**IDLY, "option_groups": ["spice"]}
    file = tmp_path / "fair.json"
    file.write_text(menu(one, option_groups=[group(max=1, options=[half, less])]))
    assert read_menu(file).items[0].price == 4000
    assert places(tmp_path, menu(one, option_groups=[group(max=2, options=[half, less])])) == [
        'items[0] "idly", option_groups'
    ]


@pytest.mark.parametrize("name", ["", "   ", "x" * 121, "a\0b", "a\nb", 7, None])
def test_a_name_is_a_line_of_text(tmp_path: Path, name: Json) -> None:
    assert places(tmp_path, menu({**IDLY, "name": name})) == ['items[0] "idly", name']
    assert places(tmp_path, menu({**IDLY, "aliases": [name]})) == ['items[0] "idly", aliases[0]']


@pytest.mark.parametrize("clock", ["24:00", "7:00", "07:60", "07.00", "", "noon"])
def test_a_time_is_a_time(tmp_path: Path, clock: str) -> None:
    period: Json = {"id": "x", "name": "X", "from": clock, "to": "12:00"}
    assert places(tmp_path, menu(IDLY, meal_periods=[period])) == ['meal_periods[0] "x", from']


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"menu"', "[" * 100_000, b"\xff\xfe"])
def test_what_is_no_menu_at_all(tmp_path: Path, text: str | bytes) -> None:
    (problem,) = problems(tmp_path, text)
    assert problem.startswith("file: ")


def test_a_menu_without_a_dish(tmp_path: Path) -> None:
    assert places(tmp_path, json.dumps({"currency": "INR", "items": []})) == ["items"]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_menu(tmp_path / "nothing.json")
