"""Orders: what a cart becomes, once."""

from db.migrations.rules import tenant_table
from db.migrations.run_sql import run_sql

revision = "0004"
down_revision = "0003"

RIGHTS = {
    "cold.order_counter": "select, insert, update",
    "cold.orders": "select, insert",
    "cold.order_item": "select, insert",
    "cold.order_item_option": "select, insert",
    "cold.payments": "select, insert",
    "cold.outbox": "select, insert",
}


def upgrade() -> None:
    """Create orders, their lines and options, payments, the counter of order numbers, and the outbox."""
    run_sql("""
    create table cold.order_counter (
      tenant_id uuid primary key references cold.tenants,
      last_no bigint not null
    );
    comment on table cold.order_counter is 'Order numbers come from here and not from a sequence: per shop, and without holes.';

    create table cold.orders (
      tenant_id uuid not null,
      order_id uuid not null,
      order_no bigint not null,
      customer_id uuid not null,
      session_id text not null,
      checkout_id uuid not null,
      command_id text not null,
      order_type_id smallint not null references cold.order_type_table,
      order_source_id smallint not null references cold.order_source_type,
      status text not null default 'placed' check (status in ('placed')),
      payment_method text not null,
      total_amount numeric(12,2) not null check (total_amount between 0 and 999999999),
      currency char(3) not null,
      created_at timestamptz not null,
      primary key (tenant_id, order_id),
      unique (tenant_id, checkout_id),
      unique (tenant_id, order_no),
      foreign key (tenant_id, customer_id) references cold.customers
    );
    comment on constraint orders_tenant_id_checkout_id_key on cold.orders
      is 'The last wall of exactly-once: one checkout, one order.';
    create index orders_of_customer on cold.orders (tenant_id, customer_id, order_no desc);
    create index orders_of_command on cold.orders (tenant_id, command_id);

    create table cold.order_item (
      tenant_id uuid not null,
      order_id uuid not null,
      line_no integer not null,
      menu_item_id text not null,
      item_name text not null,
      quantity integer not null check (quantity between 1 and 99),
      unit_price numeric(12,2) not null check (unit_price between 0 and 9999999),
      subtotal numeric(12,2) not null check (subtotal between 0 and 999999999),
      without jsonb not null default '[]',
      note text,
      primary key (tenant_id, order_id, line_no),
      check (subtotal = quantity * unit_price),
      foreign key (tenant_id, order_id) references cold.orders,
      foreign key (tenant_id, menu_item_id) references cold.menu_item
    );

    create table cold.order_item_option (
      tenant_id uuid not null,
      order_id uuid not null,
      line_no integer not null,
      group_id text not null,
      option_id text not null,
      option_name text not null,
      amount text,
      count smallint not null default 1 check (count between 1 and 9),
      price_delta numeric(12,2) not null,
      primary key (tenant_id, order_id, line_no, group_id, option_id),
      foreign key (tenant_id, order_id, line_no) references cold.order_item
    );

    create table cold.payments (
      tenant_id uuid not null,
      payment_id uuid not null,
      order_id uuid not null,
      method text not null,
      status text not null default 'due' check (status in ('due')),
      amount numeric(12,2) not null check (amount between 0 and 999999999),
      created_at timestamptz not null,
      primary key (tenant_id, payment_id),
      foreign key (tenant_id, order_id) references cold.orders
    );

    create table cold.outbox (
      tenant_id uuid not null,
      outbox_id uuid not null default gen_random_uuid(),
      topic text not null,
      dedupe_key text not null,
      payload jsonb not null,
      created_at timestamptz not null,
      primary key (tenant_id, outbox_id),
      unique (tenant_id, dedupe_key)
    );
    comment on table cold.outbox is 'Notices that exist exactly when the change they tell of was committed.';

    -- Deferred triggers run at commit, as the caller; the caller may read no table.
    create function cold.hold_order_total() returns trigger
      language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      -- Who is outside any tenant would see neither total nor lines, and nothing equals nothing.
      perform set_config('app.tenant_id', new.tenant_id::text, true);
      if (select total_amount from cold.orders where tenant_id = new.tenant_id and order_id = new.order_id)
         is distinct from
         (select sum(subtotal) from cold.order_item where tenant_id = new.tenant_id and order_id = new.order_id)
      then
        raise exception 'order % of tenant %: the total is not the sum of its lines', new.order_id, new.tenant_id
          using errcode = 'check_violation';
      end if;
      return null;
    end
    $$;
    create constraint trigger order_total_is_sum_of_lines after insert or update on cold.orders
      deferrable initially deferred for each row execute function cold.hold_order_total();
    create constraint trigger order_total_is_sum_of_lines after insert or update on cold.order_item
      deferrable initially deferred for each row execute function cold.hold_order_total();
    """)
    for table, rights in RIGHTS.items():
        tenant_table(table, api=rights)


def downgrade() -> None:
    """Drop them again, dependents first."""
    run_sql("""
    drop table cold.outbox, cold.payments, cold.order_item_option, cold.order_item, cold.orders, cold.order_counter;
    drop function cold.hold_order_total();
    """)
