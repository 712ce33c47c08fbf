"""Orders and sales, in words."""

from dataclasses import dataclass

from tools.kit.result import Result
from tools.kit.speech import Speech
from tools.kit.staff.record import Sales, StaffRecord
from tools.results.lines import all_with_quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeReady(Result):
    """An order that is ready."""

    def text(self, say: Speech) -> str:
        """Its number and what is in it."""
        order, was = self.view.order, (self.view.staff or StaffRecord()).was
        if order is None:
            return say("Done.")
        number, lines = str(order.order_no), all_with_quantity(say, order.lines)
        if was == order.status and not self.view.replayed:
            return say("Order #{number} was ready already: {lines}.", number=number, lines=lines)
        return say("Order #{number} is ready: {lines}.", number=number, lines=lines)


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
