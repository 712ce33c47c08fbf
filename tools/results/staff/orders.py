"""Orders and sales, in words."""

from dataclasses import dataclass
from datetime import datetime

from tools.kit.call import Call
from tools.kit.result import Button, Result, Rows
from tools.kit.speech import Speech, Word
from tools.kit.staff.acts import act_rows
from tools.kit.staff.record import Sales, StaffRecord
from tools.kit.statuses import status_name
from tools.results.lines import all_with_quantity
from tools.results.moments import spoken_moment
from tools.results.staff.money import open_money

_UNDOABLE = frozenset({"accepted", "preparing", "ready", "out_for_delivery"})


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderMoved(Result):
    """An order at a step of its life, and what can be done with it next."""

    now: datetime

    def text(self, say: Speech) -> str:
        """Its number, what is in it, and what is still to be done about its money."""
        order = self.view.order
        if order is None:
            return say("Done.")
        stays = self._was == order.status and not self.view.replayed
        words: dict[str, Word] = {
            "number": str(order.order_no),
            "status": status_name(say, order.status),
            "lines": all_with_quantity(say, order.lines),
        }
        told = [
            say("Order #{number} was {status} already: {lines}.", **words)
            if stays
            else say("Order #{number} is {status}: {lines}.", **words)
        ]
        expected = order.pickup_at or order.ready_at
        if order.status == "accepted" and expected is not None:
            when = spoken_moment(say, expected, self.now)
            told.append(say("Its customer expects it {when}.", when=when))
        return " ".join([*told, *open_money(say, order)])

    def buttons(self, say: Speech) -> Rows:
        """The next steps; and back, where this one was just done and can be undone."""
        order = self.view.order
        if order is None:
            return ()
        done = self._was != order.status and order.status in _UNDOABLE
        undo = (Button(say("Undo"), Call("undo")),) if done else ()
        return act_rows(say, order.order_id.hex, self._record.next, *undo)

    @property
    def _record(self) -> StaffRecord:
        return self.view.staff or StaffRecord()

    @property
    def _was(self) -> str | None:
        return self._record.was


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesShown(Result):
    """What the shop took in a period. `period` is how it is called."""

    period: str

    def text(self, say: Speech) -> str:
        """Revenue, orders, average, and the dishes sold most."""
        sales = (self.view.staff or StaffRecord()).sales
        if sales is None or not sales.orders:
            return say("{period}: no orders.", period=self._period(say, sales))
        told = [
            say.count(
                sales.orders,
                "{period}: {revenue} from {number} order, {average} an order.",
                "{period}: {revenue} from {number} orders, {average} an order.",
                period=self._period(say, sales),
                revenue=sales.revenue,
                average=sales.average,
            )
        ]
        if sales.top:
            dishes = [
                say(
                    "{item} {quantity}x ({revenue})",
                    item=one.item_name,
                    quantity=one.quantity,
                    revenue=one.revenue,
                )
                for one in sales.top
            ]
            told.append(say("Most sold: {dishes}.", dishes=", ".join(dishes)))
        return "\n".join(told)

    def _period(self, say: Speech, sales: Sales | None) -> str:
        """ "Today (21 November)", "This week (16 November to 21 November)"."""
        if sales is None:
            return self.period
        first, last = say.day(sales.first), say.day(sales.last)
        days = first if first == last else say("{first} to {last}", first=first, last=last)
        return say("{period} ({days})", period=self.period, days=days)
