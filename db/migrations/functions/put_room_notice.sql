-- Puts a notice to a room into the outbox. p_key: it is written once for each; null: as often as it is asked for.
-- Writes: cold.outbox.
create or replace function app.put_room_notice(
  p_tenant uuid, p_room uuid, p_topic text, p_lane text, p_key text, p_order uuid, p_payload jsonb, p_at timestamptz
) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  insert into cold.outbox (tenant_id, topic, dedupe_key, payload, order_id, channel, chat, lane, created_at, next_at)
  select p_tenant, p_topic, coalesce(p_topic || ':' || p_key, gen_random_uuid()::text) || ':' || p_room,
         p_payload || jsonb_build_object('room_id', p_room), p_order, r.channel, r.chat, p_lane, app.now(), p_at
  from cold.room r where r.tenant_id = p_tenant and r.room_id = p_room
  on conflict (tenant_id, dedupe_key) do nothing;
end
$$;
