"""Search finds what was meant, and says no politely, on lists it was not written by."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

import db.demo
from tests.tools.menu.held import (
    HERE,
    Held,
    Verdict,
    held_list,
    judge_find,
    judge_search,
    menu_of,
)
from tools.menu import Menu

RIGHT, WRONG = 0.95, 0.01
MENUS = {
    "held_queries.txt": Path(db.demo.__file__).parent / "menu.json",
    "held_pizzeria.txt": HERE / "held_pizzeria.json",
}
Judge = Callable[[Menu, Held], Verdict]


def test_the_list_is_long_enough_and_says_no_often_enough() -> None:
    held = held_list("held_queries.txt")
    assert len({each.query for each in held}) == len(held) >= 150
    assert sum(each.right in ("-", "where nothing") for each in held) >= 40


@pytest.mark.parametrize("file", MENUS)
@pytest.mark.parametrize("judge", [judge_find, judge_search])
def test_the_first_hit_is_right_and_hardly_ever_another_dish(file: str, judge: Judge) -> None:
    menu = menu_of(MENUS[file])
    lines = [each for each in held_list(file) if judge is judge_search or not each.is_list]
    verdicts = {each: judge(menu, each) for each in lines}
    count = Counter(verdicts.values())
    rest = [f"{verdict}: {each.query}" for each, verdict in verdicts.items() if verdict != "right"]
    assert count["right"] >= RIGHT * len(lines), rest
    assert count["wrong"] <= WRONG * len(lines), rest


@pytest.mark.parametrize("judge", [judge_find, judge_search])
def test_the_half_that_was_not_tuned_on_is_hardly_worse(judge: Judge) -> None:
    menu = menu_of(MENUS["held_queries.txt"])
    shares = {}
    for tuning in (True, False):
        lines = [each for each in held_list("held_queries.txt") if each.for_tuning is tuning]
        lines = [each for each in lines if judge is judge_search or not each.is_list]
        shares[tuning] = sum(judge(menu, each) == "right" for each in lines) / len(lines)
    assert shares[False] > shares[True] - 0.05
