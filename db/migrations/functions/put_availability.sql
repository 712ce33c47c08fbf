-- Marks a locked dish sold out or not, and keeps who did; one that stands so already is left alone.
-- Writes: cold.menu_item, staff_event.
create or replace function app.put_availability(
  p_turn app.turn, p_member cold.staff_member, p_action text, p_item cold.menu_item, p_available boolean,
  p_until timestamptz
) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_subject text := 'item:' || p_item.item_id;
  v_before jsonb := app.staff_value(p_turn, v_subject);
begin
  update cold.menu_item i set is_available = p_available, unavailable_until = p_until
  where i.tenant_id = p_item.tenant_id and i.item_id = p_item.item_id;
  if app.staff_value(p_turn, v_subject) <> v_before then
    perform app.record_staff_event(
      p_turn, p_member, p_action, v_subject, v_before, app.staff_value(p_turn, v_subject));
  end if;
end
$$;
