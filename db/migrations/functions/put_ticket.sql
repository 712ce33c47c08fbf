-- Has a room show how an order stands, in the caller's transaction. The words are found at delivery, so a ticket that waits
-- already is as good as another. One that is shown already is edited, and need not wait for the new ones of its room.
-- Writes: cold.outbox.
create or replace function app.put_ticket(p_tenant uuid, p_room uuid, p_channel text, p_chat text, p_order uuid) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_lane constant text := case when exists (
    select from cold.order_message m
    where m.tenant_id = p_tenant and m.order_id = p_order and m.channel = p_channel and m.chat = p_chat)
    then 'ticket:' || p_order else '' end;
begin
  -- Locked until the caller commits: whoever claims it after that sees what the caller has done.
  perform from cold.outbox o
  where o.tenant_id = p_tenant and o.channel = p_channel and o.chat = p_chat and o.lane = v_lane
    and o.status = 'new' and o.topic = 'ticket' and o.order_id = p_order and o.lease_token is null
  for update skip locked;
  if not found then
    perform app.put_room_notice(p_tenant, p_room, 'ticket', v_lane, null, p_order, '{}', app.now());
  end if;
end
$$;
