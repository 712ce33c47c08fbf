"""Lines put in the cart, and the question about those that were not clear."""

from dataclasses import dataclass

from tools.kit.call import Call
from tools.kit.result import Card, CartCard, Rows
from tools.kit.speech import Speech
from tools.kit.view import ChangedLine
from tools.results.cart import CartChanged, CartShown
from tools.results.lines import described, with_quantity
from tools.results.questions import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Added(CartChanged):
    """What was added, and how the cart stands. `left_out` are dishes not to be had now."""

    left_out: tuple[str, ...] = ()

    def text(self, say: Speech) -> str:
        """What was left out, then what was added."""
        if not self.left_out:
            return self._added(say)
        return f"{self._without(say)} {self._added(say)}"

    def _without(self, say: Speech) -> str:
        return say("I left out {dishes}: not available right now.", dishes=say.join(self.left_out))

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
        """ "2x Idly and 1x Masala Dosa"."""
        return say.join([with_quantity(say, line, line.delta) for line in self.view.changed])

    def card(self, say: Speech) -> Card | None:
        """The whole cart."""
        return CartCard(lines=self.view.lines, total=self.view.total)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Added):
    """A question about a dish, after what was clear was added. `unasked` are left for later."""

    question: Question
    unasked: tuple[str, ...] = ()
    asks: bool = True

    def text(self, say: Speech) -> str:
        """ "Added 2x Idly. Which dosa would you like?" """
        sentences = [self.question.text(say)]
        if self.view.changed:
            sentences.insert(0, say("Added {lines}.", lines=self.lines(say)))
        if self.left_out:
            sentences.insert(0, self._without(say))
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
        """The answers."""
        return self.question.buttons(say)

    def card(self, say: Speech) -> Card | None:
        """None: beside a question only its answers count."""
        return None


def _is_new(line: ChangedLine) -> bool:
    return line.quantity == line.delta
