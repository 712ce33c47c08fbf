"""When an order is wanted: chosen, or asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tools.kit.call import Call
from tools.kit.result import Button, Result, Rows
from tools.kit.speech import Speech
from tools.results.buttons import cart_button, checkout_button, in_rows, menu_button
from tools.results.differences import difference, way_on
from tools.results.moments import spoken_moment

_NOW = Call("choose_pickup_time", {"when": "now"})


def pickup_call(at: datetime) -> Call:
    """Orders for this very moment."""
    return Call("choose_pickup_time", {"when": at.isoformat(timespec="minutes")})


@dataclass(frozen=True, slots=True, kw_only=True)
class PickupChosen(Result):
    """The time an order is wanted for. `other` is what the words may have meant as well.

    `waiting` are dishes, and how many, that could not be had before; `add` puts them in the cart.
    """

    now: datetime
    other: datetime | None = None
    waiting: Sequence[tuple[str, int]] = ()
    add: Call | None = None

    def text(self, say: Speech) -> str:
        """The time, then what of the cart cannot be had, or what it comes to."""
        if self.add is None and self.view.lines and not self.view.differences:
            on = say("Total: {total}. Ready to checkout?", total=self.view.total)
            return f"{self.beside(say)} {on}"
        return self.beside(say)

    def beside(self, say: Speech) -> str:
        """Without the way on: what follows tells what it comes to, charges and all."""
        view = self.view
        if view.pickup_at is None:
            told = [say("All right: as soon as it is ready.")]
        else:
            when = spoken_moment(say, view.pickup_at, self.now)
            told = [say("Your order is for {when}.", when=when)]
        told += [difference(say, one) for one in view.differences]
        if self.add:
            lines = [say("{quantity}x {item}", quantity=n, item=name) for name, n in self.waiting]
            told.append(say("Add {lines}?", lines=say.join(lines)))
        return " ".join(told)

    def buttons(self, say: Speech) -> Rows:
        """Another time; what to do about what cannot be had then; the way on."""
        first: Rows = ()
        if self.add:
            names = say.join([name for name, _ in self.waiting])
            first = ((Button(say("Add {lines}", lines=names), self.add),),)
        times = []
        if self.other is not None:
            label = say("{when} instead", when=spoken_moment(say, self.other, self.now))
            times.append(Button(label, pickup_call(self.other)))
        if self.view.pickup_at is not None:
            times.append(Button(say("As soon as possible"), _NOW))
        rows = (*first, *way_on(say, self.view.differences), *in_rows(times))
        if not self.view.lines:
            return (*rows, (menu_button(say),))
        return (*rows, (cart_button(say), checkout_button(say)))

    def if_yes(self) -> Call | None:
        """What waited is added; else it is ready to check out."""
        if self.add:
            return self.add
        return Call("checkout") if self.view.lines and not self.view.differences else None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhichTime(Result):
    """The words say no time, one that has `passed`, or one there is not; `slots` are offered."""

    now: datetime
    slots: Sequence[datetime]
    passed: bool = False
    no_such: bool = False
    asks: bool = True

    def text(self, say: Speech) -> str:
        """The question."""
        ask = say('When would you like your order? Say for example "tomorrow at 9".')
        if self.no_such:
            return f"{say('There is no such time.')} {ask}"
        return f"{say('That time has passed.')} {ask}" if self.passed else ask

    def buttons(self, say: Speech) -> Rows:
        """Some times."""
        slots = [Button(spoken_moment(say, at, self.now), pickup_call(at)) for at in self.slots]
        return (*in_rows(slots), (Button(say("As soon as possible"), _NOW),))
