"""update_stock: "update milk stock to 0", "add 20 idly", "5 vada dropped"."""

from tools.kit.call import Call
from tools.kit.params import Item, Said, StockPieces
from tools.kit.result import Button
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.dish import Unclear, ask_which, dish_of, handle
from tools.resolve.staff.stock_words import change_of
from tools.results.staff.asked import StaffAsked
from tools.results.staff.stock import StockChanged


@tool(says=("add 20 idly", "update milk stock to 0", "5 vada dropped"))
async def update_stock(
    turn: Turn, pieces: StockPieces, item: Item = None, how: Said = ""
) -> StockChanged | StaffAsked:
    """Set, raise or lower the stock of a dish.

    The words of `how` say which; what is unclear is asked about. Raises what `app.update_stock`
    refuses.
    """
    dish = dish_of(turn, item)
    if isinstance(dish, Unclear):
        question, answers = ask_which(
            turn,
            dish,
            lambda one: Call(
                "update_stock", {"item": handle(one), "pieces": pieces, "how": how or "set"}
            ),
        )
        return StaffAsked(view=await turn.call("record_turn"), question=question, answers=answers)
    change = "set" if pieces == 0 else change_of(how)
    if change is None:
        return StaffAsked(
            view=await turn.call("record_turn"),
            question=turn.say(
                "Are there {pieces} of {item} in all, or did {pieces} come in?",
                pieces=pieces,
                item=dish.name,
            ),
            answers=tuple(
                Button(
                    label,
                    Call("update_stock", {"item": handle(dish), "pieces": pieces, "how": how}),
                )
                for label, how in (
                    (turn.say("{pieces} in all", pieces=pieces), "set"),
                    (turn.say("{pieces} more", pieces=pieces), "add"),
                )
            ),
        )
    return StockChanged(view=await turn.call("update_stock", dish.id, change, pieces), now=turn.now)
