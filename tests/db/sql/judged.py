"""What the judge of availability says of a dish, without a customer."""

from collections.abc import Mapping

from psycopg import Connection

from tools.kit.call import Json

JUDGED = "select app.item_availability(tenant_id, %s, %s, %s, %s, %s) from cold.tenants"


def refusal(
    db: Connection,
    at: str,
    item: str = "idly",
    *,
    now: str | None = None,
    order_type: str | None = None,
    quantity: int = 1,
) -> Mapping[str, Json] | None:
    """Why a dish cannot be had at a moment, judged then or at another `now`."""
    db.execute("select set_config('app.fake_now', %s, false)", [now or at])
    row = db.execute(JUDGED, [item, at, order_type, quantity, "nobody"]).fetchone()
    assert row is not None
    found = row[0]
    assert found is None or isinstance(found, dict)
    return found
