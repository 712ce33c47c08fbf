"""A tea stall and what is said at it: a menu and cases of our own."""

import json
from collections.abc import Sequence
from pathlib import Path

from bot.evaluate.cases import Case
from bot.evaluate.lines import Choice, Line
from tools.kit.call import Json

MENU: Json = {
    "currency": "INR",
    "meal_periods": [{"id": "dawn", "name": "Dawn", "from": "04:00", "to": "04:01"}],
    "items": [
        {
            "id": "chai",
            "name": "Masala Chai",
            "aliases": ["chai"],
            "category": "Tea",
            "price": 2000,
            "meal_periods": ["dawn"],
            "option_groups": ["size", "extras"],
        },
        {"id": "samosa", "name": "Samosa", "category": "Snacks", "price": 3000, "stock": 1},
        {"id": "bun", "name": "Bun Maska", "category": "Snacks", "price": 4000},
    ],
    "option_groups": [
        {
            "id": "size",
            "name": "Size",
            "max": 1,
            "default": "regular",
            "options": [
                {"id": "regular", "name": "Regular"},
                {"id": "large", "name": "Large", "price_delta": 1000},
            ],
        },
        {
            "id": "extras",
            "name": "Extras",
            "negatable": True,
            "amounts": ["light", "extra"],
            "options": [
                {"id": "sugar", "name": "Sugar"},
                {"id": "ginger", "name": "Ginger", "countable": True},
            ],
        },
    ],
}
LARGE = Choice(group="size", option="large")
SUGAR = Choice(group="extras", option="sugar")
GINGER = Choice(group="extras", option="ginger")


def lines(
    item: str, quantity: int = 1, options: Sequence[Choice] = (), without: Sequence[Choice] = ()
) -> Line:
    """A line of a cart."""
    return Line(item_id=item, quantity=quantity, options=tuple(options), without=tuple(without))


def order(number: int, text: str, *wanted: Line) -> Case:
    """Somebody orders with an empty cart."""
    return _case(number, text, "add_to_cart", effect="add", slots={"lines": wanted})


def edit(number: int, text: str, intent: str, before: Sequence[Line], *wanted: Line) -> Case:
    """Somebody changes a cart."""
    return _case(number, text, intent, effect="edit", context={"cart": before}, expected=wanted)


def untouched(number: int, text: str, intent: str, *before: Line) -> Case:
    """Nothing may come of it, on a menu that is not the corpus's own."""
    return _case(number, text, intent, effect="none", context={"cart": before}, menu="any")


def dialog(number: int, *turns: tuple[str, Sequence[Line]]) -> Case:
    """Several turns of one customer."""
    said = [{"user": user, "cart_after": cart} for user, cart in turns]
    return Case.model_validate({"id": f"case {number}", "menu": "stall", "turns": said})


def _case(
    number: int,
    text: str,
    intent: str,
    *,
    effect: str,
    slots: object = None,
    context: object = None,
    expected: object = None,
    menu: str = "stall",
) -> Case:
    return Case.model_validate(
        {
            "id": f"case {number}",
            "menu": menu,
            "eval_menu": None if menu == "stall" else "stall",
            "text": text,
            "intent": intent,
            "accept_intents": [intent],
            "cart_effect": effect,
            "slots": slots or {},
            "context": context or {},
            "expected_cart": expected,
        }
    )


CASES: tuple[Case, ...] = (
    order(1, "2 samosa", lines("samosa", 2)),
    order(2, "one large masala chai", lines("chai", options=[LARGE])),
    order(3, "a chai without sugar and a bun maska", lines("chai", without=[SUGAR]), lines("bun")),
    edit(4, "remove the samosa", "remove_from_cart", [lines("samosa"), lines("bun")], lines("bun")),
    edit(5, "make it 3 samosa", "set_quantity", [lines("samosa")], lines("samosa", 3)),
    edit(
        6,
        "add a bun maska",
        "add_to_cart",
        [lines("chai", 2, [LARGE], [SUGAR])],
        lines("chai", 2, [LARGE], [SUGAR]),
        lines("bun"),
    ),
    untouched(7, "what is the capital of france", "out_of_scope"),
    untouched(8, "who invented the samosa", "out_of_scope"),
    untouched(9, "show me the menu", "search_menu"),
    untouched(10, "view my cart", "view_cart", lines("samosa", 4)),
    untouched(11, "thanks", "thanks"),
    dialog(
        12,
        ("2 samosa", [lines("samosa", 2)]),
        ("and a bun maska", [lines("samosa", 2), lines("bun")]),
        ("checkout", [lines("samosa", 2), lines("bun")]),
    ),
    dialog(13, ("a chai", [lines("chai")]), ("show me the menu", [lines("chai")])),
)


def write_stall(folder: Path, cases: Sequence[Case] = CASES) -> None:
    """Write the menu and the cases as an operator has them: `menus/stall.json`, `cases.jsonl`."""
    (folder / "menus").mkdir()
    (folder / "menus" / "stall.json").write_text(json.dumps(MENU), "utf-8")
    records = (case.model_dump_json(exclude_none=True, exclude_defaults=True) for case in cases)
    (folder / "cases.jsonl").write_text("".join(f"{record}\n" for record in records), "utf-8")
