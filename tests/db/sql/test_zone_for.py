"""zone_for: which delivery zone a place lies in."""

from math import asin, cos, radians, sin, sqrt

import pytest
from psycopg import Connection

from tests.support.turns import Caller
from tests.support.ways import ELSEWHERE, FAR, FAR_OFF, LAKE, NEAR, NEARBY, SHOP, Zone, put_delivery

Place = tuple[float, float] | None


def zone_for(db: Connection, asha: Caller, address: str | None, place: Place) -> str | None:
    """What the function says, called as its owner would."""
    row = db.execute(
        "select app.zone_for(%s, %s, %s, %s)", [asha.tenant, address, *(place or (None, None))]
    ).fetchone()
    assert row is not None
    return row[0] if row[0] is None else str(row[0])


@pytest.mark.parametrize(
    ("address", "place", "zone"),
    [
        (None, SHOP, "near"),
        (None, NEARBY, "near"),
        (None, FAR_OFF, "far"),
        (None, ELSEWHERE, None),
        ("12 Lake Road", None, None),
        ("12 Lake Road, 560034", None, "lake"),
        ("12 Lake Road, Bengaluru 560 034.", None, "lake"),
        ("12 Lake Road, Bengaluru-560034", None, "lake"),
        ("7, LAKE VIEW  LAYOUT", None, "lake"),
        ("Lake View Layouts", None, None),
        ("Lake Road, View Layout", None, None),
        ("phone 5600345", None, None),
        ("1560034 Street", None, None),
        ("12 Lake Road, 560034", NEARBY, "near"),
        ("12 Lake Road, 560034", ELSEWHERE, "lake"),
        (None, None, None),
        ("", None, None),
        ("%", None, None),
    ],
)
def test_zones(
    db: Connection, asha: Caller, address: str | None, place: Place, zone: str | None
) -> None:
    put_delivery(db, NEAR, FAR, LAKE)
    assert zone_for(db, asha, address, place) == zone


def test_the_first_that_fits_counts(db: Connection, asha: Caller) -> None:
    put_delivery(db, FAR, NEAR)
    assert zone_for(db, asha, None, SHOP) == "far"
    put_delivery(db, LAKE, Zone("all", areas=("560034",)))
    assert zone_for(db, asha, "560034", None) == "lake"


def test_words_of_other_scripts(db: Connection, asha: Caller) -> None:
    put_delivery(db, Zone("tamil", areas=("அண்ணா நகர்",)))
    assert zone_for(db, asha, "12, அண்ணா நகர், சென்னை", None) == "tamil"
    assert zone_for(db, asha, "12, அண்ணா சாலை", None) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SHOP, NEARBY),
        (SHOP, ELSEWHERE),
        (SHOP, SHOP),
        ((0, 179.9), (0, -179.9)),
        ((90, 0), (-90, 0)),
    ],
)
def test_distances(db: Connection, one: tuple[float, float], other: tuple[float, float]) -> None:
    row = db.execute("select app.metres_between(%s, %s, %s, %s)", [*one, *other]).fetchone()
    assert row is not None
    (north, east), (other_north, other_east) = map(radians, one), map(radians, other)
    half = (
        sin((other_north - north) / 2) ** 2
        + cos(north) * cos(other_north) * sin((other_east - east) / 2) ** 2
    )
    assert row[0] == pytest.approx(2 * 6_371_008.8 * asin(min(1, sqrt(half))), abs=0.01)
