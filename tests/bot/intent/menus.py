"""A small shop for tests of understanding."""

import re
from collections.abc import Mapping

from tests.support.menus import menu_of
from tools.kit.call import Call, Json
from tools.menu import Menu

_ITEMS = {
    "Idly": ("idli", "idlis"),
    "Ghee Podi Idly": (),
    "Medu Vada": ("vada",),
    "Masala Dosa": (),
    "Plain Dosa": (),
    "Onion Dosa": (),
    "Set Dosa": (),
    "Chicken 65": (),
    "Chicken Biryani": (),
    "Filter Coffee": ("coffee", "kaapi"),
    "Masala Tea": ("tea", "chai"),
    "Mineral Water": ("water",),
}
_OPTIONS = {
    "spice": ("Mild", "Medium", "Spicy"),
    "ingredients": ("Onion", "Garlic", "Cashew"),
    "extras": ("Cheese", "Extra Chutney"),
    "size": ("Small", "Large"),
    "sweetness": ("Less Sugar", "No Sugar"),
}


def small_menu() -> Menu:
    """Twelve dishes, three categories' worth of names, five option groups."""
    groups: list[Json] = []
    for group, names in _OPTIONS.items():
        options: list[Json] = [
            {
                "no": len(groups) * 10 + place,
                "id": name.lower(),
                "name": name,
                "price_delta": "0.00",
            }
            for place, name in enumerate(names)
        ]
        groups.append({"id": group, "name": group, "options": options})
    items: list[Json] = [
        {
            "no": no,
            "id": name.lower(),
            "name": name,
            "aliases": list(aliases),
            "category": "all",
            "price": "40.00",
            "groups": list(_OPTIONS),
        }
        for no, (name, aliases) in enumerate(_ITEMS.items(), 1)
    ]
    return menu_of(
        {
            "menu_version": 1,
            "currency": "INR",
            "categories": [{"id": "all", "name": "Tiffin"}],
            "items": items,
            "groups": groups,
        }
    )


def in_words(calls: tuple[Call, ...], menu: Menu) -> tuple[Call, ...]:
    """The calls with dishes and options by their names in small letters where they have handles."""
    return tuple(Call(call.tool, _args(call.args, menu)) for call in calls)


def _args(args: Mapping[str, Json], menu: Menu) -> dict[str, Json]:
    return {name: _named(value, menu, name) for name, value in args.items()}


def _named(value: Json, menu: Menu, name: str) -> Json:
    if isinstance(value, dict):
        return _args(value, menu)
    if isinstance(value, list):
        return [_named(one, menu, name) for one in value]
    handle = re.fullmatch(r"(.*)#(\d+)", value) if isinstance(value, str) else None
    if handle is None:
        return value
    no = int(handle[2])
    place = menu.option_no(no)
    called = menu.item_no(no) if name == "item" else place[1] if place else None
    return handle[1] + called.name.casefold() if called else value
