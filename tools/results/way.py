"""How an order is had: chosen, or asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from tools.kit.result import Awaited, Result, Rows, Wanted
from tools.kit.speech import Speech
from tools.kit.view import QuoteProblem, Way
from tools.results.buttons import menu_button, ways_on
from tools.results.order_types import order_type_name
from tools.results.payment import PaymentAsked
from tools.results.problems import awaited, problem, problem_rows, wanted
from tools.results.tab import bill_button, tab_button
from tools.results.ways import destination


@dataclass(frozen=True, slots=True, kw_only=True)
class WayAsked(Result):
    """What is to be settled of the way an order is had. Nothing was changed."""

    problems: Sequence[QuoteProblem]
    now: datetime
    asks: bool = True

    def text(self, say: Speech) -> str:
        """The question."""
        return " ".join(problem(say, one) for one in self.problems)

    def buttons(self, say: Speech) -> Rows:
        """The answers, and the way on."""
        return (*problem_rows(say, self.problems, self.now), *ways_on(say, self.view))

    def awaits(self) -> Awaited | None:
        """A table or an address, in any words."""
        return awaited(self.problems)

    def wants(self) -> Wanted:
        """A location, for an address."""
        return wanted(self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class WayChosen(PaymentAsked):
    """The way an order is had, and the quote; with an empty cart what that way comes to."""

    def text(self, say: Speech) -> str:
        """The quote; else "All right: dine-in. Table 4. What would you like?"."""
        view = self.view
        if view.lines or view.way is None:
            return PaymentAsked.text(self, say)
        told = self.beside(say)
        return told if self._problems else f"{told} {say('What would you like?')}"

    def beside(self, say: Speech) -> str:
        """The quote; else what is settled, or what is in the way of it."""
        view = self.view
        if view.lines or view.way is None:
            return PaymentAsked.text(self, say)
        told = [problem(say, one) for one in self._problems]
        return " ".join(told or _settled(say, view.way))

    def buttons(self, say: Speech) -> Rows:
        """The ways to pay; else the answers to what is asked, and the menu."""
        view = self.view
        if view.lines or view.way is None:
            return PaymentAsked.buttons(self, say)
        seat = (tab_button(say), bill_button(say)) if view.tab else ()
        return (*problem_rows(say, self._problems, self.now), (menu_button(say), *seat))

    @property
    def _problems(self) -> Sequence[QuoteProblem]:
        return self.view.quote.problems if self.view.quote else ()


def _settled(say: Speech, way: Way) -> Iterator[str]:
    yield say("All right: {order_type}.", order_type=order_type_name(say, way.order_type))
    yield from destination(say, way)
    if way.order_type == "delivery" and way.fee:
        yield say("Delivery there is {fee}.", fee=way.fee)
