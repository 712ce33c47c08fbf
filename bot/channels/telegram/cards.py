"""A card as lines of text and rows of buttons."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from tools.kit.call import Call
from tools.kit.result import Button, Card, CartCard, MenuCard, MenuRow, OrderCard
from tools.kit.speech import Speech
from tools.kit.view import CartLine
from tools.results.lines import with_quantity

MINUS = "\N{MINUS SIGN}"
MOST = 99
MENU_COLUMNS = 2
DIETS = {
    "veg": "\N{LARGE GREEN CIRCLE}",
    "egg": "\N{LARGE YELLOW CIRCLE}",
    "non_veg": "\N{LARGE RED CIRCLE}",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of plain text, not yet escaped."""

    text: str
    bold: bool = False


def card_lines(card: Card, say: Speech) -> Iterator[Line]:
    """What the card shows, line by line."""
    match card:
        case MenuCard():
            yield from _menu(card, say)
        case CartCard(told=True) | OrderCard(told=True):
            return
        case CartCard(lines=lines, total=total):
            yield from (_cart_line(line, say) for line in lines)
            if lines:
                yield Line(say("Total: {total}", total=total), bold=True)
        case OrderCard(order=order):
            yield from (_cart_line(line, say) for line in order.lines)
            yield Line(say("Total: {total}", total=order.total), bold=True)
        case _:
            assert_never(card)


def card_buttons(card: Card | None) -> list[list[Button]]:
    """The rows of buttons a card brings with it: its dishes, or - and + for each cart line."""
    match card:
        case MenuCard(rows=rows):
            buttons = [Button(f"{row.position}. {row.name}", row.call) for row in rows if row.call]
            return [buttons[at : at + MENU_COLUMNS] for at in range(0, len(buttons), MENU_COLUMNS)]
        case CartCard(lines=lines, editable=True):
            return [_stepper(line) for line in lines]
        case _:
            return []


def _menu(card: MenuCard, say: Speech) -> Iterator[Line]:
    yield Line(card.title, bold=True)
    for row in card.rows:
        yield Line(_dish(row, say))
    if card.pages > 1:
        yield Line(say("Page {page} of {pages}", page=card.page, pages=card.pages))


def _dish(row: MenuRow, say: Speech) -> str:
    mark = DIETS.get(row.diet or "")
    dish = f"{row.position}. {row.name} — {say.money(row.price)}"
    dish = f"{dish} {mark}" if mark else dish
    return dish if row.served_now else f"{dish} ({say('not served now')})"


def _cart_line(line: CartLine, say: Speech) -> Line:
    return Line(f"{with_quantity(say, line)} — {say.money(line.line_total)}")


def _stepper(line: CartLine) -> list[Button]:
    """One fewer, the line, one more; quantities are absolute, so a press twice counts once."""
    fewer = _to(line, line.quantity - 1) if line.quantity > 1 else _away(line)
    row = [
        Button(MINUS, fewer),
        Button(f"{line.quantity}x {line.item_name}", Call("view_cart")),
    ]
    return [*row, Button("+", _to(line, line.quantity + 1))] if line.quantity < MOST else row


def _to(line: CartLine, quantity: int) -> Call:
    return Call("set_quantity", {"quantity": quantity, "line": line.line_no})


def _away(line: CartLine) -> Call:
    return Call("remove_from_cart", {"line": line.line_no})
