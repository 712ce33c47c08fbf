"""Thousands of shops in a database, each with a menu of its own, as long as the demo shop's."""

import random
from uuid import UUID, uuid4

import psycopg

LETTERS = ("bcdfghjklmnpqrstvwxz", "aeiouy")


def open_shops(dsn: str, count: int) -> list[UUID]:
    """Open shops beside the demo shop and return their ids.

    Each speaks a made-up language: in all the demo shop's texts it has other letters. So no two
    shops share a word, and every word, name and sentence is as long as a real one. Prices differ
    too, and every dish has a photo. The rows of a shop lie together, as its import writes them.
    """
    tenants = [uuid4() for _ in range(count)]
    with psycopg.connect(dsn) as connection:
        connection.execute("create temp table shop (n int, tenant_id uuid, signs text, said text)")
        with connection.cursor().copy("copy shop from stdin") as rows:
            for number, tenant in enumerate(tenants):
                rows.write_row((number, tenant, *_language(number)))
        connection.execute("set local session_replication_role = replica")  # no foreign keys
        connection.execute("set local synchronous_commit = off")
        for statement in FILL.split(";"):
            connection.execute(statement.encode())
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("vacuum analyze")
    return tenants


def _language(number: int) -> tuple[str, str]:
    """Letters, and what is said instead of them: vowels stay vowels."""
    chance = random.Random(number)  # noqa: S311 - not a secret
    signs = "".join(LETTERS)
    said = "".join("".join(chance.sample(letters, len(letters))) for letters in LETTERS)
    return signs + signs.upper(), said + said.upper()


FILL = """
create temp table demo as
  select s.*, d.tenant_id as demo_id from shop s, cold.tenants d where d.slug = 'demo';
create temp table dish as
  select i.*, s.n, s.demo_id, s.tenant_id as shop_id, s.signs, s.said,
    translate(i.item_id, s.signs, s.said) as id
  from demo s join cold.menu_item i on i.tenant_id = s.demo_id;
insert into cold.tenants
  (tenant_id, slug, name, currency, time_zone, default_order_type_id, menu_version)
  select tenant_id, 'shop' || n, 'Shop ' || n, 'INR', 'Asia/Kolkata', 1, 1 from shop;
insert into cold.meal_period (tenant_id, meal_period_id, name, starts_at, ends_at, position)
  select s.tenant_id, p.meal_period_id, translate(p.name, s.signs, s.said), p.starts_at, p.ends_at,
    p.position
  from demo s join cold.meal_period p on p.tenant_id = s.demo_id
  order by s.tenant_id;
insert into cold.menu_category (tenant_id, category_id, name, position)
  select s.tenant_id, c.category_id, translate(c.name, s.signs, s.said), c.position
  from demo s join cold.menu_category c on c.tenant_id = s.demo_id
  order by s.tenant_id;
insert into cold.menu_item
  (tenant_id, item_id, item_no, category_id, name, description, aliases, price, diet, allergens,
   position, photo_url)
  select d.shop_id, d.id, d.item_no, d.category_id, translate(d.name, d.signs, d.said),
    translate(d.description, d.signs, d.said),
    translate(d.aliases::text, d.signs, d.said)::text[], d.price + (d.item_no * (d.n + 7)) % 90,
    d.diet, d.allergens, d.position, 'https://img.example/' || d.n || '/' || d.id || '.jpg'
  from dish d
  order by d.shop_id;
insert into cold.menu_item_stock (tenant_id, item_id, quantity)
  select d.shop_id, d.id, i.quantity
  from dish d join cold.menu_item_stock i on i.tenant_id = d.demo_id and i.item_id = d.item_id
  order by d.shop_id;
insert into cold.menu_item_period (tenant_id, item_id, meal_period_id)
  select d.shop_id, d.id, i.meal_period_id
  from dish d join cold.menu_item_period i on i.tenant_id = d.demo_id and i.item_id = d.item_id
  order by d.shop_id;
insert into cold.option_group
  (tenant_id, group_id, name, min_choices, max_choices, default_option_id, amounts, negatable,
   generic_aliases)
  select s.tenant_id, g.group_id, translate(g.name, s.signs, s.said), g.min_choices, g.max_choices,
    g.default_option_id, g.amounts, g.negatable, g.generic_aliases
  from demo s join cold.option_group g on g.tenant_id = s.demo_id
  order by s.tenant_id;
insert into cold.option
  (tenant_id, group_id, option_id, option_no, name, aliases, price_delta, allergens, countable,
   position)
  select s.tenant_id, o.group_id, o.option_id, o.option_no, translate(o.name, s.signs, s.said),
    translate(o.aliases::text, s.signs, s.said)::text[], o.price_delta, o.allergens, o.countable,
    o.position
  from demo s join cold.option o on o.tenant_id = s.demo_id
  order by s.tenant_id;
insert into cold.menu_item_option_group (tenant_id, item_id, group_id, position)
  select d.shop_id, d.id, g.group_id, g.position
  from dish d
  join cold.menu_item_option_group g on g.tenant_id = d.demo_id and g.item_id = d.item_id
  order by d.shop_id
"""
