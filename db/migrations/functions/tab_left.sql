-- What is still to be paid of a tab.
create or replace function app.tab_left(p_tenant uuid, p_tab uuid) returns numeric
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select coalesce(sum(greatest(app.order_balance(p_tenant, o.order_id), 0)), 0)::numeric(12,2)
    from app.tab_orders(p_tenant, p_tab) o);
end
$$;
