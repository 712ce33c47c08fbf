"""A tape: the answers of a database once more, without asking it."""

import pytest

from bot.tape import Tape
from tools.kit.call import Json
from tools.kit.errors import EmptyCart


class Once:
    """Counts, and refuses the second call."""

    def __init__(self) -> None:
        self.asked = 0

    async def call(self, function: str, *args: object) -> Json:
        """Its number. Raises EmptyCart."""
        self.asked += 1
        if self.asked == 2:
            raise EmptyCart
        return self.asked


async def test_answers_and_refusals_come_again_in_their_order() -> None:
    database = Once()
    tape = Tape(database)
    assert await tape.call("add_to_cart") == 1
    with pytest.raises(EmptyCart):
        await tape.call("checkout")
    assert await tape.call("record_turn") == 3

    for played in (tape.again(), tape.again()):
        assert await played.call("add_to_cart") == 1
        with pytest.raises(EmptyCart):
            await played.call("checkout")
        assert await played.call("record_turn") == 3
    assert database.asked == 3
