"""Calls of acts that take something out, or keep it."""

from collections.abc import Sequence

from bot.intent.rules.edit.phrase import Phrase
from bot.intent.rules.edit.read_phrase import read_phrase
from bot.intent.rules.edit.settling import Settling
from bot.intent.rules.edit.stretch import in_parts
from tools.kit.call import Call, Json


def remove(settling: Settling) -> list[Call] | None:
    """What goes: dishes, pieces of them, options, or all there is."""
    old = settling.act.old
    if old is None and settling.act.new is None:
        parts = [read_phrase(part, settling.tokens) for part in in_parts(settling.act.lexes)]
        calls = [_gone(settling, part) if part else None for part in parts]
        return _joined([call for call in calls if call]) if all(calls) else None
    if settling.act.new is not None:  # "the onions from the dosa"
        if not settling.act.new.how or settling.act.new.dish:
            return None
        return [settling.update(old, [], [*settling.act.new.options, *settling.act.new.without])]
    call = _gone(settling, old) if old else None
    return [call] if call else None


def keep(settling: Settling) -> list[Call] | None:
    """ "Keep only the idly" takes all else out; "keep the rest" does nothing."""
    old = settling.act.old
    if old is None or old.rest:
        return []
    if not old.dish or not settling.says("only", "just") or old.number is not None:
        return None
    return [Call("remove_from_cart", {"items": [f"all except {old.bare}"]})]


def _gone(settling: Settling, old: Phrase) -> Call | None:
    if old.how and not (old.dish or old.place):
        return settling.update(None, [], [*old.options, *old.without])
    if old.without or old.rest or (old.behind and old.points):
        return None
    if old.every and settling.says("both") and not old.dish:
        return None  # of more than two it has to be asked which
    if (old.every or old.order) and not (old.dish or old.but or old.place or old.number):
        return Call("clear_cart")
    args: dict[str, Json] = {"items": [old.named]} if old.named else {}
    number = old.share if old.share is not None else old.number
    if number is not None and not old.every:
        if not (args or old.points):
            return None  # "cancel one item"
        args["quantity"] = number
    return Call("remove_from_cart", args)


def _joined(calls: Sequence[Call]) -> list[Call]:
    """Whole lines go in one call; counted ones each in their own."""
    if len(calls) == 1 or not all(call.args.keys() == {"items"} for call in calls):
        return [*calls]
    items: list[Json] = []
    for call in calls:
        named = call.args["items"]
        items += named if isinstance(named, list) else []
    return [Call("remove_from_cart", {"items": items})]
