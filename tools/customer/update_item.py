"""update_item: "make it spicy", "no onion in the dosa"."""

from dataclasses import dataclass

from tools.kit.call import Json
from tools.kit.params import Choices, Item, LineNo, Note
from tools.kit.speech import Speech
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.change import Wish, resolve_change
from tools.resolve.line_ref import line_ref, meant_dishes
from tools.results.added import Asked
from tools.results.cart import CartChanged
from tools.results.lines import all_with_quantity
from tools.results.questions import Question
from tools.results.which_line import WhichLine


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemUpdated(CartChanged):
    """A line made otherwise."""

    def change(self, say: Speech) -> str:
        """ "Changed to 1x Masala Dosa (Spicy, no Onion)." """
        return say("Changed to {lines}.", lines=all_with_quantity(say, self.view.changed))


@tool(says=("make it spicy", "no onion in the masala dosa", "make the coffee large"))
async def update_item(
    turn: Turn,
    item: Item = None,
    options: Choices | None = None,
    without: Choices | None = None,
    note: Note = None,
    line: LineNo = None,
) -> ItemUpdated | WhichLine | Asked:
    """Change options, removals or note of a dish in the cart."""
    ref = line_ref(turn, item, line)
    dishes = meant_dishes(turn, item or "") if "item_ids" in ref else ()
    target: dict[str, Json] = {"line": line} if line else {"item": item}
    change = resolve_change(turn, Wish(dishes, options or (), without or (), note), target)
    if isinstance(change, Question):
        return Asked(view=await turn.call("record_turn"), question=change)
    view = await turn.call("update_item", ref, change)
    if view.ask_lines:
        said: dict[str, Json] = {
            "options": [*(options or ())],
            "without": [*(without or ())],
            "note": note,
        }
        return WhichLine(
            view=view,
            tool="update_item",
            args={name: value for name, value in said.items() if value},
        )
    return ItemUpdated(view=view)
