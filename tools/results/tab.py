"""What a table has, in words: for those who sit at it and for those who serve it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tools.kit.call import Call
from tools.kit.result import Button, Result, Rows
from tools.kit.speech import Speech, Word
from tools.kit.view import Tab, TabLine
from tools.results.bill import bill
from tools.results.buttons import menu_button
from tools.results.lines import priced


@dataclass(frozen=True, slots=True, kw_only=True)
class TabShown(Result):
    """What the table of a guest has. `asked`: he wants to pay."""

    asked: bool = False

    def text(self, say: Speech) -> str:
        """Who asked for what and what it comes to; of the bill, dishes, charges and the sum."""
        tab = self.view.tab
        if tab is None:
            return say(
                "You sit at no table with anything on its bill. "
                "Say at which table you are and order on its bill."
            )
        if not self.asked:
            return "\n".join([*by_guest(say, tab), *charged(say, tab), comes_to(say, tab)])
        told = [*in_words(say, tab)]
        if tab.left:
            told.append(say("We'll be with you at table {table} in a moment.", table=tab.table))
        return "\n".join(told)

    def buttons(self, say: Speech) -> Rows:
        """To the menu and to the bill, or back to who asked for what."""
        tab = self.view.tab
        if tab is None:
            return ((menu_button(say),),)
        other = tab_button(say) if self.asked else bill_button(say)
        return ((menu_button(say), other),) if tab.left else ((menu_button(say),),)


def tab_button(say: Speech) -> Button:
    """What the guest's table has."""
    return Button(say("Our table"), Call("view_tab"))


def bill_button(say: Speech) -> Button:
    """Asks for the bill."""
    return Button(say("The bill, please"), Call("ask_for_bill"))


def by_guest(say: Speech, tab: Tab) -> Iterator[str]:
    """ "Table 4", "Asha: 2x Idly (₹80)"; what nobody is named for comes first."""
    yield say("Table {number}", number=tab.table)
    whom = dict.fromkeys(sorted((line.asked_by for line in tab.lines), key=lambda who: who or ""))
    for who in whom:
        mine = together(line for line in tab.lines if line.asked_by == who)
        dishes = ", ".join(priced(say, line) for line in mine)
        yield f"{who}: {dishes}" if who else dishes


def charged(say: Speech, tab: Tab) -> Iterator[str]:
    """What there is beyond the dishes, so that these and that are the total."""
    more = tab.total - sum(line.line_total for line in tab.lines)
    if more:
        yield say("Taxes and fees: {amount}.", amount=more)


def comes_to(say: Speech, tab: Tab) -> str:
    """ "Total: ₹230.", "Total: ₹230. ₹100 is paid, ₹130 is left." """
    if not tab.paid:
        return say("Total: {total}.", total=tab.total)
    return say(
        "Total: {total}. {paid} is paid, {left} is left.",
        total=tab.total,
        paid=tab.paid,
        left=tab.left,
    )


def in_words(say: Speech, tab: Tab) -> Iterator[str]:
    """The bill: every dish, every charge, the sum, and its parts where it is split."""
    yield say("Table {number}", number=tab.table)
    yield from bill(say, [*together(tab.lines)], tab.charges)
    yield comes_to(say, tab)
    if len(tab.bills) > 1:
        for one in tab.bills:
            words: dict[str, Word] = {
                "number": str(one.bill_no),
                "label": one.label,
                "amount": one.amount,
            }
            if one.is_paid:
                yield say("Bill {number} ({label}): {amount}, paid", **words)
            else:
                yield say("Bill {number} ({label}): {amount}", **words)


def together(lines: Iterable[TabLine]) -> Iterator[TabLine]:
    """The lines, the same dish made the same way at one price as one."""
    found: dict[tuple[object, ...], TabLine] = {}
    for line in lines:
        alike = (line.item_id, line.options, line.without, line.note, line.unit_price)
        known = found.get(alike)
        found[alike] = line if known is None else _both(known, line)
    yield from found.values()


def _both(one: TabLine, other: TabLine) -> TabLine:
    return one.model_copy(
        update={
            "quantity": one.quantity + other.quantity,
            "line_total": one.line_total + other.line_total,
        }
    )
