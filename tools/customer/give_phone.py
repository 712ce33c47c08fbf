"""give_phone: a number shared at a touch."""

from dataclasses import dataclass

from tools.kit.params import Phone
from tools.kit.result import Rows, Wanted
from tools.kit.speech import Speech
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.place import phone_of
from tools.results.buttons import ways_on
from tools.results.payment import PaymentAsked


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneKept(PaymentAsked):
    """The number is kept, or was none; then what was asked before it."""

    phone: str

    def text(self, say: Speech) -> str:
        """ "Thank you! We'll call +91… if there is a question." and the quote."""
        if not self.phone:
            return say("Please share your own number, so that we can call you.")
        told = say("Thank you! We'll call {phone} if there is a question.", phone=self.phone)
        return f"{told}\n{PaymentAsked.text(self, say)}" if self._quoted else told

    def buttons(self, say: Speech) -> Rows:
        """As under the quote."""
        return PaymentAsked.buttons(self, say) if self._quoted else ways_on(say, self.view)

    def wants(self) -> Wanted:
        """The number is still wanted where this was none."""
        return PaymentAsked.wants(self) or (() if self.phone else ("phone",))

    @property
    def _quoted(self) -> bool:
        return bool(self.phone and self.view.lines and (self.view.quote or self.view.checkout))


@tool()
async def give_phone(turn: Turn, phone: Phone = "") -> PhoneKept:
    """Tell the number one can be called at."""
    number = phone_of(phone)
    view = await (turn.call("give_phone", number) if number else turn.call("record_turn"))
    return PhoneKept(view=view, now=turn.now, phone=number)
