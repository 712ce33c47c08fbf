"""The answer to a question about the shop."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tools.kit.enclosure import Enclosure
from tools.kit.result import Card, FigureCard, Result
from tools.kit.speech import Speech
from tools.kit.staff.answer import Answer, Figures, Question
from tools.kit.staff.record import StaffRecord
from tools.results.staff.figures.charts import revenue_chart, top_chart
from tools.results.staff.figures.demand import (
    item_sold,
    new_customers,
    ready_rows,
    time_to_ready,
    top_items,
    top_rows,
    unmatched_demand,
    wish_rows,
)
from tools.results.staff.figures.money import (
    Cells,
    cancellation_rows,
    cancellations,
    orders,
    refunds,
    revenue,
    revenue_rows,
)
from tools.results.staff.figures.periods import Times, aligned
from tools.results.staff.figures.summary import summary

_SENTENCES: Mapping[Question, Callable[[Speech, Answer, Times], str]] = {
    "revenue": revenue,
    "orders": orders,
    "top_items": top_items,
    "new_customers": new_customers,
    "time_to_ready": time_to_ready,
    "unmatched_demand": unmatched_demand,
    "cancellations": cancellations,
    "refunds": refunds,
    "summary": summary,
}
_TABLES: Mapping[Question, Callable[[Speech, Answer, Times], Cells]] = {
    "revenue": revenue_rows,
    "top_items": top_rows,
    "time_to_ready": ready_rows,
    "unmatched_demand": wish_rows,
    "cancellations": cancellation_rows,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopAnswer(Result):
    """One sentence, a small table, and what a chart shows.

    `item` is the name of the dish it is about, if it is about one; `zone` the shop's time zone.
    """

    question: Question
    times: Times
    zone: str
    item: str | None = None

    def text(self, say: Speech) -> str:
        """The sentence with the number; a summary has a few."""
        if self.item is not None:
            return item_sold(say, self._answer, self.times, self.item)
        return _SENTENCES[self.question](say, self._answer, self.times)

    def card(self, say: Speech) -> Card | None:
        """The table, where there is more than one row to it."""
        rows = _TABLES.get(self.question)
        if rows is None or self.item is not None:
            return None
        lines = aligned(rows(say, self._answer, self.times))
        return FigureCard(lines) if lines else None

    def enclosure(self, say: Speech) -> Enclosure | None:
        """The chart."""
        if self.question == "revenue":
            return revenue_chart(say, self._answer, self.times, self.view.currency, self.zone)
        if self.question == "top_items" and self.item is None:
            return top_chart(say, self._answer, self.times, self.zone)
        return None

    @property
    def _answer(self) -> Answer:
        return (self.view.staff or StaffRecord()).answer or Answer(now=Figures())
