"""choose_options: a dish's page. Its buttons carry what has been chosen, so it keeps no state."""

from tools.kit.errors import UnknownItem
from tools.kit.params import Choices, Words
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.menu import Match, choose, find, meals_of
from tools.resolve.toggles import Picked
from tools.results.dish import DishPage


@tool()
async def choose_options(turn: Turn, item: Words, options: Choices | None = None) -> DishPage:
    """Show a dish and its choices. Raises UnknownItem."""
    found = find(turn.menu, item)
    if not isinstance(found, Match):
        raise UnknownItem
    groups = turn.menu.groups_of(found.item)
    picked = Picked.of(found.item, choose(turn.menu, groups, options or ()))
    return DishPage(
        view=await turn.call("record_turn"),
        item=found.item,
        price=picked.price(),
        meals=meals_of(turn.menu, found.item),
        toggles=picked.toggles(groups),
        add=picked.add(),
    )
