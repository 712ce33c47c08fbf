-- The person, dish, dishes ("2x Idly, 1x Vada") or ingredient a staff event is about; null: none of these.
create or replace function app.event_item(p_event cold.staff_event) returns text
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_parts text[] := string_to_array(p_event.subject, ':');
begin
  return case
    when v_parts[1] = 'staff' then
      app.person_name(p_event.tenant_id, v_parts[2], array_to_string(v_parts[3:], ':'))
    when v_parts[1] = 'round' or v_parts[1] = 'order' and p_event.action = 'remove_from_table' then (
      select string_agg(case when v_parts[3] is null then i.quantity
                             else abs((p_event.before ->> 'quantity')::integer - (p_event.after ->> 'quantity')::integer) end
                        || 'x ' || i.item_name, ', ' order by i.line_no)
      from cold.order_item i
      where i.tenant_id = p_event.tenant_id and i.order_id = v_parts[2]::uuid
        and (v_parts[3] is null or v_parts[3] = i.line_no::text))
    else app.counted_name(p_event.tenant_id, p_event.subject) end;
end
$$;
