"""Allergens and diets: the words there are, and what else they are called in menu files.

A word that stands for two things at once (nuts, shellfish) becomes both: a mark too many asks, a
mark too few harms.
"""

import re
from functools import lru_cache

from pydantic_core import PydanticCustomError

from db.menu.problems import nearest, shown

ALLERGENS = (
    "celery", "coconut", "crustacean", "dairy", "egg", "fish", "gluten", "lupin", "mollusc",
    "mustard", "peanut", "sesame", "soy", "sulphite", "tree_nut",
)  # fmt: skip
ALSO_CALLED = {
    ("crustacean",): "crab lobster prawn shrimp langoustine crayfish",
    ("dairy",): "milk lactose butter buttermilk cheese cream curd ghee khoa paneer yoghurt yogurt",
    ("gluten",): "wheat barley rye spelt semolina maida",
    ("lupin",): "lupine",
    ("mollusc",): "mollusk clam mussel oyster squid octopus scallop",
    ("peanut",): "groundnut",
    ("sesame",): "sesame_seed tahini gingelly",
    ("soy",): "soya soy_bean soybean soya_bean soyabean soja tofu",
    ("sulphite",): "sulfite sulphur_dioxide sulfur_dioxide",
    ("tree_nut",): "treenut almond cashew hazelnut walnut pistachio pecan macadamia brazil_nut",
    ("tree_nut", "peanut"): "nut",
    ("crustacean", "mollusc"): "shellfish seafood",
}
CANONICAL = {word: (word,) for word in ALLERGENS} | {
    word: meant for meant, words in ALSO_CALLED.items() for word in words.split()
}
DIETS = ("vegan", "jain", "halal", "kosher", "sattvic", "keto", "gluten_free", "sugar_free")
MARKS = ("veg", "vegetarian", "egg", "eggetarian", "non_veg", "nonveg")


def allergen(word: str) -> str:
    """The word, if it is not only a misspelling of an allergen. Raises PydanticCustomError."""
    _allergens(word)
    return word


def allergens(words: list[str]) -> list[str]:
    """The allergens these words stand for, each once."""
    return list(dict.fromkeys(name for word in words for name in _allergens(word)))


@lru_cache(4096)
def diet(word: str) -> str:
    """The diet as the rules name it. Raises PydanticCustomError."""
    name = _snake(word)
    if name not in DIETS and name not in MARKS:
        _refuse_misspelt(name, DIETS)
    return name


def suited_diet(word: str) -> str:
    """A diet a dish suits; whether it is veg is its mark's to say. Raises PydanticCustomError."""
    if _snake(word) in MARKS:
        raise PydanticCustomError("said", "is a mark; say it with `diet`")
    return diet(word)


def once(words: list[str]) -> list[str]:
    """Each word once."""
    return list(dict.fromkeys(words))


def is_known_allergen(name: str) -> bool:
    """Whether customers' words are understood to mean it."""
    return name in ALLERGENS


@lru_cache(4096)
def _allergens(word: str) -> tuple[str, ...]:
    name = _snake(word)
    for form in (name, name.removesuffix("s"), name.removesuffix("es")):
        if form in CANONICAL:
            return CANONICAL[form]
    _refuse_misspelt(name, (*CANONICAL, *(f"{known}s" for known in CANONICAL)))
    return (name,)


def _refuse_misspelt(name: str, known: tuple[str, ...]) -> None:
    near = nearest(name, known, cutoff=0.8)
    # People rarely get the first letter wrong: custard is no mustard.
    if near is not None and near[0] == name[0]:
        raise PydanticCustomError("said", f"looks misspelt; write {shown(near)}")


def _snake(word: str) -> str:
    return re.sub(r"[\s_-]+", "_", word.casefold()).strip("_")
