"""set_dietary_rules: "I'm allergic to peanuts", "we are Jain", "forget my allergies"."""

from collections import Counter

from tools.kit.params import Said
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.menu import Menu
from tools.resolve.dietary import Rules, rules_of
from tools.results.dietary import RulesForgotten, RulesNoted, RulesShown, WhichRule

_MOST_OFFERED = 6
_MARKS = frozenset({"veg", "egg"})

Answer = RulesNoted | RulesForgotten | RulesShown | WhichRule


@tool(says=("I'm allergic to peanuts", "we are Jain", "no nuts, allergy", "forget my allergies"))
async def set_dietary_rules(turn: Turn, rules: Said = "") -> Answer:
    """Note what the customer may not eat, or forget it.

    Rules are added to those that hold; only all of them are forgotten, and only for clear words.
    """
    said = rules_of(turn.menu, rules)
    if said or said.forget:
        view = await turn.call(
            "set_dietary_rules", [*said.allergens], [*said.diets], [*said.unchecked]
        )
        if not said:
            return RulesForgotten(view=view)
        return RulesNoted(view=view, unchecked=said.unchecked, unmarked=_unmarked(turn.menu, said))
    view = await turn.call("record_turn")
    if said.denied:
        return RulesShown(view=view)
    marks = (allergen for item in turn.menu.items for allergen in item.allergens)
    return WhichRule(
        view=view,
        allergens=[allergen for allergen, _ in Counter(marks).most_common(_MOST_OFFERED)],
        diets=_suited(turn.menu)[:_MOST_OFFERED],
    )


def _unmarked(menu: Menu, said: Rules) -> tuple[str, ...]:
    suited = _suited(menu)
    return tuple(diet for diet in said.diets if diet not in suited)


def _suited(menu: Menu) -> list[str]:
    """The diets for which some dish, or a choice of one, is marked."""
    named = {diet for item in menu.items for diet in item.suitable_for}
    named |= {
        diet for group in menu.groups for option in group.options for diet in option.suitable_for
    }
    marked = {item.diet for item in menu.items if item.diet} & _MARKS
    return sorted(named | marked)
