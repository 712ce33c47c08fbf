"""mark_unavailable: "86 idly till 6", "masala dosa is sold out for today"."""

from tools.kit.call import Call
from tools.kit.params import Items, Said
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.dish import dishes_of, handle
from tools.resolve.staff.until import Until, ask_until, until
from tools.results.staff.asked import StaffAsked
from tools.results.staff.stock import SoldOut


@tool(says=("86 idly till 6", "masala dosa is sold out for today", "we're out of vada"))
async def mark_unavailable(
    turn: Turn, items: Items = None, when: Said = ""
) -> SoldOut | StaffAsked:
    """Mark dishes sold out, until the time said or until told otherwise.

    What is unclear is asked about first: then nothing is done yet.
    """
    dishes = dishes_of(
        turn, items, lambda names: Call("mark_unavailable", {"items": names, "when": when})
    )
    if isinstance(dishes, tuple):
        question, answers = dishes
        return StaffAsked(view=await turn.call("record_turn"), question=question, answers=answers)
    end = until(turn, when)
    if not isinstance(end, Until):
        question, answers = ask_until(turn, end, [handle(one) for one in dishes])
        return StaffAsked(view=await turn.call("record_turn"), question=question, answers=answers)
    ids = [one.id for one in dishes]
    view = await turn.call("mark_unavailable", ids, end.at, end.day)
    return SoldOut(view=view, now=turn.now)
