"""Menu files: what is left out is filled in; what is wrong is listed, all of it."""

import json
from pathlib import Path

import pytest

from db.menu_file import MenuFileError, read_menu
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
        ("category-1", "Tiffin"),
        ("category-2", "Soup"),
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


def test_every_problem_is_listed(tmp_path: Path) -> None:
    text = menu(
        {**IDLY, "id": "no spaces", "price": -1},
        {**IDLY, "name": " ", "stock": "5"},
        {"id": "x"},
        currency="rupees",
    )
    assert places(tmp_path, text) == [
        "currency",
        "items.0.id",
        "items.0.price",
        "items.1.name",
        "items.1.stock",
        "items.2.name",
        "items.2.category",
        "items.2.price",
    ]


def test_every_contradiction_is_listed(tmp_path: Path) -> None:
    text = menu(
        IDLY,
        {
            **IDLY,
            "category": "Soup",
            "meal_periods": ["brunch"],
            "option_groups": ["spice", "size"],
        },
        categories=[{"id": "a", "name": "Tiffin"}, {"id": "a", "name": "Tiffin"}],
        meal_periods=[{"id": "late", "name": "Late", "from": "22:00", "to": "22:00"}],
        option_groups=[group(default="sweet", min=3), group(min=2, max=1)],
    )
    assert places(tmp_path, text) == [
        "items",
        "option_groups",
        "categories",
        "categories",
        "items.1.category",
        "items.1.meal_periods",
        "items.1.option_groups",
        "option_groups.0.default",
        "option_groups.0.min",
        "option_groups.1.min",
        "meal_periods.0",
    ]


def test_a_problem_says_what_is_wrong(tmp_path: Path) -> None:
    assert problems(tmp_path, menu({**IDLY, "meal_periods": ["brunch"]})) == [
        "items.0.meal_periods: 'brunch' is not among the meal periods"
    ]
    assert problems(tmp_path, menu(IDLY, IDLY)) == [
        "items: 'idly' is there 2 times; each must be there once"
    ]


@pytest.mark.parametrize(
    "price", ["4000", 40.0, 40.5, True, None, -1, 10**30, "NaN", [4000], 1_000_000_000]
)
def test_a_price_is_a_whole_number_of_minor_units(tmp_path: Path, price: Json) -> None:
    assert places(tmp_path, menu({**IDLY, "price": price})) == ["items.0.price"]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e400"])
def test_a_number_is_a_number(tmp_path: Path, number: str) -> None:
    text = menu(IDLY).replace("4000", number)
    assert places(tmp_path, text)[0] in ("items.0.price", "file")


def test_the_dearest_dish_of_a_currency_without_minor_units(tmp_path: Path) -> None:
    text = menu(
        {**IDLY, "price": 10_000_000},
        minor_units=1,
        option_groups=[group(options=[{"id": "x", "name": "X", "price_delta": -10_000_000}])],
    )
    assert places(tmp_path, text) == ["items.0.price", "option_groups.0.options.0.price_delta"]


def test_choices_cannot_take_a_price_below_zero(tmp_path: Path) -> None:
    half: Json = {"id": "half", "name": "Half", "price_delta": -4000}
    less: Json = {"id": "less", "name": "Less", "price_delta": -1}
    one: Document = {**IDLY, "option_groups": ["spice"]}
    file = tmp_path / "fair.json"
    file.write_text(menu(one, option_groups=[group(max=1, options=[half, less])]))
    assert read_menu(file).items[0].price == 4000
    assert places(tmp_path, menu(one, option_groups=[group(max=2, options=[half, less])])) == [
        "items.0.option_groups"
    ]


@pytest.mark.parametrize("name", ["", "   ", "x" * 121, "a\0b", "a\nb", 7, None])
def test_a_name_is_a_line_of_text(tmp_path: Path, name: Json) -> None:
    assert places(tmp_path, menu({**IDLY, "name": name})) == ["items.0.name"]
    assert places(tmp_path, menu({**IDLY, "aliases": [name]})) == ["items.0.aliases.0"]


@pytest.mark.parametrize("clock", ["24:00", "7:00", "07:60", "07.00", "", "noon"])
def test_a_time_is_a_time(tmp_path: Path, clock: str) -> None:
    period: Json = {"id": "x", "name": "X", "from": clock, "to": "12:00"}
    assert places(tmp_path, menu(IDLY, meal_periods=[period])) == ["meal_periods.0.from"]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"menu"', "[" * 100_000, b"\xff\xfe"])
def test_what_is_no_menu_at_all(tmp_path: Path, text: str | bytes) -> None:
    (problem,) = problems(tmp_path, text)
    assert problem.startswith("file: ")


def test_a_menu_without_a_dish(tmp_path: Path) -> None:
    assert places(tmp_path, json.dumps({"currency": "INR", "items": []})) == ["items"]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_menu(tmp_path / "nothing.json")
