"""Shops, their bots, and menus with everything a line can carry."""

from db.migrations.rules import tenant_table
from db.migrations.run_sql import run_sql

revision = "0002"
down_revision = "0001"

TENANT_TABLES = (
    "cold.tenant_bot",
    "cold.tenant_order_type",
    "cold.meal_period",
    "cold.menu_category",
    "cold.menu_item",
    "cold.menu_item_stock",
    "cold.menu_item_period",
    "cold.option_group",
    "cold.option",
    "cold.menu_item_option_group",
)


def upgrade() -> None:
    """Create the tables of shops and menus. Prices are numeric(12,2), bounded so that NaN cannot enter."""
    run_sql("""
    create table cold.order_type_table (
      order_type_id smallint primary key,
      order_type_name text not null unique
    );
    insert into cold.order_type_table values (1, 'take_away'), (2, 'dine_in'), (3, 'delivery');

    create table cold.order_source_type (
      order_source_id smallint primary key,
      source_name text not null unique
    );
    insert into cold.order_source_type values (1, 'chatbot'), (2, 'staff'), (3, 'edge');

    create table cold.tenants (
      tenant_id uuid primary key,
      slug text not null unique check (slug ~ '^[a-z][a-z0-9_-]{0,39}$'),
      name text not null check (length(name) between 1 and 80),
      currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
      time_zone text not null,
      language text not null default 'en',
      default_order_type_id smallint not null references cold.order_type_table,
      payment_methods text[] not null default '{cash,card,upi}',
      checkout_minutes smallint not null default 15 check (checkout_minutes between 1 and 1440),
      session_idle_hours smallint not null default 24 check (session_idle_hours between 1 and 8760),
      menu_version bigint not null default 0,
      created_at timestamptz not null default now()
    );
    comment on table cold.tenants is 'The directory of shops. menu_version moves with every menu change.';

    create table cold.tenant_bot (
      tenant_id uuid not null references cold.tenants,
      bot_id bigint not null,
      token text not null,
      primary key (tenant_id, bot_id),
      -- Like a slug, a bot is known outside: it leads to one shop.
      constraint bot_serves_one_shop unique (bot_id)
    );

    create table cold.tenant_order_type (
      tenant_id uuid not null references cold.tenants,
      order_type_id smallint not null references cold.order_type_table,
      primary key (tenant_id, order_type_id)
    );

    create table cold.meal_period (
      tenant_id uuid not null references cold.tenants,
      meal_period_id text not null,
      name text not null,
      starts_at time not null,
      ends_at time not null,
      position smallint not null,
      primary key (tenant_id, meal_period_id)
    );
    comment on table cold.meal_period is 'Local time of the shop; ends_at before starts_at runs past midnight.';

    create table cold.menu_category (
      tenant_id uuid not null references cold.tenants,
      category_id text not null,
      name text not null,
      position smallint not null,
      primary key (tenant_id, category_id)
    );

    create table cold.menu_item (
      tenant_id uuid not null,
      item_id text not null check (length(item_id) between 1 and 64),
      item_no integer not null check (item_no > 0),
      category_id text not null,
      name text not null check (length(name) between 1 and 120),
      description text not null default '',
      aliases text[] not null default '{}',
      price numeric(12,2) not null check (price between 0 and 9999999),
      diet text check (diet in ('veg', 'egg', 'non_veg')),
      allergens text[] not null default '{}',
      is_available boolean not null default true,
      unavailable_until timestamptz,
      is_removed boolean not null default false,
      position integer not null,
      primary key (tenant_id, item_id),
      unique (tenant_id, item_no),
      foreign key (tenant_id, category_id) references cold.menu_category
    );
    comment on column cold.menu_item.item_no is 'Short handle for buttons, never used again for another item.';
    comment on column cold.menu_item.unavailable_until is 'Sold out until then, while is_available is false; null: until told otherwise.';

    create table cold.menu_item_stock (
      tenant_id uuid not null,
      item_id text not null,
      quantity integer not null check (quantity between 0 and 1000000),
      primary key (tenant_id, item_id),
      foreign key (tenant_id, item_id) references cold.menu_item
    );
    comment on table cold.menu_item_stock is 'Pieces left. An item without a row is not counted.';

    create table cold.menu_item_period (
      tenant_id uuid not null,
      item_id text not null,
      meal_period_id text not null,
      primary key (tenant_id, item_id, meal_period_id),
      foreign key (tenant_id, item_id) references cold.menu_item,
      foreign key (tenant_id, meal_period_id) references cold.meal_period
    );
    comment on table cold.menu_item_period is 'When an item is served. An item without a row is served all day.';

    create table cold.option_group (
      tenant_id uuid not null references cold.tenants,
      group_id text not null,
      name text not null,
      min_choices smallint not null default 0 check (min_choices between 0 and 50),
      max_choices smallint check (max_choices between 1 and 50),
      default_option_id text,
      amounts text[] not null default '{}',
      negatable boolean not null default false,
      generic_aliases jsonb not null default '{}',
      primary key (tenant_id, group_id),
      check (max_choices is null or min_choices <= max_choices)
    );

    create table cold.option (
      tenant_id uuid not null,
      group_id text not null,
      option_id text not null,
      option_no integer not null check (option_no > 0),
      name text not null,
      aliases text[] not null default '{}',
      price_delta numeric(12,2) not null default 0 check (price_delta between -9999999 and 9999999),
      allergens text[] not null default '{}',
      countable boolean not null default false,
      is_available boolean not null default true,
      is_removed boolean not null default false,
      position smallint not null,
      primary key (tenant_id, group_id, option_id),
      unique (tenant_id, option_no),
      foreign key (tenant_id, group_id) references cold.option_group
    );

    create table cold.menu_item_option_group (
      tenant_id uuid not null,
      item_id text not null,
      group_id text not null,
      position smallint not null,
      primary key (tenant_id, item_id, group_id),
      foreign key (tenant_id, item_id) references cold.menu_item,
      foreign key (tenant_id, group_id) references cold.option_group
    );

    create policy directory on cold.tenants for select using (true);
    grant select on cold.order_type_table, cold.order_source_type to hotcart_api;
    """)
    tenant_table("cold.tenants", api="select")
    for table in TENANT_TABLES:
        tenant_table(table, api="select")
    run_sql("grant update (quantity) on cold.menu_item_stock to hotcart_api")


def downgrade() -> None:
    """Drop them again, dependents first."""
    for table in reversed(TENANT_TABLES):
        run_sql(f"drop table {table}")
    run_sql("drop table cold.tenants, cold.order_source_type, cold.order_type_table")
