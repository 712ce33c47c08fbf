-- Lets the chat this is said in be no room any more. Not p_sure: only judges, and tells what it is.
-- Writes: as put_room; cold.staff_event. Raises: OC030, OC031; OC070 it is none.
create or replace function app.unbind_room(p_tenant uuid, p_turn jsonb, p_sure boolean) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'unbind_room');
  v_channel text := p_turn ->> 'channel';
  v_chat text := p_turn ->> 'chat';
  v_subject text := 'room:' || v_channel || ':' || v_chat;
  v_was jsonb := app.staff_value(v_turn, v_subject);
begin
  if v_was ->> 'kind' is null and not v_turn.replayed then
    raise exception 'no room' using errcode = 'OC070', detail = jsonb '{"room": "new", "rooms": "any room"}';
  end if;
  if p_sure and not v_turn.replayed then
    perform app.put_room(p_tenant, v_channel, v_chat, null, null, v_member.channel || ':' || v_member.sender, v_turn.at);
    perform app.record_staff_event(
      v_turn, v_member, 'unbind_room', v_subject, v_was, app.staff_value(v_turn, v_subject));
  end if;
  return app.session_view(v_turn, jsonb_build_object('staff', jsonb_build_object('room', jsonb_build_object(
    'was', v_was ->> 'kind', 'done', p_sure))));
end
$$;
