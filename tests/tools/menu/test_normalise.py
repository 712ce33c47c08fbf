"""One dish, many spellings."""

import pytest

from tools.menu.normalise import fold, normalise, singular, words_of


@pytest.mark.parametrize(
    ("dish", "spellings"),
    [
        ("dosa", "dosai thosai dose tosai doosai dosas dosais thosa"),
        ("vada", "vadai wada vade vadas wadas vadaa"),
        ("idly", "idli idlis idlies iddli idlee idlys"),
        ("biryani", "briyani biriyani biriani bryani biryanis"),
        ("parotta", "porotta parota barotta parotha parottas"),
        ("poori", "puri pooris puris"),
        ("uttapam", "uthappam oothappam utthapam uttappam"),
        ("upma", "uppuma upuma uppma"),
        ("idiyappam", "idiappam idiyapam"),
        ("coffee", "kaapi kapi coffees cofee"),
        ("chai", "chaya tea teas"),
        ("medu", "medhu"),
        ("sambar", "sambhar saambar"),
        ("chapati", "chapathi chappathi chapatis"),
        ("lassi", "lassy lasi"),
        ("paneer", "panneer panir"),
        ("halwa", "halva"),
        ("kothu", "kottu"),
        ("bajji", "bhaji"),
        ("pakora", "pakoda pakodi pakora"),
        ("kuzhambu", "kulambu"),
        ("juice", "juise"),
        ("mysore", "mysoor mysur"),
        ("pulao", "pulav pulau pulaw"),
        ("phulka", "fulka"),
    ],
)
def test_spellings_of_a_dish_sound_alike(dish: str, spellings: str) -> None:
    assert {fold(word) for word in spellings.split()} == {fold(dish)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("vada", "adai"),
        ("chai", "chapati"),
        ("egg", "veg"),
        ("parotta", "paratha"),
        ("dosa", "soda"),
        ("idly", "idiyappam"),
        ("idly", "italy"),
        ("uttapam", "tapas"),
        ("poori", "pori"),
        ("biryani", "brain"),
    ],
)
def test_different_dishes_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("  Masala-DOSA!! ", ("masala", "dosa")),
        ("M\u200basala\u00ad dosa", ("masala", "dosa")),
        ("Ｍａｓａｌａ dosa", ("masala", "dosa")),
        ("crème brûlée", ("creme", "brulee")),
        ("McDonald's fries", ("mcdonalds", "fries")),
        ("salt & pepper", ("salt", "and", "pepper")),
        ("மசாலா தோசை", ("மசாலா", "தோசை")),
        ("मसाला डोसा।", ("मसाला", "डोसा")),
        ("🍛🍛", ()),
        ("", ()),
    ],
)
def test_words_are_found_whatever_is_around_them(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("plural", "word"),
    [
        ("dosas", "dosa"),
        ("curries", "curry"),
        ("sandwiches", "sandwich"),
        ("tomatoes", "tomato"),
        ("glass", "glass"),
        ("gas", "gas"),
        ("chaas", "chaas"),
    ],
)
def test_plurals_lose_their_ending(plural: str, word: str) -> None:
    assert singular(plural) == word


@pytest.mark.parametrize("text", ["Masala Dosai", "2 chappathis", "paneer butter masala"])
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
