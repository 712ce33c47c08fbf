-- Makes a code by which one person can join in that role within 24 hours; it is told once, and only its SHA-256 is kept.
-- Not p_sure: only judges. Writes: cold.staff_invite, staff_event. Raises: OC030, OC031, OC070, OC071; OC072 no role.
create or replace function app.invite_staff(p_tenant uuid, p_turn jsonb, p_role text, p_sure boolean) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'invite_staff');
  v_code text;
  v_invite uuid := gen_random_uuid();
begin
  if p_role <> all ('{owner,manager,kitchen,counter,waiter,inventory,rider}') then
    raise exception 'no role %', p_role using errcode = 'OC072', detail = jsonb_build_object('kind', p_role);
  end if;
  perform app.require_rank(v_member, null, p_role);
  if p_sure and not v_turn.replayed then
    v_code := app.new_invite_code();
    insert into cold.staff_invite (tenant_id, invite_id, code_hash, role, invited_by, invited_at, expires_at)
    values (p_tenant, v_invite, sha256(convert_to(v_code, 'utf8')), p_role, v_member.channel || ':' || v_member.sender,
            v_turn.at, v_turn.at + interval '24 hours');
    perform app.record_staff_event(v_turn, v_member, 'invite_staff', 'invite:' || v_invite,
                                   jsonb_build_object('open', false, 'role', p_role),
                                   jsonb_build_object('open', true, 'role', p_role));
  end if;
  return app.session_view(v_turn, jsonb_build_object('staff', jsonb_build_object('invite', jsonb_strip_nulls(
    jsonb_build_object('role', p_role, 'code', v_code, 'done', p_sure)))));
end
$$;
