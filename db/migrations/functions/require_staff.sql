-- THE judge of what staff may do: the grant of whoever's turn it is, if its role has the right; the right is the name of
-- the function that asks. Who it is the session says, which the channel's verified user id has opened: never a text.
-- What staff do in a shop happens one after the other from here on, so that what an undo judges by stays as it is.
-- Raises: OC030 not granted or revoked, OC031 the role lacks the right.
create or replace function app.require_staff(p_turn app.turn, p_right text) returns cold.staff_member
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_member cold.staff_member;
  v_sender text;
  v_roles constant text[] := app.staff_roles(p_right);
begin
  perform pg_advisory_xact_lock(hashtextextended(p_turn.tenant_id::text, 2));
  select s.sender into strict v_sender from cold.sessions s
  where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id;
  select m.* into v_member
  from cold.sessions s
  join cold.staff_member m on m.tenant_id = s.tenant_id and m.channel = s.channel and m.sender = s.sender
  where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id and m.revoked_at is null;
  if not found then
    raise exception '% is not on the staff', v_sender using errcode = 'OC030', detail = jsonb_build_object('who', v_sender);
  end if;
  if v_member.role <> all (v_roles) then
    raise exception '% may not %', v_member.role, p_right
      using errcode = 'OC031',
            detail = jsonb_build_object('role', v_member.role, 'roles', array_to_string(v_roles, ', '));
  end if;
  return v_member;
end
$$;
