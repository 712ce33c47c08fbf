-- Ends somebody's grant; p_who: a user id, or the "@name" he was seen under in a room.
-- Not p_sure: only judges, and tells who it is. Writes: as put_role; cold.staff_event.
-- Raises: OC030, OC031, OC070, OC071; OC073, OC075.
create or replace function app.remove_staff(p_tenant uuid, p_turn jsonb, p_who text, p_sure boolean) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'remove_staff');
  v_person jsonb := app.staff_person(p_tenant, v_member.channel, p_who);
  v_subject text := 'staff:' || v_member.channel || ':' || (v_person ->> 'sender');
  v_was jsonb := app.staff_value(v_turn, v_subject);
begin
  if not v_turn.replayed then
    perform app.require_rank(v_member, v_was ->> 'role', null);
    if p_sure and v_was ->> 'role' is not null then
      perform app.put_role(p_tenant, v_member.channel, v_person ->> 'sender', null,
                           v_member.channel || ':' || v_member.sender, v_turn.at);
      perform app.record_staff_event(
        v_turn, v_member, 'remove_staff', v_subject, v_was, app.staff_value(v_turn, v_subject));
    end if;
  end if;
  return app.session_view(v_turn, jsonb_build_object('staff', jsonb_build_object(
    'person', v_person - 'role' || jsonb_build_object('was', v_was ->> 'role', 'done', p_sure))));
end
$$;
