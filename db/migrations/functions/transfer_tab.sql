-- Moves the tab of a table to a free one, with its rounds, bills and guests. Returns the tab.
-- Writes: cold.tab, staff_event, outbox. Raises: OC030, OC031; OC086 the other table has a tab; as tab_at and table_name.
create or replace function app.transfer_tab(p_tenant uuid, p_turn jsonb, p_table text, p_to text) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'transfer_tab');
  v_to text := app.table_name(p_tenant, p_to);
  v_tab cold.tab;
  v_before jsonb;
begin
  v_tab := app.tab_at(p_tenant, case when v_turn.replayed then p_to else p_table end);
  v_before := app.staff_value(v_turn, 'tab:' || v_tab.tab_id);
  if not v_turn.replayed and v_tab.table_no <> v_to then
    begin
      update cold.tab t set table_no = v_to where t.tenant_id = p_tenant and t.tab_id = v_tab.tab_id;
    exception when unique_violation then
      raise exception 'table % is taken', v_to
        using errcode = 'OC086', detail = jsonb_build_object('table', v_tab.table_no, 'to', v_to);
    end;
    perform app.tell_move(p_tenant, v_tab.tab_id, v_tab.table_no, v_to);
    perform app.tell_rooms(p_tenant, o.order_id) from app.tab_orders(p_tenant, v_tab.tab_id) o;
    perform app.record_staff_event(
      v_turn, v_member, 'transfer_tab', 'tab:' || v_tab.tab_id, v_before,
      app.staff_value(v_turn, 'tab:' || v_tab.tab_id));
  end if;
  return app.session_view(v_turn, jsonb_build_object(
    'staff', jsonb_build_object('table', v_to), 'tab', app.tab_view(p_tenant, v_tab.tab_id)));
end
$$;
