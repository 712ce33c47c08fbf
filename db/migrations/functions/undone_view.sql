-- A staff event that was taken back, in the form of SessionView.staff.undone: what was done, to which dish, at which table,
-- to which order, and the value it has again.
create or replace function app.undone_view(p_turn app.turn, p_event cold.staff_event) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_of text := substr(p_event.subject, strpos(p_event.subject, ':') + 1);
begin
  return jsonb_strip_nulls(jsonb_build_object(
    'action', p_event.action,
    'before', p_event.before,
    'order_no', p_event.before -> 'order_no',
    'item', coalesce(
      (select i.name from cold.menu_item i where i.tenant_id = p_turn.tenant_id and i.item_id = v_of),
      (select c.item_name from hot.session_cart c
       where c.tenant_id = p_turn.tenant_id and c.session_id = split_part(v_of, ':', 1)
         and c.line_no::text = split_part(v_of, ':', 2))),
    'table', (
      select s.chat from cold.sessions s
      where s.tenant_id = p_turn.tenant_id and s.session_id = split_part(v_of, ':', 1) and s.channel = 'table')));
end
$$;
