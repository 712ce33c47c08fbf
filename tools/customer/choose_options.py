"""choose_options: the pages of a dish, or of a line of the cart, on which its options are pressed.

The buttons carry what has been chosen, so nothing is kept: an old page still works.
"""

from tools.kit.errors import LineNotFound, UnknownItem
from tools.kit.params import Choices, Handle, LineNo, Words
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.kit.view import CartLine, SessionView
from tools.menu import Match, MenuItem, choose, find, meals_of
from tools.resolve.pages import Pages
from tools.resolve.picks import Picks, eased
from tools.resolve.prices import cost
from tools.results.buttons import menu_button
from tools.results.dish import DishPage, limit


@tool()
async def choose_options(
    turn: Turn,
    item: Words | None = None,
    options: Choices | None = None,
    line: LineNo = None,
    at: Handle = None,
) -> DishPage:
    """Show a dish or a cart line and its choices.

    `at` is the option whose group is open. Raises UnknownItem, LineNotFound.
    """
    view = await turn.call("record_turn")
    changed = _line(view, line) if line is not None else None
    dish = _dish(turn, item or "", changed)
    groups = turn.menu.groups_of(dish)
    said = choose(turn.menu, groups, options or ())
    pressed = turn.menu.option_no(int(at[1:])) if at and at[1:].isdigit() else None
    number = pressed[1].no if pressed else None
    picks, crowded = eased(Picks.of(dish, groups, said, changed), number)
    pages = Pages(turn, picks, changed, view.dietary)
    open_group = pressed if pressed and pressed[0] in groups else None
    rows = pages.group(*open_group) if open_group else pages.dish()
    return DishPage(
        view=view,
        item=dish,
        cost=cost(turn.say, turn.menu, dish),
        meals=meals_of(turn.menu, dish),
        chosen=pages.chosen(),
        rows=rows if dish.available or changed else ((menu_button(turn.say),),),
        line=changed,
        group=open_group[0] if open_group else None,
        notice=limit(turn.say, crowded, dish.name) if crowded else _notice(turn, picks, changed),
    )


def _notice(turn: Turn, picks: Picks, line: CartLine | None) -> str:
    if not picks.full:
        return ""
    if line:
        return turn.say("Please save these changes first; then you can go on.")
    return turn.say(
        "These are as many choices as fit at once. Add it to your cart; there you can go on."
    )


def _line(view: SessionView, number: int) -> CartLine:
    for line in view.lines:
        if line.line_no == number:
            return line
    raise LineNotFound


def _dish(turn: Turn, words: str, line: CartLine | None) -> MenuItem:
    if line is not None:
        dish = turn.menu.item(line.item_id)
        if dish is None:
            raise UnknownItem
        return dish
    found = find(turn.menu, words)
    if not isinstance(found, Match):
        raise UnknownItem
    return found.item
