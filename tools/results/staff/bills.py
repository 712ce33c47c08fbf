"""The bill of a table, and its payment, in words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from tools.kit.call import Call, Json
from tools.kit.result import Button, Result, Rows
from tools.kit.speech import Speech, Word
from tools.kit.staff.record import StaffRecord
from tools.kit.view import Tab
from tools.results.buttons import in_rows
from tools.results.staff.confirm import nothing
from tools.results.tab import comes_to, in_words

WAYS = ("cash", "card", "upi")


@dataclass(frozen=True, slots=True, kw_only=True)
class Billed(Result):
    """The bill of a table, with the ways to split and to pay it."""

    def text(self, say: Speech) -> str:
        """Every dish, every charge, the sum, and its parts."""
        tab = self.view.tab
        if tab is None:
            return say("Done.")
        told = [*in_words(say, tab)]
        if not tab.left:
            told.append(say("Nothing is left to pay."))
        return "\n".join(told)

    def buttons(self, say: Speech) -> Rows:
        """Pay it, or a part of it, or split it."""
        tab = self.view.tab
        if tab is None or not tab.left:
            return ()
        split = [
            Button(
                say("Split in {parts}", parts=parts),
                Call("split_tab", {"table": tab.table, "how": "equal", "parts": parts}),
            )
            for parts in (2, 3, 4)
        ]
        by_guest = Call("split_tab", {"table": tab.table, "how": "guest"})
        split.append(Button(say("By guest"), by_guest))
        return (*pay_rows(say, tab), *in_rows(split))


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentConfirmed(Result):
    """What is asked before money is booked: how much of it, and how it was paid.

    None: what is not said yet.
    """

    way: str | None = None
    amount: Decimal | None = None
    bill: int | None = None
    asks: bool = True

    def text(self, say: Speech) -> str:
        """ "Table 4: has it paid ₹200 in cash?" """
        tab = self.view.tab
        if tab is None or not tab.left:
            return say("Nothing is left to pay.")
        if self.amount is None and len(tab.open_bills) > 1:
            return "\n".join([*in_words(say, tab), say("Which bill was paid?")])
        return say(
            "Table {table}: {amount} to book. {total}",
            table=tab.table,
            amount=self.amount or tab.left,
            total=comes_to(say, tab),
        )

    def buttons(self, say: Speech) -> Rows:
        """Each way it may have been paid; nothing is booked before who was asked presses one."""
        tab = self.view.tab
        if tab is None or not tab.left:
            return ()
        ways = [self.way] if self.way else [*WAYS]
        rows = (
            pay_rows(say, tab, self.way)
            if self.amount is None
            else in_rows([_book(say, tab, self.bill, self.amount, way) for way in ways], 3)
        )
        own = tuple(tuple(replace(button, own=True) for button in row) for row in rows)
        return (*own, (nothing(say),))


@dataclass(frozen=True, slots=True, kw_only=True)
class BillPaid(Result):
    """Money that was booked."""

    table: str

    def text(self, say: Speech) -> str:
        """What was, and what is left."""
        tab, record = self.view.tab, self.view.staff or StaffRecord()
        if tab is None or record.amount is None:
            return say("That is booked.")
        words: dict[str, Word] = {"table": self.table, "amount": record.amount}
        if tab.left:
            return say("Table {table} has paid {amount}; {left} is left.", **words, left=tab.left)
        if tab.is_open:
            return say("Table {table} has paid {amount}, and that is all.", **words)
        return say("Table {table} has paid {amount}, and is closed.", **words)

    def buttons(self, say: Speech) -> Rows:
        """What is left, or close it."""
        tab = self.view.tab
        if tab is None or not tab.is_open:
            return ()
        if tab.left:
            return pay_rows(say, tab) or (
                (Button(say("Bill"), Call("bill_tab", {"table": self.table})),),
            )
        close = Call("close_tab", {"table": self.table})
        return ((Button(say("Close table {table}", table=self.table), close),),)


def pay_rows(say: Speech, tab: Tab, way: str | None = None) -> Rows:
    """One bill: each way to pay it. Several: each bill, by the way said or still to be said."""
    bills = tab.open_bills
    if len(bills) == 1 and way is None:
        (one,) = bills
        return in_rows([_book(say, tab, one.bill_no, one.amount, each) for each in WAYS], 3)
    if way is not None:
        return in_rows([_book(say, tab, one.bill_no, one.amount, way) for one in bills])
    return in_rows([*_ask(say, tab)])


def _ask(say: Speech, tab: Tab) -> Iterator[Button]:
    for one in tab.open_bills:
        label = say("{label}: {amount}", label=one.label, amount=one.amount)
        args: dict[str, Json] = {"table": tab.table, "bill": one.bill_no}
        yield Button(label, Call("pay_bill", {**args, "amount": f"{one.amount:.2f}"}))


def _book(say: Speech, tab: Tab, bill: int | None, amount: Decimal, way: str) -> Button:
    """A button that books exactly this sum, or nothing where the tab has changed since."""
    args: dict[str, Json] = {"table": tab.table, "method": way, "amount": f"{amount:.2f}"}
    if bill is not None:
        args["bill"] = bill
    match way:
        case "cash":
            label = say("Cash {amount}", amount=amount)
        case "card":
            label = say("Card {amount}", amount=amount)
        case _:
            label = say("UPI {amount}", amount=amount)
    return Button(label, Call("pay_bill", {**args, "sure": True}))
