-- THE judge of what staff may do: whoever's turn it is has a grant whose role has the right, and in Telegram speaks in a
-- room whose kind has it too; the right is the name of the function that asks. Who it is and where, the session says, which
-- the channel's verified user id has opened: never a text. Both are read anew each time. A terminal is a room of its own.
-- What staff do in a shop happens one after the other from here on, so that what an undo judges by stays as it is.
-- Raises: OC030 not granted or revoked, OC031 the role lacks the right, OC070 this is no room, OC071 it lacks the right.
create or replace function app.require_staff(p_turn app.turn, p_right text) returns cold.staff_member
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_session cold.sessions;
  v_member cold.staff_member;
  v_roles text[];
  v_rooms text[];
  v_room text;
begin
  perform pg_advisory_xact_lock(hashtextextended(p_turn.tenant_id::text, 2));
  select s.* into strict v_session from cold.sessions s
  where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id;
  select m.* into v_member from cold.staff_member m
  where m.tenant_id = p_turn.tenant_id and m.channel = v_session.channel and m.sender = v_session.sender
    and m.revoked_at is null;
  if not found then
    raise exception '% is not on the staff', v_session.sender
      using errcode = 'OC030', detail = jsonb_build_object('who', v_session.sender);
  end if;
  select r.roles, r.rooms into v_roles, v_rooms from app.staff_rights() r where r.action = p_right;
  if not found or v_member.role <> all (v_roles) then
    raise exception '% may not %', v_member.role, p_right
      using errcode = 'OC031',
            detail = jsonb_build_object('role', v_member.role, 'roles', array_to_string(v_roles, ', '));
  end if;
  if v_session.channel = 'telegram' then
    v_room := app.room_kind(p_turn.tenant_id, v_session.channel, v_session.chat);
    if v_room = any (v_rooms) then
      return v_member;
    end if;
    raise exception '% is not done here: %', p_right, v_room
      using errcode = case v_room in ('new', 'private') when true then 'OC070' when false then 'OC071' end,
            detail = jsonb_build_object('room', v_room, 'rooms', array_to_string(array_remove(v_rooms, 'new'), ', '));
  end if;
  return v_member;
end
$$;
