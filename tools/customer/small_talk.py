"""small_talk: "hi", "thanks", "ok", "bye"."""

from dataclasses import dataclass
from typing import Literal

from tools.kit.call import Call
from tools.kit.speech import Speech
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.talk import Talk

Kind = Literal["greeting", "thanks", "goodbye", "okay"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallTalk(Talk):
    """A polite word back."""

    kind: Kind
    shop: str

    def text(self, say: Speech) -> str:
        """The answer to a greeting names the shop."""
        match self.kind:
            case "greeting":
                return say(
                    "Welcome to {shop}! What would you like? You can ask for the menu any time.",
                    shop=self.shop,
                )
            case "thanks":
                return say("You're welcome! Anything else?")
            case "okay":
                return say("All right! What would you like to do?")
            case "goodbye":
                return say("Goodbye, and thank you! See you soon at {shop}.", shop=self.shop)

    def if_no(self) -> Call | None:
        """Nothing else."""
        if self.kind != "thanks":
            return None
        return Call("checkout") if self.view.lines else Call("small_talk", {"kind": "goodbye"})


@tool(says=("hi", "thanks", "bye"))
async def small_talk(turn: Turn, kind: Kind = "greeting") -> SmallTalk:
    """Answer a greeting, thanks, a goodbye, or a bare yes or no."""
    return SmallTalk(view=await turn.call("record_turn"), kind=kind, shop=turn.tenant.name)
