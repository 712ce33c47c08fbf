"""Why an order will not be, asked of whoever says so: the customer reads it."""

from tools.kit.call import Call, Json
from tools.kit.result import Button
from tools.kit.turn import Turn

_REASONS = {
    "reject_order": ("We are too busy", "We are about to close", "Something is sold out"),
    "cancel_for_customer": ("The customer asked for it", "Nobody came", "Something is sold out"),
}


def ask_why(
    turn: Turn, tool: str, order_no: int | None, order: str | None
) -> tuple[str, tuple[Button, ...]]:
    """The question, and usual reasons to press."""
    meant: dict[str, Json] = {"order": order} if order else {"order_no": order_no}
    question = turn.say("Why? The customer reads it.")
    if order_no is not None:
        verb = "reject" if tool == "reject_order" else "cancel"
        example = turn.say('Say for example "{verb} {number} no gas".', verb=verb, number=order_no)
        question = f"{question} {example}"
    return question, tuple(
        Button(turn.say(why), Call(tool, {**meant, "reason": why})) for why in _REASONS[tool]
    )
