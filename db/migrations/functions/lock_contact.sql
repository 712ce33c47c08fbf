-- Locks what is known of a turn's customer: a turn of his in another chat, which changes that and then asks for stock, goes
-- before or after. Locked before stock. Writes: cold.customer_contact.
create or replace function app.lock_contact(p_turn app.turn) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  insert into cold.customer_contact (tenant_id, customer_id, updated_at)
  values (p_turn.tenant_id, p_turn.customer_id, p_turn.at) on conflict do nothing;
  perform from cold.customer_contact c
  where c.tenant_id = p_turn.tenant_id and c.customer_id = p_turn.customer_id for update;
end
$$;
