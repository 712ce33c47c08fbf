-- Shows a room that was just bound what is open there: the tickets, oldest first, and its board, which stands there from
-- the start where orders are worked on. Writes: cold.outbox.
create or replace function app.fill_room(p_room cold.room) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_open constant jsonb := app.board_view(p_room);
begin
  perform app.put_ticket(p_room.tenant_id, p_room.room_id, p_room.channel, p_room.chat, (o.value ->> 'order_id')::uuid)
  from jsonb_array_elements(v_open) with ordinality o order by o.ordinality;
  if v_open <> '[]' or p_room.kind in ('kitchen', 'counter', 'riders') then
    perform app.put_room_notice(
      p_room.tenant_id, p_room.room_id, 'board', 'board', null, null, jsonb '{"appears": true}', app.now());
  end if;
end
$$;
