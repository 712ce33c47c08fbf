-- Orders lines for a table: a round of its open tab, which is opened if it has none, placed at once at the prices of now. All
-- of them or, where one is refused, none. p_guest: who asked for them. Staff order by a session of the table (channel
-- 'table', its name as chat), so "one more" is of what the table had last. Returns the tab.
-- Writes: as open_tab and place_round; cold.staff_event. Raises: OC030, OC031; as table_name and add_lines.
create or replace function app.add_to_table(
  p_tenant uuid, p_turn jsonb, p_table text, p_lines jsonb, p_guest text default null
) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'add_to_table');
  v_actor text := 'staff:' || v_member.channel || ':' || v_member.sender;
  v_name text := app.table_name(p_tenant, p_table);
  v_there app.turn;
  v_tab cold.tab;
  v_round jsonb := jsonb '{}';
begin
  v_there := app.enter_session(v_turn, jsonb_build_object('channel', 'table', 'chat', v_name, 'sender', v_name));
  if v_turn.replayed then
    return app.session_view(v_turn, jsonb_build_object('staff', jsonb_build_object('table', v_name), 'tab', (
      select app.tab_view(p_tenant, t.tab_id) from cold.tab t
      where t.tenant_id = p_tenant and t.table_no = v_name and t.closed_at is null)));
  end if;
  v_tab := app.open_tab(v_turn, v_name, v_actor);
  perform app.join_tab(v_there, v_tab.tab_id);
  v_round := app.place_round(v_there, p_lines, v_actor, p_guest);
  perform app.record_staff_event(
    v_turn, v_member, 'add_to_table', 'round:' || (v_round ->> 'order_id'), jsonb '{"quantity": 0}',
    app.staff_value(v_turn, 'round:' || (v_round ->> 'order_id')));
  return app.session_view(v_turn, jsonb_build_object(
    'changed', v_round -> 'changed', 'conflicts', v_round -> 'conflicts',
    'staff', jsonb_build_object('table', v_name), 'tab', app.tab_view(p_tenant, v_tab.tab_id)));
end
$$;
