-- Closes a locked tab: its table is free, its guests see nothing of it any more. Writes: cold.tab, tab_bill, orevents.
create or replace function app.end_tab(p_tab cold.tab, p_actor text, p_at timestamptz) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  perform app.void_bills(p_tab, p_at);
  update cold.tab t set closed_at = p_at, closed_by = p_actor
  where t.tenant_id = p_tab.tenant_id and t.tab_id = p_tab.tab_id;
  perform app.record_ledger(
    p_tab.tenant_id, p_actor, 'Table ' || p_tab.table_no, 'tab:' || p_tab.tab_id, 540, 1, '{}', p_at);
end
$$;
