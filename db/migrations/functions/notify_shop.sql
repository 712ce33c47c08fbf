-- Puts a notice to the shop itself into the outbox, in the caller's transaction. It has no chat: it waits for whoever
-- gives the shop one. p_key: the same notice is written once. Writes: cold.outbox.
create or replace function app.notify_shop(p_tenant uuid, p_topic text, p_key text, p_order uuid, p_payload jsonb)
  returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  insert into cold.outbox (tenant_id, topic, dedupe_key, payload, order_id, created_at, next_at)
  values (p_tenant, p_topic, p_key || ':' || p_topic, p_payload, p_order, app.now(), app.now())
  on conflict (tenant_id, dedupe_key) do nothing;
end
$$;
