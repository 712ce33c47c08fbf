-- Sees to it that the owner's rooms are told what the day of an order came to, when the shop closes for the last time that
-- day, or at 23:00 where it keeps no hours; an order after that puts it off to midnight. Once a day and room: every order
-- asks for it, so that a room which is bound later hears of its first day. Writes: cold.outbox.
create or replace function app.await_summary(p_order cold.orders) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_zone text := (select t.time_zone from cold.tenants t where t.tenant_id = p_order.tenant_id);
  v_room uuid;
begin
  for v_room in
    select r.room_id from cold.room r
    where r.tenant_id = p_order.tenant_id and r.kind = 'owner' and r.unbound_at is null
      and not exists (
        select from cold.outbox o
        where o.tenant_id = r.tenant_id and o.dedupe_key = 'daily_summary:' || p_order.order_day || ':' || r.room_id)
  loop
    perform app.put_room_notice(
      p_order.tenant_id, v_room, 'daily_summary', 'later:summary:' || p_order.order_day, p_order.order_day::text, null,
      jsonb_build_object('day', p_order.order_day),
      app.closing_time(p_order.tenant_id, p_order.order_day, p_order.created_at at time zone v_zone) at time zone v_zone);
  end loop;
end
$$;
