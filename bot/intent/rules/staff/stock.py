"""Changes of stock: "update milk stock to 0", "add 20 idly and 10 vada", "we have 3 l of milk"."""

from dataclasses import replace
from itertools import pairwise

from bot.intent.rules.staff.measure import Measure, read_measure
from bot.intent.rules.staff.words import OTHER_MATTERS, SMALL, asks, names_in
from bot.intent.rules.words.tokens import Tokens, said
from bot.intent.rules.words.vocabulary import JOINERS, word_set
from tools.kit.call import Call, Json
from tools.resolve.staff.stock_words import change_of

_STOCK = word_set("stock stocks inventory quantity qty count total remaining left")
_WEAK = word_set("is are have has now at")
_AROUND = (
    SMALL
    | _STOCK
    | word_set("equals equal only exactly by out in up down more worth new away should go gone")
)
_PLUS = "and"
"""How "+" is read."""


def read_stock_change(tokens: Tokens) -> tuple[Call, ...]:
    """A call for each dish a statement gives a number of; the verb is said once for them all."""
    words = {token.word for token in tokens}
    numbers = _numbers(tokens)
    if asks(tokens) or not numbers or words & OTHER_MATTERS or _is_slang(tokens, *numbers[0]):
        return ()
    starts = [0, *(at for at, _ in numbers[1:] if _joined(tokens, at)), len(tokens)]
    if len(starts) != len(numbers) + 1:
        return ()
    calls: list[Call] = []
    how = ""
    for (start, end), (at, number) in zip(pairwise(starts), numbers, strict=True):
        rest = [*tokens[start:at], *tokens[at + number.length : end]]
        cues = [token for token in rest if _is_cue(token.word)]
        pieces, sign = _signed(tokens, at, number)
        how = said(cues) or sign or how
        names = names_in([token for token in rest if token not in cues], _AROUND)
        # "idly 50" is a stock, but whether it is all or more only he can tell: the tool asks.
        if len(names) != 1 or not (how or at + number.length == len(tokens) == end):
            return ()
        told = f"{how} {number.unit}".strip()
        calls.append(Call("update_stock", {"item": names[0], **pieces, "how": told}))
    return tuple(calls)


def _signed(tokens: Tokens, at: int, number: Measure) -> tuple[dict[str, Json], str]:
    """A number that begins the sentence, and what its sign says: "+20" adds, "-5" takes."""
    if at == 0 and isinstance(number.value, int) and number.value < 0:
        return replace(number, value=-number.value).args, "take"
    return number.args, "add" if at == 1 and tokens[0].word == _PLUS else ""


def _is_slang(tokens: Tokens, at: int, number: Measure) -> bool:
    """ "86" says that there are none, unless what is done with so many is said before it."""
    return (
        number.value == 86
        and not number.unit
        and not any(_is_cue(token.word) and token.word not in _WEAK for token in tokens[:at])
    )


def _is_cue(word: str) -> bool:
    return " " not in word and (word in _STOCK or change_of(word) is not None or word == "by")


def _joined(tokens: Tokens, at: int) -> bool:
    """Whether a further dish begins with the number here: "and 10 vada"."""
    return tokens[at - 1].kind == "break" or tokens[at - 1].word in JOINERS


def _numbers(tokens: Tokens) -> list[tuple[int, Measure]]:
    found: list[tuple[int, Measure]] = []
    at = 0
    while at < len(tokens):
        number = read_measure(tokens, at)
        if number:
            found.append((at, number))
        at += number.length if number else 1
    return found
