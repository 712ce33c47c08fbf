"""The button of whatever cannot be had at the time wanted: order for when it can."""

from collections.abc import Sequence

from tools.kit.call import Call, Json
from tools.kit.result import Button
from tools.kit.speech import Speech
from tools.kit.when import spoken_start


def later_button(say: Speech, when: str, at: str = "", lines: Sequence[Json] = ()) -> Button:
    """Orders for the next time that `when`, as SQL words it ("07:00-11:30"), begins.

    `at` is that time, "tomorrow 07:00", where it is known; `lines` are to be offered then.
    """
    told = at or spoken_start(say, when)
    waiting: dict[str, Json] = {"lines": [*lines]} if lines else {}
    return Button(
        say("Order for {when}", when=told), Call("choose_pickup_time", {"when": when, **waiting})
    )
