"""The demo shop without its rules of money and ways: a test gives it those it is about."""

from pathlib import Path

import psycopg

from db.shop.import_file import import_shop

FILE = Path(__file__).with_name("plain_shop.json")


def make_plain(dsn: str) -> None:
    """Let the demo shop sell its menu, to take away or eat here, and have no other rule."""
    import_shop(dsn, "demo", FILE)
    with psycopg.connect(dsn) as connection:
        connection.execute("delete from cold.coupon")
