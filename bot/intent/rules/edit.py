"""A change of the cart in any words: what goes, what comes, what shall be otherwise.

    "sorry, could you change the coffee to a large tea" -> replace_item(coffee, large tea)

The message is cut at its verbs into acts; an act has a phrase for what it is about and one for what
shall come of it; which call that is follows from what the two phrases are: dish, option, number.
"""

from collections.abc import Sequence

from bot.intent.rules.acts import Act
from bot.intent.rules.edit_words import TURNS, may_edit
from bot.intent.rules.lexes import Lex, lex
from bot.intent.rules.menu_words import MenuWords
from bot.intent.rules.order import read_order
from bot.intent.rules.phrase import Phrase, read_phrase
from bot.intent.rules.read_act import in_parts, read_acts
from bot.intent.rules.read_order import read_named_order
from bot.intent.rules.tokens import Tokens, said, tokenize
from tools.kit.call import Call, Json


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
        settled = _Settler(act, tokens, menu).run()
        if settled is None:
            return None
        calls += settled
    return calls or None


def _is_order(acts: Sequence[Act], lexes: Sequence[Lex]) -> bool:
    """Whether nothing is changed: "my coffee large" is ordered unless there is more to it."""
    plain = all(act.kind in {"add", "just", "own", "nothing"} for act in acts)
    return plain and not any(one.role == "instead" for one in lexes)


class _Settler:
    """The calls one act comes down to."""

    def __init__(self, act: Act, tokens: Tokens, menu: MenuWords) -> None:
        self._act = act
        self._tokens = tokens
        self._menu = menu

    def run(self) -> list[Call] | None:
        """By kind; None where the phrases do not go together."""
        act = self._act
        match act.kind:
            case "remove":
                return self._remove()
            case "keep":
                return self._keep()
            case "less":
                return self._by(act.new or act.old, "remove_from_cart")
            case "more":
                return self._by(act.new or act.old, "add_to_cart")
            case "add" | "just":
                return self._order()
            case "nothing":
                return []
            case "clear":
                return [Call("clear_cart")]
            case _:
                return self._change()

    def _remove(self) -> list[Call] | None:
        old = self._act.old
        if old is None and self._act.new is None:
            parts = [read_phrase(part, self._tokens) for part in in_parts(self._act.lexes)]
            calls = [self._gone(part) if part else None for part in parts]
            return _joined([call for call in calls if call]) if all(calls) else None
        if self._act.new is not None:  # "the onions from the dosa"
            if not self._act.new.how or self._act.new.dish:
                return None
            return [self._update(old, [], [*self._act.new.options, *self._act.new.without])]
        call = self._gone(old) if old else None
        return [call] if call else None

    def _gone(self, old: Phrase) -> Call | None:
        if old.how and not (old.dish or old.place):
            return self._update(None, [], [*old.options, *old.without])
        if old.without or old.rest or (old.behind and old.points):
            return None
        if old.every and self._says("both") and not old.dish:
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

    def _keep(self) -> list[Call] | None:
        """ "Keep only the idly" takes all else out; "keep the rest" does nothing."""
        old = self._act.old
        if old is None or old.rest:
            return []
        if not old.dish or not self._says("only", "just") or old.number is not None:
            return None
        return [Call("remove_from_cart", {"items": [f"all except {old.bare}"]})]

    def _by(self, by: Phrase | None, tool: str) -> list[Call] | None:
        old = self._act.old
        if by is None or by.number is None or by.how:
            return None
        item = old.ref if old else None
        if tool == "add_to_cart":
            line: dict[str, Json] = {"quantity": by.number}
            return [Call(tool, {"lines": [line | ({"item": item} if item else {})]})]
        return [Call(tool, {**({"items": [item]} if item else {}), "quantity": by.number})]

    def _order(self) -> list[Call] | None:
        """What is ordered beside the change."""
        new = self._act.new
        if new is not None and new.how and not new.dish:
            puts = any(token.word in {"add", "put"} for token in self._tokens[: new.begin])
            return None if not puts else [self._update(None, new.options, new.without)]
        if new is not None and new.dish and not (new.number or new.article or self._act.led):
            return None  # "it's late" is no latte
        return self._lines(self._act)

    def _lines(self, act: Act) -> list[Call] | None:
        if not act.lexes:
            return None
        words = self._tokens[act.lexes[0].begin : act.lexes[-1].end]
        if named := read_named_order(words, self._menu):
            return named
        order = read_order(words, self._menu)
        return [order] if order else None

    def _change(self) -> list[Call] | None:
        old, new = self._act.old, self._act.new
        if new is None or (old and (old.without and not old.dish and not old.place)):
            return None
        if new.fewer or (new.more and not new.dish):
            return self._by(new, "remove_from_cart" if new.fewer else "add_to_cart")
        if old is new:
            return self._within(new)
        if new.dish:
            return self._replace(old, new)
        if new.how:
            return self._make(old, new)
        if new.number is not None:
            return self._count(old, new)
        return None

    def _within(self, one: Phrase) -> list[Call] | None:
        """One phrase that says both what and how many: "all items 3"."""
        if one.how and (one.share is not None or one.every or (one.mine and one.behind)):
            return [self._update(one, one.behind or one.options, one.without, one.share)]
        if one.number is None or one.how:
            return None
        return [self._set(one, one.number)]

    def _replace(self, old: Phrase | None, new: Phrase) -> list[Call] | None:
        only_how = old is not None and (old.how or old.usual) and not old.dish and not old.place
        if old and only_how and not old.points:
            return [self._update(new, new.options, [*new.without, *old.options])] if (
                new.how
            ) else None  # fmt: skip
        counts = old and old.number is not None and not (old.dish or old.points or old.place)
        if counts and new.number is not None:
            return [self._set(new, new.number)]
        plain = not new.how and not new.article
        stays = self._act.kind == "change" and not self._turns()
        pointed = old is not None and old.points and not old.dish
        if plain and stays and pointed and new.number is not None:
            return [self._set(new, new.number)]
        line, *others = self._new_lines(new)
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

    def _turns(self) -> bool:
        """ "Change it to 2 vada": another dish comes; "it should be 2 vada" may be those there."""
        return self._says(*TURNS)

    def _says(self, *words: str) -> bool:
        return any(token.word in words for token in self._tokens)

    def _new_lines(self, new: Phrase) -> list[dict[str, Json]]:
        """As an order of it would be read; else in the customer's words."""
        calls = self._lines(self._act) or []
        lines = calls[0].args.get("lines") if calls and calls[0].tool == "add_to_cart" else None
        read = [line for line in lines if isinstance(line, dict)] if isinstance(lines, list) else []
        if read and read[0].get("item"):
            return read
        options: list[Json] = [*new.options]
        without: list[Json] = [*new.without]
        named: dict[str, Json] = {"item": new.bare, "options": options, "without": without}
        return [{name: value for name, value in named.items() if value}]

    def _make(self, old: Phrase | None, new: Phrase) -> list[Call] | None:
        """Made otherwise; options that are told as what it was go."""
        without = [*new.without]
        if old and old.how and not (old.dish or old.place):
            if old.without:
                return None
            return [self._update(None, new.options, [*without, *old.options])]
        if old and old.without:
            without += old.without
        share = old.share if old and old.share is not None else new.share
        if old and old.number is not None and share is None:
            share = old.number
        if share is None and new.number is not None:
            return None
        return [self._update(old, new.options, without, share)]

    def _count(self, old: Phrase | None, new: Phrase) -> list[Call] | None:
        if new.number is None or (old and old.how and not old.dish):
            return None
        if new.every and not (old and old.dish):
            old = new
        return [self._set(old, new.number)]

    def _set(self, old: Phrase | None, number: int | str) -> Call:
        args: dict[str, Json] = {"item": old.ref} if old and old.ref else {}
        return Call("set_quantity", {**args, "quantity": number})

    def _update(
        self,
        old: Phrase | None,
        options: Sequence[str],
        without: Sequence[str],
        share: int | str | None = None,
    ) -> Call:
        args: dict[str, Json] = {"item": old.ref} if old and old.ref else {}
        options = [self._made(one) for one in options]
        said_so: dict[str, Json] = {"options": [*options], "without": [*without], "quantity": share}
        return Call("update_item", args | {name: one for name, one in said_so.items() if one})

    def _made(self, words: str) -> str:
        """The option as a tool knows it: "warm" by its handle, because it is called Warmed."""
        if self._menu.are_options(words):
            return words
        tokens = tokenize(words)
        spans = [span for span in self._menu.spans(tokens) if span.options]
        places = [
            (group, place)
            for span in spans
            for group, each in span.options.items()
            for place in each
        ]
        if len(places) != 1:
            return words
        group, place = places[0]
        option = next(each for each in self._menu.menu.groups if each.id == group).options[place]
        before = said(tokens[: spans[0].begin])
        return f"{before} #{option.no}".strip()


def _joined(calls: Sequence[Call]) -> list[Call]:
    """Whole lines go in one call; counted ones each in their own."""
    if len(calls) == 1 or not all(call.args.keys() == {"items"} for call in calls):
        return [*calls]
    items: list[Json] = []
    for call in calls:
        named = call.args["items"]
        items += named if isinstance(named, list) else []
    return [Call("remove_from_cart", {"items": items})]
