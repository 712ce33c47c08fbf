"""Words -> a diet, and the dishes that suit it. For what is shown; what binds is decided in SQL."""

from tools.menu.menu import Menu
from tools.menu.model import MenuItem
from tools.menu.names import Words
from tools.menu.normalise import singular

_MARKS = ("veg", "egg", "non_veg")
_WITHOUT_EGG_AND_MEAT = ("jain", "vegan")
_DIETS = {
    ("dairy", "free"): "dairy_free",
    ("eggless",): "veg",
    ("gluten", "free"): "gluten_free",
    ("halal",): "halal",
    ("jain",): "jain",
    ("keto",): "keto",
    ("kosher",): "kosher",
    ("non", "veg"): "non_veg",
    ("non", "vegetarian"): "non_veg",
    ("nonveg",): "non_veg",
    ("nonvegetarian",): "non_veg",
    ("nut", "free"): "nut_free",
    ("vegan",): "vegan",
    ("vegetarian",): "veg",
    ("veggie",): "veg",
    ("veg",): "veg",
}


def diet_in(words: Words) -> tuple[Words, str | None]:
    """The words without the diet among them, and the diet: "non veg biryani", "jain food".

    Egg is one only by itself; "egg dosa" is a dish.
    """
    for place in range(len(words)):
        for length in (2, 1):
            called = tuple(map(singular, words[place : place + length]))
            rest = (*words[:place], *words[place + length :])
            if called in _DIETS:
                return rest, _DIETS[called]
            if called == ("egg",) and not rest:
                return rest, "egg"
    return words, None


def suits(menu: Menu, item: MenuItem, diet: str) -> bool:
    """Whether a dish suits a diet, as it is or with one of its options ("Jain preparation")."""
    if diet in _MARKS and item.diet is not None:
        return item.diet == diet
    if diet in item.suitable_for:
        return True
    if diet in _WITHOUT_EGG_AND_MEAT and item.diet in ("egg", "non_veg"):
        return False
    options = (option for group in menu.groups_of(item) for option in group.options)
    return any(diet in option.suitable_for for option in options)
