-- Closes the tab of a table that owes nothing; what is paid for and still open is completed with it. Returns the tab.
-- Writes: as move_order and end_tab; cold.staff_event. Raises: OC030, OC031; OC085 something is left to pay; as tab_at.
create or replace function app.close_tab(p_tenant uuid, p_turn jsonb, p_table text) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'close_tab');
  v_actor text := 'staff:' || v_member.channel || ':' || v_member.sender;
  v_tab cold.tab;
  v_subjects text[];
  v_was jsonb;
  v_order uuid;
begin
  if v_turn.replayed then
    return app.session_view(v_turn, jsonb_build_object('staff', jsonb_build_object('table', p_table)));
  end if;
  v_tab := app.tab_at(p_tenant, p_table);
  v_subjects := app.tab_subjects(v_tab);
  v_was := app.staff_values(v_turn, v_subjects);
  if app.tab_left(p_tenant, v_tab.tab_id) > 0 then
    raise exception 'table % has not paid', v_tab.table_no
      using errcode = 'OC085', detail = jsonb_build_object(
        'table', v_tab.table_no, 'left', app.tab_left(p_tenant, v_tab.tab_id)::text);
  end if;
  for v_order in select o.order_id from app.tab_orders(p_tenant, v_tab.tab_id) o where o.status <> 'completed' loop
    perform app.move_order(p_tenant, v_order, 'ready', v_actor, null, v_turn.at);
    perform app.move_order(p_tenant, v_order, 'completed', v_actor, null, v_turn.at);
  end loop;
  -- The last of them may have closed it.
  v_tab := app.lock_tab(p_tenant, v_tab.tab_id);
  if v_tab.closed_at is null then
    perform app.end_tab(v_tab, v_actor, v_turn.at);
  end if;
  perform app.record_changes(v_turn, v_member, 'close_tab', v_subjects, v_was, jsonb_build_object('table', v_tab.table_no));
  return app.session_view(v_turn, jsonb_build_object(
    'staff', jsonb_build_object('table', v_tab.table_no), 'tab', app.tab_view(p_tenant, v_tab.tab_id)));
end
$$;
