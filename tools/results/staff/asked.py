"""What has to be asked of staff before anything is done. Every answer is a button."""

from dataclasses import dataclass

from tools.kit.result import Button, Result, Rows
from tools.kit.speech import Speech
from tools.results.buttons import in_rows


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
