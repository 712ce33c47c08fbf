-- Grants somebody a role, in place of the one he has; p_who: a user id, or the "@name" he was seen under in a room.
-- Not p_sure: only judges, and tells who it is. Writes: as put_role; cold.staff_event.
-- Raises: OC030, OC031, OC070, OC071; OC073, OC075; OC072 no role.
create or replace function app.add_staff(p_tenant uuid, p_turn jsonb, p_who text, p_role text, p_sure boolean) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'add_staff');
  v_person jsonb := app.staff_person(p_tenant, v_member.channel, p_who);
  v_subject text := 'staff:' || v_member.channel || ':' || (v_person ->> 'sender');
  v_was jsonb := app.staff_value(v_turn, v_subject);
begin
  if p_role <> all ('{owner,manager,kitchen,counter,waiter,inventory,rider}') then
    raise exception 'no role %', p_role using errcode = 'OC072', detail = jsonb_build_object('kind', p_role);
  end if;
  if not v_turn.replayed then
    perform app.require_rank(v_member, v_was ->> 'role', p_role);
  end if;
  if p_sure and not v_turn.replayed and p_role is distinct from v_was ->> 'role' then
    perform app.put_role(p_tenant, v_member.channel, v_person ->> 'sender', p_role,
                         v_member.channel || ':' || v_member.sender, v_turn.at);
    perform app.record_staff_event(v_turn, v_member, 'add_staff', v_subject, v_was, app.staff_value(v_turn, v_subject));
  end if;
  return app.session_view(v_turn, jsonb_build_object('staff', jsonb_build_object(
    'person', v_person || jsonb_build_object('was', v_was ->> 'role', 'role', p_role, 'done', p_sure))));
end
$$;
