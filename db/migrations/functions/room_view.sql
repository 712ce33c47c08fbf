-- What a notice to a room needs besides its order: {"kind", "lines" of the order it is about there, "acts" that may come
-- next, "contact" of a delivery, "calls" who is called by name, "board", "summary" of a day}. Null where the chat is a room
-- no more.
create or replace function app.room_view(p_notice cold.outbox) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select jsonb_build_object(
      'kind', r.kind,
      'lines', coalesce((
        select to_jsonb(w.lines) from app.rooms_of_orders(o.tenant_id, array[o.order_id]) w
        where w.room_id = r.room_id), '[]'),
      'acts', case when o.order_id is null then jsonb '[]' else to_jsonb(app.room_acts(o, r.kind)) end,
      'contact', case when r.kind in ('riders', 'counter', 'owner') then app.contact_view(o.tenant_id, o.order_id) end,
      'calls', case p_notice.topic when 'order_late' then app.staff_to_call(r.tenant_id, r.channel) else '[]' end,
      'board', case p_notice.topic when 'board' then app.board_view(r) end,
      'summary', case p_notice.topic when 'daily_summary' then
        app.day_summary(r.tenant_id, (p_notice.payload ->> 'day')::date, app.now()) end)
    from cold.room r
    left join cold.orders o on o.tenant_id = r.tenant_id and o.order_id = p_notice.order_id
    where r.tenant_id = p_notice.tenant_id and r.channel = p_notice.channel and r.chat = p_notice.chat
      and r.unbound_at is null);
end
$$;
