-- The bill of a table, or its bills where it is split and nothing has changed since. Returns the tab.
-- Writes: as make_bill; cold.staff_event. Raises: OC030, OC031; as tab_at.
create or replace function app.bill_tab(p_tenant uuid, p_turn jsonb, p_table text) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'bill_tab');
  v_tab cold.tab := app.tab_at(p_tenant, p_table);
  v_was jsonb;
begin
  if not v_turn.replayed then
    v_was := app.staff_values(v_turn, array['tab:' || v_tab.tab_id]);
    perform app.make_bill(v_tab, v_turn.at);
    perform app.record_changes(
      v_turn, v_member, 'bill_tab', array['tab:' || v_tab.tab_id], v_was, jsonb_build_object('table', v_tab.table_no));
  end if;
  return app.session_view(v_turn, jsonb_build_object(
    'staff', jsonb_build_object('table', v_tab.table_no), 'tab', app.tab_view(p_tenant, v_tab.tab_id)));
end
$$;
