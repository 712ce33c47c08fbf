"""What can be said to the bot by staff."""

from dataclasses import dataclass

from tools.kit.result import Result
from tools.kit.speech import Speech, sentence
from tools.results.staff.usage import USAGE

_EXAMPLES = sentence(
    '"table 4 needs 2 {dish}", "86 {dish} till 6", "{dish} is back", "set {dish} stock to 20", '
    '"how many {dish} left", "orders", "accept 12, ready in 20", "order 12 is ready", '
    '"12 picked up", "reject 12 no gas", "12 paid", "sales today" or "undo"'
)


def left_undone(say: Speech) -> str:
    """What is told behind a refusal of one thing of several."""
    return say("What you said after it was not done either: please say it again.")


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
        commands = say(
            "Commands: {commands}. /help stock tells how /stock is written.",
            commands=" ".join(f"/{name}" for name in USAGE),
        )
        return f"{say('Say for example {examples}.', examples=examples)}\n\n{commands}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftAsItIs(Result):
    """Nothing was done, as was wished."""

    def text(self, say: Speech) -> str:
        """That it was not."""
        return say("All right, I left everything as it is.")
