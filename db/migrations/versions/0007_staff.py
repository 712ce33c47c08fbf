"""Who may run a shop, and what they did."""

from db.migrations.rules import tenant_table
from db.migrations.run_sql import run_sql

revision = "0007"
down_revision = "0006"

RIGHTS = {
    "cold.staff_member": "select",
    "cold.staff_event": "select, insert",
}


def upgrade() -> None:
    """Add grants and the log of what was done by them; an order can be more than placed."""
    run_sql("""
    create table cold.staff_member (
      tenant_id uuid not null references cold.tenants,
      member_id uuid not null,
      channel text not null check (length(channel) between 1 and 20),
      sender text not null check (length(sender) between 1 and 64),
      role text not null check (role in ('owner', 'manager', 'kitchen', 'counter', 'waiter', 'inventory')),
      granted_by text not null check (length(granted_by) between 1 and 128),
      granted_at timestamptz not null,
      revoked_by text check (length(revoked_by) between 1 and 128),
      revoked_at timestamptz,
      primary key (tenant_id, member_id),
      check ((revoked_by is null) = (revoked_at is null)),
      -- Telegram's own senders stand for many people: the service, a channel, an anonymous admin.
      constraint staff_member_is_a_person
        check (channel <> 'telegram' or (sender ~ '^[1-9][0-9]{0,18}$'
                                         and sender not in ('777000', '136817688', '1087968824')))
    );
    create unique index staff_member_granted on cold.staff_member (tenant_id, channel, sender)
      where revoked_at is null;
    comment on table cold.staff_member is
      'Grants: who, by the channel''s verified user id, may act as what. Another role is another row; none is ever deleted.';

    create table cold.staff_event (
      tenant_id uuid not null,
      event_no bigint not null check (event_no > 0),
      member_id uuid not null,
      action text not null,
      subject text not null,
      before jsonb not null,
      after jsonb not null,
      undoes bigint,
      command_id text not null,
      at timestamptz not null,
      primary key (tenant_id, event_no),
      foreign key (tenant_id, member_id) references cold.staff_member,
      foreign key (tenant_id, undoes) references cold.staff_event
    );
    comment on table cold.staff_event is
      'What staff did, append-only: before and after are the values of the subject. An undo is a row of its own.';
    create unique index staff_event_undone on cold.staff_event (tenant_id, undoes) where undoes is not null;
    create index staff_event_of_member on cold.staff_event (tenant_id, member_id, event_no desc);
    create index staff_event_of_subject on cold.staff_event (tenant_id, subject, event_no desc);

    grant update (is_available, unavailable_until) on cold.menu_item to hotcart_api;
    grant insert, delete on cold.menu_item_stock to hotcart_api;

    alter table cold.orders drop constraint orders_status_check,
      add constraint orders_status_check check (status in ('placed', 'accepted', 'preparing', 'ready', 'completed'));
    create index orders_by_time on cold.orders (tenant_id, created_at);
    grant update (status) on cold.orders to hotcart_api;
    """)
    for table, rights in RIGHTS.items():
        tenant_table(table, api=rights)


def downgrade() -> None:
    """Drop them again, dependents first."""
    run_sql("""
    revoke update (status) on cold.orders from hotcart_api;
    drop index cold.orders_by_time;
    alter table cold.orders drop constraint orders_status_check;
    alter table cold.orders no force row level security;
    update cold.orders set status = 'placed' where status <> 'placed';
    -- What is checked at commit keeps a table from being altered before.
    set constraints all immediate;
    alter table cold.orders force row level security;
    alter table cold.orders add constraint orders_status_check check (status in ('placed'));
    revoke insert, delete on cold.menu_item_stock from hotcart_api;
    revoke update (is_available, unavailable_until) on cold.menu_item from hotcart_api;
    drop table cold.staff_event, cold.staff_member;
    """)
