"""A diet binds: diet x mark of the dish x what else it suits x option, chosen or usual.

Which dish suits whom is told here a second time, as a table, and held against what the functions
do. An option the shop calls suitable makes a dish suit by being chosen, not by being usual, and
never one that holds what the diet never has.
"""

from itertools import product
from uuid import uuid4

import psycopg
import pytest

from tests.db.reliability.broken import Break, put_in
from tests.support.marked import Choice, put_dish
from tests.support.turns import Caller, chosen, line

DIETS = ("veg", "egg", "jain", "vegan", "halal")
MARKS = (None, "veg", "egg", "non_veg")
SUITS = ((), ("jain",), ("vegan", "halal"))

# What the shop says of an option, and whom it then keeps from the dish.
CHOICES = {
    Choice("neutral"): (),
    Choice("veg", diet="veg"): (),
    Choice("egg", diet="egg"): ("veg", "jain", "vegan"),
    Choice("meat", diet="non_veg"): ("veg", "egg", "jain", "vegan"),
    Choice("onion", unsuitable_for=("jain",)): ("jain",),
    Choice("pork", unsuitable_for=("halal", "egg")): ("halal", "egg"),
    Choice("ghee", allergens=("dairy",)): ("vegan",),
    Choice("veg ghee", diet="veg", allergens=("dairy",)): ("vegan",),
    Choice("mayo", allergens=("egg",)): ("veg", "jain", "vegan"),
    Choice("anchovy", allergens=("fish",)): ("veg", "egg", "jain", "vegan"),
    Choice("vegan ghee", allergens=("dairy",), suitable_for=("vegan",)): (),
    Choice("veg mayo", diet="veg", allergens=("egg",)): ("vegan",),
}
# Chosen, it makes a dish suit these, unless the dish itself is marked as what they do not eat.
MAKES_SUIT = Choice("special", suitable_for=("jain", "veg"))


def suits(diet: str, mark: str | None, named: tuple[str, ...]) -> bool:
    """Whether the dish alone suits somebody of that diet."""
    if diet == "veg":
        return mark == "veg"
    if diet == "egg":
        return mark in ("veg", "egg")
    return diet in named


def can_suit(diet: str, mark: str | None) -> bool:
    """Whether an option may make a dish of this mark suit."""
    never = {"veg": ("egg", "non_veg"), "egg": ("non_veg",), "halal": ()}
    return mark not in never.get(diet, ("egg", "non_veg"))


def dish_id(mark: str | None, named: tuple[str, ...], usual: str) -> str:
    """How the dish of a cell is called."""
    return f"{mark} {' '.join(named)} {usual}"


@pytest.fixture
def menu(db: psycopg.Connection) -> None:
    """Every dish of the matrix, with every option; of each one, one more for each usual option."""
    for mark, named, usual in product(MARKS, SUITS, ("", *(choice.id for choice in CHOICES))):
        choices = [choice for choice in CHOICES if usual in ("", choice.id)]
        put_dish(
            db,
            dish_id(mark, named, usual),
            *choices,
            MAKES_SUIT,
            diet=mark,
            suitable_for=named,
            usual=usual or None,
        )


def told(asha: Caller, item: str, *options: str, accept: tuple[str, ...] = ()) -> list[str]:
    """Why adding the dish with these options was refused, as kind and what; [] when it was not."""
    wish = line(item, options=[chosen(item, option) for option in options], accept=accept)
    view = asha.add_to_cart([wish])
    reasons = [f"{one.kind}:{one.what}" for row in view.conflicts for one in row.conflicts]
    assert bool(reasons) is not bool(view.changed)
    asha.clear_cart()
    return reasons


def check_diet(asha: Caller, diet: str) -> None:
    """Every dish, alone and with each option, chosen or usual."""
    for mark, named in product(MARKS, SUITS):
        asha.who = asha.chat = f"new {uuid4()}"
        asha.set_dietary_rules(diets=[diet])
        plain = dish_id(mark, named, "")
        fits = suits(diet, mark, named)
        assert (told(asha, plain) == []) is fits, plain
        made_to_suit = fits or (can_suit(diet, mark) and diet in MAKES_SUIT.suitable_for)
        assert (told(asha, plain, "special") == []) is made_to_suit, plain
        for choice, against in CHOICES.items():
            option = choice.id
            lifted = can_suit(diet, mark) and diet in choice.suitable_for
            may = (fits or lifted) and diet not in against
            assert (told(asha, plain, option) == []) is may, (plain, option)
            usual = fits and diet not in against
            assert (told(asha, dish_id(mark, named, option)) == []) is usual, (plain, option)
            mixed = (made_to_suit or may) and diet not in against
            assert (told(asha, plain, option, "special") == []) is mixed, (plain, option)
            if not may:
                accepted = told(asha, plain, option, accept=(f"diet:{diet}",))
                assert accepted == [], (plain, option)


@pytest.mark.usefixtures("menu")
@pytest.mark.parametrize("diet", DIETS)
def test_a_diet_binds(asha: Caller, diet: str) -> None:
    check_diet(asha, diet)


@pytest.mark.usefixtures("menu")
def test_each_rule_is_accepted_for_itself(asha: Caller) -> None:
    asha.set_dietary_rules(["dairy"], ["jain", "vegan"])
    item = dish_id("veg", (), "")
    assert set(told(asha, item, "ghee")) == {"allergen:dairy", "diet:jain", "diet:vegan"}
    some = ("diet:jain", "allergen:dairy")
    assert told(asha, item, "ghee", accept=some) == ["diet:vegan"]
    assert told(asha, item, "ghee", accept=(*some, "diet:vegan")) == []


BROKEN = {
    "no mark is a good mark": (
        "veg",
        Break(
            "suits_diet",
            "p_mark is not null then p_mark = 'veg'",
            "true then p_mark is distinct from 'egg'",
        ),
    ),
    "options are neutral": (
        "jain",
        Break("breaks_diet", "('veg', 'jain', 'vegan') and", "('vegan') and"),
    ),
    "ghee is vegan": ("vegan", Break("breaks_diet", "'{dairy,", "'{")),
    "nothing is made to suit": (
        "jain",
        Break("line_conflicts", "r.diet = any (o.suitable_for))", "false)"),
    ),
    "the shop is not believed": (
        "halal",
        Break("breaks_diet", "p_diet = any (p_unsuitable_for)", "false"),
    ),
}


@pytest.mark.usefixtures("menu")
@pytest.mark.parametrize(("diet", "broken"), BROKEN.values(), ids=BROKEN)
def test_a_broken_judge_is_noticed(
    asha: Caller, db: psycopg.Connection, diet: str, broken: Break
) -> None:
    put_in(db, broken)
    with pytest.raises(AssertionError):
        check_diet(asha, diet)
