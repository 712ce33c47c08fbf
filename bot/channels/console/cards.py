"""Menu, cart and order as tables that fit 80 columns."""

import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from tools.kit.result import Card, CartCard, FigureCard, MenuCard, MenuRow, OrderCard
from tools.kit.speech import Speech, sentence
from tools.kit.view import CartLine, Charge, Dietary
from tools.results.alerts import banner, warnings
from tools.results.bill import charge_rows
from tools.results.lines import details
from tools.results.order_types import order_type_name

_DIETS = {"veg": sentence("veg"), "egg": sentence("egg"), "non_veg": sentence("non-veg")}
_PAID = {
    "cash": sentence("cash"),
    "card": sentence("card"),
    "upi": sentence("UPI"),
    "telegram": sentence("paid here"),
    "tab": sentence("on the table's bill"),
}


def plain(text: str) -> str:
    """The text without control characters: a name or a note must not steer the terminal."""
    return "".join(sign for sign in text if sign == "\n" or unicodedata.category(sign) != "Cc")


def table_of(card: Card, say: Speech) -> RenderableType:
    """The card as a table, with what is to be remarked under it."""
    match card:
        case MenuCard():
            return _menu(card, say)
        case FigureCard():
            return _figures(card)
        case CartCard():
            table = _lines(card.lines, card.total, card.dietary, say, title=say("Your cart"))
            return _charged(table, card.charges, say, card.ready)
        case OrderCard():
            order = card.order
            title = say("Order #{number}", number=order.order_no)
            table = _lines(order.lines, order.total, order.dietary, say, title=title)
            how = f"{order_type_name(say, order.order_type)}, {say(_PAID[order.payment_method])}"
            return _charged(table, order.charges, say, card.ready, how)


def _figures(card: FigureCard) -> Table:
    """They are aligned already."""
    table = Table.grid()
    table.add_column(no_wrap=True)
    for line in card.lines:
        table.add_row(Text(plain(line)))
    return table


def _table(title: str) -> Table:
    return Table(
        title=plain(title),
        title_justify="left",
        title_style="bold",
        caption_justify="left",
        caption_style="dim",
        box=box.SIMPLE,
        show_header=False,
        show_edge=False,
        pad_edge=False,
    )


def _menu(card: MenuCard, say: Speech) -> Table:
    table = _table(card.title)
    table.add_column(justify="right", style="dim", no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    for row in card.rows:
        diet = say(_DIETS[row.diet]) if row.diet in _DIETS else ""
        table.add_row(str(row.position), _dish(row, say), diet, row.cost(say))
    if card.pages > 1:
        table.caption = say("page {page} of {pages}", page=card.page, pages=card.pages)
    return table


def _dish(row: MenuRow, say: Speech) -> Group:
    name = Text(plain(row.name), style="" if row.served_now else "dim")
    if not row.served_now:
        name.append(f" ({row.remark or say('not served now')})")
    return _with_details(name, plain(row.description))


def _lines(
    lines: Sequence[CartLine], total: Decimal, rules: Dietary, say: Speech, *, title: str
) -> Table:
    """The lines with their prices; the customer's rules head them."""
    table = _table(f"{title}\n{banner(say, rules)}" if rules else title)
    table.show_footer = True
    table.add_column(justify="right", no_wrap=True)
    table.add_column(footer=say("Total"), footer_style="bold", ratio=1)
    table.add_column(justify="right", style="dim", no_wrap=True)
    table.add_column(justify="right", footer=say.money(total), footer_style="bold", no_wrap=True)
    for line in lines:
        told = ", ".join([*details(say, line), *warnings(say, line)])
        dish = _with_details(Text(plain(line.item_name)), plain(told))
        each = say.money(line.unit_price) if line.quantity > 1 else ""
        table.add_row(f"{line.quantity}x", dish, each, say.money(line.line_total))
    return table


def _charged(table: Table, charges: Sequence[Charge], say: Speech, *remarks: str) -> Group:
    """The table with the charges under its lines; included tax and remarks under the total."""
    for name, amount in charge_rows(say, charges, included=False):
        table.add_row("", plain(name), "", amount)
    told = [f"{plain(name)}: {amount}" for name, amount in charge_rows(say, charges, included=True)]
    return Group(table, *(Text(one, style="dim") for one in [*told, *filter(None, remarks)]))


def _with_details(name: Text, details: str) -> Group:
    return Group(name, Text(details, style="dim")) if details else Group(name)
