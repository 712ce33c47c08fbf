"""help: "what can you do"."""

from dataclasses import dataclass

from tools.kit.speech import Speech
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.talk import Talk


@dataclass(frozen=True, slots=True, kw_only=True)
class Helped(Talk):
    """What one can say here. `dish` is one of this shop."""

    dish: str

    def text(self, say: Speech) -> str:
        """Some sentences to try."""
        return say(
            'Just write what you would like, for example "2 {dish}", '
            '"one more" or "checkout". Tell me what you may not eat ("I\'m allergic to peanuts", '
            '"we are Jain"), order for later ("for tomorrow at 9"), or have the '
            '"same as last time".',
            dish=self.dish,
        )


@tool(says=("help", "what can you do", "how do I order"))
async def help(turn: Turn) -> Helped:  # noqa: A001
    """Explain how to order."""
    dish = next((item.name for item in turn.menu.items if item.available), turn.say("coffee"))
    return Helped(view=await turn.call("record_turn"), dish=dish)
