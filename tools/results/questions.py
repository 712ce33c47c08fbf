"""What has to be asked before a dish can be ordered. Every answer is a button."""

from dataclasses import dataclass
from decimal import Decimal

from tools.kit.call import Call
from tools.kit.result import Button, Rows
from tools.kit.speech import Speech
from tools.menu import MenuItem, Option, OptionGroup
from tools.results.buttons import in_rows, menu_button


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Base of the questions. `answers` are the calls that settle it, each with its label."""

    answers: tuple[Button, ...]

    def text(self, say: Speech) -> str:
        """The question itself."""
        raise NotImplementedError

    def buttons(self, say: Speech) -> Rows:
        """The answers, two in a row."""
        return in_rows(self.answers)

    def if_yes(self) -> Call | None:
        """What a plain "yes" means; None where it is no answer."""
        return None

    def if_no(self) -> Call | None:
        """What a plain "no" means; None where it is no answer."""
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhichDish(Question):
    """The words fit several dishes, or one of which they do not say enough."""

    words: str
    dishes: tuple[MenuItem, ...]
    more: Call | None = None

    def text(self, say: Speech) -> str:
        """ "Which dosa would you like? Masala Dosa (₹80), Plain Dosa (₹60)." """
        if len(self.dishes) == 1:
            return say("Do you mean {item}?", item=self.dishes[0].name)
        dishes = (f"{item.name} ({say.money(item.price)})" for item in self.dishes)
        return say(
            "Which {words} would you like? {dishes}.", words=self.words, dishes=", ".join(dishes)
        )

    def if_yes(self) -> Call | None:
        """The only dish."""
        return self.answers[0].call if len(self.dishes) == 1 else None

    def buttons(self, say: Speech) -> Rows:
        """The dishes, and a way to those past the first few."""
        rows = in_rows(self.answers)
        return (*rows, (Button(say("Show all"), self.more),)) if self.more else rows


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSuchDish(Question):
    """The words fit nothing on the menu. The answers are dishes with a like name, if any."""

    words: str

    def text(self, say: Speech) -> str:
        """A polite no, with the way on."""
        if self.answers:
            return say("Sorry, we don't have {words}. Did you mean one of these?", words=self.words)
        return say(
            'Sorry, we don\'t have {words}. Say "menu" to see what we have.', words=self.words
        )

    def buttons(self, say: Speech) -> Rows:
        """The likeliest dishes, and the menu."""
        return (*in_rows(self.answers), (menu_button(say),))


@dataclass(frozen=True, slots=True, kw_only=True)
class WhichOption(Question):
    """A group that has to be chosen from, or words that fit several options of one.

    With a `price`, that of the dish alone, each option tells what the dish then costs.
    """

    item: str
    heading: str
    options: tuple[Option, ...]
    price: Decimal | None = None

    def text(self, say: Speech) -> str:
        """ "Portion for Chicken Biryani: which would you like? Half (₹160), Full (₹220)." """
        return say(
            "{heading} for {item}: which would you like? {options}",
            heading=self.heading,
            item=self.item,
            options=", ".join(self._with_price(say, option) for option in self.options) + ".",
        )

    def _with_price(self, say: Speech, option: Option) -> str:
        if not any(one.price_delta for one in self.options):
            return option.name
        if self.price is not None:
            return f"{option.name} ({say.money(self.price + option.price_delta)})"
        sign = "-" if option.price_delta < 0 else "+"
        return f"{option.name} ({sign}{say.money(abs(option.price_delta))})"


@dataclass(frozen=True, slots=True, kw_only=True)
class TooManyChosen(Question):
    """More was chosen of a group than it allows. The answers are the single choices."""

    item: str
    group: OptionGroup

    def text(self, say: Speech) -> str:
        """The limit, and the question."""
        return say(
            "You can choose at most {max} of {group} for {item}. Which one would you like?",
            max=self.group.max or 1,
            group=self.group.name,
            item=self.item,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NotOffered(Question):
    """A choice the dish does not come with. The answers leave it out or show what there is."""

    item: str
    words: str

    def text(self, say: Speech) -> str:
        """What is not to be had."""
        return say(
            'I don\'t find "{words}" among the choices for {item}. Shall I add it as it is?',
            words=self.words,
            item=self.item,
        )

    def if_yes(self) -> Call | None:
        """As it is."""
        return self.answers[0].call

    def if_no(self) -> Call | None:
        """What there is instead."""
        return self.answers[1].call
