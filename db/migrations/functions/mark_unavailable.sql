-- Marks dishes sold out until a moment or, p_until null, until told otherwise: all of them or, where one is refused, none.
-- p_day: until the shop opens on that day of its own, midnight where it keeps no hours.
-- Writes: cold.menu_item, staff_event, tenants.menu_version. Raises: OC001, OC030, OC031; OC035 a moment that is over.
create or replace function app.mark_unavailable(
  p_tenant uuid, p_turn jsonb, p_items text[], p_until timestamptz, p_day date default null
) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'mark_unavailable');
  v_zone text := (select t.time_zone from cold.tenants t where t.tenant_id = p_tenant);
  v_until timestamptz := coalesce(p_until, coalesce(
    (select min(lower(r)) from unnest(app.open_times(p_tenant, p_day, p_day)) r), p_day::timestamp) at time zone v_zone);
begin
  if not v_turn.replayed then
    if v_until <= v_turn.at then
      raise exception 'until % is over', v_until using errcode = 'OC035';
    end if;
    perform app.put_availability(v_turn, v_member, 'mark_unavailable', app.staff_item(v_turn, i.item_id), false, v_until)
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
