"""Temperatures are schemas, rights are roles."""

from db.migrations.run_sql import run_sql

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the four schemas and the four roles.

    Roles belong to the whole server, so another hotcart database may have made them already.
    """
    run_sql(
        """
    do $$
    declare
      v_role text;
    begin
      foreach v_role in array array['hotcart_owner', 'hotcart_api', 'hotcart_bot', 'hotcart_analyst'] loop
        begin
          execute format('create role %I nologin nosuperuser nobypassrls noinherit', v_role);
        exception when duplicate_object or unique_violation then
          null;
        end;
        if not (select rolsuper from pg_roles where rolname = current_user) then
          execute format('grant %I to %I', v_role, current_user);
        end if;
      end loop;
    end
    $$;

    create schema hot authorization hotcart_owner;
    create schema warm authorization hotcart_owner;
    create schema cold authorization hotcart_owner;
    create schema app authorization hotcart_owner;

    comment on schema hot is 'Unlogged: may be lost at any moment and is rebuilt from warm.';
    comment on schema warm is 'Logged, append-only: what happened.';
    comment on schema cold is 'Logged: shops, menus, customers, orders.';
    comment on schema app is 'Functions: the only thing the bot may use.';

    grant usage on schema hot, warm, cold to hotcart_api;
    grant usage, create on schema app to hotcart_api;
    grant usage on schema app to hotcart_bot;

    -- A function is nobody's until put_back grants it.
    alter default privileges for role hotcart_api revoke execute on functions from public;
    alter default privileges for role hotcart_owner revoke execute on functions from public;
    """,
        role=None,
    )


def downgrade() -> None:
    """Drop the schemas; the roles stay, other databases of the server may use them."""
    run_sql(
        """
    drop schema app;
    drop schema cold;
    drop schema warm;
    drop schema hot;
    alter default privileges for role hotcart_api grant execute on functions to public;
    alter default privileges for role hotcart_owner grant execute on functions to public;
    """,
        role=None,
    )
