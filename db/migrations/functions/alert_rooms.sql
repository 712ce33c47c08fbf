-- Tells the rooms that want to hear of such things, in the caller's transaction; once for each p_key. That an order is
-- paid a room with its ticket reads there, but for the owner's. p_payload is what its
-- words need; with "order_id" the order as it stands is told too. p_at: when, if not now; then it is judged again.
-- Writes: cold.outbox.
create or replace function app.alert_rooms(
  p_tenant uuid, p_alert text, p_key text, p_payload jsonb, p_at timestamptz default null
) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  perform app.put_room_notice(
    p_tenant, r.room_id, p_alert, case when p_at is null then 'alert' else 'later:' || p_key end, p_key,
    (p_payload ->> 'order_id')::uuid, p_payload, coalesce(p_at, app.now()))
  from cold.room r
  where r.tenant_id = p_tenant and r.unbound_at is null
    and p_alert = any (coalesce(r.alerts, app.usual_alerts(r.kind)))
    and (p_alert <> 'order_paid' or r.kind = 'owner' or not exists (
      select from app.rooms_of_orders(p_tenant, array[(p_payload ->> 'order_id')::uuid]) w where w.room_id = r.room_id));
end
$$;
