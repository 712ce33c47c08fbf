"""What understanding costs a shop, and the language a customer chose."""

from db.migrations.rules import tenant_table
from db.migrations.run_sql import run_sql

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add them."""
    run_sql("""
    alter table cold.tenants add daily_tokens integer check (daily_tokens >= 0);
    comment on column cold.tenants.daily_tokens is
      'Tokens the shop may spend on models in a day of its own; null: as many as the service allows, 0: no model.';
    alter table cold.turns add llm_cost numeric(14,8) check (llm_cost between 0 and 999999);
    comment on column cold.turns.llm_cost is 'What the tokens cost by the list, in US dollars; null: the price is not known.';

    create table cold.llm_usage (
      tenant_id uuid not null references cold.tenants,
      day date not null,
      calls integer not null check (calls > 0),
      tokens bigint not null check (tokens >= 0),
      primary key (tenant_id, day)
    ) with (fillfactor = 50);
    comment on table cold.llm_usage is 'What the turns of a day, in the time of the shop, have taken of models: read to keep its budget.';
    alter type app.turn add attribute spent jsonb;
    alter table cold.tenants add languages text[] not null default '{}';
    comment on column cold.tenants.languages is
      'Languages the shop answers in beside its own; none: every one there is.';
    alter table cold.customer_identity
      add chosen_language text check (length(chosen_language) between 2 and 16);
    comment on column cold.customer_identity.language is 'What the channel told of the customer at first; a tag such as pt-br.';
    comment on column cold.customer_identity.chosen_language is 'What the customer chose to be answered in; it counts before the tag.';
    """)
    tenant_table("cold.llm_usage", api="select, insert, update")


def downgrade() -> None:
    """Drop them again."""
    run_sql("""
    alter type app.turn drop attribute spent;
    drop table cold.llm_usage;
    alter table cold.turns drop llm_cost;
    alter table cold.tenants drop daily_tokens;
    comment on column cold.customer_identity.language is null;
    alter table cold.customer_identity drop chosen_language;
    alter table cold.tenants drop languages;
    """)
