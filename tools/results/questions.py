"""What has to be asked before a dish can be ordered. Every answer is a button."""

from dataclasses import dataclass

from tools.kit.call import Call
from tools.kit.result import Button, Rows
from tools.kit.speech import Speech
from tools.kit.view import ConflictingLine
from tools.menu import MenuItem
from tools.results.alerts import against
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
    costs: tuple[str, ...]
    more: Call | None = None

    def text(self, say: Speech) -> str:
        """ "Which dosa would you like? Masala Dosa (₹80), Plain Dosa (₹60)." """
        if len(self.dishes) == 1:
            return say("Do you mean {item}?", item=self.dishes[0].name)
        priced = zip(self.dishes, self.costs, strict=True)
        dishes = (f"{item.name} ({cost})" for item, cost in priced)
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
class DidYouMean(Question):
    """Some words of an order were not understood: whether it is meant as the others say."""

    lines: tuple[str, ...]

    def text(self, say: Speech) -> str:
        """ "Did you mean: 2x Idly?" """
        return say("Did you mean: {lines}?", lines=", ".join(self.lines))

    def if_yes(self) -> Call | None:
        """All of it."""
        return self.answers[0].call


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSuchDish(Question):
    """The words fit nothing on the menu. The answers are dishes with a like name, if any."""

    words: str
    quantity: int = 1

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
class WithOrWithout(Question):
    """An option was wished for and not wished for. The answers are with it and without."""

    thing: str

    def text(self, say: Speech) -> str:
        """ "Cheese: with or without?" """
        return say("{thing}: with or without?", thing=self.thing)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgainstRules(Question):
    """Lines that go against the customer's rules: the answers are anyway, not at all, others."""

    lines: tuple[ConflictingLine, ...]
    changes: bool = False

    def text(self, say: Speech) -> str:
        """What goes against which rule, and whether to do it all the same."""
        told = " ".join(against(say, line.item_name, line.conflicts) for line in self.lines)
        if self.changes:
            return f"{told} {say('Change it anyway?')}"
        one = len(self.lines) == 1
        return f"{told} {say('Add it anyway?') if one else say('Add them anyway?')}"

    def buttons(self, say: Speech) -> Rows:
        """One in a row: the labels are long, and the first is not to be pressed by mistake."""
        return in_rows(self.answers, 1)

    def if_yes(self) -> Call | None:
        """All the same."""
        return self.answers[0].call

    def if_no(self) -> Call | None:
        """Not at all."""
        return self.answers[1].call
