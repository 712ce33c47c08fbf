"""Calls of acts that put one thing in the place of another, or make it otherwise, or so many."""

from bot.intent.rules.edit.edit_words import TURNS
from bot.intent.rules.edit.phrase import Phrase
from bot.intent.rules.edit.settling import Settling
from tools.kit.call import Call, Json


def change(settling: Settling) -> list[Call] | None:
    """By what the new phrase is: a dish, how it shall be, a number."""
    old, new = settling.act.old, settling.act.new
    if new is None or (old and (old.without and not old.dish and not old.place)):
        return None
    if new.fewer or (new.more and not new.dish):
        return settling.by(new, "remove_from_cart" if new.fewer else "add_to_cart")
    if old is new:
        return _within(settling, new)
    if new.dish:
        return _replace(settling, old, new)
    if new.how:
        return _make(settling, old, new)
    if new.number is not None:
        return _count(settling, old, new)
    return None


def _within(settling: Settling, one: Phrase) -> list[Call] | None:
    """One phrase that says both what and how many: "all items 3"."""
    if one.how and (one.share is not None or one.every or (one.mine and one.behind)):
        return [settling.update(one, one.behind or one.options, one.without, one.share)]
    if one.number is None or one.how:
        return None
    return [settling.set_to(one, one.number)]


def _replace(settling: Settling, old: Phrase | None, new: Phrase) -> list[Call] | None:
    only_how = old is not None and (old.how or old.usual) and not old.dish and not old.place
    if old and only_how and not old.points:
        return [settling.update(new, new.options, [*new.without, *old.options])] if (
            new.how
        ) else None  # fmt: skip
    counts = old and old.number is not None and not (old.dish or old.points or old.place)
    if counts and new.number is not None:
        return [settling.set_to(new, new.number)]
    plain = not new.how and not new.article
    stays = settling.act.kind == "change" and not _turns(settling)
    pointed = old is not None and old.points and not old.dish
    if plain and stays and pointed and new.number is not None:
        return [settling.set_to(new, new.number)]
    line, *others = _new_lines(settling, new)
    args: dict[str, Json] = {name: value for name, value in line.items() if name != "quantity"}
    args["new"] = args.pop("item", new.dish)
    if old and old.ref:
        args["item"] = old.ref
    if new.number is not None:
        args["quantity"] = new.number
    pieces = old.share if old and old.share is not None else old.number if old else None
    if pieces is not None:
        args["pieces"] = pieces
    rest: list[Json] = [*others]
    beside = [Call("add_to_cart", {"lines": rest})] if rest else []
    return [Call("replace_item", args), *beside]


def _turns(settling: Settling) -> bool:
    """ "Change it to 2 vada": another dish comes; "it should be 2 vada" may be those there."""
    return settling.says(*TURNS)


def _new_lines(settling: Settling, new: Phrase) -> list[dict[str, Json]]:
    """As an order of it would be read; else in the customer's words."""
    calls = settling.lines(settling.act) or []
    lines = calls[0].args.get("lines") if calls and calls[0].tool == "add_to_cart" else None
    read = [line for line in lines if isinstance(line, dict)] if isinstance(lines, list) else []
    if read and read[0].get("item"):
        return read
    options: list[Json] = [*new.options]
    without: list[Json] = [*new.without]
    named: dict[str, Json] = {"item": new.bare, "options": options, "without": without}
    return [{name: value for name, value in named.items() if value}]


def _make(settling: Settling, old: Phrase | None, new: Phrase) -> list[Call] | None:
    """Made otherwise; options that are told as what it was go."""
    without = [*new.without]
    if old and old.how and not (old.dish or old.place):
        if old.without:
            return None
        return [settling.update(None, new.options, [*without, *old.options])]
    if old and old.without:
        without += old.without
    share = old.share if old and old.share is not None else new.share
    if old and old.number is not None and share is None:
        share = old.number
    if share is None and new.number is not None:
        return None
    return [settling.update(old, new.options, without, share)]


def _count(settling: Settling, old: Phrase | None, new: Phrase) -> list[Call] | None:
    if new.number is None or (old and old.how and not old.dish):
        return None
    if new.every and not (old and old.dish):
        old = new
    return [settling.set_to(old, new.number)]
