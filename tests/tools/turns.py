"""A turn without a database: what SQL would answer is given, what it was asked is kept."""

from datetime import UTC, datetime
from uuid import UUID

from tests.speech import PlainSpeech
from tests.tools.menus import small_menu
from tools.kit.call import Json
from tools.kit.errors import ToolError
from tools.kit.turn import Tenant, Turn

NOON = datetime(2026, 1, 18, 12, 0, tzinfo=UTC)
MORNING = datetime(2026, 1, 18, 10, 30, tzinfo=UTC)
TENANT = Tenant(
    tenant_id=UUID("4c85ba72-f59b-4287-bf91-e53f49ed0b9d"),
    slug="demo",
    name="Tiffin Room",
    currency="INR",
    time_zone="Asia/Kolkata",
    language="en",
)


class RecordingDatabase:
    """Answers every call with the same view; `calls` are the functions and their own arguments."""

    def __init__(self, view: Json) -> None:
        self._view = view
        self.calls: list[tuple[object, ...]] = []

    async def call(self, function: str, *args: object) -> Json:
        """Keep the call, without tenant and facts."""
        self.calls.append((function, *args[2:]))
        return self._view


class Refusing(RecordingDatabase):
    """Refuses the first calls, one refusal each, and answers those after them."""

    def __init__(self, view: Json, *refusals: ToolError) -> None:
        super().__init__(view)
        self._refusals = list(refusals)

    async def call(self, function: str, *args: object) -> Json:
        """Keep the call, and refuse it or answer it."""
        row = await super().call(function, *args)
        if self._refusals:
            raise self._refusals.pop(0)
        return row


def view(**more: Json) -> dict[str, Json]:
    """A SessionView with an empty cart, and what a test adds to it."""
    return {
        "session_id": "s1",
        "seq": 1,
        "step": "ordering",
        "menu_version": 7,
        "currency": "INR",
        **more,
    }


def line(line_no: int, name: str, quantity: int, price: int, **more: Json) -> dict[str, Json]:
    """A cart line; a `delta` makes it a changed one."""
    return {
        "line_no": line_no,
        "item_id": name.lower().replace(" ", "_"),
        "item_name": name,
        "quantity": quantity,
        "unit_price": f"{price}.00",
        "line_total": f"{price * quantity}.00",
        **more,
    }


def cart(*lines: dict[str, Json], **more: Json) -> dict[str, Json]:
    """A view of these lines; those with a delta are what the call changed."""
    changed: list[Json] = [one for one in lines if "delta" in one]
    kept: list[Json] = [one for one in lines if one["quantity"] != 0]
    total = sum(int(str(one["line_total"]).removesuffix(".00")) for one in lines)
    return view(lines=kept, changed=changed, total=f"{total}.00", **more)


def turn(database: RecordingDatabase, *, now: datetime = NOON) -> Turn:
    """A customer's turn at the small menu's shop."""
    return Turn(
        tenant=TENANT,
        menu=small_menu(),
        say=PlainSpeech(),
        now=now,
        facts={"command_id": "c1"},
        database=database,
    )
