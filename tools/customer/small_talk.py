"""small_talk: "hi", "thanks", "ok", "bye"."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tools.kit.call import Call
from tools.kit.params import Said
from tools.kit.speech import Speech
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.menu import words_of
from tools.results.talk import Talk

Kind = Literal["greeting", "thanks", "goodbye", "wait", "stop", "okay"]
_SAID: Mapping[Kind, frozenset[str]] = {
    "thanks": frozenset({"thanks", "thank", "thx", "nandri", "dhanyavad", "great", "super"}),
    "goodbye": frozenset({"goodbye", "bye", "tata", "later", "night"}),
    "wait": frozenset({"wait", "hold", "moment", "minute", "second"}),
    "stop": frozenset({"stop", "cancel", "undo", "back", "abort", "never", "forget"}),
    "okay": frozenset({"okay", "ok", "yes", "no", "fine", "sure", "alright", "nope", "yeah"}),
}


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
            case "wait":
                return say("Take your time! Just write when you are ready.")
            case "stop":
                return say("All right, I leave everything as it is. What would you like to do?")
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
async def small_talk(turn: Turn, kind: Said = "greeting") -> SmallTalk:
    """Answer a greeting, thanks, a goodbye, or a bare yes or no."""
    view = await turn.call("record_turn")
    return SmallTalk(view=view, kind=_kind(kind), shop=turn.tenant.name)


def _kind(words: str) -> Kind:
    """What is said, by its own name or in the customer's words; a greeting if nothing else."""
    said = set(words_of(words))
    return next((kind for kind, names in _SAID.items() if said & names), "greeting")
