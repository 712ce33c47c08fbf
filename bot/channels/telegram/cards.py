"""A card as lines of text and rows of buttons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from tools.kit.call import Call
from tools.kit.result import Button, Card, CartCard, FigureCard, MenuCard, MenuRow, OrderCard
from tools.kit.speech import Speech
from tools.kit.view import CartLine, Charge, Dietary
from tools.results.alerts import banner, warnings
from tools.results.bill import charge_rows
from tools.results.lines import with_quantity

MINUS = "\N{MINUS SIGN}"
CHANGE = "\N{LOWER RIGHT PENCIL}"
MOST = 99
MENU_COLUMNS = 2
DIETS = {
    "veg": "\N{LARGE GREEN CIRCLE}",
    "egg": "\N{LARGE YELLOW CIRCLE}",
    "non_veg": "\N{LARGE RED CIRCLE}",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of plain text, not yet escaped. `fixed`: in a font of one width."""

    text: str
    bold: bool = False
    fixed: bool = False


def card_lines(card: Card, say: Speech) -> Iterator[Line]:
    """What the card shows, line by line."""
    match card:
        case MenuCard():
            yield from _menu(card, say)
        case CartCard(told=True) | OrderCard(told=True):
            return
        case CartCard(lines=lines, charges=charges, total=total, dietary=rules, ready=ready):
            yield from _lines(lines, charges, total, rules, say)
            yield from _remark(ready)
        case OrderCard(order=order, ready=ready):
            # The rules head the ticket above it already.
            yield from _lines(order.lines, order.charges, order.total, Dietary(), say)
            yield from _remark(ready)
        case FigureCard(lines=lines):
            yield from (Line(line, fixed=True) for line in lines)
        case _:
            assert_never(card)


def card_buttons(card: Card | None, say: Speech) -> list[list[Button]]:
    """The rows of buttons a card brings with it: its dishes, or those of each cart line."""
    match card:
        case MenuCard(rows=rows):
            buttons = [Button(f"{row.position}. {row.name}", row.call) for row in rows if row.call]
            return [buttons[at : at + MENU_COLUMNS] for at in range(0, len(buttons), MENU_COLUMNS)]
        case CartCard(lines=lines, editable=True):
            names = [line.item_name for line in lines]
            return [
                row
                for line in lines
                for row in _line_rows(line, say, alone=names.count(line.item_name) == 1)
            ]
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
    dish = f"{row.position}. {row.name} — {row.cost(say)}"
    dish = f"{dish} {mark}" if mark else dish
    return dish if row.served_now else f"{dish} ({row.remark or say('not served now')})"


def _lines(
    lines: Sequence[CartLine],
    charges: Sequence[Charge],
    total: Decimal,
    rules: Dietary,
    say: Speech,
) -> Iterator[Line]:
    """The customer's rules, the lines with what is to be warned of, the charges, the total."""
    if not lines:
        return
    if rules:
        yield Line(banner(say, rules), bold=True)
    for line in lines:
        told = f"{with_quantity(say, line)} — {say.money(line.line_total)}"
        yield Line(" ".join([told, *warnings(say, line)]))
    for name, amount in charge_rows(say, charges, included=False):
        yield Line(f"{name} — {amount}")
    yield Line(say("Total: {total}", total=total), bold=True)
    for name, amount in charge_rows(say, charges, included=True):
        yield Line(f"{name} — {amount}")


def _remark(text: str) -> Iterator[Line]:
    if text:
        yield Line(text)


def _line_rows(line: CartLine, say: Speech, *, alone: bool) -> list[list[Button]]:
    """One fewer, the line's page, one more; quantities are absolute: a press twice counts once.

    Of several lines of one dish each has its page in a row of its own, named in full.
    """
    fewer = _to(line, line.quantity - 1) if line.quantity > 1 else _away(line)
    more = [Button("+", _to(line, line.quantity + 1))] if line.quantity < MOST else []
    named = f"{line.quantity}x {line.item_name}" if alone else with_quantity(say, line)
    change = Button(f"{CHANGE} {named}", Call("choose_options", {"line": line.line_no}))
    if alone:
        return [[Button(MINUS, fewer), change, *more]]
    return [[change], [Button(MINUS, fewer), *more]]


def _to(line: CartLine, quantity: int) -> Call:
    return Call("set_quantity", {"quantity": quantity, "line": line.line_no})


def _away(line: CartLine) -> Call:
    return Call("remove_from_cart", {"line": line.line_no})
