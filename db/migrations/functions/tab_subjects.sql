-- What an act on a locked tab may change, as subjects of staff events: itself and its rounds.
create or replace function app.tab_subjects(p_tab cold.tab) returns text[]
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return array(
    select 'tab:' || p_tab.tab_id
    union all
    select 'order:' || o.order_id from app.tab_orders(p_tab.tenant_id, p_tab.tab_id) o);
end
$$;
