"""What PostgreSQL says of times, in the customer's language."""

import pytest

from bot.speech import Voices
from tests.speech import PlainSpeech
from tests.tools.turns import TENANT
from tools.kit.when import spoken_names, spoken_start, spoken_when


@pytest.mark.parametrize(
    ("words", "english", "hindi", "tamil"),
    [
        ("07:00-11:30", "7:00 am-11:30 am", "7:00 am से 11:30 am तक", "7:00 AM முதல் 11:30 AM வரை"),
        (
            "Sat, Sun 10:00-14:00",
            "Sat, Sun 10:00 am-2:00 pm",
            "शनि, रवि 10:00 am से 2:00 pm तक",
            "சனி, ஞாயி. 10:00 AM முதல் 2:00 PM வரை",
        ),
        (
            "Mon-Fri 07:00-11:30 and 19:00-22:30",
            "Mon-Fri 7:00 am-11:30 am and 7:00 pm-10:30 pm",
            "सोम-शुक्र 7:00 am से 11:30 am तक और 7:00 pm से 10:30 pm तक",
            "திங்.-வெள். 7:00 AM முதல் 11:30 AM வரை மற்றும் 7:00 PM முதல் 10:30 PM வரை",
        ),
        ("today from 17:00", "today from 5:00 pm", "आज 5:00 pm से", "இன்று 5:00 PM முதல்"),
        ("tomorrow from 07:00", "tomorrow from 7:00 am", "कल 7:00 am से", "நாளை 7:00 AM முதல்"),
        (
            "on Monday from 07:00",
            "on Monday from 7:00 am",
            "सोमवार को 7:00 am से",
            "திங்கள் 7:00 AM முதல்",
        ),
        (
            "on 24 December from 07:00",
            "on 24 December from 7:00 am",
            "24 दिसंबर को 7:00 am से",
            "24 டிசம்பர் 7:00 AM முதல்",
        ),
        ("again later", "again later", "बाद में", "பிறகு"),
        ("when the cook is back", *("when the cook is back",) * 3),
    ],
)
def test_every_wording_is_said(words: str, english: str, hindi: str, tamil: str) -> None:
    voices = Voices()
    said = [spoken_when(voices(language, TENANT), words) for language in ("en", "hi", "ta")]
    assert said == [english, hindi, tamil]
    assert spoken_when(PlainSpeech(), words) == words


def test_when_it_begins() -> None:
    hindi = Voices()("hi", TENANT)
    assert spoken_start(hindi, "tomorrow from 07:00") == "कल 7:00 am"
    assert spoken_start(hindi, "on 24 December from 07:00") == "24 दिसंबर 7:00 am"
    assert spoken_start(PlainSpeech(), "on Monday from 07:00") == "Monday 07:00"
    assert spoken_start(PlainSpeech(), "07:00-11:30") == "07:00-11:30"


def test_ways_to_order_and_pay() -> None:
    hindi = Voices()("hi", TENANT)
    assert spoken_names(hindi, "take-away, dine-in") == "टेकअवे, डाइन-इन"
    assert spoken_names(hindi, "cash, upi, cheque") == "कैश, UPI, cheque"
