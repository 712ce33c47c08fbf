"""The numbers on the screen, and what typing one of them presses."""

from collections.abc import Mapping

from bot.reply import Reply
from tools.kit.result import Button, MenuCard, MenuRow


def rows(reply: Reply) -> tuple[MenuRow, ...]:
    """The dishes on the reply's menu card, if it has one. They carry their own numbers."""
    return reply.card.rows if isinstance(reply.card, MenuCard) else ()


def chips(reply: Reply) -> Mapping[int, Button]:
    """The reply's buttons by number, counted on after the dishes: no number is there twice."""
    taken = max((row.position for row in rows(reply)), default=0)
    buttons = (button for row in reply.buttons for button in row)
    return dict(enumerate(buttons, start=taken + 1))


def chosen(text: str, reply: Reply | None) -> Button | None:
    """The button or dish that a typed number or whole label stands for."""
    if reply is None:
        return None
    offered = chips(reply)
    if text.isdecimal():
        dishes = {row.position: Button(row.name, row.call) for row in rows(reply) if row.call}
        return offered.get(int(text)) or dishes.get(int(text))
    wanted = text.casefold()
    return next((button for button in offered.values() if button.label.casefold() == wanted), None)
