-- Makes a chat a room of that kind, or, p_kind null, no room any more, and tells every process of it on the channel
-- hotcart_rooms. The room it was ends, as a row that stays; its board stays the same message, and what it is told of by
-- itself too while its kind does. What is open there it shows at once. Returns
-- whether anything changed. p_by: who did it. Writes: cold.room, outbox.
create or replace function app.put_room(
  p_tenant uuid, p_channel text, p_chat text, p_kind text, p_stations text[], p_by text, p_at timestamptz
) returns boolean
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_stations text[] := array(select distinct s from unnest(p_stations) s order by s);
  v_was cold.room;
  v_room cold.room;
begin
  select * into v_was from cold.room r
  where r.tenant_id = p_tenant and r.channel = p_channel and r.chat = p_chat and r.unbound_at is null for update;
  if v_was.kind is not distinct from p_kind and (p_kind is null or v_was.stations = v_stations) then
    return false;
  end if;
  update cold.room r set unbound_by = p_by, unbound_at = p_at
  where r.tenant_id = p_tenant and r.room_id = v_was.room_id;
  if p_kind is not null then
    insert into cold.room (tenant_id, channel, chat, kind, stations, alerts, bound_by, bound_at, board_bot, board_message)
    values (p_tenant, p_channel, p_chat, p_kind, v_stations, case when v_was.kind = p_kind then v_was.alerts end,
            p_by, p_at, v_was.board_bot, v_was.board_message)
    returning * into v_room;
    perform app.fill_room(v_room);
  end if;
  perform pg_notify('hotcart_rooms', p_tenant::text);
  return true;
end
$$;
