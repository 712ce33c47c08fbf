-- An order, locked until the caller commits: whoever changes or pays it does so alone. Of a round its tab is locked first.
-- Raises: OC018.
create or replace function app.lock_order(p_tenant uuid, p_order uuid) returns cold.orders
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_order cold.orders;
begin
  perform app.lock_tab(p_tenant, o.tab_id) from cold.orders o
  where o.tenant_id = p_tenant and o.order_id = p_order and o.tab_id is not null;
  select * into v_order from cold.orders o where o.tenant_id = p_tenant and o.order_id = p_order for update;
  if not found then
    raise exception 'no order %', p_order using errcode = 'OC018';
  end if;
  return v_order;
end
$$;
