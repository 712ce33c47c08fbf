"""A customer who calls the SQL functions of a turn directly, with the bot's rights."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import TracebackType
from typing import Self
from uuid import UUID, uuid4

import psycopg
from psycopg import sql
from psycopg.types.json import Jsonb

from tools.kit.call import Json
from tools.kit.view import SessionView

Document = Mapping[str, object]


def line(
    item: str | Document,
    quantity: int = 1,
    *,
    options: Sequence[Document] = (),
    without: Sequence[Document] = (),
    note: str | None = None,
    accept: Sequence[str] = (),
) -> Document:
    """A line to add: an item's id, or a reference such as last() or shown(2)."""
    return {
        "item": {"item_id": item} if isinstance(item, str) else item,
        "quantity": quantity,
        "options": list(options),
        "without": list(without),
        "note": note,
        "accept": list(accept),
    }


def chosen(
    group: str, option: str, *, amount: str | None = None, count: int | None = None
) -> Document:
    """An option of a line to add."""
    option_of = {"group_id": group, "option_id": option, "amount": amount, "count": count}
    return {key: value for key, value in option_of.items() if value is not None}


def last() -> Document:
    """The line mentioned last."""
    return {"last": True}


def shown(position: int) -> Document:
    """The n-th dish of the menu page shown last."""
    return {"shown": position}


def position(number: int) -> Document:
    """The n-th line of the cart."""
    return {"position": number}


def line_no(number: int) -> Document:
    """The line with that number."""
    return {"line_no": number}


def items(*item_ids: str) -> Document:
    """The lines of any of these dishes."""
    return {"item_ids": list(item_ids)}


class Caller:
    """Somebody at a shop, on a connection of his own. Use it in a `with` block, or close it."""

    def __init__(
        self, dsn: str, who: str = "asha", *, shop: str = "demo", chat: str | None = None
    ) -> None:
        self.who = who
        self.chat = chat or who
        self.facts: dict[str, object] = {}
        self.connection = psycopg.connect(dsn, autocommit=True)
        self.connection.execute("set role hotcart_bot")
        self.connection.execute("set plan_cache_mode = force_generic_plan")
        self.tenant = UUID(self._tenants()[shop])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Hang up."""
        self.connection.close()

    def turn_clock(self, to: str) -> None:
        """Let it be another time in this person's turns."""
        self.connection.execute("select set_config('app.fake_now', %s, false)", (to,))

    def call(self, function: str, *args: object, command: str | None = None) -> SessionView:
        """Take a turn; `command` repeats an earlier one's id. Raises psycopg.Error when refused."""
        return SessionView.model_validate(
            self.json(function, self.tenant, self._turn(function, command), *args)
        )

    def json(self, function: str, *args: object) -> Json:
        """Call any function of schema app; dicts and lists go as jsonb, tuples as arrays."""
        statement = sql.SQL("select {}({})").format(
            sql.Identifier("app", function), sql.SQL(", ").join(sql.Placeholder() * len(args))
        )
        row = self.connection.execute(statement, [_sent(arg) for arg in args]).fetchone()
        assert row is not None
        value: Json = row[0]
        return value

    def search_menu(
        self,
        *item_ids: str,
        query: str = "",
        period: str | None = None,
        page: int = 1,
        size: int = 8,
        near: bool = False,
        command: str | None = None,
    ) -> SessionView:
        """Be shown a page of these dishes, as a search in memory has found them."""
        found = tuple(self.item_no(item) for item in item_ids)
        return self.call("search_menu", query, period, found, page, size, near, command=command)

    def see_menu(self, *, page: int = 1, size: int = 8, command: str | None = None) -> SessionView:
        """Be shown a page of the whole menu."""
        return self.call("search_menu", "", None, None, page, size, command=command)

    def add_to_cart(
        self,
        lines: Sequence[Document],
        unmet: Sequence[Document] = (),
        *,
        command: str | None = None,
    ) -> SessionView:
        """Add lines made with line(); `unmet` was asked for besides and is not on the menu."""
        return self.call("add_to_cart", list(lines), list(unmet), command=command)

    def set_dietary_rules(
        self,
        allergens: Sequence[str] = (),
        diets: Sequence[str] = (),
        unchecked: Sequence[str] = (),
        *,
        command: str | None = None,
    ) -> SessionView:
        """Say what one may not eat; nothing at all forgets it."""
        rules = (tuple(allergens), tuple(diets), tuple(unchecked))
        return self.call("set_dietary_rules", *rules, command=command)

    def keep_dietary_rules(self, *, command: str | None = None) -> SessionView:
        """Agree to be remembered by them."""
        return self.call("keep_dietary_rules", command=command)

    def accept_conflict(self, number: int, *, command: str | None = None) -> SessionView:
        """Take the line with that number all the same."""
        return self.call("accept_conflict", number, command=command)

    def choose_pickup_time(self, at: datetime | None, *, command: str | None = None) -> SessionView:
        """Say when the order is wanted; None: as soon as it is ready."""
        return self.call("choose_pickup_time", at, command=command)

    def reorder(self, order_no: int | None = None, *, command: str | None = None) -> SessionView:
        """Ask for the same as last time, or as in that order."""
        return self.call("reorder", order_no, command=command)

    def set_quantity(
        self, reference: Document, quantity: int, *, command: str | None = None
    ) -> SessionView:
        """Set a line's quantity."""
        return self.call("set_quantity", reference, quantity, command=command)

    def remove_from_cart(
        self,
        references: Sequence[Document],
        quantity: int | None = None,
        *,
        command: str | None = None,
    ) -> SessionView:
        """Take lines out, or that many pieces of each."""
        return self.call("remove_from_cart", list(references), quantity, command=command)

    def update_item(
        self,
        reference: Document,
        change: Document,
        quantity: int | None = None,
        *,
        command: str | None = None,
    ) -> SessionView:
        """Change a line's options, removals or note; with `quantity` only of so many pieces."""
        return self.call("update_item", reference, change, quantity, command=command)

    def replace_item(
        self,
        reference: Document,
        new: Document,
        quantity: int | None = None,
        pieces: int | None = None,
        *,
        command: str | None = None,
    ) -> SessionView:
        """Have a line made with line() in the place of another, or of `pieces` of it."""
        return self.call("replace_item", reference, new, quantity, pieces, command=command)

    def clear_cart(self, *, command: str | None = None) -> SessionView:
        """Empty the cart."""
        return self.call("clear_cart", command=command)

    def view_cart(self, *, command: str | None = None) -> SessionView:
        """Look at the cart."""
        return self.call("view_cart", command=command)

    def checkout(self, order_type: str | None = None, *, command: str | None = None) -> SessionView:
        """Ask for a quote."""
        return self.call("checkout", order_type, command=command)

    def choose_order_type(self, order_type: str, *, command: str | None = None) -> SessionView:
        """Ask for a quote of another order type."""
        return self.call("choose_order_type", order_type, command=command)

    def choose_payment(
        self, method: str = "cash", checkout_id: UUID | None = None, *, command: str | None = None
    ) -> SessionView:
        """Confirm: with a button's checkout id, or in words without one."""
        return self.call("choose_payment", method, checkout_id, command=command)

    def apply_coupon(self, code: str, *, command: str | None = None) -> SessionView:
        """Give a promo code."""
        return self.call("apply_coupon", code, command=command)

    def remove_coupon(self, *, command: str | None = None) -> SessionView:
        """Take it back."""
        return self.call("remove_coupon", command=command)

    def order_status(
        self, order_no: int | None = None, *, command: str | None = None
    ) -> SessionView:
        """Ask for orders."""
        return self.call("order_status", order_no, command=command)

    def record_turn(
        self, refusal: Document | None = None, *, command: str | None = None
    ) -> SessionView:
        """Say something that asks nothing of the database, or could not be had."""
        return self.call("record_turn", refusal, command=command)

    def item_no(self, item_id: str) -> int:
        """The short handle of a dish of the shop, as the bot's memory has it."""
        self.connection.execute("reset role")
        found = self.connection.execute(
            "select item_no from cold.menu_item where tenant_id = %s and item_id = %s",
            (self.tenant, item_id),
        ).fetchone()
        self.connection.execute("set role hotcart_bot")
        assert found is not None, item_id
        return int(found[0])

    def _turn(self, tool: str, command: str | None) -> dict[str, object]:
        return {
            "channel": "test",
            "chat": self.chat,
            "sender": self.who,
            "command": command or f"test:{uuid4()}",
            "tool": tool,
            "source": "button",
            **self.facts,
        }

    def _tenants(self) -> dict[str, str]:
        listed = self.json("list_tenants")
        assert isinstance(listed, list)
        return {str(row["slug"]): str(row["tenant_id"]) for row in listed if isinstance(row, dict)}


def _sent(argument: object) -> object:
    if isinstance(argument, dict | list):
        return Jsonb(argument)
    return list(argument) if isinstance(argument, tuple) else argument
