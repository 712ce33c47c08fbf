-- Makes the chat this is said in a room of that kind; p_stations: the categories of the menu cooked there, none: all.
-- Not p_sure: only judges, and tells what would be, unless the chat is that kind of room already.
-- Writes: as put_room; cold.staff_event.
-- Raises: OC030, OC031, OC070, OC071; OC072 no kind of room, or no such category.
create or replace function app.bind_room(
  p_tenant uuid, p_turn jsonb, p_kind text, p_stations text[], p_sure boolean
) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'bind_room');
  v_channel text := p_turn ->> 'channel';
  v_chat text := p_turn ->> 'chat';
  v_subject text := 'room:' || v_channel || ':' || v_chat;
  v_was jsonb := app.staff_value(v_turn, v_subject);
  v_lost record;
  v_sure boolean := p_sure or p_kind = coalesce(v_was ->> 'kind', '');
begin
  if v_channel <> 'telegram' then
    raise exception 'no rooms in %', v_channel
      using errcode = 'OC070', detail = jsonb '{"room": "terminal", "rooms": "a group in Telegram"}';
  elsif p_kind <> all ('{kitchen,counter,inventory,riders,owner}') then
    raise exception 'no kind of room: %', p_kind using errcode = 'OC072', detail = jsonb_build_object('kind', p_kind);
  elsif exists (
    select from unnest(p_stations) s
    where not exists (select from cold.menu_category c where c.tenant_id = p_tenant and c.category_id = s)
  ) then
    raise exception 'no such category'
      using errcode = 'OC072', detail = jsonb_build_object('kind', array_to_string(p_stations, ', '));
  end if;
  if v_sure and not v_turn.replayed and app.put_room(
    p_tenant, v_channel, v_chat, p_kind, p_stations, v_member.channel || ':' || v_member.sender, v_turn.at)
  then
    perform app.record_staff_event(
      v_turn, v_member, 'bind_room', v_subject, v_was, app.staff_value(v_turn, v_subject));
    -- It stands in for one of its kind that is lost: a topic that was deleted nobody can /unbind.
    for v_lost in
      select r.chat, app.staff_value(v_turn, 'room:' || v_channel || ':' || r.chat) as was from cold.room r
      where r.tenant_id = p_tenant and r.channel = v_channel and r.kind = p_kind and r.stations = p_stations
        and r.lost_at is not null and r.unbound_at is null and r.chat <> v_chat
    loop
      perform app.put_room(
        p_tenant, v_channel, v_lost.chat, null, null, v_member.channel || ':' || v_member.sender, v_turn.at);
      perform app.record_staff_event(
        v_turn, v_member, 'unbind_room', 'room:' || v_channel || ':' || v_lost.chat, v_lost.was,
        app.staff_value(v_turn, 'room:' || v_channel || ':' || v_lost.chat));
    end loop;
  end if;
  return app.session_view(v_turn, jsonb_build_object('staff', jsonb_build_object('room', jsonb_build_object(
    'kind', p_kind, 'was', v_was ->> 'kind', 'done', v_sure, 'stations', (
      select coalesce(jsonb_agg(c.name order by c.name), '[]') from cold.menu_category c
      where c.tenant_id = p_tenant and c.category_id = any (p_stations))))));
end
$$;
