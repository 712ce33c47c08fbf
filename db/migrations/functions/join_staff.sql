-- Somebody joins the staff by a one-time code, under the user id the channel has verified; only then is the code used up.
-- Writes: as put_role; cold.staff_invite, staff_event. Raises: OC074 no code that is open, OC076 on the staff already.
create or replace function app.join_staff(p_tenant uuid, p_turn jsonb, p_code text) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_channel text := p_turn ->> 'channel';
  v_sender text := p_turn ->> 'sender';
  v_subject text := 'staff:' || v_channel || ':' || v_sender;
  v_was jsonb;
  v_invite cold.staff_invite;
  v_member cold.staff_member;
begin
  perform pg_advisory_xact_lock(hashtextextended(p_tenant::text, 2));
  v_was := app.staff_value(v_turn, v_subject);
  if not v_turn.replayed then
    if v_was ->> 'role' is not null then
      raise exception '% is on the staff already', v_sender
        using errcode = 'OC076', detail = jsonb_build_object('role', v_was ->> 'role');
    end if;
    update cold.staff_invite i set used_by = v_channel || ':' || v_sender, used_at = v_turn.at
    where i.tenant_id = p_tenant and i.code_hash = sha256(convert_to(btrim(p_code), 'utf8'))
      and i.used_by is null and i.expires_at > v_turn.at
    returning * into v_invite;
    if not found then
      raise exception 'no such code' using errcode = 'OC074';
    end if;
    v_member := app.put_role(p_tenant, v_channel, v_sender, v_invite.role, 'invite:' || v_invite.invite_id, v_turn.at);
    perform app.record_staff_event(v_turn, v_member, 'join_staff', v_subject, v_was, app.staff_value(v_turn, v_subject));
  end if;
  return app.session_view(v_turn, jsonb_build_object('staff', jsonb_build_object(
    'person', app.staff_person(p_tenant, v_channel, v_sender) || jsonb '{"done": true}')));
end
$$;
