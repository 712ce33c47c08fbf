-- Splits what is left of a table's tab into bills: by 'line', by 'guest', or 'equal' in p_parts. Bills that are paid stand, the
-- others are made anew. There are 2 to 20 parts. Returns the tab.
-- Writes: as cut_bills; cold.staff_event. Raises: OC030, OC031; OC083 nothing is left to pay; as tab_at.
create or replace function app.split_tab(p_tenant uuid, p_turn jsonb, p_table text, p_how text, p_parts integer)
  returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'split_tab');
  v_tab cold.tab := app.tab_at(p_tenant, p_table);
  v_before jsonb := app.staff_value(v_turn, 'tab:' || v_tab.tab_id);
begin
  if not v_turn.replayed and app.tab_left(p_tenant, v_tab.tab_id) = 0 then
    raise exception 'nothing is left to pay of table %', v_tab.table_no
      using errcode = 'OC083', detail = jsonb_build_object('table', v_tab.table_no);
  end if;
  if not v_turn.replayed then
    perform app.cut_bills(v_tab, p_how, least(greatest(coalesce(p_parts, 2), 2), 20), null, v_turn.at);
    perform app.record_staff_event(
      v_turn, v_member, 'split_tab', 'tab:' || v_tab.tab_id, v_before, app.staff_value(v_turn, 'tab:' || v_tab.tab_id));
  end if;
  return app.session_view(v_turn, jsonb_build_object(
    'staff', jsonb_build_object('table', v_tab.table_no), 'tab', app.tab_view(p_tenant, v_tab.tab_id)));
end
$$;
