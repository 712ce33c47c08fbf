"""Conversations: the log of what happened, and the hot rows folded from it."""

from db.migrations.rules import tenant_table
from db.migrations.run_sql import run_sql

revision = "0003"
down_revision = "0002"

RIGHTS = {
    "cold.customers": "select, insert, update",
    "cold.customer_identity": "select, insert, update",
    "cold.sessions": "select, insert, update",
    "cold.turns": "select, insert",
    "warm.session_events": "select, insert",
    "warm.session_events_default": "",
    "warm.checkouts": "select, insert",
    "hot.session_state": "select, insert, update, delete",
    "hot.session_cart": "select, insert, update, delete",
    "hot.session_checkout": "select, insert, update, delete",
}


def upgrade() -> None:
    """Create customers, sessions, turns (cold), events and checkouts (warm), state and cart (hot)."""
    run_sql("""
    create table cold.customers (
      tenant_id uuid not null references cold.tenants,
      customer_id uuid not null,
      created_at timestamptz not null,
      primary key (tenant_id, customer_id)
    );

    create table cold.customer_identity (
      tenant_id uuid not null,
      channel text not null check (length(channel) between 1 and 20),
      sender text not null check (length(sender) between 1 and 64),
      customer_id uuid not null,
      name text check (length(name) <= 128),
      language text check (length(language) <= 16),
      primary key (tenant_id, channel, sender),
      foreign key (tenant_id, customer_id) references cold.customers
    );
    comment on table cold.customer_identity is 'Who a customer is outside: kept apart from events, so that it can be erased.';

    create table cold.sessions (
      tenant_id uuid not null,
      session_id text not null,
      channel text not null check (length(channel) between 1 and 20),
      chat text not null check (length(chat) between 1 and 64),
      sender text not null check (length(sender) between 1 and 64),
      customer_id uuid not null,
      opened_at timestamptz not null,
      closed_at timestamptz,
      primary key (tenant_id, session_id),
      foreign key (tenant_id, customer_id) references cold.customers
    );
    create unique index sessions_open on cold.sessions (tenant_id, channel, chat, sender) where closed_at is null;

    create table cold.turns (
      tenant_id uuid not null,
      command_id text not null check (length(command_id) between 1 and 200),
      session_id text not null,
      tool text not null,
      source text not null,
      provider text,
      prompt_tokens integer not null default 0,
      completion_tokens integer not null default 0,
      llm_ms integer not null default 0,
      at timestamptz not null,
      primary key (tenant_id, command_id)
    );
    comment on table cold.turns is 'One row per call: makes a repeated command harmless, and tells who understood it at what cost.';

    create table warm.session_events (
      tenant_id uuid not null,
      session_id text not null,
      seq integer not null check (seq > 0),
      event_id uuid not null default gen_random_uuid(),
      event_type text not null,
      schema_version smallint not null default 1,
      event_data jsonb not null,
      command_id text not null,
      "timestamp" timestamptz not null,
      primary key (tenant_id, session_id, seq, "timestamp")
    ) partition by range ("timestamp");
    comment on table warm.session_events is 'What happened, numbered without gaps per session. Ordered by seq, never by timestamp.';
    create table warm.session_events_default partition of warm.session_events default;

    create table warm.checkouts (
      tenant_id uuid not null,
      checkout_id uuid not null,
      session_id text not null,
      after_seq integer not null,
      checkout_no integer not null,
      order_type text not null,
      cart_hash text not null,
      total numeric(12,2) not null check (total between 0 and 999999999),
      currency char(3) not null,
      started_at timestamptz not null,
      expires_at timestamptz not null,
      primary key (tenant_id, checkout_id),
      unique (tenant_id, session_id, checkout_no)
    );
    comment on table warm.checkouts is 'Every quote a confirm button was shown for: what was in it after which event.';

    create unlogged table hot.session_state (
      tenant_id uuid not null,
      session_id text not null,
      user_id uuid not null,
      version integer not null,
      current_step text not null,
      last_mentioned_line integer,
      last_mentioned_item_id text,
      last_mentioned_item_name text,
      last_shown_menu jsonb not null default '[]',
      last_activity_at timestamptz not null,
      primary key (tenant_id, session_id)
    ) with (fillfactor = 50);
    comment on table hot.session_state is 'The validity marker: where this row is absent the session is replayed before anything is read.';

    create unlogged table hot.session_cart (
      tenant_id uuid not null,
      session_id text not null,
      line_no integer not null check (line_no between 1 and 32767),
      line_key text not null,
      item_id text not null,
      item_name text not null,
      quantity integer not null check (quantity between 1 and 99),
      price numeric(12,2) not null check (price between 0 and 9999999),
      options jsonb not null default '[]',
      without jsonb not null default '[]',
      note text,
      is_active boolean not null,
      added_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, session_id, line_no),
      unique (tenant_id, session_id, line_key)
    ) with (fillfactor = 50);

    create unlogged table hot.session_checkout (
      tenant_id uuid not null,
      session_id text not null,
      checkout_id uuid not null,
      order_type text not null,
      cart_hash text not null,
      total numeric(12,2) not null,
      started_at timestamptz not null,
      expires_at timestamptz not null,
      primary key (tenant_id, session_id)
    );

    create type app.turn as (
      tenant_id uuid,
      session_id text,
      customer_id uuid,
      command_id text,
      at timestamptz,
      replayed boolean
    );
    comment on type app.turn is 'What begin_turn hands to the function of a tool: a locked session and the one clock reading of the turn.';
    """)
    for table, rights in RIGHTS.items():
        tenant_table(table, api=rights)


def downgrade() -> None:
    """Drop them again, dependents first."""
    run_sql("""
    drop type app.turn;
    drop table hot.session_checkout, hot.session_cart, hot.session_state;
    drop table warm.checkouts, warm.session_events;
    drop table cold.turns, cold.sessions, cold.customer_identity, cold.customers;
    """)
