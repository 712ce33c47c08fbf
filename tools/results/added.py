"""Lines put in the cart, and the question about those that were not clear."""

from dataclasses import dataclass

from tools.kit.call import Call
from tools.kit.result import Button, Card, Rows
from tools.kit.speech import Speech
from tools.kit.view import ChangedLine, Refusal
from tools.results.alerts import refused
from tools.results.cart import CartChanged, CartShown, cart_card
from tools.results.differences import repriced
from tools.results.lines import described, with_quantity
from tools.results.questions import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Added(CartChanged):
    """What was added, and how the cart stands.

    `refused` are dishes that could not be had; `later` orders them for when they can.
    """

    refused: tuple[Refusal, ...] = ()
    later: tuple[Button, ...] = ()

    def text(self, say: Speech) -> str:
        """What was left out, what costs another price by now, then what was added."""
        told = [*self._without(say), *repriced(say, self.view.changed)]
        if self.view.changed or not self.refused:
            told.append(self._added(say))
        return " ".join(told)

    def beside(self, say: Speech) -> str:
        """Without "Anything else?"."""
        if not self.view.changed:
            return self.text(say)
        told = [*self._without(say), *repriced(say, self.view.changed)]
        return " ".join([*told, say("Added {lines}.", lines=self.lines(say))])

    def _without(self, say: Speech) -> list[str]:
        return [
            say("I left out {item}: {why}.", item=one.item, why=refused(say, one))
            for one in self.refused
        ]

    def buttons(self, say: Speech) -> Rows:
        """What was left out can be ordered for later; then the way on."""
        return (*self._later(), *CartChanged.buttons(self, say))

    def _later(self) -> Rows:
        return tuple((button,) for button in self.later)

    def _added(self, say: Speech) -> str:
        """One line says how much of the dish there is now; more lines say how big the cart is."""
        view = self.view
        if not view.changed:
            return CartShown.text(self, say)
        added = self.lines(say)
        if self._asks_for_more():
            if len(view.lines) == 1:
                return say("Added {lines} to your cart! Anything else?", lines=added)
            return say.count(
                len(view.lines),
                "Added {lines}! You have {number} item ({total} total). Anything else?",
                "Added {lines}! You have {number} items ({total} total). Anything else?",
                lines=added,
                total=view.total,
            )
        line = view.changed[0]
        return say(
            "Added {lines}! You now have {quantity}x {item}. Total: {total}.",
            lines=added,
            quantity=line.quantity,
            item=described(say, line),
            total=view.total,
        )

    def if_no(self) -> Call | None:
        """Nothing else: it is ready to check out."""
        return Call("checkout") if self._asks_for_more() else None

    def _asks_for_more(self) -> bool:
        """Whether it ends with "Anything else?"."""
        changed = self.view.changed
        return len(changed) > 1 or any(_is_new(line) for line in changed)

    def lines(self, say: Speech) -> str:
        """ "2x Idly and 1x Masala Dosa"; what was added to one line in two goes is said once."""
        added: dict[int, int] = {}
        for line in self.view.changed:
            added[line.line_no] = added.get(line.line_no, 0) + line.delta
        last = {line.line_no: line for line in self.view.changed}
        return say.join([with_quantity(say, last[no], count) for no, count in added.items()])

    def card(self, say: Speech) -> Card | None:
        """The whole cart."""
        return cart_card(self.view)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Added):
    """A question about a dish, after what was clear was added. `unasked` are left for later."""

    question: Question
    unasked: tuple[str, ...] = ()
    asks: bool = True
    comes_last: bool = True

    def text(self, say: Speech) -> str:
        """ "Added 2x Idly. Which dosa would you like?" """
        sentences = [*self._without(say), *repriced(say, self.view.changed)]
        if self.view.changed:
            sentences.append(say("Added {lines}.", lines=self.lines(say)))
        sentences.append(self.question.text(say))
        if self.unasked:
            others = say.join(self.unasked)
            sentences.append(say("Please tell me about {others} again after that.", others=others))
        return " ".join(sentences)

    def if_yes(self) -> Call | None:
        """As the question has it."""
        return self.question.if_yes()

    def if_no(self) -> Call | None:
        """As the question has it."""
        return self.question.if_no()

    def buttons(self, say: Speech) -> Rows:
        """The answers; then another time for what was left out."""
        return (*self.question.buttons(say), *self._later())

    def card(self, say: Speech) -> Card | None:
        """None: beside a question only its answers count."""
        return None


def _is_new(line: ChangedLine) -> bool:
    return line.quantity == line.delta
