-- A chat goes on under another id, a group with all its topics: what waits for it, the conversations in it and the rooms it
-- is move there at once. Messages about orders and boards stay behind with their ids, which mean others there, so each order
-- is told of in a new one. A conversation or room that has begun in the new chat already is not joined; such a room ends.
-- Told twice it moves nothing the second time. Returns how many notices moved.
-- Writes: cold.outbox, sessions, order_message, room.
create or replace function app.move_chat(p_tenant uuid, p_channel text, p_from text, p_to text) returns integer
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_from text := split_part(p_from, '/', 1);
  v_to text := split_part(p_to, '/', 1);
  v_moved integer;
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  update cold.sessions s set chat = v_to || substr(s.chat, length(v_from) + 1)
  where s.tenant_id = p_tenant and s.channel = p_channel and split_part(s.chat, '/', 1) = v_from
    and (s.closed_at is not null or not exists (
      select from cold.sessions t
      where t.tenant_id = p_tenant and t.channel = p_channel and t.chat = v_to || substr(s.chat, length(v_from) + 1)
        and t.sender = s.sender and t.closed_at is null));
  delete from cold.order_message m
  where m.tenant_id = p_tenant and m.channel = p_channel and split_part(m.chat, '/', 1) = v_from;
  update cold.outbox o set
    chat = v_to || substr(o.chat, length(v_from) + 1), attempts = greatest(o.attempts - 1, 0), lease_token = null,
    lease_until = null
  where o.tenant_id = p_tenant and o.channel = p_channel and split_part(o.chat, '/', 1) = v_from and o.status = 'new';
  get diagnostics v_moved = row_count;
  update cold.room r set unbound_by = p_channel || ':' || v_to, unbound_at = app.now()
  where r.tenant_id = p_tenant and r.channel = p_channel and split_part(r.chat, '/', 1) = v_from and r.unbound_at is null
    and exists (
      select from cold.room n
      where n.tenant_id = p_tenant and n.channel = p_channel and n.chat = v_to || substr(r.chat, length(v_from) + 1)
        and n.unbound_at is null);
  update cold.room r set chat = v_to || substr(r.chat, length(v_from) + 1), board_bot = null, board_message = null
  where r.tenant_id = p_tenant and r.channel = p_channel and split_part(r.chat, '/', 1) = v_from and r.unbound_at is null;
  if found then
    perform pg_notify('hotcart_rooms', p_tenant::text);
  end if;
  return v_moved;
end
$$;
