"""Pages of the menu."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from tools.kit.call import Call, Json
from tools.kit.later import later_button
from tools.kit.result import Button, Card, MenuCard, MenuRow, Result, Rows
from tools.kit.speech import Speech
from tools.kit.when import spoken_when
from tools.menu import Category, MenuItem, Period
from tools.results.buttons import cart_button, in_rows, menu_button
from tools.results.dietary import rule_words
from tools.results.dish import facts
from tools.results.meals import meal_name
from tools.results.moments import spoken_moment
from tools.results.shown import fits_only


@dataclass(frozen=True, slots=True)
class Section:
    """The part of the menu a page is of; the whole menu when nothing is set.

    `query` are the words its dishes were found by; `near`: they have some of the words only.
    `priced`: a price was asked for. `on_now` tells whether `period` is being served.
    """

    query: str = ""
    near: bool = False
    priced: bool = False
    categories: tuple[Category, ...] = ()
    period: Period | None = None
    on_now: bool = True

    def title(self, say: Speech) -> str:
        """What stands above the dishes."""
        if self.categories:
            return ", ".join(category.name for category in self.categories)
        if self.query:
            return self.query
        return meal_name(say, self.period.name) if self.period else say("Menu")


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuPage(Result):
    """A page of dishes of `count` in all. `again` are the arguments that found them.

    `dish` is the one that was asked for by its very name, and `meals` when it is served. `opens`:
    the shop is closed at the time wanted, and when it is open.
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
    now: datetime
    opens: str | None = None

    def text(self, say: Speech) -> str:
        """ "Here's our breakfast menu! What would you like?"; before it, the dish asked for, and
        what the page leaves out.
        """
        told = [fits_only(say, self.view)]
        if self.opens:
            told.append(self._closed(say, self.opens))
        elif self._is_later:
            when = spoken_moment(say, self.view.pickup_at or self.now, self.now)
            told.append(say("For {when}:", when=when))
        if self.dish is not None:
            costs = {row.name: row.cost(say) for row in self.rows}
            price = costs.get(self.dish.name, say.money(self.dish.price))
            told.append(facts(say, self.dish, self.meals, price))
        only = self.dish is not None and self.count == 1
        told.append(say("Would you like it?") if only else self._found(say))
        return " ".join(part for part in told if part)

    @property
    def _is_later(self) -> bool:
        return self.view.pickup_at is not None and self.view.pickup_at > self.now

    def _closed(self, say: Speech, opens: str) -> str:
        when = spoken_when(say, opens)
        if self._is_later:
            return say("We are closed at that time; we are open {when}.", when=when)
        return say("We are closed now; we are open {when}.", when=when)

    def if_yes(self) -> Call | None:
        """The only dish found is ordered."""
        page = self.rows[0].call if self.count == len(self.rows) == 1 else None
        if page is None or self.section.categories:
            return None
        return Call("add_to_cart", {"lines": [{"item": page.args["item"], "quantity": 1}]})

    def _found(self, say: Speech) -> str:
        section = self.section
        if section.near and section.priced:
            return say("Nothing at that price; these come nearest. Which one would you like?")
        if section.categories:
            return say("{section}: what would you like?", section=section.title(say))
        if section.priced:
            return say.count(
                self.count,
                "{query}: {number} dish. Would you like it?",
                "{query}: {number} dishes. Which one would you like?",
                query=section.query.capitalize(),
            )
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
        meal = meal_name(say, section.period.name).lower()
        if section.on_now:
            return say("Here's our {meal} menu! What would you like?", meal=meal)
        return say(
            "Here's our {meal} menu, served from {begins} to {ends}. What would you like?",
            meal=meal,
            begins=say.clock(section.period.begins),
            ends=say.clock(section.period.ends),
        )

    def buttons(self, say: Speech) -> Rows:
        """The next page, then the categories, or from a part of the menu back to the whole."""
        more = Button(say("More"), Call("search_menu", {**self.again, "page": self.page + 1}))
        first = ((more,),) if self.page < self.pages else ()
        if self.opens:
            first = ((later_button(say, self.opens),), *first)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingFits(Result):
    """There are such dishes, but every one goes against the customer's rules."""

    query: str

    def text(self, say: Speech) -> str:
        """How many there are, and what they are measured by."""
        left_out = self.view.shown.left_out if self.view.shown else 0
        return say.count(
            left_out,
            "Nothing here fits what you told me ({rules}): I left out {number} dish.",
            "Nothing here fits what you told me ({rules}): I left out {number} dishes.",
            rules=say.join(rule_words(say, self.view.dietary)),
        )

    def buttons(self, say: Speech) -> Rows:
        """The rest of the menu, or no rules any more."""
        forget = Button(say("Forget"), Call("set_dietary_rules", {"rules": "forget"}))
        return ((menu_button(say), forget),)


def _category(category: Category) -> Button:
    return Button(category.name, Call("search_menu", {"category": f"#c:{category.id}"}))
