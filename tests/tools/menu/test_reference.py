"""Words that point."""

import pytest

from tools.menu import Reference, reference


@pytest.mark.parametrize(
    "words",
    [
        "",
        "it",
        "that",
        "that one",
        "one more",
        "another one",
        "same again",
        "those",
        "the last one",
        "one more of those please",
    ],
)
def test_words_that_mean_what_was_mentioned_last(words: str) -> None:
    assert reference(words) == Reference()


@pytest.mark.parametrize(
    ("words", "position"),
    [
        ("the second one", 2),
        ("second", 2),
        ("2nd", 2),
        ("the 3rd one please", 3),
        ("number 3", 3),
        ("no. three", 3),
        ("item 12", 12),
        ("first dish", 1),
        ("1", 1),
    ],
)
def test_words_that_mean_a_place(words: str, position: int) -> None:
    assert reference(words) == Reference(position)


@pytest.mark.parametrize("words", ["idly", "one idly", "#3", "7up", "two", "second hand idly", "0"])
def test_words_that_name_something(words: str) -> None:
    assert reference(words) is None
