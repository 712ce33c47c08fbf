-- A notice has arrived; p_message is the message that tells of its order from now on, if there is one. Returns false and
-- changes nothing when the lease has moved on: the sender that holds it now decides. Writes: cold.outbox, order_message.
create or replace function app.mark_notice_sent(
  p_tenant uuid, p_notice uuid, p_token uuid, p_bot bigint default null, p_message bigint default null
) returns boolean
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_notice cold.outbox;
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  update cold.outbox o set
    status = 'sent', sent_at = app.now(), lease_token = null, lease_until = null, error = null
  where o.tenant_id = p_tenant and o.outbox_id = p_notice and o.status = 'new' and o.lease_token = p_token
  returning * into v_notice;
  if not found then
    return false;
  end if;
  if p_message is not null and v_notice.order_id is not null then
    insert into cold.order_message as m (tenant_id, order_id, channel, bot_id, chat, message_id)
    values (p_tenant, v_notice.order_id, v_notice.channel, coalesce(p_bot, 0), v_notice.chat, p_message)
    on conflict (tenant_id, order_id, channel, chat) do update set
      bot_id = excluded.bot_id, message_id = excluded.message_id;
  end if;
  return true;
end
$$;
