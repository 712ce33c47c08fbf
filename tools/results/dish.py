"""A dish's page: what it is, what can be chosen of it, and the button that orders it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tools.kit.call import Call
from tools.kit.result import Button, Result, Rows
from tools.kit.speech import Speech
from tools.menu import MenuItem
from tools.results.buttons import in_rows, menu_button


def facts(say: Speech, item: MenuItem, meals: Sequence[str]) -> str:
    """ "Idly: ₹40. Steamed rice cakes. Contains gluten. Served for breakfast." """
    parts = [say("{item}: {price}.", item=item.name, price=item.price), item.description]
    if item.allergens:
        named = [say(allergen.replace("_", " ")) for allergen in item.allergens]
        parts.append(say("Contains {allergens}.", allergens=say.join(named)))
    if meals:
        parts.append(say("Served for {meals}.", meals=say.join(meals)))
    if not item.available:
        parts.append(say("Sold out at the moment."))
    return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Toggle:
    """A choice that can be pressed on and off; `leaves_out` is one that takes something away."""

    name: str
    price_delta: Decimal
    chosen: bool
    leaves_out: bool
    press: Call

    def label(self, say: Speech) -> str:
        """ "✓ Cheese +₹30", "no Onion"."""
        text = say("no {thing}", thing=self.name) if self.leaves_out else self.name
        if self.price_delta:
            sign = "+" if self.price_delta > 0 else "-"
            text = f"{text} {sign}{say.money(abs(self.price_delta))}"
        return f"✓ {text}" if self.chosen else text


@dataclass(frozen=True, slots=True, kw_only=True)
class DishPage(Result):
    """A dish with the choices made so far. `price` is for one of it; SQL has the last word."""

    item: MenuItem
    price: Decimal
    meals: Sequence[str]
    toggles: Sequence[Toggle]
    add: Call

    def text(self, say: Speech) -> str:
        """Name, price and description; then what one has to know before ordering."""
        return facts(say, self.item, self.meals)

    def buttons(self, say: Speech) -> Rows:
        """The choices, and the way into the cart."""
        choices = [Button(toggle.label(say), toggle.press) for toggle in self.toggles]
        if not self.item.available:
            return ((menu_button(say),),)
        order = Button(say("Add to cart: {price}", price=self.price), self.add)
        return (*in_rows(choices), (order,), (menu_button(say),))
