-- Marks dishes as to be had again. One that has none left in stock stays sold out by that.
-- Writes: cold.menu_item, staff_event, tenants.menu_version. Raises: OC001, OC030, OC031.
create or replace function app.mark_available(p_tenant uuid, p_turn jsonb, p_items text[]) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'mark_available');
begin
  if not v_turn.replayed then
    perform app.put_availability(v_turn, v_member, 'mark_available', app.staff_item(v_turn, i.item_id), true, null)
    from (select distinct u.item_id from unnest(p_items) u (item_id) order by 1) i;
    perform app.menu_changed(p_tenant);
  end if;
  return app.session_view(v_turn, jsonb_build_object('staff', jsonb_build_object(
    'items', app.stock_view(v_turn, p_items),
    'changed', v_turn.replayed or coalesce((
      select e.command_id from cold.staff_event e where e.tenant_id = p_tenant order by e.event_no desc limit 1)
      = v_turn.command_id, false))));
end
$$;
