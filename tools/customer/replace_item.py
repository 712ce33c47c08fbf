"""replace_item: "a tea instead of the coffee", "change it to 2 vada"."""

from dataclasses import dataclass, replace

from tools.kit.call import Call, Json
from tools.kit.params import Accept, Choices, Item, LineNo, Note, OrderLine, Pieces, Quantity
from tools.kit.result import Button
from tools.kit.speech import Speech
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.menu import choose
from tools.resolve.line_ref import line_ref
from tools.resolve.order_line import Ready, resolve_line
from tools.resolve.override import replace_anyway
from tools.resolve.payload import option_rows
from tools.results.added import Asked
from tools.results.cart import CartChanged
from tools.results.lines import with_quantity
from tools.results.questions import Question
from tools.results.which_line import WhichLine


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemReplaced(CartChanged):
    """What went, and what came."""

    def change(self, say: Speech) -> str:
        """ "Replaced 1x Coffee with 1x Tea." """
        gone = [line for line in self.view.changed if line.delta < 0]
        come = [line for line in self.view.changed if line.delta > 0]
        return say(
            "Replaced {old} with {new}.",
            old=say.join([with_quantity(say, line, -line.delta) for line in gone]),
            new=say.join([with_quantity(say, line, line.delta) for line in come]),
        )


@tool()
async def replace_item(
    turn: Turn,
    new: Item,
    item: Item = None,
    quantity: Quantity | None = None,
    options: Choices | None = None,
    without: Choices | None = None,
    note: Note = None,
    line: LineNo = None,
    accept: Accept | None = None,
    pieces: Pieces = None,
) -> ItemReplaced | WhichLine | Asked:
    """Put a dish in the place of one in the cart.

    Nothing goes before it is clear what comes. Without a `quantity` there are as many as before;
    with `pieces` only so many of the old go.
    """
    wish = OrderLine(
        item=new,
        quantity=quantity or 1,
        options=options or [],
        without=without or [],
        note=note,
        accept=accept or [],
    )
    target: dict[str, Json] = {"line": line} if line else {"item": item} if item else {}
    counts: dict[str, Json] = {"quantity": quantity, "pieces": pieces}
    counts = {name: count for name, count in counts.items() if count}
    target |= counts
    found = resolve_line(turn, wish)
    if isinstance(found, Question):
        question = replace(found, answers=tuple(_instead(one, target) for one in found.answers))
        return Asked(view=await turn.call("record_turn"), question=question)
    view = await turn.call(
        "replace_item", line_ref(turn, item, line), _row(turn, found), quantity, pieces
    )
    if view.ask_lines:
        args = {**counts, **_as_new(found.said)}
        return WhichLine(view=view, tool="replace_item", args=args)
    if view.conflicts:
        call = Call("replace_item", {**target, **_as_new(found.said)})
        return Asked(view=view, question=replace_anyway(turn, view.conflicts[0], call))
    return ItemReplaced(view=view)


def _row(turn: Turn, found: Ready) -> dict[str, Json]:
    """Only what was said: what a dish comes with by itself may be otherwise in the cart."""
    said = found.said.get("options")
    if found.item is None or not isinstance(said, list):
        return {**found.row, "options": []} if found.item else found.row
    groups = turn.menu.groups_of(found.item)
    chosen = choose(turn.menu, groups, [str(one) for one in said]).chosen
    return {**found.row, "options": option_rows(chosen)}


def _instead(answer: Button, target: dict[str, Json]) -> Button:
    """An answer that would order a dish: it replaces another one."""
    lines = answer.call.args.get("lines")
    first = lines[0] if isinstance(lines, list) and lines else None
    if not isinstance(first, dict):
        return answer
    return Button(answer.label, Call("replace_item", {**target, **_as_new(first)}))


def _as_new(line: dict[str, Json]) -> dict[str, Json]:
    """A line to order as the new dish; how many is said apart."""
    said = {name: value for name, value in line.items() if name not in {"item", "quantity"}}
    return {"new": line.get("item"), **said}
