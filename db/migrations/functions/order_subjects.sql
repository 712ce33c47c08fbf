-- What an act on a locked order may change, as subjects of staff events: the tab it is on, which its end may close, and itself.
create or replace function app.order_subjects(p_order cold.orders) returns text[]
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return case when p_order.tab_id is null then '{}'
              else array['tab:' || (app.lock_tab(p_order.tenant_id, p_order.tab_id)).tab_id] end
    || ('order:' || p_order.order_id);
end
$$;
