"""Why an order will not be, asked of whoever says so: the customer reads it."""

from tools.kit.call import Call, Json
from tools.kit.result import Button
from tools.kit.speech import sentence
from tools.kit.turn import Turn

_REASONS = {
    "reject_order": (
        sentence("We are too busy"),
        sentence("We are about to close"),
        sentence("Something is sold out"),
    ),
    "cancel_for_customer": (
        sentence("The customer asked for it"),
        sentence("Nobody came"),
        sentence("Something is sold out"),
    ),
}


def ask_why(
    turn: Turn, tool: str, order_no: int | None, order: str | None
) -> tuple[str, tuple[Button, ...]]:
    """The question, usual reasons to press, and to write it instead."""
    meant: dict[str, Json] = {"order": order} if order else {"order_no": order_no}
    question = turn.say("Why? The customer reads it.")
    if order_no is not None:
        verb = "reject" if tool == "reject_order" else "cancel"
        example = turn.say('Say for example "{verb} {number} no gas".', verb=verb, number=order_no)
        question = f"{question} {example}"
    return question, (
        *(Button(turn.say(why), Call(tool, {**meant, "reason": why})) for why in _REASONS[tool]),
        Button(turn.say("Write it"), Call(tool, {**meant, "in_words": True})),
    )
