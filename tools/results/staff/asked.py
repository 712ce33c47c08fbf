"""What has to be asked of staff before anything is done. Every answer is a button, but for why."""

from dataclasses import dataclass

from tools.kit.call import Call
from tools.kit.result import Button, Result, Rows
from tools.kit.speech import Speech
from tools.results.buttons import in_rows
from tools.results.staff.confirm import nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffAsked(Result):
    """A question, its sentence ready. `answers` are the calls that settle it."""

    question: str
    answers: tuple[Button, ...]
    asks: bool = True

    def text(self, say: Speech) -> str:
        """The question."""
        return self.question

    def buttons(self, say: Speech) -> Rows:
        """The answers, two in a row."""
        return in_rows(self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonAwaited(Result):
    """His next words are why an order will not be; `call` is done with them."""

    call: Call
    asks: bool = True

    def text(self, say: Speech) -> str:
        """What to do."""
        return say("Write why, as your next message here. The customer reads it.")

    def buttons(self, say: Speech) -> Rows:
        """Or nothing at all."""
        return ((nothing(say),),)

    def if_no(self) -> Call:
        """Nothing is done."""
        return Call("never_mind")

    def if_words(self) -> tuple[Call, str]:
        """They are the reason."""
        return self.call, "reason"
