"""Menus as restaurants have them: hours, variants, diets, holds, orders for later."""

from db.migrations.rules import tenant_table
from db.migrations.run_sql import run_sql

revision = "0005"
down_revision = "0004"

RIGHTS = {
    "cold.menu_item_order_type": "select",
    "cold.opening_hours": "select",
    "cold.special_day": "select",
    "cold.stock_hold": "select, insert, update, delete",
    "cold.customer_dietary": "select, insert, update, delete",
}


def upgrade() -> None:
    """Add what a menu file can say, when a shop is open, what a customer may not eat, and holds."""
    run_sql("""
    alter table cold.tenants
      add last_order_minutes smallint not null default 0 check (last_order_minutes between 0 and 240),
      add order_ahead_days smallint not null default 7 check (order_ahead_days between 0 and 60);
    comment on column cold.tenants.last_order_minutes is 'How long before closing the last order is taken.';
    comment on column cold.tenants.order_ahead_days is 'How many days ahead an order can be placed for; 0: only for now.';
    grant update (menu_version) on cold.tenants to hotcart_api;

    create table cold.opening_hours (
      tenant_id uuid not null references cold.tenants,
      weekday smallint not null check (weekday between 1 and 7),
      opens_at time not null,
      closes_at time not null,
      primary key (tenant_id, weekday, opens_at)
    );
    comment on table cold.opening_hours is
      'Local time; weekday 1 is Monday; closes_at at or before opens_at is on the next day. A shop without rows is always open.';

    create table cold.special_day (
      tenant_id uuid not null references cold.tenants,
      day date not null,
      opens_at time,
      closes_at time,
      primary key (tenant_id, day),
      check ((opens_at is null) = (closes_at is null))
    );
    comment on table cold.special_day is 'Hours of one date in place of its weekday''s; without times the shop is closed.';

    alter table cold.meal_period
      add days smallint[] not null default '{1,2,3,4,5,6,7}' check (days <@ '{1,2,3,4,5,6,7}' and days <> '{}');
    comment on column cold.meal_period.days is 'The weekdays on which the period begins; 1 is Monday.';

    alter table cold.menu_item
      add photo_url text check (length(photo_url) between 1 and 2000),
      add tax_class text check (length(tax_class) between 1 and 64),
      add prep_station text check (length(prep_station) between 1 and 64),
      add suitable_for text[] not null default '{}';
    comment on column cold.menu_item.suitable_for is 'Diets the item suits beyond its mark: jain, vegan, halal …';

    create table cold.menu_item_order_type (
      tenant_id uuid not null,
      item_id text not null,
      order_type_id smallint not null references cold.order_type_table,
      primary key (tenant_id, item_id, order_type_id),
      foreign key (tenant_id, item_id) references cold.menu_item
    );
    comment on table cold.menu_item_order_type is 'How an item can be had. An item without a row can be had in every way the shop offers.';

    alter table cold.option_group
      add replaces_price boolean not null default false,
      add check (not replaces_price or max_choices = 1);
    comment on column cold.option_group.replaces_price is 'Variants: the chosen option''s price stands in place of the item''s.';

    alter table cold.option
      add price numeric(12,2) check (price between 0 and 9999999),
      add diet text check (diet in ('veg', 'egg', 'non_veg')),
      add suitable_for text[] not null default '{}',
      add unsuitable_for text[] not null default '{}',
      add unavailable_until timestamptz;
    comment on column cold.option.price is 'Of an option of a group that replaces the price, and of no other.';
    comment on column cold.option.suitable_for is 'Diets an item suits once this is chosen: "Jain preparation".';
    comment on column cold.option.unsuitable_for is 'Diets an item no longer suits once this is chosen.';

    create table cold.stock_hold (
      tenant_id uuid not null,
      session_id text not null,
      item_id text not null,
      quantity integer not null check (quantity between 1 and 1000000),
      checkout_id uuid not null,
      expires_at timestamptz not null,
      primary key (tenant_id, session_id, item_id),
      foreign key (tenant_id, item_id) references cold.menu_item,
      foreign key (tenant_id, session_id) references cold.sessions
    );
    create index stock_hold_of_item on cold.stock_hold (tenant_id, item_id);
    comment on table cold.stock_hold is 'Pieces an open checkout keeps for its customer until it expires.';

    create table cold.customer_dietary (
      tenant_id uuid not null,
      customer_id uuid not null,
      dietary jsonb not null,
      agreed_at timestamptz not null,
      primary key (tenant_id, customer_id),
      foreign key (tenant_id, customer_id) references cold.customers
    );
    comment on table cold.customer_dietary is 'Allergies and diets a customer asked to be remembered, apart from events so that they can be erased.';

    alter table cold.sessions add dietary jsonb not null default '{}';
    comment on column cold.sessions.dietary is 'The rules the session began with, as the customer had them remembered.';
    alter table hot.session_state add dietary jsonb not null default '{}', add pickup_at timestamptz;
    comment on column hot.session_state.dietary is
      '{"allergens": [], "diets": [], "unchecked": [], "kept": false}, or {} without rules.';
    alter table hot.session_cart add accepted jsonb not null default '[]';
    comment on column hot.session_cart.accepted is
      'Conflicts with the customer''s rules that he accepted for this line: ["allergen:peanut", "diet:jain"].';
    alter table hot.session_checkout add pickup_at timestamptz;
    alter table warm.checkouts add pickup_at timestamptz;

    alter table cold.orders add pickup_at timestamptz, add dietary jsonb not null default '{}';
    comment on column cold.orders.pickup_at is 'When the order is wanted; null: as soon as it is ready.';
    comment on column cold.orders.dietary is 'The customer''s rules when he ordered: the banner of the ticket.';
    alter table cold.order_item add accepted jsonb not null default '[]';
    alter table cold.order_item_option add price numeric(12,2) check (price between 0 and 9999999);
    """)
    for table, rights in RIGHTS.items():
        tenant_table(table, api=rights)


def downgrade() -> None:
    """Drop them again, dependents first."""
    run_sql("""
    alter table cold.order_item_option drop price;
    alter table cold.order_item drop accepted;
    alter table cold.orders drop pickup_at, drop dietary;
    alter table warm.checkouts drop pickup_at;
    alter table hot.session_checkout drop pickup_at;
    alter table hot.session_cart drop accepted;
    alter table hot.session_state drop dietary, drop pickup_at;
    alter table cold.sessions drop dietary;
    drop table cold.customer_dietary, cold.stock_hold;
    alter table cold.option drop price, drop diet, drop suitable_for, drop unsuitable_for, drop unavailable_until;
    alter table cold.option_group drop replaces_price;
    drop table cold.menu_item_order_type;
    alter table cold.menu_item drop photo_url, drop tax_class, drop prep_station, drop suitable_for;
    alter table cold.meal_period drop days;
    drop table cold.special_day, cold.opening_hours;
    revoke update (menu_version) on cold.tenants from hotcart_api;
    alter table cold.tenants drop last_order_minutes, drop order_ahead_days;
    """)
