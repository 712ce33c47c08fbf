"""When something runs low: "warn me when idly is below 5", "low mark of milk to 2 litres"."""

from bot.intent.rules.staff.measure import Measure, read_measure
from bot.intent.rules.staff.words import SMALL, denies, names_in
from bot.intent.rules.words.tokens import Tokens
from bot.intent.rules.words.vocabulary import word_set
from tools.kit.call import Call

_TELL = word_set("warn alert tell notify ping inform remind let message warning alarm")
_BELOW = word_set("below under than low lower")
_MARK = word_set("mark limit level threshold warning alarm stock")
_OTHER = word_set("order orders table tables bill price prices rupees rs minutes minute stars")
_AROUND = (
    SMALL
    | _TELL
    | _BELOW
    | _MARK
    | word_set("me when once as soon know there fewer less left drops falls goes gets go drop")
    | word_set("set make change put only running runs down get")
)


def read_low_mark(tokens: Tokens) -> tuple[Call, ...]:
    """The call of a sentence that says of which number on something runs low; none of another."""
    # "If it drops below" says when, and denies nothing.
    tokens = [token for token in tokens if token.word != "if"]
    words = {token.word for token in tokens}
    warns = words & _TELL and words & _BELOW
    if not (warns or ("low" in words and words & _MARK)) or words & _OTHER or denies(tokens):
        return ()
    found = [(at, one) for at in range(len(tokens)) if (one := read_measure(tokens, at))]
    if len(found) != 1 or any(token.text == "?" for token in tokens):
        return ()
    at, measure = found[0]
    names = names_in([*tokens[:at], *tokens[at + measure.length :]], _AROUND)
    if len(names) != 1:
        return ()
    return (Call("set_low_mark", {"item": names[0], "low": _low(measure)}),)


def _low(measure: Measure) -> str:
    return f"{measure.value} {measure.unit}".strip()
