-- A notice has arrived, or there was nothing to tell any more; p_message is the message that tells of its order, or is the
-- room's board, from now on, if there is one, and p_event_seq how far the order had come in it. A board on which anything
-- is open is shown again in a minute. Returns false and changes nothing when the lease has moved on: the sender that holds
-- it now decides. Writes: cold.outbox, order_message, room; as regain_room.
create or replace function app.mark_notice_sent(
  p_tenant uuid, p_notice uuid, p_token uuid, p_bot bigint default null, p_message bigint default null,
  p_event_seq integer default null
) returns boolean
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_notice cold.outbox;
  v_room cold.room;
  v_is_new boolean;
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  update cold.outbox o set
    status = 'sent', sent_at = app.now(), lease_token = null, lease_until = null, error = null
  where o.tenant_id = p_tenant and o.outbox_id = p_notice and o.status = 'new' and o.lease_token = p_token
  returning * into v_notice;
  if not found then
    return false;
  end if;
  -- A new message has arrived there: an edit, or nothing to tell any more, does not show that one can.
  v_is_new := p_bot > 0 and p_message is distinct from coalesce(
    (select r.board_message from cold.room r
     where v_notice.topic = 'board' and r.tenant_id = p_tenant and r.channel = v_notice.channel
       and r.chat = v_notice.chat and r.unbound_at is null),
    (select m.message_id from cold.order_message m
     where v_notice.topic <> 'board' and m.tenant_id = p_tenant and m.order_id = v_notice.order_id
       and m.channel = v_notice.channel and m.chat = v_notice.chat and p_message is not null),
    0);
  if v_notice.topic = 'board' then
    update cold.room r set board_bot = coalesce(p_bot, 0), board_message = coalesce(p_message, r.board_message)
    where r.tenant_id = p_tenant and r.channel = v_notice.channel and r.chat = v_notice.chat and r.unbound_at is null
    returning * into v_room;
    if app.board_view(v_room) <> '[]' then
      perform app.put_board(p_tenant, v_room.room_id, app.now() + interval '1 minute');
    end if;
  elsif p_message is not null and v_notice.order_id is not null then
    insert into cold.order_message as m (tenant_id, order_id, channel, bot_id, chat, message_id, event_seq)
    values (p_tenant, v_notice.order_id, v_notice.channel, coalesce(p_bot, 0), v_notice.chat, p_message, p_event_seq)
    on conflict (tenant_id, order_id, channel, chat) do update set
      bot_id = excluded.bot_id, message_id = excluded.message_id,
      event_seq = case (m.bot_id, m.message_id) when (excluded.bot_id, excluded.message_id) then m.event_seq
                                                else excluded.event_seq end;
  end if;
  if v_is_new then
    perform app.regain_room(p_tenant, (v_notice.payload ->> 'room_id')::uuid);
  end if;
  return true;
end
$$;
