"""Menu files that must be refused, each with every place that is wrong with it."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from db.menu.problems import Json

Document = dict[str, Json]

ITEM = 'items[0] "dosa"'
GROUP = 'option_groups[0] "size"'


@dataclass(frozen=True, slots=True)
class BadFile:
    """A file by its name and content, the places of its problems, and a word one of them says."""

    name: str
    content: bytes
    places: tuple[str, ...]
    says: str = ""


def dish(**more: Json) -> Document:
    """A dish that is right but for what is said."""
    return {"id": "dosa", "name": "Dosa", "category": "Dosas", "price": 6000, **more}


def without(field: str) -> Document:
    """A dish that lacks a field."""
    return {name: value for name, value in dish().items() if name != field}


def option(name: str = "small", **more: Json) -> Document:
    """An option that is right but for what is said."""
    return {"id": name, "name": name.title(), **more}


def group(*options: Document, **more: Json) -> Document:
    """A group that is right but for what is said."""
    choices: Json = [*(options or (option(), option("large")))]
    return {"id": "size", "name": "Size", "options": choices, **more}


def document(*dishes: Json, **more: Json) -> Document:
    """A menu of these dishes, in euro as the café sells."""
    return {"currency": "EUR", "items": [*(dishes or (dish(),))], **more}


def of_dish(*places: str, says: str = "", **more: Json) -> BadFile:
    """A menu with one dish that is wrong in these fields."""
    content = json.dumps(document(dish(**more))).encode()
    return BadFile("menu.json", content, tuple(f"{ITEM}, {place}" for place in places), says)


def of_group(
    *places: str, says: str = "", options: list[Document] | None = None, **more: Json
) -> BadFile:
    """A menu with one group that is wrong in these places."""
    whole = document(option_groups=[group(*(options or ()), **more)])
    return BadFile(
        "menu.json",
        json.dumps(whole).encode(),
        tuple(f"{GROUP}, {place}" for place in places),
        says,
    )


def of_menu(*places: str, says: str = "", items: list[Json] | None = None, **more: Json) -> BadFile:
    """A menu that is wrong in these places."""
    whole = document(*(items or ()), **more)
    return BadFile("menu.json", json.dumps(whole).encode(), places, says)


def raw(content: str | bytes, *places: str, says: str = "", name: str = "menu.json") -> BadFile:
    """A file with exactly this content."""
    made = content.encode() if isinstance(content, str) else content
    return BadFile(name, made, places or ("file",), says)


def table(*rows: str, places: tuple[str, ...], says: str = "", end: str = "\r\n") -> BadFile:
    """A menu as a table with these rows."""
    return raw(end.join((*rows, "")), *places, says=says, name="menu.csv")


def hundred_thousand() -> BadFile:
    """Five times as many dishes as there may be, in JSON."""
    items: Json = [dish(id=f"d{number}") for number in range(100_000)]
    return raw(json.dumps({"currency": "EUR", "items": items}), "items", says="100000")


def hundred_thousand_rows() -> BadFile:
    """The same as a table."""
    rows = (f"Dish {number},Dosas,60" for number in range(100_000))
    return table("name,category,price", *rows, places=("file",), says="100000")


TEXT = json.dumps(document())
HEADER = "id,name,category,price,stock,available"
UTF16 = "\ufeff" + TEXT

CASES: dict[str, BadFile | Callable[[], BadFile]] = {
    # Files that are no menu at all.
    "empty": raw("", says="is empty"),
    "only a byte order mark": raw(b"\xef\xbb\xbf\n", says="is empty"),
    "not JSON": raw("Idly 40\nDosa 60\n", says="line 1, column 1"),
    "JSON cut short": raw(TEXT[:-20], says="is not JSON"),
    "a comma too many": raw('{"currency": "EUR",\n "items": [],}', says="line 2, column 14"),
    "an array": raw(f"[{TEXT}]", says="a menu is an object"),
    "null": raw("null", says="a menu is an object"),
    "nested without end": raw('{"items": ' + "[" * 100_000, says="nested"),
    "nested deep in a dish": of_dish("name", name=json.loads("[" * 40 + "]" * 40)),
    "in UTF-16": raw(UTF16.encode("utf-16-le"), says="UTF-16"),
    "in UTF-16 without a mark": raw(TEXT.encode("utf-16-be"), says="UTF-8"),
    "in Latin-1": raw(TEXT.replace("Dosa", "Dosé").encode("latin-1"), says="0x"),
    "a spreadsheet": raw(b"PK\x03\x04" + b"\x00" * 100, says="spreadsheet", name="menu.csv"),
    "larger than a menu can be": raw(b" " * (16 * 1024 * 1024 + 1), says="16 MiB"),
    "100k dishes": hundred_thousand,
    "100k rows": hundred_thousand_rows,
    # What JSON lets pass.
    "a field twice": raw(
        TEXT.replace('"price"', '"price": 1, "price"'), f"{ITEM}, price", says="twice"
    ),
    "a price that is NaN": raw(TEXT.replace("6000", "NaN"), f"{ITEM}, price", says="number"),
    "a price without end": raw(TEXT.replace("6000", "-Infinity"), f"{ITEM}, price"),
    "a price with 5000 digits": raw(TEXT.replace("6000", "9" * 5000), f"{ITEM}, price"),
    "half a letter": raw(TEXT.replace('"Dosa"', '"\\ud800"'), f"{ITEM}, name"),
    # The menu as a whole.
    "no currency": raw('{"items": []}', "currency", "items"),
    "a currency that is none": of_menu("currency", currency="euro"),
    "another shop's currency": of_menu("currency", currency="USD", says="sells in EUR"),
    "minor units of ten": of_menu("minor_units", minor_units=10),
    "no dishes": raw('{"currency": "EUR", "items": []}', "items", says="at least one dish"),
    "dishes that are no list": raw('{"currency": "EUR", "items": {}}', "items"),
    "a dish that is no object": of_menu("items[1]", items=[dish(), "idly"]),
    "a list misspelt": of_menu("option_gruops", option_gruops=[], says='"option_groups"'),
    # Dishes.
    "a dish without an id": raw(
        json.dumps(document(without("id"))), "items[0], id", says="missing"
    ),
    "a dish without a name": raw(json.dumps(document(without("name"))), f"{ITEM}, name"),
    "a dish without a category": raw(
        json.dumps(document(without("category"))), f"{ITEM}, category"
    ),
    "a dish without a price": raw(json.dumps(document(without("price"))), f"{ITEM}, price"),
    "a field misspelt": raw(
        json.dumps(document(without("price") | {"pirce": 6000})),
        f"{ITEM}, pirce",
        f"{ITEM}, price",
        says='did you mean "price"?',
    ),
    "one id twice": of_menu('items[1] "dosa", id', items=[dish(), dish()], says="items[0]"),
    "an id with spaces": of_menu('items[0] "a dosa", id', items=[dish(id="a dosa")]),
    "an id that is a path": of_menu('items[0] "../etc", id', items=[dish(id="../etc")]),
    "a price below zero": of_dish("price", price=-1),
    "a price with a fraction": of_dish("price", price=60.5, says="minor units"),
    "a price that is text": of_dish("price", price="60.00", says="minor units"),
    "a price that is true": of_dish("price", price=True),
    "a price beyond counting": of_dish("price", price=10**9),
    "a name of nothing": of_dish("name", name="  "),
    "a name too long": of_dish("name", name="x" * 121, says="(123 letters)"),
    "a name of two lines": of_dish("name", name="Dosa\nIdly", says="a line break"),
    "a name with NUL": of_dish("name", name="Do\0sa", says="U+0000"),
    "a name with an escape": of_dish("name", name="\x1b[2JDosa", says="U+001B"),
    "a name written backwards": of_dish("name", name="Dosa \u202easlaM", says="U+202E"),
    "a name with nothing in it": of_dish("name", name="Do\u200bsa", says="U+200B"),
    "an alias that is a number": of_dish("aliases[1]", aliases=["dosai", 7]),
    "aliases that are text": of_dish("aliases", aliases="dosai"),
    "a description too long": of_dish("description", description="x" * 501),
    "a photo that is a file": of_dish("photo", photo="file:///etc/passwd", says="http"),
    "a photo that is a script": of_dish("photo", photo="javascript:alert(1)"),
    "a diet of its own": of_dish("diet", diet="vegan", says='"veg"'),
    "a diet among the wrong ones": of_dish("suitable_for[0]", suitable_for=["veg"], says="diet"),
    "an allergen misspelt": of_dish(
        "allergens[1]", "allergens[2]", allergens=["dairy", "penut", "seseme"], says='"peanut"'
    ),
    "allergens misspelt": of_dish("alergens", alergens=["peanut"], says='"allergens"'),
    "an order type of its own": of_dish("order_types[0]", order_types=["takeaway"]),
    "a stock below zero": of_dish("stock", stock=-1),
    "a stock of half a dish": of_dish("stock", stock=0.5),
    "available perhaps": of_dish("available", available="no"),
    "available and not": of_dish(
        "unavailable_until", unavailable_until="2026-03-02T18:00:00+05:30"
    ),
    "sold out until some time": of_dish(
        "unavailable_until", available=False, unavailable_until="6 pm"
    ),
    "an unknown period": of_dish("meal_periods[0]", meal_periods=["brunch"]),
    "a period almost known": of_dish("meal_periods[0]", meal_periods=["Diner"], says='"dinner"'),
    "an unknown group": of_dish("option_groups[0]", option_groups=["size"], says="not among"),
    "a group listed twice": of_menu(
        f"{ITEM}, option_groups[1]",
        items=[dish(option_groups=["size", "size"])],
        option_groups=[group()],
        says="twice",
    ),
    "an unknown category": of_menu(f"{ITEM}, category", categories=[{"id": "a", "name": "Idlies"}]),
    # Categories and periods.
    "a category twice": of_menu(
        'categories[1] "a", id',
        'categories[1] "a", name',
        categories=[{"id": "a", "name": "Dosas"}, {"id": "a", "name": "Dosas"}],
    ),
    "a period of no time": of_menu(
        'meal_periods[0] "late", to',
        meal_periods=[{"id": "late", "name": "Late", "from": "22:00", "to": "22:00"}],
    ),
    "a period that begins at 25": of_menu(
        'meal_periods[0] "late", from',
        'meal_periods[0] "late", to',
        'meal_periods[0] "late", days[0]',
        meal_periods=[{"id": "late", "name": "L", "from": "25:00", "to": "2:00", "days": ["Mo"]}],
    ),
    # Groups.
    "a group twice": of_menu('option_groups[1] "size", id', option_groups=[group(), group()]),
    "a group without options": of_menu(
        f"{GROUP}, options", option_groups=[{"id": "size", "name": "Size", "options": []}]
    ),
    "a group with one option twice": of_group(
        'options[1] "small", id', options=[option(), option()]
    ),
    "min above max": of_group("min", min=2, max=1),
    "min above the options": of_group("min", min=3, says="more than can be chosen (2)"),
    "a default of another group": of_group("default", default="huge"),
    "a word for options of another group": of_group(
        "generic_aliases, big[0]", generic_aliases={"big": ["huge"]}
    ),
    "a group within itself": of_group("option_groups", option_groups=["size"], says="do not nest"),
    "a group within an option": of_group(
        'options[0] "small", groups', options=[option(groups=[group()])], says="do not nest"
    ),
    "variants of which many": of_group(
        "max", replaces_price=True, options=[option(price=100), option("large", price=200)]
    ),
    "variants without a price": of_group(
        'options[0] "small", price',
        'options[1] "large", price_delta',
        replaces_price=True,
        max=1,
        options=[option(), option("large", price=200, price_delta=5)],
    ),
    "a price where none is replaced": of_group(
        'options[0] "small", price', options=[option(price=1)]
    ),
    "two groups of variants": of_menu(
        f"{ITEM}, option_groups",
        items=[dish(option_groups=["size", "cut"])],
        option_groups=[
            group(option(price=100), max=1, replaces_price=True),
            group(option(price=100), max=1, replaces_price=True, id="cut"),
        ],
        says="both",
    ),
    "a price taken below zero": of_menu(
        f"{ITEM}, option_groups",
        items=[dish(price=100, option_groups=["size"])],
        option_groups=[group(option(price_delta=-101))],
        says="down to -1",
    ),
    "a variant taken below zero": of_menu(
        f"{ITEM}, option_groups",
        items=[dish(option_groups=["size", "less"])],
        option_groups=[
            group(option(price=100), min=1, max=1, replaces_price=True),
            group(option(price_delta=-101), id="less"),
        ],
    ),
    # Many at once: none hides another.
    "wrong all over": of_menu(
        "currency",
        f"{ITEM}, option_groups[0]",
        f"{ITEM}, option_groups[1]",
        f"{ITEM}, price",
        "items[1], id",
        "items[1], price",
        f"{GROUP}, default",
        f"{GROUP}, max",
        f'{GROUP}, options[1] "small", id',
        f'{GROUP}, options[1] "small", price_delta',
        "option_groups[1]",
        currency="XX",
        items=[dish(price=-5, option_groups=["nuts", "milk"]), without("id") | {"price": "1"}],
        option_groups=[
            group(option(), option(price_delta="1"), default="huge", max=99),
            [],
        ],
    ),
    # Tables.
    "a table without prices": table("name,category", "Dosa,Dosas", places=("column price",)),
    "a table of nothing": table("name,category,price", places=("file",), says="0 dishes"),
    "a table with a column twice": table(
        "name,category,price,name", "Dosa,Dosas,60,Idly", places=("column name",)
    ),
    "a table with a column misspelt": table(
        "name,category,price,alergens",
        "Dosa,Dosas,60,peanut",
        places=("column alergens",),
        says="allergens",
    ),
    "a table with wrong cells": raw(
        "\ufeffname;category;price;stock;available\r\n"
        '"Masala\r\nDosa";Dosas;80,50;;\r\n'
        "Idly;Idlies;₹40;five;maybe\r\n"
        ";Idlies;1.234,50;;\r\n"
        "Vada;Idlies;30;;;5\r\n",
        'row 2 "Masala\\r\\nDosa", column name',
        'row 3 "Idly", column available',
        'row 3 "Idly", column price',
        'row 3 "Idly", column stock',
        "row 4, column name",
        "row 4, column price",
        'row 5 "Vada"',
        name="menu.csv",
        says="80.50",
    ),
    "a table with one name twice": table(
        "name,category,price", "Dosa,Dosas,60", "dosa,Dosas,70", places=('row 3 "dosa", column id',)
    ),
    "a table with quotes left open": table(
        "name,category,price", '"Dosa,Dosas,60', places=("file",), says="line"
    ),
    "a table in Latin-1": raw(
        "name,category,price\nCaf\u00e9,Drinks,60\n".encode("latin-1"),
        says="UTF-8",
        name="menu.csv",
    ),
    "a table in UTF-16": raw(
        "name,category,price\n".encode("utf-16"), says="UTF-16", name="menu.csv"
    ),
}
