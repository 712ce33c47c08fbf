"""What a menu costs in memory: little, and what it says itself."""

import gc
import json
import tracemalloc
from pathlib import Path

import pytest

from tests.support.menus import document_of
from tools.kit.call import Json
from tools.menu import Menu

KILOBYTE = 1024
FILE = Path(__file__).parents[3] / "db" / "demo" / "menu.json"


def document(copies: int = 1) -> str:
    """The demo shop's 365 dishes and their options as `app.load_menu` gives them, or more of them.

    Each time in other words: nothing is shared with a menu read before.
    """
    file = json.loads(FILE.read_text(encoding="utf-8"))
    rows: dict[str, Json] = {
        "categories": [
            {"id": name, "name": name}
            for name in dict.fromkeys(item["category"] for item in file["items"])
        ],
        "items": [
            _item(item, copy * len(file["items"]) + place, copy)
            for copy in range(copies)
            for place, item in enumerate(file["items"])
        ],
        "groups": [_group(group, place) for place, group in enumerate(file["option_groups"])],
    }
    return json.dumps(document_of(rows))


def _item(item: dict[str, Json], no: int, copy: int) -> Json:
    aliases = item["aliases"]
    assert isinstance(aliases, list)
    kept = ("category", "description", "diet", "allergens")
    return {
        **{key: item[key] for key in kept},
        "no": no,
        "id": f"{item['id']}_{copy}",
        "name": f"{item['name']} {copy}",
        "aliases": [f"{alias} {copy}" for alias in aliases],
        "price": f"{item['price']}.00",
        "photo_url": f"https://img.example/{item['id']}/{copy}.jpg",
        "groups": item["option_groups"],
    }


def _group(group: dict[str, Json], place: int) -> Json:
    options = group["options"]
    assert isinstance(options, list)
    return {
        **{key: group[key] for key in ("id", "name", "negatable", "amounts")},
        "options": [
            {"no": place * 50 + no, "id": option["id"], "name": option["name"],
             "aliases": option["aliases"]}
            for no, option in enumerate(options) if isinstance(option, dict)
        ],
    }  # fmt: skip


def weigh(text: str) -> tuple[int, Menu]:
    """The bytes that stay allocated when a menu has been read, and the menu."""
    Menu.parse(text)  # what the process needs once
    gc.collect()
    tracemalloc.start()
    try:
        menu = Menu.parse(text)
        gc.collect()
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    return held, menu


@pytest.mark.parametrize("copies", [1, 4])
def test_a_menu_knows_its_size(copies: int) -> None:
    held, menu = weigh(document(copies))
    assert len(menu.items) == 365 * copies
    assert menu.size == pytest.approx(held, rel=0.25)


def test_365_dishes_with_options_and_photos_take_less_than_250_kilobytes() -> None:
    held, menu = weigh(document())
    assert sum(len(group.options) for group in menu.groups) > 40
    assert held < 250 * KILOBYTE


def test_a_dish_is_only_made_when_it_is_looked_at() -> None:
    _, menu = weigh(document())
    before = menu.size
    assert menu.items[5] == menu.items[5]
    assert menu.items[5] is not menu.items[5]
    assert before == menu.size
