-- Moves the version of a shop's menu and, once this is committed, tells every process on the channel hotcart_menu:
-- the shop's id and the version, with a space between. Called by whatever changes what a menu shows, after the change;
-- the caller acts for the shop, as the owner of the tables or inside a function. Not for a turn that leaves menus alone.
-- Writes: cold.tenants.
create or replace function app.menu_changed(p_tenant uuid) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_version bigint;
begin
  update cold.tenants set menu_version = menu_version + 1 where tenant_id = p_tenant returning menu_version into v_version;
  perform pg_notify('hotcart_menu', p_tenant || ' ' || v_version);
end
$$;
