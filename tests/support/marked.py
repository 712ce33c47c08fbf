"""Dishes with marks of one's own, put on the demo shop's menu."""

from collections.abc import Sequence
from dataclasses import dataclass

import psycopg

DISH = """
insert into cold.menu_item
  (tenant_id, item_id, item_no, category_id, name, price, diet, allergens, suitable_for, position)
select i.tenant_id, %(id)s, max(i.item_no) + 1, min(i.category_id), %(name)s, 100, %(diet)s,
       %(allergens)s, %(suitable_for)s, max(i.position) + 1
from cold.menu_item i group by i.tenant_id
"""
GROUP = """
insert into cold.option_group
  (tenant_id, group_id, name, min_choices, max_choices, default_option_id, negatable)
select tenant_id, %(id)s, %(id)s, 0, %(most)s, %(default)s, true from cold.tenants
"""
OPTION = """
insert into cold.option (tenant_id, group_id, option_id, option_no, name, price_delta, diet,
                         allergens, suitable_for, unsuitable_for, position)
select o.tenant_id, %(group)s, %(id)s, max(o.option_no) + 1, %(name)s, 10, %(diet)s,
       %(allergens)s, %(suitable_for)s, %(unsuitable_for)s, max(o.position) + 1
from cold.option o group by o.tenant_id
"""
OFFERED = """
insert into cold.menu_item_option_group
select tenant_id, %s, %s, 1 from cold.tenants
"""


@dataclass(frozen=True, slots=True)
class Choice:
    """An option and what the shop says of it."""

    id: str
    diet: str | None = None
    allergens: Sequence[str] = ()
    suitable_for: Sequence[str] = ()
    unsuitable_for: Sequence[str] = ()


def put_dish(
    db: psycopg.Connection,
    dish: str,
    *choices: Choice,
    diet: str | None = "veg",
    allergens: Sequence[str] = (),
    suitable_for: Sequence[str] = (),
    usual: str | None = None,
    most: int | None = None,
) -> str:
    """Put a dish on the menu and return its id.

    It has one group of options, called as the dish; `usual` is its default, `most` its maximum.
    """
    db.execute(
        DISH,
        {
            "id": dish,
            "name": dish.title(),
            "diet": diet,
            "allergens": list(allergens),
            "suitable_for": list(suitable_for),
        },
    )
    db.execute(GROUP, {"id": dish, "most": most, "default": usual})
    for choice in choices:
        db.execute(
            OPTION,
            {
                "group": dish,
                "id": choice.id,
                "name": choice.id.title(),
                "diet": choice.diet,
                "allergens": list(choice.allergens),
                "suitable_for": list(choice.suitable_for),
                "unsuitable_for": list(choice.unsuitable_for),
            },
        )
    db.execute(OFFERED, (dish, dish))
    return dish
