"""update_item: "make it spicy", "no onion in the dosa"."""

from dataclasses import dataclass, replace

from tools.kit.call import Json
from tools.kit.errors import UnknownOption
from tools.kit.params import Accept, Choices, Item, LineNo, Note, Pieces
from tools.kit.speech import Speech
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.menu import named
from tools.resolve.change import Wish, resolve_change
from tools.resolve.line_ref import line_ref, meant_dishes
from tools.resolve.override import change_anyway
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
    accept: Accept | None = None,
    quantity: Pieces = None,
) -> ItemUpdated | WhichLine | Asked:
    """Change options, removals or note of a dish in the cart.

    With a `quantity` only so many of its pieces.
    """
    ref = line_ref(turn, item, line)
    dishes = meant_dishes(turn, item or "") if "item_ids" in ref else ()
    wish = Wish(dishes, options or (), without or (), note, accept or (), quantity)
    target: dict[str, Json] = {"line": line} if line else {"item": item}
    try:
        return await _update(turn, ref, wish, target)
    except UnknownOption as refusal:
        # Only PostgreSQL knew which dish was meant; now its own choices can be asked about.
        known = named(turn.menu, str(refusal.words.get("item", "")))
        if dishes or len(known) != 1:
            raise
        question = resolve_change(turn, replace(wish, dishes=known), target)
        if not isinstance(question, Question):
            raise
        return Asked(view=await turn.call("record_turn"), question=question)


async def _update(
    turn: Turn, ref: dict[str, Json], wish: Wish, target: dict[str, Json]
) -> ItemUpdated | WhichLine | Asked:
    change = resolve_change(turn, wish, target)
    if isinstance(change, Question):
        return Asked(view=await turn.call("record_turn"), question=change)
    some = () if wish.quantity is None else (wish.quantity,)
    view = await turn.call("update_item", ref, change, *some)
    if view.ask_lines:
        return WhichLine(view=view, tool="update_item", args=wish.said)
    if view.conflicts:
        question = change_anyway(turn, view.conflicts[0], target, wish.said)
        return Asked(view=view, question=question)
    return ItemUpdated(view=view)
