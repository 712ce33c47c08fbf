"""not_understood: anything that is no order."""

from dataclasses import dataclass

from tools.kit.call import Call
from tools.kit.params import Handle
from tools.kit.result import Button, Rows
from tools.kit.speech import Speech
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.menu import Ambiguous, Match, MenuItem, find
from tools.results.buttons import in_rows
from tools.results.talk import Talk

_MOST_DISHES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class NotUnderstood(Talk):
    """A polite no. `dishes` are what it may have been about."""

    dishes: tuple[MenuItem, ...] = ()

    def text(self, say: Speech) -> str:
        """What can be said instead."""
        if self.dishes:
            return say(
                'Sorry, I didn\'t get that. To order, say for example "2 {item}". '
                "For anything else, please call the shop.",
                item=self.dishes[0].name,
            )
        return say(
            "Sorry, I didn't get that. I take orders here: "
            'try "show me the menu", or say "help". '
            "For anything else, please call the shop."
        )

    def buttons(self, say: Speech) -> Rows:
        """The pages of the dishes, and the ways on."""
        pages = [
            Button(item.name, Call("choose_options", {"item": f"#{item.no}"}))
            for item in self.dishes
        ]
        return (*in_rows(pages), *Talk.buttons(self, say))


@tool(says=("what's the weather", "tell me a joke", "blah"))
async def not_understood(turn: Turn, about: Handle = None) -> NotUnderstood:
    """Anything that is not about ordering here.

    `about` are words of it that may name a dish.
    """
    dishes = _dishes(turn, about) if about else ()
    return NotUnderstood(view=await turn.call("record_turn"), dishes=dishes)


def _dishes(turn: Turn, words: str) -> tuple[MenuItem, ...]:
    match find(turn.menu, words):
        case Match(item=item):
            return (item,)
        case Ambiguous(candidates=dishes):
            return dishes[:_MOST_DISHES]
        case _:
            return ()
