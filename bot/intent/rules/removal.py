"""Taking things out: "remove the idly", "cancel one coffee", "take off the second one"."""

from bot.intent.rules.chunks import Chunk, cut
from bot.intent.rules.leads import after_leads
from bot.intent.rules.menu_words import MenuWords
from bot.intent.rules.numbers import read_number
from bot.intent.rules.order import split_verb
from bot.intent.rules.target import split_target, strip, target_of
from bot.intent.rules.tokens import Tokens, said
from bot.intent.rules.vocabulary import POLITE, REMOVE, word_set
from tools.kit.call import Call, Json

_FEWER = word_set("less fewer")
_VERBS = word_set("take leave dont")
_TWO_WORDS = tuple(
    phrase.split()
    for phrase in ("take off", "take out", "leave off", "leave out", "dont want", "dont need")
)
_THREE_WORDS = tuple(
    phrase.split()
    for phrase in ("get rid of", "do not want", "do not need", "no longer want", "no longer need")
)
_TOLD = word_set("order ordered only just keep leave other others rest asked said")
_PLACED = word_set("order orders")
"""Without a dish it is not about the cart: "cancel order 3"."""


def read_removal(tokens: Tokens, menu: MenuWords) -> list[Call] | None:
    """The calls of a clause that takes something out, or None for any other clause."""
    if fewer := _fewer(tokens, menu):
        return [fewer]
    led = strip(after_leads(tokens, REMOVE | _VERBS))
    rest = (
        _after_verb(led) or _after_verb(strip(tokens)) or _after_verb(split_verb(tokens, menu)[1])
    )
    rest = _without_tail(rest) if rest else None
    if rest is None:
        return None
    if choices := _choices(rest, menu):
        return [choices]
    chunks = cut(rest, menu)
    removed = [_removed(chunk, menu) for chunk in chunks]
    calls = [call for call in removed if call is not None]
    if not calls or len(calls) < len(removed):
        return None
    if not {token.word for token in rest}.isdisjoint(_PLACED) and "items" not in calls[0].args:
        return None
    return _together(calls)


def _fewer(tokens: Tokens, menu: MenuWords) -> Call | None:
    """ "one idly less", "2 less vada". Nothing but a dish's name: a coffee can have less sugar."""
    content = [
        token for token in strip(tokens) if token.kind != "break" and token.word not in POLITE
    ]
    number = read_number(content, 0) if content else None
    if number is None:
        return None
    rest = content[number.length :]
    dish = [token for token in rest if token.word not in _FEWER]
    at_an_end = len(rest) == len(dish) + 1 and not {rest[0].word, rest[-1].word}.isdisjoint(_FEWER)
    if not at_an_end or not menu.is_dish(dish) or menu.is_option(rest):
        return None
    return Call("remove_from_cart", {"items": [said(dish)], "quantity": number.value})


def _after_verb(tokens: Tokens) -> Tokens | None:
    words = [token.word for token in tokens[:3]]
    if words[:1] and words[0] in REMOVE:
        return tokens[1:]
    if words[:2] in _TWO_WORDS:
        return tokens[2:]
    if words[:1] in (["take"], ["leave"]):
        away = (at for at, token in enumerate(tokens) if token.word in {"off", "out"})
        end = next(away, 0)
        return tokens[1:end] or None
    if words in _THREE_WORDS:
        return tokens[3:]
    return None


def _without_tail(tokens: Tokens) -> Tokens:
    """Without "(that) I ordered" and without what shall stay: "… I just want the vada"."""
    words = [token.word for token in tokens]
    for at in range(1, len(words)):
        told = words[at : at + 2]
        begins = told[:1] == ["i"] or told in (["that", "i"], ["which", "i"], ["and", "keep"])
        if begins or told in (["and", "bring"], ["and", "leave"]):
            return tokens[:at] if _TOLD & {*words[at:]} else tokens
    return tokens[:-1] if words[-1:] == ["anymore"] else tokens


def _choices(tokens: Tokens, menu: MenuWords) -> Call | None:
    """ "remove onion from the dosa" leaves the dosa in the cart."""
    body, target = split_target(tokens, menu)
    things = [token for token in strip(body) if token.kind == "word"]
    if not menu.is_option(things) or menu.is_dish(things):
        return None
    return Call("update_item", {**target.args(), "without": [said(things)]})


def _removed(chunk: Chunk, menu: MenuWords) -> Call | None:
    if chunk.joint in {"with", "no"}:
        return None
    target = target_of(chunk.words, menu)
    if target is None:
        return None
    args: dict[str, Json] = {} if target.item is None else {"items": [target.item]}
    if chunk.quantity is not None:
        args["quantity"] = chunk.quantity
    return Call("remove_from_cart", args)


def _together(calls: list[Call]) -> list[Call]:
    """Whole lines go in one call; counted ones each in their own."""
    whole = all(call.args.keys() == {"items"} for call in calls)
    if len(calls) == 1 or not whole:
        return calls
    items: list[Json] = []
    for call in calls:
        named = call.args["items"]
        items += named if isinstance(named, list) else []
    return [Call("remove_from_cart", {"items": items})]
