"""What can be said to the bot by staff."""

from dataclasses import dataclass

from tools.kit.result import Result
from tools.kit.speech import Speech

_EXAMPLES = (
    '"table 4 needs 2 {dish}", "86 {dish} till 6", "{dish} is back", "set {dish} stock to 20", '
    '"how many {dish} left", "order 12 is ready", "sales today" or "undo"'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffTalk(Result):
    """Sentences to try. `dish` is one of the shop; `puzzled`: the last one was not understood."""

    dish: str
    puzzled: bool = False

    def text(self, say: Speech) -> str:
        """What to say instead."""
        examples = say(_EXAMPLES, dish=self.dish)
        if self.puzzled:
            return say(
                "Sorry, I didn't get that, so I did nothing. Say for example {examples}.",
                examples=examples,
            )
        return say("Say for example {examples}.", examples=examples)
