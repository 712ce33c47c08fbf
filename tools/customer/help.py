"""help: "what can you do"."""

from dataclasses import dataclass

from tools.kit.speech import Speech
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.talk import Talk


@dataclass(frozen=True, slots=True, kw_only=True)
class Helped(Talk):
    """What one can say here."""

    def text(self, say: Speech) -> str:
        """Three sentences to try."""
        return say(
            'Just write what you would like, for example "2 idly and a masala dosa, no onion", '
            '"one more" or "checkout".'
        )


@tool(says=("help", "what can you do", "how do I order"))
async def help(turn: Turn) -> Helped:  # noqa: A001
    """Explain how to order."""
    return Helped(view=await turn.call("record_turn"))
