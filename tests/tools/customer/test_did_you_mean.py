"""did_you_mean: what was understood is asked about, and nothing is put in the cart."""

from tests.speech import PlainSpeech
from tests.tools.turns import RecordingDatabase, turn, view
from tools.customer.did_you_mean import did_you_mean
from tools.kit.call import Call
from tools.kit.params import OrderLine
from tools.kit.result import Result

SAY = PlainSpeech()


async def asked(*lines: OrderLine) -> Result:
    database = RecordingDatabase(view())
    result = await did_you_mean(turn(database), [*lines])
    assert database.calls == [("record_turn",)]
    assert result.asks
    return result


async def test_it_names_every_line_and_yes_adds_them() -> None:
    result = await asked(
        OrderLine(item="idly", quantity=2), OrderLine(item="masala dosa", note="for Nate")
    )
    assert result.text(SAY) == 'Did you mean: 2x Idly, 1x Masala Dosa ("for Nate")?'
    ((yes, no),) = result.buttons(SAY)
    assert (yes.label, no.label) == ("Yes, add them", "No, show the menu")
    assert yes.call == result.if_yes()
    assert yes.call.tool == "add_to_cart"
    assert no.call == Call("search_menu")


async def test_one_line_is_it() -> None:
    result = await asked(OrderLine(item="idly"))
    ((yes, _),) = result.buttons(SAY)
    assert yes.label == "Yes, add it"


async def test_what_has_to_be_asked_of_a_line_comes_first_and_brings_the_others() -> None:
    result = await asked(OrderLine(item="idly"), OrderLine(item="dosa"))
    assert "Did you mean" not in result.text(SAY)
    calls = [button.call for row in result.buttons(SAY) for button in row]
    lines = [call.args["lines"] for call in calls if call.tool == "add_to_cart"]
    assert lines
    assert all(isinstance(its, list) and len(its) == 2 for its in lines)
