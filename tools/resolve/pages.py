"""The choices of a dish as rows of buttons; each carries the page's whole state."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from tools.kit.call import Call, Json
from tools.kit.result import Button, Rows
from tools.kit.turn import Turn
from tools.kit.view import CartLine, Dietary
from tools.menu import Option, OptionGroup
from tools.resolve.picks import LEFT_OUT, MOST_PICKS, Picks
from tools.results.alerts import SIGN
from tools.results.buttons import cart_button, in_rows, menu_button
from tools.results.lines import measured

MOST_AT_ONCE = 12
PER_PAGE = 8
BACK, ON = "\N{BLACK LEFT-POINTING TRIANGLE}", "\N{BLACK RIGHT-POINTING TRIANGLE}"
_MOST_OF_ONE = 9
_LONGEST_SUMMARY = 24


@dataclass(frozen=True, slots=True)
class Pages:
    """Draws the pages of a dish, or of a line of the cart."""

    turn: Turn
    picks: Picks
    line: CartLine | None
    rules: Dietary

    def dish(self) -> Rows:
        """The first page: every option of a dish with few, else a button for each group."""
        groups = self.picks.groups
        if sum(len(_offered(group)) for group in groups) <= MOST_AT_ONCE:
            rows = chain.from_iterable(self._options(group, _offered(group)) for group in groups)
        else:
            rows = chain.from_iterable(in_rows([self._opens(group)], 1) for group in groups)
        return (*rows, *self._ends())

    def group(self, group: OptionGroup, at: Option) -> Rows:
        """The page of a group that has this option on it."""
        offered = _offered(group)
        here = next((place for place, one in enumerate(offered) if one.no == at.no), 0) // PER_PAGE
        shown = offered[here * PER_PAGE : (here + 1) * PER_PAGE]
        done = Button(self.turn.say("Done"), self._page(self.picks))
        return (
            *self._options(group, shown, on_page=True),
            *self._turning(offered, here),
            (done,),
            *self._ends(),
        )

    def chosen(self) -> list[str]:
        """Everything picked, in words."""
        return [word for group in self.picks.groups for word in self._said(group)]

    def _said(self, group: OptionGroup) -> list[str]:
        say = self.turn.say
        taken = [
            measured(say, one.option.name, one.amount, one.count) for one in self.picks.taken(group)
        ]
        left_out = self.picks.left_out(group)
        return [*taken, *(say("no {thing}", thing=option.name) for option in left_out)]

    def _opens(self, group: OptionGroup) -> Button:
        """The way to a group's page, with what is chosen of it."""
        said = self._said(group)
        usual = self.picks.by_default(group)
        told = ", ".join(said or ([usual.name] if usual else []))
        if not told and group.needs_more_than(0):
            told = self.turn.say("please choose")
        label = group.name
        if told:
            short = len(told) <= _LONGEST_SUMMARY
            label = f"{group.name}: {told}" if short else f"{group.name} ({len(said)})"
        return Button(label, self._page(self.picks, _offered(group)[0] if group.options else None))

    def _options(
        self, group: OptionGroup, offered: Sequence[Option], *, on_page: bool = False
    ) -> Iterator[Sequence[Button]]:
        """Two options a row; one where it can be left out, or had in several amounts."""
        if not (group.negatable or group.amounts or any(one.countable for one in offered)):
            yield from in_rows([self._toggle(group, one, on_page) for one in offered])
            return
        for option in offered:
            row = [self._toggle(group, option, on_page)]
            how = self.picks.how(option)
            taken = how not in (None, LEFT_OUT)
            if taken and option.countable:
                row += self._steps(group, option, on_page)
            elif group.negatable:
                row.append(self._leaves_out(group, option, on_page))
            yield row
            if taken and group.amounts:
                yield [self._amount(group, option, one, on_page) for one in group.amounts]

    def _toggle(self, group: OptionGroup, option: Option, on_page: bool) -> Button:
        how = self.picks.how(option)
        taken = [one for one in self.picks.taken(group) if one.option.no == option.no]
        count = taken[0].count if taken else 1
        name = measured(self.turn.say, option.name, None, count)
        marked = bool(taken) or self.picks.by_default(group) == option
        after = self.picks.put(group, option, "" if how in (None, LEFT_OUT) else None)
        warned = f"{SIGN} " if _goes_against(option, self.rules) else ""
        label = f"{'✓ ' if marked else ''}{warned}{name}{self._price(group, option)}"
        return Button(label, self._press(after, option, on_page))

    def _price(self, group: OptionGroup, option: Option) -> str:
        money = self.turn.say.money
        if group.replaces_price and option.price is not None:
            return f" {money(option.price)}"
        if not option.price_delta:
            return ""
        sign = "+" if option.price_delta > 0 else "-"
        return f" {sign}{money(abs(option.price_delta))}"

    def _leaves_out(self, group: OptionGroup, option: Option, on_page: bool) -> Button:
        on = self.picks.how(option) == LEFT_OUT
        text = self.turn.say("no {thing}", thing=option.name)
        after = self.picks.put(group, option, None if on else LEFT_OUT)
        return Button(f"✓ {text}" if on else text, self._press(after, option, on_page))

    def _amount(self, group: OptionGroup, option: Option, amount: str, on_page: bool) -> Button:
        on = self.picks.how(option) == amount
        text = measured(self.turn.say, option.name, amount, 1)
        after = self.picks.put(group, option, "" if on else amount)
        return Button(f"✓ {text}" if on else text, self._press(after, option, on_page))

    def _steps(self, group: OptionGroup, option: Option, on_page: bool) -> list[Button]:
        count = next(one.count for one in self.picks.taken(group) if one.option.no == option.no)
        fewer = {1: None, 2: ""}.get(count, str(count - 1))
        more = str(min(count + 1, _MOST_OF_ONE))
        return [
            Button(sign, self._press(self.picks.put(group, option, how), option, on_page))
            for sign, how in (("\N{MINUS SIGN}", fewer), ("+", more))
        ]

    def _turning(self, offered: Sequence[Option], here: int) -> Rows:
        """The pages before and after, the ends joined."""
        pages = -(-len(offered) // PER_PAGE)
        if pages < 2:
            return ()
        say = self.turn.say
        number = say("{page} of {pages}", page=here + 1, pages=pages)
        turns = (
            ("\N{BLACK LEFT-POINTING TRIANGLE}", (here - 1) % pages),
            (number, here),
            ("\N{BLACK RIGHT-POINTING TRIANGLE}", (here + 1) % pages),
        )
        return (
            tuple(
                Button(label, self._page(self.picks, offered[page * PER_PAGE]))
                for label, page in turns
            ),
        )

    def _ends(self) -> Rows:
        """Into the cart, or back."""
        say, price = self.turn.say, self.picks.price()
        if self.line is None:
            missing = self.picks.missing()
            if missing:
                label = say("Add to cart: choose {group}", group=missing.name)
            else:
                label = say("Add to cart: {price}", price=price)
            return ((Button(label, self._add()),), (menu_button(say),))
        remove = Button(say("Remove"), Call("remove_from_cart", {"line": self.line.line_no}))
        if not self.picks.now:
            return ((remove, cart_button(say)),)
        label = say("Save: {price} each", price=price)
        if self.line.quantity == 1:
            label = say("Save: {price}", price=price)
        words = self.picks.words()
        save = Call("update_item", {"line": self.line.line_no, "options": words})
        return ((Button(label, save),), (remove, cart_button(say)))

    def _add(self) -> Call:
        line: dict[str, Json] = {"item": f"#{self.picks.item.no}", "quantity": 1}
        if words := self.picks.words():
            line["options"] = words
        return Call("add_to_cart", {"lines": [line]})

    def _press(self, after: Picks, option: Option, on_page: bool) -> Call:
        """The page after a press. Where a button can carry no more it stays as it is."""
        picks = after if len(after.now) <= MOST_PICKS else self.picks
        return self._page(picks, option if on_page else None)

    def _page(self, picks: Picks, at: Option | None = None) -> Call:
        args: dict[str, Json] = {}
        if self.line:
            args["line"] = self.line.line_no
        else:
            args["item"] = f"#{picks.item.no}"
        if words := picks.words():
            args["options"] = words
        if at is not None:
            args["at"] = f"#{at.no}"
        return Call("choose_options", args)


def _offered(group: OptionGroup) -> list[Option]:
    return [option for option in group.options if option.available]


def _goes_against(option: Option, rules: Dietary) -> bool:
    """Whether the menu marks the option as something the customer told us to avoid."""
    avoided = {*rules.allergens, *rules.unchecked}
    if avoided.intersection(option.allergens) or set(option.unsuitable_for) & set(rules.diets):
        return True
    return option.diet == "non_veg" and bool({"veg", "egg", "jain", "vegan"} & set(rules.diets))
