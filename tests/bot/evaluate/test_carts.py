"""Which carts are the same, and how far one is from another."""

import pytest

from bot.evaluate.carts import amiss
from bot.evaluate.lines import Choice, Line
from tests.bot.evaluate.stall import GINGER, LARGE, SUGAR, lines

DEFAULTS = {"size": "regular", "extras": None}
REGULAR = Choice(group="size", option="regular")
EITHER = Choice(group="extras", any_of=("sugar", "ginger"))
NO_EXTRA = Choice(group="extras", option="sugar", amount="extra")
TWICE = Choice(group="extras", option="ginger", count=2)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ([], []),
        ([lines("chai"), lines("bun")], [lines("bun"), lines("chai")]),
        ([lines("chai", 2)], [lines("chai"), lines("chai")]),
        ([lines("chai")], [lines("chai", options=[REGULAR])]),
        ([lines("chai", options=[LARGE, SUGAR])], [lines("chai", options=[SUGAR, LARGE])]),
        ([lines("chai", options=[EITHER])], [lines("chai", options=[GINGER])]),
        ([lines("chai", without=[EITHER])], [lines("chai", without=[GINGER, SUGAR])]),
        ([lines("chai", without=[NO_EXTRA])], [lines("chai")]),
        ([lines("chai", options=[TWICE])], [lines("chai", options=[GINGER, GINGER])]),
        (
            [lines("chai", options=[EITHER]), lines("chai", options=[EITHER])],
            [lines("chai", options=[GINGER]), lines("chai", options=[SUGAR])],
        ),
    ],
)
def test_the_same_for_the_kitchen(wanted: list[Line], found: list[Line]) -> None:
    assert amiss(wanted, found, DEFAULTS) == 0


@pytest.mark.parametrize(
    ("wanted", "found", "pieces"),
    [
        ([lines("chai")], [], 1),
        ([lines("chai", 2)], [lines("chai", 5)], 3),
        ([lines("chai")], [lines("bun")], 2),
        ([lines("chai", options=[LARGE])], [lines("chai")], 2),
        ([lines("chai")], [lines("chai", without=[SUGAR])], 2),
        ([lines("chai", options=[EITHER])], [lines("chai", options=[SUGAR, GINGER])], 2),
        ([lines("chai", without=[EITHER])], [lines("chai", without=[SUGAR])], 2),
        ([lines("chai", options=[NO_EXTRA])], [lines("chai", options=[SUGAR])], 2),
        ([lines("chai", options=[TWICE])], [lines("chai", options=[GINGER])], 2),
        ([lines("chai"), lines("bun", 3)], [lines("chai"), lines("bun", 2)], 1),
    ],
)
def test_how_many_pieces_are_amiss(wanted: list[Line], found: list[Line], pieces: int) -> None:
    assert amiss(wanted, found, DEFAULTS) == pieces
