"""What is counted beneath the dishes of the demo shop: ingredients, and the recipes they feed."""

from decimal import Decimal

from psycopg import Connection


def put_ingredient(
    db: Connection, ingredient: str, quantity: str, unit: str = "l", low_at: str | None = None
) -> None:
    """Count an ingredient from now on; its name is its id with a capital."""
    db.execute(
        """insert into cold.ingredient (tenant_id, ingredient_id, name, unit, quantity, low_at)
           select tenant_id, %s, %s, %s, %s, %s from cold.tenants where slug = 'demo'
           on conflict (tenant_id, ingredient_id) do update
             set quantity = excluded.quantity, low_at = excluded.low_at""",
        [ingredient, ingredient.title(), unit, quantity, low_at],
    )


def put_recipe(db: Connection, dish: str, **amounts: str) -> None:
    """Let a piece of a dish take so much of each ingredient."""
    for ingredient, amount in amounts.items():
        db.execute(
            """insert into cold.recipe select tenant_id, %s, %s, %s from cold.tenants
               where slug = 'demo'
               on conflict (tenant_id, item_id, ingredient_id) do update
                 set amount = excluded.amount""",
            [dish, ingredient, amount],
        )


def put_low_mark(db: Connection, dish: str, low_at: int) -> None:
    """Let a counted dish run low at so many."""
    db.execute(
        "update cold.menu_item_stock set low_at = %s where item_id = %s",
        [low_at, dish],
    )


def left_of(db: Connection, ingredient: str) -> str:
    """How much of an ingredient there is."""
    row = db.execute(
        "select quantity from cold.ingredient where ingredient_id = %s", [ingredient]
    ).fetchone()
    assert row is not None
    return str(Decimal(row[0]).normalize())
