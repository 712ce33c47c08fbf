"""The dishes of an order while it is read, and where an option or a number goes."""

from dataclasses import replace

from bot.intent.rules.menu.span import Span
from bot.intent.rules.order.ahead import Ahead
from bot.intent.rules.order.dishes import Dish, Doubtful, Wish, fits, is_single
from bot.intent.rules.words.order_words import EXTRAS
from bot.intent.rules.words.tokens import Tokens
from tools.menu import Menu, words_of

_TIMES = {2: "double", 3: "triple"}
_ADDING = frozenset({"and", "n", "plus", "also"})
_MOST_IMPLIED = 1000
"""So many dishes are searched for the one that has all options."""


class Attached:
    """What has been read so far.

    `pending` are options of a dish still to be named, `marked`: after its number or article.
    `whole` is the dish of which some pieces may be made otherwise; `fresh`: a "no" has had
    nothing to refuse yet.
    """

    def __init__(self, tokens: Tokens, spans: list[Span], menu: Menu) -> None:
        self.ahead = Ahead(tokens, spans, menu)
        self._tokens = tokens
        self._spans = spans
        self._menu = menu
        self.dishes: list[Dish] = []
        self.pending: list[Wish] = []
        self.number: int | str | None = None
        self.marked = self.negated = self.fresh = self.led = False
        self.amount: str | None = None
        self.count: int | None = None
        self.measure = ""
        self.each = False
        self.whole: Dish | None = None
        self._notes: list[str] = []

    def mark(self, number: int | str) -> None:
        """So many of a dish that is still to be named."""
        if self.number is not None and self.pending:
            self.imply()
        if self.number is not None and self.number != 1 and number != 1:
            raise Doubtful
        if self.number is None or number != 1:
            self.number = number
        self.marked, self.negated, self.amount = True, False, None
        self.each = False
        self.whole = None

    def note(self, words: str, *, ahead: bool) -> None:
        """For the kitchen, about the dish just named, or the one still to be named."""
        if self.dishes and not ahead and not self.pending:
            self.dishes[-1].notes.append(words)
        else:
            self._notes.append(words)

    def begin(self, span: Span) -> None:
        """A dish begins."""
        owners = self._accepting(span.items)
        owners = self._doubled(span) or owners
        item = self._menu.items[owners[0]] if len(owners) == 1 else None
        dish = Dish(span, item, 1 if self.number is None else self.number)
        dish.counted = self.number is not None
        before = self.dishes[-1] if self.dishes else None
        if item:
            dish.groups = self._menu.groups_of(item)
        self.dishes.append(dish)
        for wish in self.pending:
            elsewhere = before and not self.marked and not fits(dish, wish.span)
            other = before if before and elsewhere and fits(before, wish.span) else dish
            other.wishes.append(wish)
        dish.before = len(dish.wishes)
        dish.notes, self._notes = self._notes, []
        if self.count and not self.pending:
            dish.notes.append(_TIMES.get(self.count, f"{self.count}x"))
        self.whole = dish if isinstance(dish.quantity, int) and dish.quantity > 1 else None
        self._reset()

    def _doubled(self, span: Span) -> tuple[int, ...]:
        """ "Double bacon cheeseburger" is a double cheeseburger, if there is one, with bacon."""
        words = tuple(w for t in self._tokens[span.begin : span.end] for w in words_of(t.text))
        for wish in self.pending:
            before = self._tokens[wish.span.begin - 1].word if wish.span.begin else ""
            if before in EXTRAS:
                owners = self._menu.item_names.exact((before, *words))
                if len(owners) == 1:
                    wish.amount = None
                    return owners
        return ()

    def _accepting(self, items: tuple[int, ...]) -> tuple[int, ...]:
        """Of several dishes those that have all that was said before."""
        if len(items) <= 1 or not self.pending:
            return items
        fitting = tuple(
            each
            for each in items
            if all(self.ahead.accept((each,), wish.span) for wish in self.pending)
        )
        return fitting or items

    def _reset(self) -> None:
        self.pending = []
        self.number = self.count = self.amount = None
        self.marked = self.negated = self.each = False

    def option(self, at: int, span: Span) -> None:
        """An option of the dish before it or of the one after it."""
        wish = Wish(span, self.amount, self.count or 1, self.negated, self.measure)
        self.count = self.amount = None
        self.measure = ""
        self.fresh = False
        current = self.dishes[-1] if self.dishes else None
        if self.each:
            for dish in self.dishes:
                dish.wishes.append(replace(wish))
            return
        if self.marked or current is None:
            self.pending.append(wish)
            return
        after = None if self.negated else self.ahead.adjacent_item(at + 1)
        mine = fits(current, span)
        theirs = after is not None and self.ahead.accept(after, span)
        if (theirs and (not mine or is_single(current, span))) or (
            not mine and not self.negated and self.ahead.head(at + 1)
        ):
            self.pending.append(wish)
        else:
            current.wishes.append(wish)

    def of_them(self, number: int | str, at: int) -> None:
        """ "two of them": some of what was just named, or, if nothing is said of them, how many."""
        if at < len(self._spans) and self.whole is not None:
            self.split(number)
            return
        dish = self.dishes[-1] if self.dishes else None
        if dish is None or (dish.counted and dish.quantity != number):
            raise Doubtful
        dish.quantity, dish.counted = number, True

    def share(self, number: int | str, at: int) -> None:
        """ "2 dosas and one without onion" may be three, "2 dosas, one without onion" are two."""
        first = not any(dish.share for dish in self.dishes)
        if first and self.ahead.word(at - 1) in _ADDING:
            raise Doubtful
        self.split(number)

    def split(self, number: int | str) -> None:
        """Some of what was just named, made otherwise."""
        whole = self.whole
        if whole is None or not isinstance(whole.quantity, int) or not isinstance(number, int):
            raise Doubtful
        if not 0 < number <= whole.quantity or len(whole.wishes) > whole.before:
            raise Doubtful
        whole.quantity -= number
        share = Dish(whole.span, whole.item, number, groups=whole.groups, counted=True, share=True)
        share.wishes = [*whole.wishes]
        if whole.quantity == 0:
            self.dishes.remove(whole)
        self.dishes.append(share)
        self.negated = False

    def new_of_same(self, at: int) -> bool:
        """Whether options after a number are of another dish: there is no room on this one."""
        dish = self.dishes[-1]
        for span in self._spans[at + 1 : at + 3]:
            if span.kind == "name" and span.options:
                taken = {group for wish in dish.wishes for group in wish.span.options}
                mine = [group for group in dish.groups if group.id in span.options]
                return bool(mine) and all(group.max == 1 and group.id in taken for group in mine)
        return False

    def imply(self) -> None:
        """A dish that is not named: the only one that has all these options."""
        wishes, self.pending = self.pending, []
        fitting = [
            place
            for place, item in enumerate(self._menu.items[:_MOST_IMPLIED])
            if all(any(group in wish.span.options for group in item.groups) for wish in wishes)
        ]
        if len(fitting) != 1 or not self.led:
            raise Doubtful
        item = self._menu.items[fitting[0]]
        dish = Dish(wishes[0].span, item, 1 if self.number is None else self.number)
        dish.groups = self._menu.groups_of(item)
        self.dishes.append(dish)
        dish.wishes, dish.notes = wishes, self._notes
        self._reset()
