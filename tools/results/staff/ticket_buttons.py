"""The buttons of a ticket: what may come next in that room. They name the order by its id."""

from collections.abc import Collection, Sequence

from tools.kit.call import Call, Json
from tools.kit.result import Button, Rows
from tools.kit.speech import Speech
from tools.kit.view import Order
from tools.results.staff.money_buttons import money_buttons

READY_IN = (10, 20, 30)


def ticket_buttons(
    say: Speech, order: Order, acts: Collection[str], *, in_part: bool = False
) -> Rows:
    """Rows of them; `acts` are the tools that may come next.

    `in_part`: other rooms have dishes of it too, so that "ready" is said of theirs as well.
    """
    about = order.order_id.hex
    rows = [
        _steps(say, about, acts, say("All of it is ready") if in_part else say("Ready")),
        _ready_in(say, about, acts),
        [button for act, button in money_buttons(say, order).items() if act in acts],
        _end(say, about, acts),
    ]
    return tuple(row for row in rows if row)


def _steps(say: Speech, order: str, acts: Collection[str], ready: str) -> Sequence[Button]:
    labels = {
        "accept_order": say("Accept"),
        "mark_ready": ready,
        "send_out": say("Out"),
        "complete_order": say("Done"),
    }
    return [Button(label, _call(tool, order)) for tool, label in labels.items() if tool in acts]


def _ready_in(say: Speech, order: str, acts: Collection[str]) -> Sequence[Button]:
    """Each accepts the order and promises when it will be ready."""
    if "accept_order" not in acts:
        return ()
    return [
        Button(
            say("Ready in {minutes}", minutes=minutes),
            _call("accept_order", order, minutes=minutes),
        )
        for minutes in READY_IN
    ]


def _end(say: Speech, order: str, acts: Collection[str]) -> Sequence[Button]:
    """Asks for the reason. What can still be declined need not be cancelled."""
    if "reject_order" in acts:
        return [Button(say("Reject"), _call("reject_order", order))]
    if "cancel_for_customer" in acts:
        return [Button(say("Cancel"), _call("cancel_for_customer", order))]
    return ()


def _call(tool: str, order: str, **more: Json) -> Call:
    return Call(tool, {"order": order, **more})
