-- A staff event that was taken back, in the form of SessionView.staff.undone: what was done, to which dish, at which table,
-- to which order, and the value it has again.
create or replace function app.undone_view(p_turn app.turn, p_event cold.staff_event) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_of text := substr(p_event.subject, strpos(p_event.subject, ':') + 1);
  v_kind text := split_part(p_event.subject, ':', 1);
  v_id uuid := (case when v_kind in ('order', 'round', 'tab') then split_part(v_of, ':', 1) end)::uuid;
begin
  return jsonb_strip_nulls(jsonb_build_object(
    'action', p_event.action,
    'before', p_event.before,
    'order_no', p_event.before -> 'order_no',
    'amount', p_event.after #> '{told,amount}',
    'item', coalesce(
      case when p_event.subject like 'staff:%' then
        app.person_name(p_turn.tenant_id, split_part(v_of, ':', 1), substr(v_of, strpos(v_of, ':') + 1)) end,
      app.counted_name(p_turn.tenant_id, p_event.subject),
      (select string_agg(case when p_event.before ->> 'quantity' = '0' then i.quantity || 'x ' else '' end || i.item_name,
                         ', ' order by i.line_no)
       from cold.order_item i
       where v_kind = 'round' and i.tenant_id = p_turn.tenant_id and i.order_id = v_id
         and split_part(v_of, ':', 2) in ('', i.line_no::text))),
    'table', coalesce(
      (select t.table_no from cold.tab t where t.tenant_id = p_turn.tenant_id and v_kind = 'tab' and t.tab_id = v_id),
      (select t.table_no from cold.orders o
       join cold.tab t on t.tenant_id = o.tenant_id and t.tab_id = o.tab_id
       where o.tenant_id = p_turn.tenant_id and v_kind <> 'tab' and o.order_id = v_id))));
end
$$;
