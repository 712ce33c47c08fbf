"""list_tenants and list_bots: what a process must know before it serves anybody."""

from db.tenants import add_bot, add_tenant
from tests.support.turns import Caller


def open_cafe(dsn: str) -> str:
    """Add a second shop and return its id."""
    cafe = add_tenant(
        dsn,
        slug="cafe",
        name="Café",
        currency="EUR",
        time_zone="Europe/Berlin",
        language="de",
        order_types=("dine_in",),
    )
    return str(cafe)


def test_lists_every_shop_by_slug(asha: Caller, dsn: str) -> None:
    cafe = open_cafe(dsn)
    listed = asha.json("list_tenants")

    assert isinstance(listed, list)
    assert listed[0] == {
        "tenant_id": cafe,
        "slug": "cafe",
        "name": "Café",
        "currency": "EUR",
        "time_zone": "Europe/Berlin",
        "language": "de",
        "languages": [],
    }
    assert [shop["slug"] for shop in listed if isinstance(shop, dict)] == ["cafe", "demo"]


def test_lists_the_bots_of_every_shop(asha: Caller, dsn: str) -> None:
    cafe = open_cafe(dsn)
    assert asha.json("list_bots") == []
    add_bot(dsn, "demo", "200:demo-two")
    add_bot(dsn, "demo", "100:demo-one")
    add_bot(dsn, "cafe", "300:cafe")

    demo = str(asha.tenant)
    assert asha.json("list_bots") == [
        {"tenant_id": cafe, "token": "300:cafe"},
        {"tenant_id": demo, "token": "100:demo-one"},
        {"tenant_id": demo, "token": "200:demo-two"},
    ]
