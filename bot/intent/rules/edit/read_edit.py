"""A change of the cart in any words: what goes, what comes, what shall be otherwise.

    "sorry, could you change the coffee to a large tea" -> replace_item(coffee, large tea)

The message is cut at its verbs into acts; an act has a phrase for what it is about and one for what
shall come of it; which call that is follows from what the two phrases are: dish, option, number.
"""

from collections.abc import Sequence

from bot.intent.rules.edit.acts import Act
from bot.intent.rules.edit.edit_words import may_edit
from bot.intent.rules.edit.lex import Lex
from bot.intent.rules.edit.lexes import lex
from bot.intent.rules.edit.read_act import read_acts
from bot.intent.rules.edit.removing import keep, remove
from bot.intent.rules.edit.replacing import change
from bot.intent.rules.edit.settling import Settling
from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.words.tokens import Tokens
from tools.kit.call import Call


def read_edit(tokens: Tokens, menu: MenuWords) -> list[Call] | None:
    """The calls of a message that changes the cart, or None for any other message."""
    if not may_edit(tokens):
        return None
    lexes = lex(tokens, menu)
    acts = read_acts(lexes, tokens)
    if not acts or _is_order(acts, lexes):
        return None
    calls: list[Call] = []
    for act in acts:
        settled = _calls(Settling(act, tokens, menu))
        if settled is None:
            return None
        calls += settled
    return calls or None


def _is_order(acts: Sequence[Act], lexes: Sequence[Lex]) -> bool:
    """Whether nothing is changed: "my coffee large" is ordered unless there is more to it."""
    plain = all(act.kind in {"add", "just", "own", "nothing"} for act in acts)
    refuses = any(act.new and act.new.without and not (act.new.dish or act.led) for act in acts)
    return plain and not refuses and not any(one.role == "instead" for one in lexes)


def _calls(settling: Settling) -> list[Call] | None:
    """By kind; None where the phrases do not go together."""
    act = settling.act
    match act.kind:
        case "remove":
            return remove(settling)
        case "keep":
            return keep(settling)
        case "less":
            return settling.by(act.new or act.old, "remove_from_cart")
        case "more":
            return settling.by(act.new or act.old, "add_to_cart")
        case "add" | "just":
            return _order(settling)
        case "nothing":
            return []
        case "clear":
            return [Call("clear_cart")]
        case _:
            return change(settling)


def _order(settling: Settling) -> list[Call] | None:
    """What is ordered beside the change."""
    new = settling.act.new
    if new is not None and new.how and not new.dish:
        puts = any(token.word in {"add", "put"} for token in settling.tokens[: new.begin])
        told = puts or new.without  # "no onion"
        return [settling.update(None, new.options, new.without)] if told else None
    if new is not None and new.dish and not (new.number or new.article or settling.act.led):
        return None  # "it's late" is no latte
    return settling.lines(settling.act)
