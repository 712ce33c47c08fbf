"""Allergens and diets: what menu files call them, and what is only misspelt."""

import pytest
from pydantic_core import PydanticCustomError

from db.menu.words import ALLERGENS, allergen, allergens, diet, suited_diet


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        *((word, [word]) for word in ALLERGENS),
        ("Milk", ["dairy"]),
        ("Tree Nuts", ["tree_nut"]),
        ("tree-nuts", ["tree_nut"]),
        ("cashews", ["tree_nut"]),
        ("Eggs", ["egg"]),
        ("soya beans", ["soy"]),
        ("sulfites", ["sulphite"]),
        ("groundnuts", ["peanut"]),
        ("nuts", ["tree_nut", "peanut"]),
        ("shellfish", ["crustacean", "mollusc"]),
    ],
)
def test_synonyms_are_understood(said: str, meant: list[str]) -> None:
    assert allergens([said]) == meant


@pytest.mark.parametrize(
    "word", ["garlic", "onion", "mushroom", "corn", "kiwi", "custard", "கடுகு"]
)
def test_other_words_are_kept(word: str) -> None:
    assert allergens([word, "dairy", word]) == [word, "dairy"]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("penut", "peanut"),
        ("peannuts", "peanuts"),
        ("diary", "dairy"),
        ("glutten", "gluten"),
        ("seasame", "sesame"),
        ("musterd", "mustard"),
        ("coconutt", "coconut"),
        ("shelfish", "shellfish"),
    ],
)
def test_misspellings_are_named_with_the_remedy(said: str, meant: str) -> None:
    with pytest.raises(PydanticCustomError, match=f'looks misspelt; write "{meant}"'):
        allergen(said)


@pytest.mark.parametrize(
    ("said", "meant"), [("Jain", "jain"), ("gluten-free", "gluten_free"), ("veg", "veg")]
)
def test_diets_have_one_name(said: str, meant: str) -> None:
    assert diet(said) == meant


def test_what_is_no_diet() -> None:
    with pytest.raises(PydanticCustomError, match='looks misspelt; write "vegan"'):
        diet("vegn")
    with pytest.raises(PydanticCustomError, match="say it with `diet`"):
        suited_diet("non-veg")
