"""What a customer may not eat: noted, remembered, forgotten, asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from tools.kit.call import Call
from tools.kit.result import Button, Result, Rows
from tools.kit.speech import Speech
from tools.kit.view import Dietary
from tools.results.alerts import diet_name, spoken, tag_name
from tools.results.buttons import in_rows, menu_button, ways_on
from tools.results.cart import CartChanged
from tools.results.differences import conflict_rows, conflict_words

_SAID = {"egg": "eggetarian"}
"""A diet said otherwise where its id is also an allergen."""
_FORGET = Call("set_dietary_rules", {"rules": "forget"})


def rule_words(say: Speech, rules: Dietary) -> list[str]:
    """ "no peanut", "no tree nut", "Jain"."""
    avoided = (*rules.allergens, *rules.unchecked)
    told = [say("no {thing}", thing=spoken(say, allergen)) for allergen in avoided]
    return [*told, *(diet_name(say, diet) for diet in rules.diets)]


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesNoted(Result):
    """Rules that hold from now on. `unmarked` are diets the menu marks no dish with."""

    unchecked: Sequence[str] = ()
    unmarked: Sequence[str] = ()

    def text(self, say: Speech) -> str:
        """What is noted, what can be done about it and what not, and what it means for the cart."""
        rules = self.view.dietary
        if not rules:
            return _no_rules(say)
        told = [say("Noted: {rules}.", rules="; ".join(rule_words(say, rules)))]
        if rules.allergens or rules.diets:
            told.append(say("I'll show only what fits, and ask before anything else is added."))
        if self.unchecked:
            things = say.join([spoken(say, one) for one in self.unchecked])
            told.append(
                say.count(
                    len(self.unchecked),
                    "Our menu does not mark {things}, so I can't check dishes for it; it will "
                    "stand on your order for the kitchen. Please also tell the shop.",
                    "Our menu does not mark {things}, so I can't check dishes for them; they will "
                    "stand on your order for the kitchen. Please also tell the shop.",
                    things=things,
                )
            )
        told += [
            say(
                "Our menu marks no dish as {diet}, so I'll ask each time.", diet=diet_name(say, one)
            )
            for one in self.unmarked
        ]
        told += conflict_words(say, self.view.lines)
        if rules.kept:
            told.append(say("I'll remember it for next time."))
        return " ".join(told)

    def buttons(self, say: Speech) -> Rows:
        """What to do with lines that do not fit; then whether it is remembered or forgotten."""
        forget = Button(say("Forget"), _FORGET)
        remember = Button(say("Remember for next time"), Call("keep_dietary_rules"))
        keeping = (forget,) if self.view.dietary.kept else (remember, forget)
        return (*conflict_rows(say, self.view.lines), keeping, *ways_on(say, self.view))


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesKept(Result):
    """The customer agreed that his rules are remembered."""

    def text(self, say: Speech) -> str:
        """What is remembered, and how to take it back."""
        rules = rule_words(say, self.view.dietary)
        if not rules:
            return say("There is nothing to remember: you told me of no allergy or diet.")
        return say(
            "I'll remember it for next time: {rules}. "
            'Say "forget my allergies" whenever that changes.',
            rules=say.join(rules),
        )

    def buttons(self, say: Speech) -> Rows:
        """The way on."""
        return ways_on(say, self.view)


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesForgotten(RulesKept):
    """No rule holds any more, nor is one remembered."""

    def text(self, say: Speech) -> str:
        """That nothing is checked any more."""
        return say("I've forgotten your allergies and diet: I no longer check dishes for them.")


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesShown(RulesKept):
    """One of several rules cannot be taken back alone: all are shown, to be forgotten together."""

    asks: bool = True

    def text(self, say: Speech) -> str:
        """What holds, and the question."""
        rules = rule_words(say, self.view.dietary)
        if not rules:
            return _no_rules(say)
        return say(
            "So far I keep to: {rules}. I can only forget all of it together. Shall I?",
            rules=say.join(rules),
        )

    def buttons(self, say: Speech) -> Rows:
        """Forget it, or leave it."""
        if not self.view.dietary:
            return RulesKept.buttons(self, say)
        return ((Button(say("Forget all"), _FORGET), Button(say("Leave it"), Call("view_cart"))),)

    def if_yes(self) -> Call | None:
        """Forget it."""
        return _FORGET if self.view.dietary else None

    def if_no(self) -> Call | None:
        """Leave it."""
        return Call("view_cart") if self.view.dietary else None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhichRule(Result):
    """Of an allergy or diet it was not said which. `allergens` and `diets` are the menu's own."""

    allergens: Sequence[str]
    diets: Sequence[str]
    asks: bool = True

    def text(self, say: Speech) -> str:
        """The question, after what is noted already."""
        told = []
        if rules := rule_words(say, self.view.dietary):
            told.append(say("So far I keep to: {rules}.", rules=say.join(rules)))
        told.append(
            say(
                'What may you not eat? Tell me for example "I\'m allergic to peanuts" or '
                '"we are Jain".'
            )
        )
        return " ".join(told)

    def buttons(self, say: Speech) -> Rows:
        """What the menu is marked with."""
        named = [
            *(
                (say("No {thing}", thing=spoken(say, one)), one.replace("_", " "))
                for one in self.allergens
            ),
            *((diet_name(say, one).capitalize(), _SAID.get(one, one)) for one in self.diets),
        ]
        answers = [
            Button(label, Call("set_dietary_rules", {"rules": rule})) for label, rule in named
        ]
        forget = ((Button(say("Forget"), _FORGET),),) if self.view.dietary else ()
        return (*in_rows(answers, 3), *forget, (menu_button(say),))


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictAccepted(CartChanged):
    """A line that goes against the rules stays, by the customer's own word."""

    def change(self, say: Speech) -> str:
        """What stays, and that the kitchen is told."""
        line = self.view.changed[0]
        what = [tag_name(say, tag) for tag in line.accepted]
        return say(
            "All right, {item} stays: your order will say that you accepted it ({what}).",
            item=line.item_name,
            what=", ".join(what),
        )

    def buttons(self, say: Speech) -> Rows:
        """Further lines of the kind, then the way on."""
        return (*conflict_rows(say, self.view.lines), *CartChanged.buttons(self, say))


def _no_rules(say: Speech) -> str:
    return say("I have noted no allergy or diet of yours.")
