"""What people call the things they may not eat, and the ways they eat."""

from collections.abc import Mapping, Sequence

from tools.menu import fold

_ALLERGENS: Mapping[str, Sequence[str]] = {
    "celery": ("celery", "celeriac"),
    "coconut": ("coconut", "nariyal", "thengai", "kobbari"),
    "crustacean": (
        "crustacean",
        "prawn",
        "shrimp",
        "crab",
        "lobster",
        "crayfish",
        "jhinga",
        "eral",
    ),
    "dairy": (
        "dairy",
        "milk",
        "lactose",
        "curd",
        "yogurt",
        "yoghurt",
        "dahi",
        "butter",
        "buttermilk",
        "ghee",
        "cream",
        "cheese",
        "paneer",
        "whey",
        "casein",
    ),
    "egg": ("egg", "anda", "muttai", "mutta"),
    "fish": ("fish", "tuna", "salmon", "anchovy", "meen", "machli"),
    "gluten": ("gluten", "wheat", "coeliac", "celiac", "barley", "rye", "maida", "atta", "rava"),
    "lupin": ("lupin", "lupine"),
    "mollusc": ("mollusc", "mollusk", "squid", "octopus", "oyster", "mussel", "clam", "scallop"),
    "mustard": ("mustard", "sarson", "kadugu", "rai"),
    "peanut": (
        "peanut",
        "ground nut",
        "groundnut",
        "moongphali",
        "mungfali",
        "verkadalai",
        "nilakadalai",
        "palli",
    ),
    "sesame": ("sesame", "til", "gingelly", "ellu", "tahini"),
    "soy": ("soy", "soya", "soybean", "tofu", "edamame"),
    "sulphite": ("sulphite", "sulfite", "sulphur dioxide"),
    "tree_nut": (
        "tree nut",
        "treenut",
        "cashew",
        "kaju",
        "mundhiri",
        "almond",
        "badam",
        "walnut",
        "akhrot",
        "pistachio",
        "pista",
        "hazelnut",
        "pecan",
        "macadamia",
        "brazil nut",
    ),
}
_OTHERS = (
    "onion garlic mushroom tomato potato brinjal eggplant aubergine corn capsicum chilli ginger"
    " kiwi banana pineapple strawberry mango apple orange lemon cinnamon asafoetida hing honey"
    " gelatin beef pork mutton chicken meat alcohol msg caffeine chickpea lentil bean oat rice"
    " tamarind"
)
"""Things people name that are no allergen of the law; some menu may still mark them."""
_SEVERAL: Mapping[str, tuple[str, ...]] = {
    "nut": ("tree_nut", "peanut"),
    "shellfish": ("crustacean", "mollusc"),
    "seafood": ("crustacean", "fish", "mollusc"),
}
_DIETS: Mapping[str, Sequence[str]] = {
    "veg": ("veg", "vegetarian", "vegitarian", "vegeterian", "veggie", "shakahari", "saivam"),
    "egg": ("eggetarian", "eggitarian", "ovo vegetarian", "veg and egg", "veg with egg"),
    "jain": ("jain", "jainism"),
    "vegan": ("vegan", "plant based"),
    "halal": ("halal",),
    "kosher": ("kosher",),
}

Phrase = tuple[str, ...]


def _index(table: Mapping[str, Sequence[str]]) -> dict[Phrase, tuple[str, ...]]:
    return {
        tuple(map(fold, name.split())): (meant,) for meant, names in table.items() for name in names
    }


ALLERGENS: Mapping[Phrase, tuple[str, ...]] = {
    **{(fold(word),): (word,) for word in _OTHERS.split()},
    **_index(_ALLERGENS),
    **{(fold(name),): meant for name, meant in _SEVERAL.items()},
}
"""Each name of an allergen, folded as the menu's words are, and the allergens it means."""

DIETS: Mapping[Phrase, tuple[str, ...]] = _index(_DIETS)
"""Each name of a diet."""

LONGEST_NAME = 3
