"""A customer who calls the SQL functions of a turn directly, with the bot's rights."""

from collections.abc import Mapping, Sequence
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
) -> Document:
    """A line to add: an item's id, or a reference such as last() or shown(2)."""
    return {
        "item": {"item_id": item} if isinstance(item, str) else item,
        "quantity": quantity,
        "options": list(options),
        "without": list(without),
        "note": note,
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
        """Call any function of schema app; dicts and lists go as jsonb."""
        statement = sql.SQL("select {}({})").format(
            sql.Identifier("app", function), sql.SQL(", ").join(sql.Placeholder() * len(args))
        )
        values = [Jsonb(arg) if isinstance(arg, dict | list) else arg for arg in args]
        row = self.connection.execute(statement, values).fetchone()
        assert row is not None
        value: Json = row[0]
        return value

    def search_menu(self, *item_ids: str, command: str | None = None) -> SessionView:
        """Be shown these dishes."""
        page = [{"id": item, "name": item, "position": n + 1} for n, item in enumerate(item_ids)]
        return self.call("search_menu", "", None, len(page), page, command=command)

    def add_to_cart(self, lines: Sequence[Document], *, command: str | None = None) -> SessionView:
        """Add lines made with line()."""
        return self.call("add_to_cart", list(lines), command=command)

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
        self, reference: Document, change: Document, *, command: str | None = None
    ) -> SessionView:
        """Change a line's options, removals or note."""
        return self.call("update_item", reference, change, command=command)

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

    def order_status(
        self, order_no: int | None = None, *, command: str | None = None
    ) -> SessionView:
        """Ask for orders."""
        return self.call("order_status", order_no, command=command)

    def record_turn(self, *, command: str | None = None) -> SessionView:
        """Say something that asks nothing of the database."""
        return self.call("record_turn", command=command)

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
