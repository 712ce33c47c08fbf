-- Takes dishes off the tab of a table, p_quantity of them or all, from the latest round on: a round of which nothing is left
-- is cancelled. What is completed stays. "taken" of staff in the view is how many pieces. Returns the tab.
-- Writes: as adjust_order and move_order; cold.staff_event. Raises: OC030, OC031; OC004; OC088 so many are not on it; as tab_at.
create or replace function app.remove_from_table(
  p_tenant uuid, p_turn jsonb, p_table text, p_items text[], p_quantity integer
) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'remove_from_table');
  v_tab cold.tab := app.tab_at(p_tenant, p_table);
  v_line record;
  v_taken integer := 0;
  v_pieces integer;
  v_was jsonb;
begin
  if v_turn.replayed then
    return app.session_view(v_turn, jsonb_build_object(
      'staff', jsonb_build_object('table', v_tab.table_no), 'tab', app.tab_view(p_tenant, v_tab.tab_id)));
  end if;
  if p_quantity is not null then
    perform app.check_quantity(p_quantity);
  end if;
  v_was := app.staff_values(v_turn, array['tab:' || v_tab.tab_id]);
  perform app.lock_subjects(p_tenant, app.tab_subjects(v_tab));
  for v_line in
    select l.order_id, l.line_no, l.quantity
    from app.tab_lines(p_tenant, v_tab.tab_id) l
    join cold.orders o on o.tenant_id = p_tenant and o.order_id = l.order_id and o.status <> 'completed'
    where l.item_id = any (p_items) order by l.place desc
  loop
    v_pieces := least(v_line.quantity, p_quantity - v_taken);
    exit when v_pieces = 0;
    v_pieces := coalesce(v_pieces, v_line.quantity);
    perform app.take_off(v_turn, v_member, v_line.order_id, v_line.line_no, v_line.quantity - v_pieces);
    v_taken := v_taken + v_pieces;
  end loop;
  perform app.record_changes(
    v_turn, v_member, 'remove_from_table', array['tab:' || v_tab.tab_id], v_was,
    jsonb_build_object('table', v_tab.table_no));
  if v_taken = 0 or v_taken < p_quantity then
    raise exception 'table % has % of %', v_tab.table_no, v_taken, p_items
      using errcode = 'OC088', detail = jsonb_build_object(
        'table', v_tab.table_no, 'number', v_taken::text, 'item', (
          select i.name from cold.menu_item i where i.tenant_id = p_tenant and i.item_id = p_items[1]));
  end if;
  return app.session_view(v_turn, jsonb_build_object(
    'staff', jsonb_build_object('table', v_tab.table_no, 'taken', v_taken),
    'tab', app.tab_view(p_tenant, v_tab.tab_id)));
end
$$;
