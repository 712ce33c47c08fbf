-- Puts a notice to the customer of an order into the outbox, in the caller's transaction: it goes out exactly when that
-- commits. p_payload is what the topic's words need besides the order, which is read at delivery; p_at is when it goes, if
-- not now. One notice of a topic for each step of an order's life: the caller has recorded the step (orders.event_seq)
-- before. What staff have ordered for a table has no chat to tell. Writes: cold.outbox.
create or replace function app.notify_customer(
  p_tenant uuid, p_order uuid, p_topic text, p_payload jsonb default '{}', p_at timestamptz default null
) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  insert into cold.outbox (tenant_id, topic, dedupe_key, payload, order_id, channel, chat, lane, created_at, next_at)
  select p_tenant, p_topic, p_order || ':' || p_topic || ':' || o.event_seq,
         p_payload || jsonb_build_object('order_id', p_order, 'order_no', o.order_no), p_order, s.channel, s.chat,
         case when p_at is null then '' else 'later:' || p_order end, app.now(), coalesce(p_at, app.now())
  from cold.orders o
  join cold.sessions s on s.tenant_id = o.tenant_id and s.session_id = o.session_id
  where o.tenant_id = p_tenant and o.order_id = p_order and s.channel <> 'table'
  on conflict (tenant_id, dedupe_key) do nothing;
end
$$;
