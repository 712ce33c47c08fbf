-- A chat goes on under another id: what waits for it and the conversations in it move there at once. Messages about orders
-- stay behind with their ids, which mean others there, so each order is told of in a new one. A conversation that has
-- begun in the new chat already is not joined. Returns how many notices moved.
-- Writes: cold.outbox, sessions, order_message.
create or replace function app.move_chat(p_tenant uuid, p_channel text, p_from text, p_to text) returns integer
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_moved integer;
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  update cold.sessions s set chat = p_to
  where s.tenant_id = p_tenant and s.channel = p_channel and s.chat = p_from
    and (s.closed_at is not null or not exists (
      select from cold.sessions t
      where t.tenant_id = p_tenant and t.channel = p_channel and t.chat = p_to and t.sender = s.sender
        and t.closed_at is null));
  delete from cold.order_message m where m.tenant_id = p_tenant and m.channel = p_channel and m.chat = p_from;
  update cold.outbox o set
    chat = p_to, next_at = app.now(), attempts = greatest(o.attempts - 1, 0), lease_token = null, lease_until = null
  where o.tenant_id = p_tenant and o.channel = p_channel and o.chat = p_from and o.status = 'new';
  get diagnostics v_moved = row_count;
  return v_moved;
end
$$;
