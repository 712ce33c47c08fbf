-- Puts the tab of one table to that of another: its rounds and guests are the other's from then on, bills that are not paid
-- are good no more, and the first table is free. Returns the tab.
-- Writes: cold.tab, tab_bill, staff_event, outbox. Raises: OC030, OC031; OC041 it is the same; as tab_at.
create or replace function app.merge_tabs(p_tenant uuid, p_turn jsonb, p_table text, p_into text) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'merge_tabs');
  v_tables text[] := array[app.table_name(p_tenant, p_table), app.table_name(p_tenant, p_into)];
  v_from cold.tab;
  v_into cold.tab;
  v_before jsonb[];
begin
  if v_tables[1] = v_tables[2] then
    raise exception 'table % twice', v_tables[1] using errcode = 'OC041';
  end if;
  -- Both, in one order: what is merged the other way round meanwhile must not wait for it.
  perform from cold.tab t
  where t.tenant_id = p_tenant and t.table_no = any (v_tables) and t.closed_at is null order by t.tab_id for update;
  v_into := app.tab_at(p_tenant, v_tables[2]);
  if not v_turn.replayed then
    v_from := app.tab_at(p_tenant, v_tables[1]);
    v_before := array[app.staff_value(v_turn, 'tab:' || v_into.tab_id), app.staff_value(v_turn, 'tab:' || v_from.tab_id)];
    perform app.void_bills(v_into, v_turn.at);
    perform app.void_bills(v_from, v_turn.at);
    update cold.tab t set
      closed_at = v_turn.at, closed_by = 'staff:' || v_member.channel || ':' || v_member.sender, merged_into = v_into.tab_id
    where t.tenant_id = p_tenant and t.tab_id = v_from.tab_id;
    perform app.tell_rooms(p_tenant, o.order_id) from app.tab_orders(p_tenant, v_into.tab_id) o;
    perform app.record_staff_event(
      v_turn, v_member, 'merge_tabs', 'tab:' || v_into.tab_id, v_before[1],
      app.staff_value(v_turn, 'tab:' || v_into.tab_id));
    perform app.record_staff_event(
      v_turn, v_member, 'merge_tabs', 'tab:' || v_from.tab_id, v_before[2],
      app.staff_value(v_turn, 'tab:' || v_from.tab_id));
  end if;
  return app.session_view(v_turn, jsonb_build_object(
    'staff', jsonb_build_object('table', v_into.table_no, 'from', v_tables[1]),
    'tab', app.tab_view(p_tenant, v_into.tab_id)));
end
$$;
