-- Lets a room that has ended be one again, the same row, so that it is told of the same things; its board is the message it
-- was last, what is open there it shows at once, and every process hears of it. Null: none. Writes: cold.room, outbox.
create or replace function app.reopen_room(p_tenant uuid, p_room uuid) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_room cold.room;
begin
  update cold.room r set
    unbound_by = null, unbound_at = null, board_bot = coalesce(n.board_bot, r.board_bot),
    board_message = coalesce(n.board_message, r.board_message)
  from (
    select l.board_bot, l.board_message from cold.room l
    join cold.room o using (tenant_id, channel, chat)
    where l.tenant_id = p_tenant and o.room_id = p_room
    order by l.unbound_at desc nulls last limit 1) n
  where r.tenant_id = p_tenant and r.room_id = p_room
  returning r.* into v_room;
  if found then
    perform app.fill_room(v_room);
  end if;
  perform pg_notify('hotcart_rooms', p_tenant::text);
end
$$;
