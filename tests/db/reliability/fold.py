"""A second opinion: the hot rows as the log has them, computed without any SQL of ours."""

from collections.abc import Iterator
from decimal import Decimal

import psycopg
from psycopg import sql

from tests.db.reliability.hot import HotRows, Row, rows

CART_EVENTS = {"item_added", "quantity_set", "item_removed", "item_updated"}
KEPT = {"demand_unmet", "coupon_refused"}
CHOSEN = {
    "pickup_chosen": "pickup_at",
    "order_type_chosen": "order_type",
    "fulfilment_chosen": "fulfilment",
    "coupon_chosen": "coupon_code",
}
LINE = ("line_key", "item_name", "options", "without", "note")
MENTIONED = ("item_id", "item_name")
QUOTE = (
    "checkout_id",
    "order_type",
    "cart_hash",
    "total",
    "pickup_at",
    "started_at",
    "expires_at",
    "quote",
)


class Fold:
    """A session, folded from its first event on; snapshots are not believed but walked past."""

    def __init__(self, session: Row) -> None:
        self.key = {key: session[key] for key in ("tenant_id", "session_id")}
        self.cart: dict[int, dict[str, object]] = {}
        self.checkout: dict[str, object] | None = None
        self.state: dict[str, object] = {
            **self.key,
            "user_id": session["customer_id"],
            "version": 0,
            "current_step": "browsing",
            "last_mentioned_line": None,
            "last_mentioned_item_id": None,
            "last_mentioned_item_name": None,
            "last_shown_menu": [],
            "last_activity_at": session["opened_at"],
            "dietary": session["dietary"],
            "pickup_at": None,
            "order_type": None,
            "fulfilment": {},
            "coupon_code": None,
        }

    def event(self, event: Row) -> None:
        """Fold an event in."""
        kind, data = event["event_type"], event["event_data"]
        assert isinstance(data, dict)
        assert event["seq"] == int(str(self.state["version"])) + 1
        self.state["version"] = event["seq"]
        if kind == "snapshot":
            return
        self.state["last_activity_at"] = event["timestamp"]
        if kind == "menu_viewed":
            self.look(data)
        elif kind == "dietary_set":
            self.rule(data)
        elif kind == "checkout_extended":
            if self.checkout and self.checkout["checkout_id"] == data["checkout_id"]:
                self.checkout["expires_at"] = data["expires_at"]
        elif kind not in KEPT:
            self.checkout = None
            self.state["current_step"] = "order_placed" if kind == "order_placed" else "ordering"
            self.change(str(kind), data, event["timestamp"])

    def look(self, data: Row) -> None:
        """Remember the menu page shown."""
        self.state["last_shown_menu"] = data["shown"]
        if self.state["current_step"] == "order_placed":
            self.state["current_step"] = "browsing"

    def rule(self, data: Row) -> None:
        """Keep the customer's rules; without rules there is nothing to have accepted."""
        self.state["dietary"] = data["dietary"]
        if data["dietary"] == {}:
            for held in self.cart.values():
                held["accepted"] = []

    def change(self, kind: str, data: Row, at: object) -> None:
        """Change the cart, or what it is wanted for."""
        if kind in CART_EVENTS:
            self.line(data, at)
            self.state |= {f"last_mentioned_{column}": data[column] for column in MENTIONED}
            self.state["last_mentioned_line"] = data["line_no"]
        elif kind == "cart_repriced":
            lines = data["lines"]
            assert isinstance(lines, list)
            for line in lines:
                self.line(line, at)
        elif kind in CHOSEN:
            column = CHOSEN[kind]
            self.state[column] = data["code" if kind == "coupon_chosen" else column]
        else:
            assert kind in {"cart_cleared", "order_placed"}
            if kind == "order_placed":
                self.state |= {"pickup_at": None, "coupon_code": None}
            for held in self.cart.values():
                if held["is_active"]:
                    held |= {"is_active": False, "updated_at": at}

    def line(self, data: Row, at: object) -> None:
        """Put a line as an event describes it."""
        number = int(str(data["line_no"]))
        if data["quantity_after"] == 0:
            self.cart[number] |= {"is_active": False, "updated_at": at}
            return
        first = {**self.key, "line_no": number, "item_id": data["item_id"], "added_at": at}
        self.cart[number] = {
            **self.cart.get(number, first),
            **{column: data[column] for column in LINE},
            "accepted": data.get("accepted", []),
            "price": Decimal(str(data["price"])),
            "quantity": data["quantity_after"],
            "is_active": True,
            "updated_at": at,
        }

    def quote(self, checkout: Row) -> None:
        """Fold a checkout in."""
        assert checkout["after_seq"] == self.state["version"]
        self.checkout = {**self.key, **{column: checkout[column] for column in QUOTE}}
        self.state |= {
            "current_step": "checkout",
            "last_activity_at": checkout["started_at"],
        }

    def rows(self) -> HotRows:
        """The hot rows as they must be."""
        return {
            "session_state": [self.state],
            "session_cart": [self.cart[number] for number in sorted(self.cart)],
            "session_checkout": [] if self.checkout is None else [self.checkout],
        }


def folded(db: psycopg.Connection, session_id: str) -> HotRows:
    """What the hot rows of a session must be, by its log."""
    (session,) = rows(db, sql.Identifier("cold", "sessions"), session_id, "session_id")
    fold = Fold(session)
    for step in _in_order(db, session_id):
        if "checkout_id" in step:
            fold.quote(step)
        else:
            fold.event(step)
    return fold.rows()


def _in_order(db: psycopg.Connection, session_id: str) -> Iterator[Row]:
    events = rows(db, sql.Identifier("warm", "session_events"), session_id, "seq")
    checkouts = rows(db, sql.Identifier("warm", "checkouts"), session_id, "checkout_no")
    for event in events:
        while checkouts and int(str(checkouts[0]["after_seq"])) < int(str(event["seq"])):
            yield checkouts.pop(0)
        yield event
    yield from checkouts
