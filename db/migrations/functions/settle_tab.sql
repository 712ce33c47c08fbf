-- Closes a tab that is all paid, with nothing of it in the kitchen any more. One on which nothing was ordered stays open.
-- Writes: as end_tab.
create or replace function app.settle_tab(p_tenant uuid, p_tab uuid, p_actor text, p_at timestamptz) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_tab cold.tab := app.lock_tab(p_tenant, p_tab);
begin
  if v_tab.closed_at is null and app.tab_left(p_tenant, v_tab.tab_id) = 0
     and exists (
       select from cold.orders o
       where o.tenant_id = p_tenant and o.tab_id = any (app.tab_family(p_tenant, v_tab.tab_id)))
     and not exists (select from app.tab_orders(p_tenant, v_tab.tab_id) o where o.status <> 'completed') then
    perform app.end_tab(v_tab, p_actor, p_at);
  end if;
end
$$;
