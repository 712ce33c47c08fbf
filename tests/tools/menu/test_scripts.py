"""Indian scripts in Latin letters."""

import pytest

from tools.menu.normalise import fold
from tools.menu.scripts import romanised


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("पनीर", "paniir"),
        ("दही", "dahii"),
        ("सांभर", "saambhar"),
        ("ਪਨੀਰ", "paniir"),
        ("বিরিয়ানি", "biriyaani"),
        ("தோசை", "tosai"),
        ("சாம்பார்", "saambaar"),
        ("பொங்கல்", "pongal"),
        ("சப்பாத்தி", "sappaatti"),
        ("వడ", "vada"),
        ("ದೋಸೆ", "dose"),
        ("പുട്ട്", "puttu"),
        ("അപ്പം", "appam"),
        ("idly", "idly"),
        ("寿司", "寿司"),
        ("़", ""),
        ("്", ""),
    ],
)
def test_a_word_as_it_is_spoken(written: str, spoken: str) -> None:
    assert romanised(written) == spoken


@pytest.mark.parametrize(
    ("dish", "scripts"),
    [
        ("dosa", "डोसा தோசை ದೋಸೆ దోశ ദോശ"),
        ("idli", "इडली இட்லி ಇಡ್ಲಿ ఇడ్లీ ഇഡ്ഡലി"),
        ("vada", "वड़ा வடை ವಡೆ వడ"),
        ("biryani", "बिरयानी பிரியாணி ಬಿರಿಯಾನಿ బిర్యానీ ബിരിയാണി"),
        ("coffee", "காபி ಕಾಫಿ కాఫీ"),
        ("chai", "चाय ചായ ಚಹಾ"),
    ],
)
def test_a_dish_in_many_scripts_is_one_dish(dish: str, scripts: str) -> None:
    assert {word: fold(word) for word in scripts.split()} == dict.fromkeys(
        scripts.split(), fold(dish)
    )
