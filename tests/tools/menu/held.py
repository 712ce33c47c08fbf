"""Judges search by a held list: what was typed, what is right, and what came of it."""

import json
import operator
import re
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Literal

from tests.support import menus
from tools.menu import Ambiguous, Match, Menu, MenuItem, find, search
from tools.menu.normalise import words_of

Verdict = Literal["right", "unsure", "wrong"]
HERE = Path(__file__).parent
_PRICE = re.compile(r"price(<=|>=|<|>)(\d+)")
_COMPARE = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


@dataclass(frozen=True, slots=True)
class Held:
    """One line of a held list."""

    query: str
    right: str

    @property
    def for_tuning(self) -> bool:
        """Whether rules may be written with this line in sight; decided by hash."""
        return sha256(self.query.encode()).digest()[0] % 2 == 0

    @property
    def is_list(self) -> bool:
        """Whether it asks for a list; everything else may be ordered by these words too."""
        return self.right.startswith(("where ", "first "))


def held_list(file: str) -> list[Held]:
    """The lines of a held list beside this file."""
    lines = (HERE / file).read_text("utf-8").splitlines()
    return [Held(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def menu_of(file: Path) -> Menu:
    """The menu of a menu file, without a database."""
    data = json.loads(file.read_text("utf-8"))
    category = {each["name"]: each["id"] for each in data["categories"]}
    return menus.menu_of(
        {
            "menu_version": 1,
            "currency": data["currency"],
            "periods": data["meal_periods"],
            "categories": data["categories"],
            "items": [
                {
                    "no": no,
                    "id": item["id"],
                    "name": item["name"],
                    "aliases": item["aliases"],
                    "category": category[item["category"]],
                    "price": f"{Decimal(item['price']) / data['minor_units']:.2f}",
                    "description": item["description"],
                    "diet": item["diet"],
                    "suitable_for": item.get("suitable_for", []),
                    "periods": item["meal_periods"],
                }
                for no, item in enumerate(data["items"], start=1)
            ],
        }
    )


def judge_find(menu: Menu, held: Held) -> Verdict:
    """Whether ordering by these words gets the dish, the question or the no that is right.

    A question is right when the first dish it offers is; it is never wrong. A match is: when it is
    another dish, or one of several that share the words.
    """
    wanted = wanted_of(menu, held)
    found = find(menu, held.query)
    if isinstance(found, Match):
        guessed = held.right.startswith("ask ")
        return "right" if found.item.id in wanted and not guessed else "wrong"
    if isinstance(found, Ambiguous):
        return "right" if found.candidates[0].id in wanted else "unsure"
    return "unsure" if wanted else "right"


def judge_search(menu: Menu, held: Held) -> Verdict:
    """Whether searching for these words lists what is right; things "near" it claim nothing."""
    wanted = wanted_of(menu, held)
    hits = search(menu, held.query)
    listed = [] if hits.near else [item.id for item in hits.items]
    if held.right.startswith("where "):
        if set(listed) - wanted:
            return "wrong"
        return "right" if set(listed) == wanted else "unsure"
    if not listed:
        return "unsure" if wanted else "right"
    return "right" if listed[0] in wanted else "wrong"


def wanted_of(menu: Menu, held: Held) -> set[str]:
    """The ids of the dishes that are right."""
    kind, _, rest = held.right.partition(" ")
    if kind == "where":
        return {item.id for item in menu.items if all(_holds(item, part) for part in rest.split())}
    named = (held.right if kind not in ("ask", "first") else rest).replace("|", " ").split()
    words = [part for part in named if part.startswith("word:")]
    by_word = {item.id for item in menu.items if any(_holds(item, word) for word in words)}
    return by_word | (set(named) - set(words) - {"-"})


def _holds(item: MenuItem, part: str) -> bool:
    if part == "nothing":
        return False
    if price := _PRICE.fullmatch(part):
        return bool(_COMPARE[price[1]](item.price, Decimal(price[2])))
    field, value = part.split(":")
    match field:
        case "word":
            return any(value in words_of(name) for name in (item.name, *item.aliases))
        case "category":
            return item.category == value
        case "diet":
            return item.diet == value
        case "at":
            return not item.periods or value in item.periods
        case "suits":
            return value in item.suitable_for
        case _:
            raise ValueError(part)
