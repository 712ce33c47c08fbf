"""Shops: added with everything they need, or refused with what is wrong and what to do."""

import pytest
from psycopg import Connection

from db.tenants import TenantError, acting_for, add_bot, add_tenant, list_tenants, show_tenant
from tests.support.records import count, everything


def add(dsn: str, slug: str = "cafe", **other: str) -> None:
    """Add a shop with usual values but for some."""
    usual = {"name": "Café", "currency": "EUR", "time_zone": "Europe/Paris"}
    types = ("dine_in", "take_away", "dine_in")
    add_tenant(dsn, slug=slug, languages=("en",), order_types=types, **usual | other)


def test_a_shop_is_what_was_said(dsn: str) -> None:
    add(dsn, language="fr")
    shop = show_tenant(dsn, "cafe")

    assert (shop.slug, shop.name, shop.currency) == ("cafe", "Café", "EUR")
    assert (shop.time_zone, shop.language, shop.languages) == ("Europe/Paris", "fr", ["en"])
    assert (shop.order_types, shop.dishes, shop.bots) == (["take_away", "dine_in"], 0, 0)


def test_shops_are_listed_by_slug(dsn: str) -> None:
    add(dsn)
    assert [(shop.slug, shop.dishes) for shop in list_tenants(dsn)] == [("cafe", 0), ("demo", 365)]


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"slug": "demo"}, "there is a shop 'demo' already"),
        ({"slug": "Café"}, "a slug is lower-case letters"),
        ({"slug": "../../etc"}, "a slug is lower-case letters"),
        ({"slug": ""}, "a slug is lower-case letters"),
        ({"slug": "a" * 41}, "a slug is lower-case letters"),
        ({"currency": "eur"}, "three capitals like INR"),
        ({"currency": "EURO"}, "three capitals like INR"),
        ({"name": ""}, "a name has 1 to 80 characters"),
        ({"name": "x" * 81}, "a name has 1 to 80 characters"),
        ({"time_zone": "Paris"}, "time zone 'Paris' is unknown; use a name like Asia/Kolkata"),
        ({"time_zone": "'; drop table"}, "is unknown"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_added(
    dsn: str, db: Connection, values: dict[str, str], reason: str
) -> None:
    before = everything(db)
    with pytest.raises(TenantError, match=reason):
        add(dsn, **values)
    assert everything(db) == before


def test_order_types_are_known_and_at_least_one(dsn: str, db: Connection) -> None:
    for types, reason in ((("drone",), "there are take_away, dine_in and delivery"), ((), "needs")):
        with pytest.raises(TenantError, match=reason):
            add_tenant(dsn, slug="x", name="X", currency="INR", time_zone="UTC", order_types=types)
    assert count(db, "cold.tenants") == 1


def test_a_bot_gets_a_new_token(dsn: str, db: Connection) -> None:
    add_bot(dsn, "demo", "123456789:AAE-old")
    add_bot(dsn, "demo", "123456789:AAE-new")
    found = db.execute("select bot_id, token from cold.tenant_bot").fetchall()
    assert found == [(123456789, "123456789:AAE-new")]
    assert show_tenant(dsn, "demo").bots == 1


def test_a_bot_leads_to_one_shop(dsn: str, db: Connection) -> None:
    add(dsn)
    add_bot(dsn, "demo", "123456789:AAE-old")
    with pytest.raises(TenantError, match="bot 123456789 serves another shop already"):
        add_bot(dsn, "cafe", "123456789:AAE-new")
    assert db.execute("select token from cold.tenant_bot").fetchall() == [("123456789:AAE-old",)]


@pytest.mark.parametrize(
    "token", ["", ":", "123", "123:", "abc:def", "²:x", f"{'9' * 19}:x", "1:a b", "1:a.b"]
)
def test_what_is_no_bot_token(dsn: str, token: str) -> None:
    with pytest.raises(TenantError, match="that is no bot token"):
        add_bot(dsn, "demo", token)


def test_a_shop_that_is_not_there(dsn: str) -> None:
    for ask in (show_tenant, lambda dsn, slug: add_bot(dsn, slug, "1:x")):
        with pytest.raises(TenantError, match="there is no shop 'bar'"):
            ask(dsn, "bar")


def test_acting_for_a_shop_shows_no_other(dsn: str) -> None:
    add(dsn)
    with acting_for(dsn, "cafe") as connection:
        assert connection.execute("select count(*) from cold.menu_item").fetchone() == (0,)
        assert connection.execute("select current_user").fetchone() == ("hotcart_owner",)
