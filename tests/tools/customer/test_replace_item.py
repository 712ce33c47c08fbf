"""replace_item: nothing goes before it is clear what comes."""

import pytest

from tests.speech import PlainSpeech
from tests.tools.turns import RecordingDatabase, cart, line, turn, view
from tools.customer.replace_item import replace_item
from tools.kit.call import Call
from tools.kit.errors import LineNotFound
from tools.results.added import Asked

SAY = PlainSpeech()
REPLACED = cart(line(1, "Idly", 0, 40, delta=-2), line(2, "Medu Vada", 2, 40, delta=2))


async def test_it_says_what_went_and_what_came() -> None:
    database = RecordingDatabase(REPLACED)
    result = await replace_item(turn(database), "medu vada", "idly")
    ((function, ref, new, quantity, pieces),) = database.calls
    assert (function, quantity, pieces) == ("replace_item", None, None)
    assert ref == {"item_ids": ["idly"], "also": ["ghee_podi_idly"]}
    assert isinstance(new, dict)
    assert (new["item"], new["options"]) == ({"item_id": "medu_vada"}, [])
    assert result.text(SAY).startswith("Replaced 2x Idly with 2x Medu Vada.")


async def test_what_is_not_clear_is_asked_and_nothing_goes() -> None:
    database = RecordingDatabase(view())
    result = await replace_item(turn(database), "biryani", "idly", 2)
    assert [call[0] for call in database.calls] == ["record_turn"]
    assert isinstance(result, Asked)
    calls = [button.call for row in result.buttons(SAY) for button in row]
    assert {call.tool for call in calls} == {"replace_item"}
    assert all((call.args["item"], call.args["quantity"]) == ("idly", 2) for call in calls)


async def test_a_dish_nobody_knows_lets_nothing_go() -> None:
    database = RecordingDatabase(view())
    await replace_item(turn(database), "helicopter", "idly")
    assert [call[0] for call in database.calls] == ["record_turn"]


async def test_what_shall_go_has_to_be_in_the_cart() -> None:
    database = RecordingDatabase(view())
    with pytest.raises(LineNotFound):
        await replace_item(turn(database), "idly", "helicopter")
    assert database.calls == []


async def test_of_several_lines_each_button_replaces_one() -> None:
    two = cart(line(1, "Idly", 1, 40), line(2, "Idly", 2, 40), ask_lines=[1, 2])
    result = await replace_item(turn(RecordingDatabase(two)), "medu vada", "idly")
    calls = [button.call for row in result.buttons(SAY) for button in row]
    assert [call.args["line"] for call in calls] == [1, 2]
    assert all(call == Call("replace_item", dict(call.args)) for call in calls)
