"""Numbers as they are typed, in several languages."""

import pytest

from bot.intent.rules.parser import parse
from bot.intent.rules.words.numbers import Number, read_number
from bot.intent.rules.words.tokens import tokenize
from tests.bot.intent.menus import in_words, small_menu
from tests.support.menus import menu_of
from tools.kit.call import Call, Json

_MENU = small_menu()
_IN_THEIR_LETTERS = [
    (word, value)
    for value, words in {
        1: "एक ஒரு ஒன்று ఒకటి ఒక ಒಂದು ഒന്ന് ഒരു",
        2: "இரண்டு ரெண்டு రెండు ಎರಡು രണ്ട്",
        3: "तीन மூன்று மூணு మూడు ಮೂರು മൂന്ന്",
        4: "चार நான்கு நாலு నాలుగు ನಾಲ್ಕು നാല്",
        5: "पाँच पांच ஐந்து அஞ்சு ఐదు ಐದು അഞ്ച്",
        6: "छह छः ஆறு ఆరు ಆರು ആറ്",
        7: "सात ஏழு ఏడు ಏಳು ഏഴ്",
        8: "आठ எட்டு ఎనిమిది ಎಂಟು എട്ട്",
        9: "नौ ஒன்பது తొమ్మిది ಒಂಬತ್ತು ഒമ്പത്",
        10: "दस பத்து పది ಹತ್ತು പത്ത്",
    }.items()
    for word in words.split()
]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2", 2),
        ("2x", 2),
        ("x2", 2),
        ("0", 0),
        ("-3", -3),
        ("1000000000", 1_000_000_000),
        ("2.5", "2.5"),
        ("1e3", "1e3"),
        ("1_000", "1_000"),
        ("NaN", "NaN"),
        ("one", 1),
        ("twelve", 12),
        ("twenty five", 25),
        ("two hundred", 200),
        ("a couple of", 2),
        ("half a dozen", 6),
        ("half dozen", 6),
        ("a dozen", 12),
        ("two dozen", 24),
        ("ek", 1),
        ("oru", 1),
        ("rendu", 2),
        ("eradu", 2),
        ("moonu", 3),
        ("naalu", 4),
        ("aidu", 5),
        ("aaru", 6),
        ("ezhu", 7),
        ("enimidi", 8),
        ("ombathu", 9),
        ("hattu", 10),
        *_IN_THEIR_LETTERS,
    ],
)
def test_the_whole_text_is_one_number(text: str, value: int | str) -> None:
    tokens = tokenize(text)
    assert read_number(tokens, 0) == Number(value, len(tokens))


@pytest.mark.parametrize("text", ["idly", "7up", "2%", "2nd", "do", "nan", "a", "half"])
def test_a_word_is_no_number(text: str) -> None:
    assert read_number(tokenize(text), 0) is None


def test_a_number_that_is_also_english_needs_a_dish_after_it() -> None:
    assert read_number(tokenize("do idly"), 0, before_dish=True) == Number(2, 1)


def test_digits_do_not_add_up() -> None:
    assert read_number(tokenize("two three"), 0) == Number(2, 1)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("half a dozen idly", {"idly": 6}),
        ("a dozen idly and half a dozen vada", {"idly": 12, "vada": 6}),
        ("a couple idly", {"idly": 2}),
        ("2idly", {"idly": 2}),
        ("3dosa", {"dosa": 3}),
        ("2xidly", {"idly": 2}),
        ("2idly and 3vada", {"idly": 2, "vada": 3}),
        ("teen idly chahiye", {"idly": 3}),
        ("mujhe do idly chahiye", {"idly": 2}),
        ("do idly", {"idly": 2}),
        ("do idly aur ek vada", {"idly": 2, "vada": 1}),
        ("teen dosa chahiye", {"dosa": 3}),
        ("idly aur do vada", {"idly": 1, "vada": 2}),
        ("i will do masala dosa", {"masala dosa": 1}),
        ("दो इडली", {"इडली": 2}),
        ("तीन इडली और दो मसाला डोसा", {"इडली": 3, "मसाला डोसा": 2}),
        ("चार डोसा", {"डोसा": 4}),
        ("2 इडली और 1 मसाला डोसा", {"इडली": 2, "मसाला डोसा": 1}),
        ("2 इडली दीजिए", {"इडली": 2}),
        ("இரண்டு இட்லி வேண்டும்", {"இட்லி": 2}),
        ("రెండు ఇడ్లీ కావాలి", {"ఇడ్లీ": 2}),
        ("ಎರಡು ಇಡ್ಲಿ ಬೇಕು", {"ಇಡ್ಲಿ": 2}),
        ("രണ്ട് ഇഡ്ഡലി വേണം", {"ഇഡ്ഡലി": 2}),
    ],
)
def test_that_many_are_ordered(text: str, counted: dict[str, int]) -> None:
    lines: list[Json] = [{"quantity": count, "item": dish} for dish, count in counted.items()]
    assert in_words(parse(text, _MENU), _MENU) == (Call("add_to_cart", {"lines": lines}),)


@pytest.mark.parametrize("text", ["65inch tv", "65 inch tv", "a 12 inch dosa", "500 ml water"])
def test_a_number_of_a_measure_counts_no_dishes(text: str) -> None:
    assert "add_to_cart" not in {call.tool for call in parse(text, _MENU)}


def test_which_three_is_asked_where_a_category_is_called_so() -> None:
    items: list[Json] = [
        {"no": no, "id": name, "name": name, "category": "dosa", "price": "1.00"}
        for no, name in enumerate(("Masala Dosa", "Plain Dosa"), 1)
    ]
    menu = menu_of({"categories": [{"id": "dosa", "name": "Dosa"}], "items": items})
    (call,) = parse("teen dosa chahiye", menu)
    assert call == Call("add_to_cart", {"lines": [{"quantity": 3, "item": "dosa"}]})


@pytest.mark.parametrize("text", ["बिल दो", "मेनू दो"])
def test_what_is_asked_for_last_is_not_counted(text: str) -> None:
    assert [call.tool for call in parse(text, _MENU)] in (["view_cart"], ["search_menu"])
