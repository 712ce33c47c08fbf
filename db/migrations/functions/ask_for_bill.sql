-- A guest asks for the bill of his table: it is made where there is none that holds, and the shop is told, once for each
-- bill. "tab" of the view, null where he sits at none. Writes: as make_bill; cold.outbox, orevents.
create or replace function app.ask_for_bill(p_tenant uuid, p_turn jsonb) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_tab cold.tab;
  v_bill text;
begin
  if app.tab_of(v_turn) is null then
    return app.session_view(v_turn);
  end if;
  v_tab := app.lock_tab(p_tenant, app.tab_of(v_turn));
  if not v_turn.replayed and v_tab.closed_at is null and app.tab_left(p_tenant, v_tab.tab_id) > 0 then
    perform app.make_bill(v_tab, v_turn.at);
    v_bill := v_tab.tab_id || ':' || (
      select max(b.bill_no) from cold.tab_bill b where b.tenant_id = p_tenant and b.tab_id = v_tab.tab_id);
    perform app.alert_rooms(p_tenant, 'bill_asked', v_bill, jsonb_build_object(
      'table', v_tab.table_no, 'left', app.tab_left(p_tenant, v_tab.tab_id)::text));
  end if;
  return app.session_view(v_turn, jsonb_build_object('tab', app.tab_view(p_tenant, app.tab_of(v_turn))));
end
$$;
