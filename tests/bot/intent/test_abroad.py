"""Courtesies and questions in the languages of India, in both scripts."""

import pytest

from bot.evaluate.intents import intent_of
from bot.intent.rules.parser import parse
from tests.bot.intent.menus import small_menu
from tests.support.menus import menu_of
from tools.kit.call import Call

MENU = small_menu()
FRUITS = menu_of(
    {
        "categories": [{"id": "all", "name": "Food"}],
        "items": [
            {
                "no": no,
                "id": name,
                "name": name,
                "category": "all",
                "price": "1.00",
                "aliases": list(aliases),
            }
            for no, (name, aliases) in enumerate(
                {
                    "Idly": (),
                    "Mango Juice": ("aam juice",),
                    "Bhindi Masala": (),
                    "Andhra Meals": ("telugu meals",),
                }.items(),
                1,
            )
        ],
    }
)
"""Dishes that are called like a yes or a language."""
SAID = {
    "view_cart": (
        "kitna hua",
        "evvalavu aachu",
        "bill kodunga",
        "entha ayindi",
        "eshtu aythu",
        "कितना हुआ",
        "எவ்வளவு ஆச்சு",
        "ఎంత అయింది",
        "ಎಷ್ಟು ಆಯ್ತು",
        "എത്ര ആയി",
        "बिल दीजिए",
    ),
    "search_menu": (
        "aur kya hai",
        "vera enna irukku",
        "menu dikhao",
        "menu kaattunga",
        "और क्या है",
        "வேற என்ன இருக்கு",
        "ఇంకా ఏమి ఉంది",
        "ಮೆನು ತೋರಿಸಿ",
        "മെനു",
    ),
    "checkout": (
        "bas",
        "bas itna hi",
        "podhum anna",
        "chaalu",
        "बस",
        "போதும்",
        "చాలు",
        "ಸಾಕು",
        "മതി",
    ),
    "order_status": (
        "mera order kahan hai",
        "en order enga",
        "मेरा ऑर्डर कहाँ है",
        "என் ஆர்டர் எங்கே",
        "నా ఆర్డర్ ఎక్కడ",
    ),
    "thanks": ("dhanyavaad bhai", "nandri anna", "धन्यवाद", "நன்றி", "ధన్యవాదాలు", "നന്ദി"),
    "greeting": ("vanakkam", "namaste ji", "नमस्ते", "வணக்கம்", "నమస్కారం", "ನಮಸ್ಕಾರ"),
    "wait": ("ruko", "konjam irunga", "रुको", "ఆగండి"),
    "confirm": ("haan", "haan ji", "aamaa", "avunu", "हाँ", "ஆம்", "ஆமாம்", "അതെ"),
    "deny": ("nahi", "vendaam", "beda", "नहीं", "வேண்டாம்", "వద్దు", "ಬೇಡ", "വേണ്ട"),
    "clear_cart": ("order cancel karo", "ऑर्डर रद्द करो"),
}


@pytest.mark.parametrize(("intent", "text"), [(key, text) for key in SAID for text in SAID[key]])
def test_it_is_understood(intent: str, text: str) -> None:
    assert intent_of(parse(text, MENU)) == intent


@pytest.mark.parametrize("text", ["ek masala dosa", "rendu idly venum", "masala dosa dena"])
def test_a_dish_among_such_words_is_an_order(text: str) -> None:
    assert intent_of(parse(text, MENU)) == "add_to_cart"


@pytest.mark.parametrize("text", ["haan 2 idly", "ஆம், 2 idly", "accha, 2 idly", "हाँ 2 idly"])
def test_a_yes_before_an_order_is_no_dish(text: str) -> None:
    assert parse(text, FRUITS) == (
        Call("add_to_cart", {"lines": [{"quantity": 2, "item": "idly"}]}),
    )


def test_a_tamil_yes_is_no_english_am() -> None:
    assert intent_of(parse("ஆம்", FRUITS)) == "confirm"
    assert intent_of(parse("am", MENU)) != "confirm"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("order in hindi", "hi"),
        ("hindi please", "hi"),
        ("menu in tamil", "ta"),
        ("order in telugu", "te"),
        ("switch to kannada", "kn"),
    ],
)
def test_a_language_is_no_dish_mistyped(text: str, language: str) -> None:
    assert parse(text, FRUITS) == (Call("choose_language", {"language": language}),)


def test_a_dish_called_after_a_language_can_be_ordered() -> None:
    assert intent_of(parse("telugu meals", FRUITS)) == "add_to_cart"
