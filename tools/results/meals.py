"""The names of meals: a shop gives them, and the usual ones are known in every language."""

from tools.kit.speech import Speech, sentence

_USUAL = {
    name.casefold(): name
    for name in (
        sentence("Breakfast"),
        sentence("Brunch"),
        sentence("Tiffin"),
        sentence("Lunch"),
        sentence("Snacks"),
        sentence("Evening snacks"),
        sentence("Dinner"),
        sentence("Supper"),
        sentence("Late night"),
        sentence("All day"),
    )
}


def meal_name(say: Speech, name: str) -> str:
    """A meal period's name in the customer's language; one of the shop's own as it is."""
    usual = _USUAL.get(name.casefold())
    return say(usual) if usual else name
