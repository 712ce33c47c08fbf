"""Typing errors: mended where there can be no doubt."""

import pytest

from tools.menu.spelling import corrections, misheard

KNOWN = "dosa egg mini pista paneer coke water chutney dindigul neer pepper paper"


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("dsoa", ("dosa",)),
        ("dos", ()),
        ("dpsa", ("dosa",)),
        ("panner", ("paneer",)),
        ("dindugaul", ("dindigul",)),
        ("papper", ("paper", "pepper")),
    ],
)
def test_a_slip_is_mended_and_a_tie_is_kept(word: str, meant: tuple[str, ...]) -> None:
    assert corrections(word, KNOWN) == meant


@pytest.mark.parametrize("word", ["veg", "mint", "pasta", "cake", "beer", "weather", "neen", "65"])
def test_another_word_is_no_slip(word: str) -> None:
    assert corrections(word, KNOWN) == ()


def test_letters_are_heard_for_each_other() -> None:
    assert misheard("chatni", "chutni nendran") == ("chutni",)
    assert misheard("nentran", "chutni nendran") == ("nendran",)
    assert misheard("veater", "vater") == ()
