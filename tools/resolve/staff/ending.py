"""An order that will not be, by whichever tool says so."""

from tools.kit.call import Call
from tools.kit.turn import Turn
from tools.kit.view import SessionView
from tools.resolve.staff.reason import ask_why
from tools.results.staff.asked import ReasonAwaited, StaffAsked
from tools.results.staff.orders import OrderMoved


def ended_or_why(
    turn: Turn,
    view: SessionView,
    tool: str,
    order_no: int | None,
    order: str | None,
    *,
    in_words: bool,
) -> OrderMoved | StaffAsked | ReasonAwaited:
    """That it is off; or where a reason is missing, why, for the customer reads it.

    `in_words`: his next words are it.
    """
    if view.staff is None or not view.staff.asks_why:
        return OrderMoved(view=view, now=turn.now)
    if in_words:
        call = Call(tool, {"order": order} if order else {"order_no": order_no})
        return ReasonAwaited(view=view, call=call)
    question, answers = ask_why(turn, tool, order_no, order)
    return StaffAsked(view=view, question=question, answers=answers)
