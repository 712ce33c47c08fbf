"""What is left of a message before it is read."""

import pytest

from bot.intent.clean import LONGEST, LONGEST_MESSAGE, clean


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  add   2\n\tidly ", "add 2 idly"),
        ("a\u200bdd 2 i\u2060d\ufeffly", "add 2 idly"),
        ("add 2 idly\U000e0041\U000e007f", "add 2 idly"),
        ("\u202eadd 2 idly\u202c", "add 2 idly"),
        ("coffee\ufe0f", "coffee"),
        ("\uff41\uff44\uff44 \uff12 idly", "add 2 idly"),
        ("I\u2019ll pay cash", "I'll pay cash"),
        ("idly \u00d7 2 \u2013 dosa", "idly x 2 - dosa"),
        ("2 idly\x00\x07", "2 idly"),
        ("caf\u0065\u0301", "caf\u00e9"),
        ("\u0456dly", "\u0456dly"),
    ],
)
def test_it_reads_as_it_looks(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    "text", ["", "   ", "\u200b\ufeff", "\U0001f600" * 4096, "?!…", "a" * (LONGEST_MESSAGE + 1)]
)
def test_there_is_nothing_to_understand(text: str) -> None:
    assert clean(text) == ""


def test_a_long_message_is_cut_where_nobody_orders_any_more() -> None:
    assert len(clean("idly " * 200)) <= LONGEST
