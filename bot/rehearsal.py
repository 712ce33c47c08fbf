"""Whether a model's calls can be carried out as they stand, found out before anything is."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bot.intent.reading import Reading
from tools.kit.call import Call, Json
from tools.kit.errors import ToolError
from tools.kit.registry import Registry
from tools.kit.turn import Turn
from tools.results.added import Asked
from tools.results.menu import NothingFound

_TALK = frozenset({"small_talk", "help", "not_understood"})
"""These only put themselves on record anyway."""
_OF_DISHES = frozenset(
    {"add_to_cart", "update_item", "set_quantity", "remove_from_cart", "replace_item"}
)


async def settle(reading: Reading, turn: Turn, registry: Registry) -> Reading:
    """The reading; or what the rules read, where the model's would end in a question or a refusal
    and theirs, which is about dishes or the same tool as well, would not.
    """
    if not reading.instead:
        return reading
    stuck = [call for call in reading.calls if not await _resolves(call, turn, registry)]
    if not stuck or not _about_the_same(stuck, reading.instead):
        return reading
    for call in reading.instead:
        if call.tool in _TALK or not await _resolves(call, turn, registry):
            return reading
    return replace(reading, calls=reading.instead, source="rules")


def _about_the_same(stuck: Iterable[Call], instead: Iterable[Call]) -> bool:
    """Whether the rules read dishes where the model did, else a tool that is stuck."""
    tools = {call.tool for call in stuck}
    wanted = tools | _OF_DISHES if tools & _OF_DISHES else tools
    return any(call.tool in wanted for call in instead)


async def _resolves(call: Call, turn: Turn, registry: Registry) -> bool:
    """Run the tool before an empty house: its words meet the menu in memory, and no statement runs.

    It is stuck when it refuses, asks about a dish, finds nothing, or leaves it at a question.
    """
    house = _EmptyHouse(turn.menu.version, turn.tenant.currency)
    try:
        result = await registry.run(replace(turn, database=house), call)
    except ToolError:
        return False
    if isinstance(result, Asked | NothingFound):
        return False
    return call.tool in _TALK or house.called != ["record_turn"]


@dataclass(slots=True)
class _EmptyHouse:
    """A database that takes note of what is called and always shows the same empty cart."""

    menu_version: int
    currency: str
    called: list[str] = field(default_factory=list)

    async def call(self, function: str, *args: object) -> Json:
        """Take note, and run nothing."""
        self.called.append(function)
        return {
            "session_id": "",
            "seq": 0,
            "step": "ordering",
            "menu_version": self.menu_version,
            "currency": self.currency,
        }
