"""A dish's pages: what it is, what can be chosen of it, and the button that orders it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tools.kit.result import Result, Rows
from tools.kit.speech import Speech
from tools.kit.view import CartLine
from tools.menu import MenuItem, OptionGroup
from tools.results.alerts import spoken
from tools.results.meals import meal_name


def facts(say: Speech, item: MenuItem, meals: Sequence[str], cost: str) -> str:
    """ "Idly: ₹40. Steamed rice cakes. Contains gluten. Served for breakfast." """
    parts = [say("{item}: {price}.", item=item.name, price=cost), item.description]
    if item.allergens:
        named = [spoken(say, allergen) for allergen in item.allergens]
        parts.append(say("Contains {allergens}.", allergens=say.join(named)))
    if meals:
        named = [meal_name(say, meal) for meal in meals]
        parts.append(say("Served for {meals}.", meals=say.join(named)))
    if not item.available:
        parts.append(say("Sold out at the moment."))
    return " ".join(part for part in parts if part)


def how_many(say: Speech, group: OptionGroup) -> str:
    """How many of a group can be chosen; nothing where any number can."""
    least, most = group.min, group.max
    if most is None:
        return say("Choose at least {least}.", least=least) if least else ""
    if most == 1:
        return say("Choose one.") if least else say("Choose one, or none.")
    if least == most:
        return say("Choose {most}.", most=most)
    if least:
        return say("Choose {least} to {most}.", least=least, most=most)
    return say("Choose up to {most}.", most=most)


def limit(say: Speech, group: OptionGroup, item: str) -> str:
    """What is said when one more is pressed than a group has room for."""
    return say(
        "You can choose at most {max} of {group} for {item}: take one off first.",
        max=group.max or 1,
        group=group.name,
        item=item,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DishPage(Result):
    """A dish, or one group of it, with the choices made so far.

    `line` is the one of the cart that is being changed; None: the dish is still to be ordered.
    """

    item: MenuItem
    cost: str
    meals: Sequence[str]
    chosen: Sequence[str]
    rows: Rows
    line: CartLine | None = None
    group: OptionGroup | None = None
    notice: str = ""

    def text(self, say: Speech) -> str:
        """What is being chosen from, what has been chosen, and what went wrong."""
        told = [self._head(say)]
        if self.chosen:
            told.append(say("Your choice: {choices}.", choices=", ".join(self.chosen)))
        if self.line and self.line.note:
            told.append(say('Note: "{note}".', note=self.line.note))
        elif self.line and not self.group:
            told.append(
                say(
                    'For a note to the kitchen write, for example, "for the {item}: well done".',
                    item=self.item.name,
                )
            )
        if self.notice:
            told.append(self.notice)
        return "\n".join(told)

    def _head(self, say: Speech) -> str:
        item = self.item.name
        if self.group:
            head = say("{group} for {item}.", group=self.group.name, item=item)
            return f"{head} {how_many(say, self.group)}".rstrip()
        if self.line:
            return say(
                "{quantity}x {item} in your cart. What shall be different?",
                quantity=self.line.quantity,
                item=item,
            )
        return facts(say, self.item, self.meals, self.cost)

    def photo(self) -> str | None:
        """Of the dish, where it is introduced."""
        return None if self.group or self.line else self.item.photo_url

    def buttons(self, say: Speech) -> Rows:
        """The choices, and the way into the cart."""
        return self.rows
