"""Pages of the menu."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tools.kit.call import Call, Json
from tools.kit.result import Button, Card, MenuCard, MenuRow, Result, Rows
from tools.kit.speech import Speech
from tools.menu import Category, MenuItem, Period
from tools.results.buttons import cart_button, in_rows, menu_button
from tools.results.dish import facts


@dataclass(frozen=True, slots=True)
class Section:
    """The part of the menu a page is of; the whole menu when nothing is set.

    `query` are the words its dishes were found by; `near`: they have some of the words only.
    `on_now` tells whether `period` is being served.
    """

    query: str = ""
    near: bool = False
    categories: tuple[Category, ...] = ()
    period: Period | None = None
    on_now: bool = True

    def title(self, say: Speech) -> str:
        """What stands above the dishes."""
        if self.categories:
            return ", ".join(category.name for category in self.categories)
        if self.query:
            return self.query
        return self.period.name if self.period else say("Menu")


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuPage(Result):
    """A page of dishes of `count` in all. `again` are the arguments that found them.

    `dish` is the one that was asked for by its very name, and `meals` when it is served.
    """

    section: Section
    rows: tuple[MenuRow, ...]
    count: int
    page: int = 1
    pages: int = 1
    headings: tuple[Category, ...] = ()
    again: Mapping[str, Json] = field(default_factory=dict)
    dish: MenuItem | None = None
    meals: Sequence[str] = ()

    def text(self, say: Speech) -> str:
        """ "Here's our breakfast menu! What would you like?"; before it, the dish asked for."""
        if self.dish is None:
            return self._found(say)
        told = facts(say, self.dish, self.meals)
        rest = say("Would you like it?") if self.count == 1 else self._found(say)
        return f"{told} {rest}"

    def if_yes(self) -> Call | None:
        """The only dish found is ordered."""
        page = self.rows[0].call if self.count == len(self.rows) == 1 else None
        if page is None or self.section.categories:
            return None
        return Call("add_to_cart", {"lines": [{"item": page.args["item"], "quantity": 1}]})

    def _found(self, say: Speech) -> str:
        section = self.section
        if section.categories:
            return say("{section}: what would you like?", section=section.title(say))
        if section.near:
            return say(
                'I find nothing called "{query}"; these come near. Which one would you like?',
                query=section.query,
            )
        if section.query:
            return say.count(
                self.count,
                'I found {number} dish for "{query}". Would you like it?',
                'I found {number} dishes for "{query}". Which one would you like?',
                query=section.query,
            )
        if section.period is None:
            return say("Here's our menu! What would you like?")
        meal = say(section.period.name).lower()
        if section.on_now:
            return say("Here's our {meal} menu! What would you like?", meal=meal)
        return say(
            "Here's our {meal} menu, served from {begins} to {ends}. What would you like?",
            meal=meal,
            begins=f"{section.period.begins:%H:%M}",
            ends=f"{section.period.ends:%H:%M}",
        )

    def buttons(self, say: Speech) -> Rows:
        """The next page, then the categories, or from a part of the menu back to the whole."""
        more = Button(say("More"), Call("search_menu", {**self.again, "page": self.page + 1}))
        first = ((more,),) if self.page < self.pages else ()
        if self.headings:
            return (*first, *in_rows([_category(category) for category in self.headings]))
        return (*first, (menu_button(say), cart_button(say)))

    def card(self, say: Speech) -> Card | None:
        """The dishes."""
        return MenuCard(self.section.title(say), self.rows, self.page, self.pages)


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingFound(Result):
    """No dish for these words; `nearest` have a name much like them."""

    query: str
    nearest: tuple[MenuRow, ...] = ()

    def text(self, say: Speech) -> str:
        """A polite no, and what comes near."""
        if not self.nearest:
            return say('Sorry, we have nothing like "{query}".', query=self.query)
        return say(
            'Sorry, we have nothing like "{query}". The nearest we have: {dishes}.',
            query=self.query,
            dishes=say.join([row.name for row in self.nearest]),
        )

    def buttons(self, say: Speech) -> Rows:
        """The nearest dishes, and the menu."""
        dishes = [Button(row.name, row.call) for row in self.nearest if row.call]
        return (*in_rows(dishes), (menu_button(say),))


def _category(category: Category) -> Button:
    return Button(category.name, Call("search_menu", {"category": f"#c:{category.id}"}))
