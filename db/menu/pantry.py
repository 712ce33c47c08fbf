"""Writes the ingredients and recipes of a menu."""

from uuid import UUID

from psycopg import Connection

from db.menu.format import FileIngredient, MenuFile
from db.menu.rows import Table

# In the order in which orders lock them.
LOCK = """select from cold.ingredient where tenant_id = %s order by ingredient_id
for no key update"""
# What is left of it is written only where the file says another number: orders go on meanwhile.
PUT = """insert into cold.ingredient (tenant_id, ingredient_id, name, unit, quantity, low_at)
values (%s, %s, %s, %s, %s, %s)
on conflict (tenant_id, ingredient_id) do update
set name = excluded.name, unit = excluded.unit, low_at = excluded.low_at, is_removed = false"""
LEFT = "update cold.ingredient set quantity = %s where tenant_id = %s and ingredient_id = %s"
REMOVE = """update cold.ingredient set is_removed = true
where tenant_id = %s and not is_removed and ingredient_id <> all (%s)"""
RECIPES = Table(
    "recipe",
    ["item_id", "ingredient_id"],
    {"item_id": "text", "ingredient_id": "text", "amount": "numeric"},
)


def write_pantry(connection: Connection, tenant: UUID, old: MenuFile, new: MenuFile) -> None:
    """Make a shop's ingredients and recipes equal to these; what is equal already is not touched.

    Orders keep what they took of an ingredient that is gone. After the stock of dishes, as orders
    lock it.
    """
    were = {one.id: one for one in old.ingredients}
    changed = [one for one in new.ingredients if _fields(one) != _fields(were.get(one.id))]
    gone = were.keys() - {one.id for one in new.ingredients}
    if changed or gone:
        connection.execute(LOCK, (tenant,))
    for one in changed:
        row = (tenant, one.id, one.name, one.unit, one.stock, one.low_at)
        connection.execute(PUT, row)
        was = were.get(one.id)
        if was is None or was.stock != one.stock:
            connection.execute(LEFT, (one.stock, tenant, one.id))
    recipes = [
        {"item_id": item.id, "ingredient_id": ingredient, "amount": str(amount)}
        for item in new.items
        for ingredient, amount in item.recipe.items()
    ]
    RECIPES.delete_others(connection, tenant, recipes)
    RECIPES.upsert(connection, tenant, recipes)
    if gone:
        connection.execute(REMOVE, (tenant, [one.id for one in new.ingredients]))


def _fields(one: FileIngredient | None) -> tuple[object, ...] | None:
    return None if one is None else (one.name, one.unit, one.stock, one.low_at)
