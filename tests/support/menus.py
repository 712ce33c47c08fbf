"""Menus as load_menu gives them."""

import psycopg

from tools.kit.call import Json


def menu_document(dsn: str, slug: str = "demo") -> Json:
    """The document of a shop's menu, read from the database."""
    with psycopg.connect(dsn) as connection:
        row = connection.execute(
            "select app.load_menu(tenant_id) from cold.tenants where slug = %s", (slug,)
        ).fetchone()
    assert row is not None
    document: Json = row[0]
    return document
