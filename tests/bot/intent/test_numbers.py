"""Numbers as they are typed, in several languages."""

import pytest

from bot.intent.rules.numbers import Number, read_number
from bot.intent.rules.tokens import tokenize


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
