-- The rounds of a tab and of those merged into it, in the order they were placed, without what will not be.
create or replace function app.tab_orders(p_tenant uuid, p_tab uuid) returns setof cold.orders
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return query
    select o.* from cold.orders o
    where o.tenant_id = p_tenant and o.tab_id = any (app.tab_family(p_tenant, p_tab))
      and o.status not in ('rejected', 'cancelled')
    order by o.created_at, o.order_day, o.order_no;
end
$$;
