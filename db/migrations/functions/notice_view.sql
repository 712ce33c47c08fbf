-- A claimed notice with what its words and its way need: the order as it stands now, the customer's language, the
-- message that tells of the order in this chat already, and the command by which it was placed.
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
      'order', app.own_order_view(p_notice.tenant_id, p_notice.order_id),
      'message', case when m.message_id is not null then
        jsonb_build_object('bot_id', m.bot_id, 'message_id', m.message_id) end)
    from (select) one
    left join cold.orders o on o.tenant_id = p_notice.tenant_id and o.order_id = p_notice.order_id
    left join cold.sessions s on s.tenant_id = o.tenant_id and s.session_id = o.session_id
    left join cold.customer_identity i
      on i.tenant_id = s.tenant_id and i.channel = s.channel and i.sender = s.sender
    left join cold.order_message m
      on m.tenant_id = o.tenant_id and m.order_id = o.order_id and m.channel = p_notice.channel
     and m.chat = p_notice.chat);
end
$$;
