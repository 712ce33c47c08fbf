"""Words that change nothing."""

import pytest

from tests.speech import PlainSpeech
from tests.tools.menus import small_menu
from tests.tools.turns import RecordingDatabase, cart, line, turn, view
from tools.customer.help import help as help_tool
from tools.customer.not_understood import not_understood
from tools.customer.small_talk import small_talk
from tools.kit.call import Call
from tools.kit.result import Button

SAY = PlainSpeech()


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("hi there", "Welcome to Tiffin Room!"),
        ("thank you so much", "You're welcome!"),
        ("ok bye", "Goodbye, and thank you!"),
        ("greeting", "Welcome to Tiffin Room!"),
        ("thanks", "You're welcome!"),
        ("goodbye", "Goodbye, and thank you!"),
        ("okay", "All right!"),
        ("forget it", "All right, I leave everything as it is."),
        ("wait a moment", "Take your time!"),
    ],
)
async def test_small_talk_is_answered(words: str, begins: str) -> None:
    database = RecordingDatabase(view())
    result = await small_talk(turn(database), words)
    assert database.calls == [("record_turn",)]
    assert result.text(SAY).startswith(begins)
    assert [button.label for row in result.buttons(SAY) for button in row] == ["Menu"]


async def test_help_shows_sentences_to_try() -> None:
    result = await help_tool(turn(RecordingDatabase(view())))
    assert result.text(SAY).count('"') == 14
    assert "allergic" in result.text(SAY)
    assert "tomorrow at 9" in result.text(SAY)
    assert small_menu().items[0].name in result.text(SAY)


async def test_what_is_not_understood_leaves_a_way_on() -> None:
    full = cart(line(1, "Idly", 1, 40))
    result = await not_understood(turn(RecordingDatabase(full)))
    assert "show me the menu" in result.text(SAY)
    assert "idly" not in result.text(SAY)
    labels = [button.label for row in result.buttons(SAY) for button in row]
    assert labels == ["Menu", "View cart", "Checkout"]


async def test_what_speaks_of_a_dish_shows_it() -> None:
    result = await not_understood(turn(RecordingDatabase(view())), "masala dosa")
    assert '"2 Masala Dosa"' in result.text(SAY)
    (dish, *_), *_ = result.buttons(SAY)
    assert dish == Button("Masala Dosa", Call("choose_options", {"item": "#4"}))


async def test_what_speaks_of_no_dish_of_ours_shows_none() -> None:
    result = await not_understood(turn(RecordingDatabase(view())), "lasagne")
    assert [button.label for row in result.buttons(SAY) for button in row] == ["Menu"]


async def test_no_after_thanks_checks_out_or_says_goodbye() -> None:
    full = await small_talk(turn(RecordingDatabase(cart(line(1, "Idly", 1, 40)))), "thanks")
    assert full.if_no() == Call("checkout")
    empty = await small_talk(turn(RecordingDatabase(view())), "thanks")
    assert empty.if_no() == Call("small_talk", {"kind": "goodbye"})
    assert (await small_talk(turn(RecordingDatabase(view())), "greeting")).if_no() is None
