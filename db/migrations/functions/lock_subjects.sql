-- Locks all that the events of one command are about, in the order in which everybody does, before any of it is judged: tabs,
-- orders, and what is counted of their dishes.
create or replace function app.lock_subjects(p_tenant uuid, p_subjects text[]) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_orders uuid[] := array(
    select distinct split_part(s, ':', 2)::uuid as id from unnest(p_subjects) s where s ~ '^(order|round):' order by id);
begin
  perform from cold.tab t
  where t.tenant_id = p_tenant
    and t.tab_id = any (array(select split_part(s, ':', 2)::uuid from unnest(p_subjects) s where s like 'tab:%'))
  order by t.tab_id for update;
  perform app.lock_order(p_tenant, o) from unnest(v_orders) o;
  perform app.lock_order_stock(p_tenant, v_orders);
end
$$;
