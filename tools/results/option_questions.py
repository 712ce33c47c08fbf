"""What has to be asked about the options of a dish. Every answer is a button."""

from dataclasses import dataclass
from decimal import Decimal

from tools.kit.call import Call
from tools.kit.result import Rows
from tools.kit.speech import Speech
from tools.menu import Chosen, Option, OptionGroup
from tools.results.buttons import cart_button
from tools.results.questions import Question

_MOST_NAMED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class WhichOption(Question):
    """A group that has to be chosen from, or words that fit several options of one.

    With a `price`, that of the dish alone, each option tells what the dish then costs. `least` is
    how many have to be chosen; `so_far` are those that have been.
    """

    item: str
    heading: str
    options: tuple[Option, ...]
    price: Decimal | None = None
    least: int = 1
    so_far: tuple[str, ...] = ()

    def text(self, say: Speech) -> str:
        """ "Portion for Chicken Biryani: which would you like? Half (₹160), Full (₹220)." """
        if len(self.options) == 1 and self.least < 2:
            return say(
                "Do you mean {option} for {item}?", option=self.options[0].name, item=self.item
            )
        named = zip(self.answers, self.options, strict=True)
        priced = ", ".join(self._with_price(say, one.label, option) for one, option in named)
        options = say("{options}.", options=priced)
        if self.least < 2:
            return say(
                "{heading} for {item}: which would you like? {options}",
                heading=self.heading,
                item=self.item,
                options=options,
            )
        ask = say("{heading} for {item}: choose {least}.", heading=self.heading, item=self.item,
                  least=self.least)  # fmt: skip
        chosen = say("So far {chosen}.", chosen=say.join(self.so_far)) if self.so_far else ""
        which = say("Which would you like?") if not chosen else say("Which one more?")
        return " ".join(part for part in (ask, chosen, which, options) if part)

    def if_yes(self) -> Call | None:
        """The only option."""
        return self.answers[0].call if len(self.answers) == 1 else None

    def _with_price(self, say: Speech, name: str, option: Option) -> str:
        if option.price is not None:
            return f"{name} ({say.money(option.price)})"
        if self.price is not None and any(one.price_delta for one in self.options):
            return f"{name} ({say.money(self.price + option.price_delta)})"
        if not option.price_delta:
            return name
        sign = "-" if option.price_delta < 0 else "+"
        return f"{name} ({sign}{say.money(abs(option.price_delta))})"


@dataclass(frozen=True, slots=True, kw_only=True)
class TooManyChosen(Question):
    """More was chosen of a group than it allows.

    The answers are the one to keep of a group for one, else the one to leave out.
    """

    item: str
    group: OptionGroup
    chosen: tuple[Chosen, ...]

    def text(self, say: Speech) -> str:
        """The limit, what was chosen, and the question."""
        limit = say(
            "You can choose at most {max} of {group} for {item}; you said {chosen}.",
            max=self.group.max or 1,
            group=self.group.name,
            item=self.item,
            chosen=say.join([
                one.option.name if one.count == 1 else f"{one.count}x {one.option.name}"
                for one in self.chosen
            ]),
        )  # fmt: skip
        if len(self.chosen) == 1:
            return f"{limit} {say('Shall I make it {max}?', max=self.group.max or 1)}"
        if self.group.max == 1:
            return f"{limit} {say('Which one would you like?')}"
        return f"{limit} {say('Which one shall I leave out?')}"

    def if_yes(self) -> Call | None:
        """As many as there is room for."""
        return self.answers[0].call if len(self.chosen) == 1 else None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSuchChoice(Question):
    """A dish in the cart cannot be changed so. `offered` is what can be chosen of it."""

    item: str
    words: str
    offered: tuple[str, ...]

    def text(self, say: Speech) -> str:
        """What is not to be had, and what is."""
        told = say(
            'I don\'t find "{words}" among the choices for {item}, so I changed nothing.',
            words=self.words,
            item=self.item,
        )
        if not self.offered:
            return told
        choices = ", ".join(self.offered[:_MOST_NAMED])
        if len(self.offered) > _MOST_NAMED:
            return f"{told} {say('You can choose: {choices}, …', choices=choices)}"
        return f"{told} {say('You can choose: {choices}.', choices=choices)}"

    def buttons(self, say: Speech) -> Rows:
        """Back to the cart."""
        return ((cart_button(say),),)
