"""Which rooms need an order: the one place that decides."""

from uuid import UUID

import pytest
from psycopg import Connection

from tests.support.life import place
from tests.support.open_rooms import open_room, waiting
from tests.support.turns import Caller, line

ROOMS = "select chat, lines from app.rooms_of_orders(%s, array[%s]::uuid[]) order by chat"
ADDRESS = "12 MG Road, 2nd floor, Bengaluru 560001"


def rooms(db: Connection, person: Caller, order: UUID) -> dict[str, list[int]]:
    """The lines of the order each room is about."""
    return dict(db.execute(ROOMS, (person.tenant, order)).fetchall())


def put_type(db: Connection, order: UUID, name: str) -> None:
    """Let an order be of some type, however it got there."""
    db.execute(
        """update cold.orders set order_type_id = (
             select order_type_id from cold.order_type_table where order_type_name = %s)
           where order_id = %s""",
        (name, order),
    )


def test_a_kitchen_without_stations_cooks_everything(asha: Caller, db: Connection) -> None:
    open_room(db, "kitchen", "-1")
    order = place(asha).order_id
    assert rooms(db, asha, order) == {"-1": [1, 2]}


def test_stations_share_an_order_and_what_none_has_goes_to_all(
    asha: Caller, db: Connection
) -> None:
    open_room(db, "kitchen", "-1", stations=["idly_vada"])
    open_room(db, "kitchen", "-2", stations=["dosa"])
    order = place(asha, line("idly"), line("masala_dosa"), line("filter_coffee")).order_id
    assert rooms(db, asha, order) == {"-1": [1, 3], "-2": [2, 3]}


def test_a_station_nothing_is_of_hears_nothing(asha: Caller, db: Connection) -> None:
    open_room(db, "kitchen", "-1", stations=["idly_vada"])
    open_room(db, "kitchen", "-2", stations=["dosa"])
    order = place(asha, line("idly")).order_id
    assert rooms(db, asha, order) == {"-1": [1]}


@pytest.mark.parametrize(
    ("order_type", "rider", "told"),
    [
        ("take_away", True, {"kitchen", "counter"}),
        ("dine_in", True, {"kitchen", "counter"}),
        ("delivery", True, {"kitchen", "riders"}),
        ("delivery", False, {"kitchen", "counter"}),
    ],
)
def test_who_hands_it_over_has_it_too(
    asha: Caller, db: Connection, order_type: str, rider: bool, told: set[str]
) -> None:
    for kind in ("kitchen", "counter", "inventory", "owner", *(["riders"] if rider else [])):
        open_room(db, kind, kind)
    order = place(asha).order_id
    put_type(db, order, order_type)
    assert set(rooms(db, asha, order)) == told


def test_an_order_nobody_else_would_see_goes_to_the_owner(asha: Caller, db: Connection) -> None:
    open_room(db, "owner", "-9")
    order = place(asha).order_id
    assert rooms(db, asha, order) == {"-9": [1, 2]}
    open_room(db, "kitchen", "-1")
    assert rooms(db, asha, order) == {"-1": [1, 2]}


def test_a_room_that_has_ended_and_a_shop_without_rooms_hear_nothing(
    asha: Caller, db: Connection
) -> None:
    open_room(db, "kitchen", "-1")
    db.execute("update cold.room set unbound_at = now(), unbound_by = 'operator'")
    order = place(asha).order_id
    assert rooms(db, asha, order) == {}
    assert waiting(db) == []
    topics = db.execute("select distinct topic from cold.outbox").fetchall()
    assert topics == [("order_placed",)]
