"""What staff can do with an order, as buttons. They carry its id: a number is used again."""

from collections.abc import Iterable, Mapping

from tools.kit.call import Call
from tools.kit.result import Button, Rows
from tools.kit.speech import Speech

WIDTH = 3


def act_rows(
    say: Speech,
    order: str,
    acts: Iterable[str],
    *more: Button,
    instead: Mapping[str, Button] | None = None,
) -> Rows:
    """A button for each act, `more` behind them; `order` is an order's id in hex.

    `instead`: buttons that say more than the act's own.
    """
    labels = {
        "accept_order": say("Accept"),
        "start_order": say("Preparing"),
        "mark_ready": say("Ready"),
        "send_out": say("Out"),
        "complete_order": say("Done"),
        "confirm_payment": say("Paid"),
        "refund_payment": say("Refunded"),
        "reject_order": say("Reject"),
        "cancel_for_customer": say("Cancel"),
    }
    buttons = [
        *(
            (instead or {}).get(act) or Button(labels[act], Call(act, {"order": order}))
            for act in acts
            if act in labels
        ),
        *more,
    ]
    return tuple(tuple(buttons[start : start + WIDTH]) for start in range(0, len(buttons), WIDTH))
