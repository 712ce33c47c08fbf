-- A claimed notice with what its words and its way need: the order as it stands now, the message that tells of it in this
-- chat already, and, to a customer, his language and the command by which it was placed; to a room, what app.room_view has.
-- A board's message is that of its room.
create or replace function app.notice_view(p_notice cold.outbox) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select jsonb_build_object(
      'notice_id', p_notice.outbox_id, 'tenant_id', p_notice.tenant_id, 'token', p_notice.lease_token,
      'channel', p_notice.channel, 'chat', p_notice.chat, 'topic', p_notice.topic, 'payload', p_notice.payload,
      'attempts', p_notice.attempts, 'unsure', p_notice.unsure,
      'sender', s.sender, 'language', coalesce(i.chosen_language, i.language), 'command', o.command_id,
      'order', case when p_notice.payload ? 'room_id' then app.order_view(p_notice.tenant_id, p_notice.order_id)
        else app.own_order_view(p_notice.tenant_id, p_notice.order_id) end, 'event_seq', o.event_seq,
      'to_room', p_notice.payload ? 'room_id',
      'room', case when p_notice.payload ? 'room_id' then app.room_view(p_notice) end,
      'message', case
        when p_notice.topic = 'board' then (
          select jsonb_build_object('bot_id', r.board_bot, 'message_id', r.board_message) from cold.room r
          where r.tenant_id = p_notice.tenant_id and r.channel = p_notice.channel and r.chat = p_notice.chat
            and r.unbound_at is null and r.board_message is not null)
        when m.message_id is not null then jsonb_build_object(
          'bot_id', m.bot_id, 'message_id', m.message_id, 'event_seq', m.event_seq) end)
    from (select) one
    left join cold.orders o on o.tenant_id = p_notice.tenant_id and o.order_id = p_notice.order_id
    left join cold.sessions s
      on s.tenant_id = o.tenant_id and s.session_id = o.session_id and not p_notice.payload ? 'room_id'
    left join cold.customer_identity i
      on i.tenant_id = s.tenant_id and i.channel = s.channel and i.sender = s.sender
    left join cold.order_message m
      on m.tenant_id = o.tenant_id and m.order_id = o.order_id and m.channel = p_notice.channel
     and m.chat = p_notice.chat);
end
$$;
