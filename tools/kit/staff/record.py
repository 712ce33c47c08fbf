"""What a SQL function for staff tells beside the session."""

from decimal import Decimal

from pydantic import AwareDatetime

from tools.kit.contact import Contact
from tools.kit.row import Row
from tools.kit.staff.alerts import Alerts
from tools.kit.staff.answer import Answer
from tools.kit.staff.people import Invited, LogEntry, Member, Person, Room, RoomChange


class StockItem(Row):
    """A dish as staff see it.

    `quantity` None: it is not counted; `held` pieces are kept for open checkouts; with fewer than
    `low_at` it runs low; `makes`: how many its ingredients make, None: it has no recipe. Not
    `available`: marked sold out, `until` then, None: until told otherwise.
    """

    item_id: str
    item_name: str
    quantity: int | None = None
    held: int = 0
    low_at: int | None = None
    makes: int | None = None
    available: bool = True
    until: AwareDatetime | None = None


class Fed(Row):
    """A dish of a recipe, and what of the ingredient one piece takes."""

    item_name: str
    amount: Decimal


class Ingredient(Row):
    """What is counted beneath the dishes; amounts are in its `unit`."""

    name: str
    unit: str
    quantity: Decimal
    low_at: Decimal | None = None
    dishes: tuple[Fed, ...] = ()


class PriceChange(Row):
    """A dish that is to have another price; not `done`: that is only asked yet."""

    item_name: str
    was: Decimal
    price: Decimal
    done: bool


class Value(Row):
    """A value a change was taken back to. None: it is not of that kind, or not counted."""

    quantity: int | None = None
    is_available: bool | None = None
    status: str | None = None
    role: str | None = None
    kind: str | None = None
    is_open: bool | None = None
    price: Decimal | None = None
    stock: str | None = None
    low_at: str | None = None


class Undone(Row):
    """A change that was taken back, and the value there is again; `amount`: of money."""

    action: str
    amount: Decimal | None = None
    item: str = ""
    table: str | None = None
    order_no: int | None = None
    before: Value = Value()


class StaffRecord(Row):
    """What a call by staff did or found; only what its function tells is filled.

    Not `changed`: all was so already; `asks_why`: it needs a reason, and was not done;
    `before`: the stock before, `had`: of an ingredient; `was`: the status of an order before;
    `next`: what the person can do with it now; `taken`: pieces taken off a table; `amount`: the
    money that came in or went back, by `method`; `left`: what of an order has still to go back;
    `most`: what had to before; `contact`: to whom a delivery goes; `told`: the kinds of rooms that
    hear of it.
    """

    items: tuple[StockItem, ...] = ()
    changed: bool = True
    told: tuple[str, ...] = ()
    asks_why: bool = False
    before: int | None = None
    ingredients: tuple[Ingredient, ...] = ()
    had: Decimal | None = None
    price: PriceChange | None = None
    was: str | None = None
    answer: Answer | None = None
    table: str | None = None
    taken: int | None = None
    amount: Decimal | None = None
    undone: tuple[Undone, ...] = ()
    next: tuple[str, ...] = ()
    method: str | None = None
    most: Decimal | None = None
    left: Decimal | None = None
    contact: Contact | None = None
    person: Person | None = None
    members: tuple[Member, ...] = ()
    room: RoomChange | None = None
    rooms: tuple[Room, ...] = ()
    invite: Invited | None = None
    log: tuple[LogEntry, ...] = ()
    alerts: Alerts | None = None
