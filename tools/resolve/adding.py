"""Puts clear lines in the cart; what PostgreSQL refuses is left out beside the others."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tools.kit.call import Json
from tools.kit.errors import Later, OptionRequired, ToolError, UnknownOption
from tools.kit.params import OrderLine
from tools.kit.result import Button
from tools.kit.turn import Turn
from tools.kit.view import ConflictingLine, Refusal, SessionView
from tools.menu import MenuItem, named
from tools.resolve.order_line import Ready, question_about
from tools.resolve.waiting import keep_waiting, later
from tools.results.alerts import refusal_of
from tools.results.questions import Question


@dataclass(slots=True)
class Adding:
    """The lines of one call while they are being added.

    `refused` could not be had; `asked` turned out to need a choice; `conflicting` go against the
    customer's rules.
    """

    turn: Turn
    ready: list[tuple[OrderLine, Ready]]
    unmet: list[Json]
    beside: bool
    refused: list[Refusal] = field(default_factory=list)
    asked: list[tuple[OrderLine, Question]] = field(default_factory=list)
    conflicting: list[tuple[OrderLine, Ready, ConflictingLine]] = field(default_factory=list)
    _waiting: dict[str, list[Json]] = field(default_factory=dict)

    @property
    def later(self) -> tuple[Button, ...]:
        """For each time at which something refused can be had."""
        return tuple(later(self.turn, when, lines) for when, lines in self._waiting.items())

    async def run(self) -> SessionView:
        """Add them in one call; each line refused costs another call, for the others.

        `beside`: there is more to say than these lines. Raises what refuses the only line, and
        every refusal that is not about a dish.
        """
        while True:
            try:
                view = await self._call()
            except ToolError as refusal:
                self._leave_out(refusal)
            else:
                self.conflicting = [(*self.ready[one.index], one) for one in view.conflicts]
                return view

    async def _call(self) -> SessionView:
        rows: list[Json] = [ready.row for _, ready in self.ready]
        if rows or self.unmet:
            return await self.turn.call("add_to_cart", rows, [*self.unmet])
        return await self.turn.call("record_turn")

    def _leave_out(self, refusal: ToolError) -> None:
        stuck = [pair for pair in self.ready if self._is_about(refusal, pair[1])]
        left = [pair for pair in self.ready if pair not in stuck]
        why = refusal_of(refusal)
        if isinstance(refusal, OptionRequired | UnknownOption):
            self._ask(stuck, refusal)
        elif why is None or not stuck or not (left or self.beside or self.refused or self.asked):
            if isinstance(refusal, Later):
                keep_waiting(self.turn, refusal, [ready.said for _, ready in self.ready])
            raise refusal
        else:
            self.refused.append(why)
            if why.when and why.reason == "not_served":
                self._waiting.setdefault(why.when, []).extend(ready.said for _, ready in stuck)
            self.unmet += [_unmet(line, ready, why) for line, ready in stuck]
        self.ready = left

    def _ask(self, stuck: Sequence[tuple[OrderLine, Ready]], refusal: ToolError) -> None:
        """Ask what only PostgreSQL knew to be missing or unclear: buttons instead of a refusal."""
        questions = []
        for line, ready in stuck:
            dish = ready.item or self._named(refusal)
            said = line.model_copy(update={"item": f"#{dish.no}"}) if dish else line
            if dish and (question := question_about(self.turn, said, dish)):
                questions.append((said, question))
        if not stuck or len(questions) < len(stuck):
            raise refusal
        self.asked += questions

    def _is_about(self, refusal: ToolError, ready: Ready) -> bool:
        """Whether a refusal names a line's dish, by its id or, where it has none, by its name."""
        dish = ready.item or self._named(refusal)
        if dish is None:
            return False
        if "item_id" in refusal.words:
            return refusal.words["item_id"] == dish.id
        return refusal.words.get("item") == dish.name

    def _named(self, refusal: ToolError) -> MenuItem | None:
        """The dish a refusal names: that of a line that only points at one."""
        dishes = named(self.turn.menu, str(refusal.words.get("item", "")))
        return dishes[0] if len(dishes) == 1 else None


def _unmet(line: OrderLine, ready: Ready, why: Refusal) -> dict[str, Json]:
    """For the demand ledger: what was wanted and could not be had."""
    item = ready.item.id if ready.item else None
    return {"item_id": item, "reason": why.reason, "quantity": line.quantity}
