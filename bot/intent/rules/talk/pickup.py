"""When it is wanted: "for tomorrow at 9", "pick up at 7:30 pm", "in two hours"."""

from bot.intent.rules.words.tokens import Tokens, said
from tools.kit.call import Call
from tools.resolve.time_words import MEALS, is_of_other, read_time


def read_pickup(tokens: Tokens) -> Call | None:
    """The call of a clause that tells a time only; a mere number or "today" tells none."""
    if any(token.kind == "break" or is_of_other(token.text.casefold()) for token in tokens):
        return None
    # "We'd" is no Wednesday.
    told = read_time(said([token for token in tokens if token.text.casefold() != "we'd"]))
    day = told.has_day and told.days != 0
    tells = day or told.soon or told.hour is not None or told.ahead is not None
    if not (tells and told.clear) or not MEALS.issuperset(told.other):
        return None
    return Call("choose_pickup_time", {"when": said(tokens)})
