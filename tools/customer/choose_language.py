"""choose_language: the command /language, "hindi please"."""

from dataclasses import dataclass

from tools.kit.params import MaybeSaid
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.language import LanguageChosen, WhichLanguage, language_meant, offered_by
from tools.results.talk import Talk


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenByCustomer(LanguageChosen, Talk):
    """With the ways on to what can be ordered."""


@tool()
async def choose_language(
    turn: Turn, language: MaybeSaid = None
) -> ChosenByCustomer | WhichLanguage:
    """Choose the language of the replies."""
    offered = offered_by(turn.tenant)
    chosen = language_meant(language or "", offered)
    if chosen is None:
        return WhichLanguage(view=await turn.call("record_turn"), offered=offered)
    return ChosenByCustomer(view=await turn.call("choose_language", chosen), language=chosen)
